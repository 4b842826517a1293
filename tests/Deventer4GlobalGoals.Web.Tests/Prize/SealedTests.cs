using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>
/// What is sealed changes, and nothing else does: whoever may not see it gets the same bytes, so also the same order, counts, tags and redirects. One edition,
/// in which the last becomes the first.
/// </summary>
public sealed partial class SealedTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private const int Year = 2061;

    private static readonly DateTimeOffset Ceremony = new CityTime(2032, 2, 11, 17, 0).First();

    private static readonly string[] Entries = ["n-1", "n-2", "n-3"];

    /// <summary>Beside the addresses of the prize: lists, counts, search, feeds and data in which it could be.</summary>
    private static readonly string[] Elsewhere =
    [
        "/", "/prijs", "/prijs/2061", "/en/prize", "/nieuws", "/organisaties", "/praktijkvoorbeelden", "/zoeken?q=Bedrijf", "/zoeken?q=Bedrijf+3", "/zoeken.atom?q=Bedrijf", "/feed.atom",
        "/sitemap.xml", "/monitor", "/api/v1/prize-editions", "/api/v1/prize-editions?format=csv", "/api/v1/search?q=Bedrijf", "/api/v1/search/suggestions?q=Bed",
        "/umbraco/delivery/api/v2/content?filter=contentType:prizeEdition", "/umbraco", "/umbraco/items?q=Bedrijf", "/umbraco/review",
    ];

    [Fact]
    public async Task Whoever_may_not_see_them_gets_the_same_bytes_whatever_scores_finalists_and_winner_are()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(Year, rules => rules with { Visibility = VisibilityMode.Never });
        using var juror = jurors[0];
        using var chair = jurors[1];
        using var other = jurors[2];
        var key = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == "jurylid20612@voorbeeld.nl"))).Key;
        await site.Secretary.PostAsync($"/umbraco/prize/{Year}/jury", $"/umbraco/prize/{Year}/jury/chair", ("juror", $"{key}"));
        using var stranger = await site.Own.SignInAsync("zegelvreemde", AccountRoles.Juror);
        using var editor = await site.Own.SignInAsync("zegelredacteur", AccountRoles.Editor);
        using var nobody = new Person(site.Own, hasCookies: false);
        (string Role, Person Person)[] outside = [("stranger", stranger), ("editor", editor), ("nobody", nobody)];

        // Who may see most looks first: what was made for them must not be given to the next.
        (string Role, Person Person)[] all = [("secretary", site.Secretary), ("chair", chair), ("juror", juror), .. outside];
        await ScoreAsync(juror, 0, 7, 7, 7);
        await ScoreAsync(chair, 0, 7, 7, 7);
        await ScoreAsync(other, 0, 9, 7, 5);
        await LookAsync(all);
        var scored = await LookAsync(all);
        await ScoreAsync(other, 1, 5, 7, 9);
        AssertSame(scored, await LookAsync(all));

        // From deliberation on the jury and its secretary see scores; everybody else still nothing.
        await site.StepAsync(Year, Phase.Deliberation);
        AssertSame(scored, await LookAsync(outside));
        foreach (var (winner, finalist) in new[] { ("n-1", "n-2"), ("n-3", "n-2") })
        {
            await site.AppendAsync(Year, new FinalistsChosen("bedrijven", [winner, finalist]), new WinnerDecided("bedrijven", $"Omdat {winner} de beste is.", winner));
            AssertSame(scored, await LookAsync(outside));
        }

        await site.StepAsync(Year, Phase.Decided);
        AssertSame(scored, await LookAsync(outside));

        // What a browser kept stays good until the ceremony, and not a moment longer.
        var (_, tag) = await AskAgainAsync("/prijs", null);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAgainAsync("/prijs", tag)).Status);
        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await AskAgainAsync("/prijs", tag)).Status);
        Assert.Contains("Bedrijf 3 wint", (await nobody.GetAsync($"/prijs/{Year}")).Text, StringComparison.Ordinal);
    }

    private static async Task ScoreAsync(Person juror, int version, params int[] scores)
    {
        foreach (var (entry, score) in Entries.Zip(scores))
        {
            var path = $"/jury/{Year}/{entry}";
            var saved = await juror.PostAsync(path, path, ("version", $"{version}"), ("scores[effect]", $"{score}"), ("scores[na-te-doen]", $"{score}"), ("scores[vernieuwend]", $"{score}"));
            Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        }

        // The word that it was saved stands on the next page only.
        await juror.GetAsync("/jury");
    }

    /// <summary>Everything that these people are answered, by who and what they asked.</summary>
    private async Task<Dictionary<string, string>> LookAsync((string Role, Person Person)[] people)
    {
        var nomination = (await site.Own.AskAsync(db => db.Set<NominationRow>().SingleAsync(row => row.Year == Year && row.Pseudonym == "n-3"))).Key;
        var account = (await site.Own.AskAsync(db => db.Users.SingleAsync(one => one.Email == "jurylid20613@voorbeeld.nl"))).Key;
        var prize = PrizeRoutes.Of(site.Own, "GET").Where(PrizeRoutes.IsPrize)
            .SelectMany(route => Entries.Where(entry => entry != "n-2").Select(entry => PrizeRoutes.Filled(route, Year, entry, nomination, account, Guid.Empty))).Distinct().ToList();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, person) in people)
        {
            foreach (var address in role is "editor" or "nobody" ? [.. prize, .. Elsewhere] : prize)
            {
                var answer = await person.ExactAsync(address);
                var head = answer.Split('\n')[0];
                Assert.False(
                    head.StartsWith("200", StringComparison.Ordinal) && IsPersonal(address) && !(head.Contains("no-store", StringComparison.Ordinal) && head.Contains("etag: ,", StringComparison.Ordinal)),
                    $"{address} may be kept on the way: {head}");

                // How many lines the log has, its secretary and chair may know: a revision is one.
                seen.Add($"{role} {address}", LogLength().Replace(answer, "lines: <code"));
            }
        }

        return seen;
    }

    private static bool IsPersonal(string address) => address.StartsWith("/umbraco/prize", StringComparison.Ordinal) || address.StartsWith("/jury", StringComparison.Ordinal) || address.Contains("/prijs/voordracht/", StringComparison.Ordinal);

    /// <summary>Says where the first difference is.</summary>
    private static void AssertSame(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var changed = after.Where(pair => before[pair.Key] != pair.Value).Select(pair =>
        {
            var place = before[pair.Key].Zip(pair.Value).TakeWhile(letters => letters.First == letters.Second).Count();
            return $"{pair.Key}: …{Around(before[pair.Key], place)}… became …{Around(pair.Value, place)}…";
        }).ToList();
        Assert.True(changed.Count == 0, string.Join('\n', changed));
    }

    [GeneratedRegex(@"(?<=<dd>)\d+: <code")]
    private static partial Regex LogLength();

    private static string Around(string text, int place) => text[Math.Max(0, place - 80)..Math.Min(text.Length, place + 80)];

    private async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag)> AskAgainAsync(string path, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        using var answer = await site.Own.Http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag);
    }
}
