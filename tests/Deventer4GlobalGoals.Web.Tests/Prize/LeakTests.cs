using System.Globalization;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>
/// Plants scores, names, notes and a motivation, and asks every address that the application has for them, as everybody, in every phase. Who may
/// read what is in <see cref="MayRead"/>; an address of the prize that isn't in <see cref="Known"/> fails.
/// </summary>
public sealed class LeakTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private const string Private = "geheimvoormijzelf";
    private const string Shared = "geheimvoordejury";
    private const string Explanation = "geheimeband";
    private const string Motivation = "geheimemotivatie";
    private const string Recused = "Bedrijf 3";
    private const string Attached = "geheimebijlage";
    private static readonly Guid File = new("5d0f3c1e-6a55-4f4b-9a51-7d2f0c9b8e31");

    /// <summary>Every address of the prize that is read, as the endpoint table has it.</summary>
    private static readonly string[] Known =
    [
        "umbraco/prize", "umbraco/prize/person", "umbraco/prize/{year:int}", "umbraco/prize/{year:int}/rules", "umbraco/prize/{year:int}/jury", "umbraco/prize/{year:int}/jury/{juror:guid}/stop",
        "umbraco/prize/{year:int}/assignment", "umbraco/prize/{year:int}/nominations", "umbraco/prize/{year:int}/nominations/{key:guid}",
        "umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}", "umbraco/prize/{year:int}/progress",
        "umbraco/prize/{year:int}/scoreboard", "umbraco/prize/{year:int}/deliberation", "umbraco/prize/{year:int}/report", "umbraco/prize/{year:int}/export",
        "jury", "jury/{year:int}/ballots", "jury/{year:int}/conflicts", "jury/{year:int}/scoreboard", "jury/{year:int}/{entry}", "jury/{year:int}/{entry}/files/{file:guid}",
        "prijs/{year:int}/nomineren", "prijs/voordracht/{token}", "prijs/{year:int}/juryrapport", "prijs/{year:int}/oorkonde/{entry}", "prijs/{year:int}/embleem/{entry}.svg",
        "{language:regex(^(en|de)$)}/prijs/{year:int}/nomineren", "{language:regex(^(en|de)$)}/prijs/voordracht/{token}", "{language:regex(^(en|de)$)}/prijs/{year:int}/juryrapport",
        "{language:regex(^(en|de)$)}/prijs/{year:int}/oorkonde/{entry}", "{language:regex(^(en|de)$)}/prijs/{year:int}/embleem/{entry}.svg",
        "umbraco/prize/{year:int}/audience", "prijs/{year:int}/stemmen", "prijs/stem/{token}", "{language:regex(^(en|de)$)}/prijs/{year:int}/stemmen", "{language:regex(^(en|de)$)}/prijs/stem/{token}",
        "umbraco/prize/{year:int}/report.pdf", "prijs/{year:int}/juryrapport.pdf", "{language:regex(^(en|de)$)}/prijs/{year:int}/juryrapport.pdf",
        "prijs/voordracht/{token}/bijlagen/{file:guid}", "{language:regex(^(en|de)$)}/prijs/voordracht/{token}/bijlagen/{file:guid}",
    ];

    /// <summary>Pages that are no endpoint of their own.</summary>
    private static readonly string[] Pages = ["/", "/prijs", "/prijs/2061", "/nieuws", "/organisaties", "/zoeken?q=Bedrijf+3", "/zoeken?q=geheimemotivatie", "/umbraco/items?q=Bedrijf+3", "/umbraco/items?q=geheimemotivatie"];

    private readonly HashSet<string> _seen = [];

    /// <summary>Assigned to all entries: whether others' ballots for the first are shown before the own ballot for it is in, and after.</summary>
    private static readonly (VisibilityMode Mode, bool Before, bool After)[] Modes =
    [
        (VisibilityMode.Never, false, false), (VisibilityMode.AfterOwn, false, true), (VisibilityMode.Always, true, true),
        (VisibilityMode.UnlessOwnIncomplete, false, true), (VisibilityMode.UnlessAnyIncomplete, false, false), (VisibilityMode.IfAssigned, true, true),
    ];

    [Fact]
    public void Every_address_of_the_prize_is_known_here() => Assert.Equal(
        Known.Order(StringComparer.Ordinal), Routes("GET").Where(PrizeRoutes.IsPrize).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nothing_is_read_by_who_may_not_in_no_phase()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2061, rules => WideScale(rules) with { Quorum = 2, Visibility = VisibilityMode.Never });
        using var plain = jurors[0];
        using var planter = jurors[1];
        using var chairAsJuror = jurors[2];
        var key = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == "jurylid20613@voorbeeld.nl"))).Key;
        await site.Secretary.PostAsync("/umbraco/prize/2061/jury", "/umbraco/prize/2061/jury/chair", ("juror", $"{key}"));
        using var editor = await site.Own.SignInAsync("lekredacteur", AccountRoles.Editor);
        using var stranger = await site.Own.SignInAsync("lekvreemde", AccountRoles.Juror);
        using var nobody = new Person(site.Own);

        await planter.PostAsync("/jury/2061/n-1", "/jury/2061/n-1/notes", ("kind", "Private"), ("version", "0"), ("text", Private));
        Assert.Contains(Private, (await planter.GetAsync("/jury/2061/n-1")).Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        await planter.PostAsync("/jury/2061/n-1", "/jury/2061/n-1/notes", ("kind", "Shared"), ("version", "0"), ("text", Shared));
        await chairAsJuror.PostAsync("/jury/2061/n-3", "/jury/2061/n-3/recuse", ("degree", "Close"), ("reason", Explanation));
        await AttachAsync();
        await CastAsync(2061);
        (string Role, Person Person)[] everybody = [("nobody", nobody), ("editor", editor), ("stranger", stranger), ("juror", plain), ("chair", chairAsJuror), ("secretary", site.Secretary)];
        await LookAsync(Phase.Scoring, everybody);
        await site.StepAsync(2061, Phase.Deliberation);
        await site.AppendAsync(2061, new FinalistsChosen("bedrijven", ["n-1"]), new WinnerDecided("bedrijven", Motivation, "n-1"));
        await LookAsync(Phase.Deliberation, everybody);
        await site.StepAsync(2061, Phase.Decided);
        await LookAsync(Phase.Decided, everybody);

        // Jurors of last winter have to sign in again by now; everybody else may look.
        await site.MoveToAsync(new CityTime(2032, 2, 11, 17, 0).First());
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        await LookAsync(Phase.Announced, [("nobody", nobody), ("secretary", site.Secretary)]);

        // Whoever may read it did: so it was there to be found.
        Assert.Superset(new HashSet<string> { Shared, Explanation, Motivation, Recused, Attached, Mark((await site.FindAsync(2061))!.State!, "n-1", await PseudonymAsync(2061, "jurylid20612")) }, _seen);
    }

    [Fact]
    public async Task While_scoring_the_rules_say_when_others_are_seen()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2070, WideScale);
        using var plain = jurors[0];
        using var planter = jurors[1];
        using var other = jurors[2];
        await planter.PostAsync("/jury/2070/n-1", "/jury/2070/n-1/notes", ("kind", "Shared"), ("version", "0"), ("text", Shared));
        var rival = await PseudonymAsync(2070, "jurylid20702");
        await CastAsync(2070, rival, "n-1");
        foreach (var isOwnIn in new[] { false, true })
        {
            if (isOwnIn)
            {
                await CastAsync(2070, await PseudonymAsync(2070, "jurylid20701"), "n-1");
            }

            foreach (var (mode, before, after) in Modes)
            {
                var state = (await site.FindAsync(2070))!.State!;
                await site.AppendAsync(2070, new RulebookAmended(state.Rulebook with { Visibility = mode }, "Om te proberen."));
                var (mark, isSeen) = (Mark(state, "n-1", rival), isOwnIn ? after : before);
                var page = (await plain.GetAsync("/jury/2070/n-1")).Page.QuerySelector("main")!.OuterHtml;
                Assert.Equal((mode, isOwnIn, isSeen, isSeen), (mode, isOwnIn, page.Contains(mark, StringComparison.Ordinal), page.Contains(Shared, StringComparison.Ordinal)));
                foreach (var path in new[] { "/jury", "/jury/2070/ballots", "/jury/2070/n-2", "/jury/2070/conflicts", "/jury/2070/scoreboard" })
                {
                    Assert.DoesNotContain(mark, (await plain.GetAsync(path)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task No_address_lets_the_secretary_enter_change_or_take_away_a_ballot()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var person in (await site.ScoreAsync(2062)).Jurors)
        {
            person.Dispose();
        }

        await site.CastAsync(2062);
        var before = (await site.FindAsync(2062))!.State!.Ballots;
        var juror = before.Keys.First().Juror;
        foreach (var phase in new[] { Phase.Scoring, Phase.Deliberation })
        {
            if (phase == Phase.Deliberation)
            {
                await site.StepAsync(2062, phase);
            }

            foreach (var route in Routes("POST").Where(PrizeRoutes.IsPrize).Distinct())
            {
                await site.Secretary.PostAsync(
                    "/umbraco/prize", Filled(route, 2062, "n-1", Guid.Empty, Guid.Empty),
                    ("version", "1"), ("scores[effect]", "1"), ("scores[na-te-doen]", "1"), ("scores[vernieuwend]", "1"), ("juror", juror), ("entry", "n-1"), ("reason", "too-little-knowledge"), ("degree", "Own"));
            }

            var after = (await site.FindAsync(2062))!.State!;
            Assert.Equal(before.SelectMany(pair => pair.Value).Order(Comparer), after.Ballots.SelectMany(pair => pair.Value).Order(Comparer));
            Assert.Equal(9, after.Counting().Count());
        }

        // Nor does the log take one from anybody else, wherever it would come from.
        var forged = new BallotCast(before.Values.First()[0] with { Version = 2 });
        await Assert.ThrowsAsync<EventRefusedException>(() => site.AppendAsync(2062, forged));
    }

    private static readonly Comparer<Ballot> Comparer = Comparer<Ballot>.Create((one, other) => string.CompareOrdinal($"{one.Juror} {one.Entry} {one.Version}", $"{other.Juror} {other.Entry} {other.Version}"));

    /// <summary>The whole table: what is planted, and who may read it when.</summary>
    private static bool MayRead(string plant, string role, Phase phase) => plant switch
    {
        Private => false,
        Shared => phase >= Phase.Deliberation && role is "juror" or "chair" or "secretary",
        Explanation => role == "secretary",
        Motivation => phase == Phase.Announced || role is "chair" or "secretary",
        Recused or Attached => role is "juror" or "secretary",
        _ => phase >= Phase.Deliberation && role is "juror" or "chair" or "secretary",
    };

    private async Task LookAsync(Phase phase, (string Role, Person Person)[] everybody)
    {
        var state = (await site.FindAsync(2061))!.State!;
        var mark = Mark(state, "n-1", await PseudonymAsync(2061, "jurylid20612"));
        string[] plants = [Private, Shared, Explanation, Motivation, Recused, Attached, mark];
        var nomination = (await site.Own.AskAsync(db => db.Set<Web.Prize.Nominating.NominationRow>().SingleAsync(row => row.Year == 2061 && row.Pseudonym == "n-3"))).Key;
        var account = (await site.Own.AskAsync(db => db.Users.SingleAsync(one => one.Email == "jurylid20612@voorbeeld.nl"))).Key;
        var addresses = Routes("GET")
            .Where(route => !route.Contains("{*", StringComparison.Ordinal) && !route.Contains("sign-out", StringComparison.Ordinal))
            .SelectMany(route => new[] { Filled(route, 2061, "n-1", nomination, account), Filled(route, 2061, "n-3", nomination, account) })
            .Concat(Pages).Distinct().ToList();
        var leaks = new List<string>();
        foreach (var (role, person) in everybody)
        {
            foreach (var address in addresses.Where(address => role is "nobody" or "editor" || PrizeRoutes.IsPrize(address.TrimStart('/'))))
            {
                var answer = await person.GetAsync(address);
                var text = answer.Location + (answer.Page.QuerySelector("main")?.OuterHtml ?? answer.Page.DocumentElement.OuterHtml);
                _seen.UnionWith(plants.Where(plant => text.Contains(plant, StringComparison.Ordinal)));
                leaks.AddRange(plants.Where(plant => text.Contains(plant, StringComparison.Ordinal) && !MayRead(plant, role, phase) && !address.Contains(Uri.EscapeDataString(plant).Replace("%20", "+", StringComparison.Ordinal), StringComparison.Ordinal))
                    .Select(plant => $"{phase} {role} {address}: {plant}"));
            }
        }

        Assert.Empty(leaks);
    }

    /// <summary>A file with the third entry, which the chair is recused from: its name, what it is and what is in it are each found.</summary>
    private Task<int> AttachAsync() => site.Own.AskAsync(async db =>
    {
        var nomination = await db.Set<Web.Prize.Nominating.NominationRow>().SingleAsync(row => row.Year == 2061 && row.Pseudonym == "n-3");
        var bytes = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4 " + Attached);
        db.Add(new PrizeAttachmentRow { Key = File, Nomination = nomination.Key, Name = Attached + ".pdf", Description = Attached, Size = bytes.Length, At = site.Clock.GetUtcNow() });
        db.Add(new PrizeAttachmentBytesRow { Attachment = File, Bytes = bytes });
        return await db.SaveChangesAsync();
    });

    private static Rulebook WideScale(Rulebook rules) => rules with { Criteria = [.. rules.Criteria.Select(criterion => criterion with { Scale = new Scale(600, 750, 1), Levels = [] })] };

    /// <summary>Scores of which the mark stands nowhere else: evenly apart, the one in the middle would also be the mean, which everybody may read.</summary>
    private async Task CastAsync(int year, string? juror = null, string? entry = null)
    {
        var state = (await site.FindAsync(year))!.State!;
        foreach (var pair in state.ToCome().Where(pair => (juror is null || pair.Juror == juror) && (entry is null || pair.Entry == entry)).ToList())
        {
            var place = state.Jurors.IndexOf(pair.Juror);
            var score = 611 + (5 * place * place) + (31 * (pair.Entry[^1] - '0'));
            var ballot = new Ballot(pair.Entry, pair.Juror, 1, [.. state.Rulebook.Criteria.Select((criterion, index) => new Score(criterion.Key, index == 0 ? score + 1 : score)).OrderBy(one => one.Criterion, StringComparer.Ordinal)]);
            await site.WithAsync<Editions>(editions => editions.AppendAsync(year, pair.Juror, _ => Task.FromResult<IReadOnlyList<PrizeEvent>>([new BallotCast(ballot)])));
        }
    }

    private static string Mark(EditionState state, string entry, string juror) =>
        Math.Round(state.Ballot(entry, juror)!.Mark(state.Rulebook)!.Value, 1).ToString("#,0.##", CultureInfo.GetCultureInfo("nl"));

    private async Task<string> PseudonymAsync(int year, string name) => (await site.Own.AskAsync(db => (
        from person in db.Set<PrizePersonRow>()
        join account in db.Users on person.AccountKey equals account.Key
        where person.Year == year && account.Email == $"{name}@voorbeeld.nl"
        select person).SingleAsync())).Pseudonym;

    private IEnumerable<string> Routes(string method) => PrizeRoutes.Of(site.Own, method);

    private static string Filled(string route, int year, string entry, Guid key, Guid juror) => PrizeRoutes.Filled(route, year, entry, key, juror, File);
}
