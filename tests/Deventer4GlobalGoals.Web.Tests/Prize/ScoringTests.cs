using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>What a juror sees and does, and nobody else. One site; each fact has a year of its own.</summary>
public sealed class ScoringTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private static readonly (string, string)[] Good = [("scores[effect]", "8"), ("scores[na-te-doen]", "9"), ("scores[vernieuwend]", "6")];

    [Fact]
    public async Task A_ballot_is_revised_and_an_older_page_overwrites_nothing()
    {
        var (jurors, entries) = await site.ScoreAsync(2091);
        using var jo = jurors[0];
        var path = $"/jury/2091/{entries[0]}";
        var first = await jo.PostAsync(path, path, [("version", "0"), .. Good]);
        Assert.Equal((HttpStatusCode.Redirect, $"/jury/2091/{entries[1]}"), (first.Status, first.Location));
        Assert.Equal(HttpStatusCode.Redirect, (await jo.PostAsync(path, path, ("version", "1"), ("scores[effect]", "7"), ("scores[na-te-doen]", "9"), ("scores[vernieuwend]", "6"))).Status);

        // The same once more, as when an answer got lost, is no new version.
        Assert.Equal(HttpStatusCode.Redirect, (await jo.PostAsync(path, path, ("version", "1"), ("scores[effect]", "7"), ("scores[na-te-doen]", "9"), ("scores[vernieuwend]", "6"))).Status);
        var late = await jo.PostAsync(path, path, ("version", "1"), ("scores[effect]", "1"), ("scores[na-te-doen]", "1"), ("scores[vernieuwend]", "1"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(["1", "1", "1"], late.Page.QuerySelectorAll("input[type=radio][checked]").Select(choice => choice.GetAttribute("value")));
        var state = (await site.FindAsync(2091))!.State!;
        var versions = Assert.Single(state.Ballots).Value;
        Assert.Equal([8m, 7m], versions.Select(ballot => ballot.Scores.Single(score => score.Criterion == "effect").Value));
    }

    [Fact]
    public async Task An_older_note_overwrites_nothing_and_both_are_shown()
    {
        var (jurors, entries) = await site.ScoreAsync(2097);
        using var jo = jurors[0];
        jurors[1].Dispose();
        jurors[2].Dispose();
        var path = $"/jury/2097/{entries[0]}";
        Task<Answer> Note(string version, string text) => jo.PostAsync(path, path + "/notes", ("kind", "Shared"), ("version", version), ("text", text));
        Assert.Equal(path, (await Note("0", "Eerst gezegd.")).Location);
        var late = await Note("0", "Ouder, en toch getypt.");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var form = late.Page.QuerySelector("form[data-note$=Shared]")!;
        Assert.Equal(
            ("Ouder, en toch getypt.", "Eerst gezegd.", "1"),
            (form.QuerySelector("textarea")!.TextContent, form.QuerySelector("[data-other]:not([hidden]) [data-other-text]")!.TextContent, form.QuerySelector("[name=version]")!.GetAttribute("value")));
        Assert.Equal(path, (await jo.SubmitAsync(form, path + "/notes")).Location);
        Assert.Equal("Ouder, en toch getypt.", (await jo.GetAsync(path)).Page.QuerySelector("form[data-note$=Shared] textarea")!.TextContent);

        // A hundred kilobytes is too much: that is said, and nothing of it or of what stood there is lost.
        var far = string.Concat(Enumerable.Repeat("Te lang verhaal. ", 6_000)).Trim();
        var refused = await Note("2", far);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, far), (refused.Status, refused.Page.QuerySelector("form[data-note$=Shared] textarea")!.TextContent));
        Assert.Contains("De notitie is te lang.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Ouder, en toch getypt.", (await jo.GetAsync(path)).Page.QuerySelector("form[data-note$=Shared] textarea")!.TextContent);

        // A note that was emptied is none, and can be begun anew.
        Assert.Equal(path, (await Note("2", " ")).Location);
        Assert.Equal("0", (await jo.GetAsync(path)).Page.QuerySelector("form[data-note$=Shared] [name=version]")!.GetAttribute("value"));
        Assert.Equal(path, (await Note("0", "Opnieuw begonnen.")).Location);
    }

    [Theory]
    [InlineData("scores[effect]", "11")]
    [InlineData("scores[effect]", "7.5")]
    [InlineData("scores[effect]", "-1")]
    [InlineData("scores[effect]", "veel")]
    [InlineData("scores[effect]", "")]
    public async Task Outside_the_scale_or_missing_is_said_and_nothing_is_saved(string field, string value)
    {
        var year = 2100 - 8;
        if (await site.FindAsync(year) is null)
        {
            foreach (var juror in (await site.ScoreAsync(year)).Jurors)
            {
                juror.Dispose();
            }
        }

        using var jo = await site.SignInAgainAsync($"jurylid{year}1");
        var entry = (await site.FindAsync(year))!.State!.Entries.Keys.First();
        var answer = await jo.PostAsync($"/jury/{year}/{entry}", $"/jury/{year}/{entry}", [("version", "0"), .. Good.Where(score => score.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("#c-effect", answer.Page.QuerySelector("#fouten a")!.GetAttribute("href"));
        Assert.Equal(2, answer.Page.QuerySelectorAll("input[type=radio][checked]").Count(choice => choice.GetAttribute("name") != "scores[effect]"));
        Assert.Empty((await site.FindAsync(year))!.State!.Ballots);
    }

    [Fact]
    public async Task What_others_gave_is_nowhere_until_the_own_ballot_is_in()
    {
        var (jurors, entries) = await site.ScoreAsync(2093);
        using var jo = jurors[0];
        using var bo = jurors[1];
        using var cees = jurors[2];
        var path = $"/jury/2093/{entries[0]}";
        await jo.PostAsync(path, path, [("version", "0"), .. Good]);
        foreach (var page in new[] { "/jury", path, "/jury/2093/ballots" })
        {
            Assert.DoesNotContain("7,7", (await bo.GetAsync(page)).Text, StringComparison.Ordinal);
        }

        Assert.Null((await bo.GetAsync(path)).Page.QuerySelector("#anderen"));
        await bo.PostAsync(path, path, [("version", "0"), .. Good]);
        Assert.Contains("Jurylid 1: 7,7", (await bo.GetAsync(path)).Text, StringComparison.Ordinal);

        // The secretary sees how far it is, and no score anywhere.
        foreach (var page in new[] { "/umbraco/prize/2093", "/umbraco/prize/2093/assignment", "/umbraco/prize/2093/jury" })
        {
            Assert.DoesNotContain("7,7", (await site.Secretary.GetAsync(page)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("1 van 3 klaar", (await site.Secretary.GetAsync("/umbraco/prize/2093/assignment")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_conflict_finds_the_entry_nowhere_any_more()
    {
        var (jurors, entries) = await site.ScoreAsync(2094);
        using var jo = jurors[0];
        using var bo = jurors[1];
        using var cees = jurors[2];
        var path = $"/jury/2094/{entries[0]}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await jo.PostAsync(path, path + "/recuse", ("degree", "Close"), ("reason", " "))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await jo.PostAsync(path, path + "/recuse", ("degree", "None"), ("reason", "Zomaar."))).Status);

        // Knowing somebody is by these rules no reason to stay out of it; it is written down.
        Assert.Equal(path, (await jo.PostAsync(path, path + "/recuse", ("degree", "Slight"), ("reason", "Wij kennen elkaar."))).Location);
        Assert.Equal(HttpStatusCode.OK, (await jo.GetAsync(path)).Status);
        await jo.PostAsync(path, path, [("version", "0"), .. Good]);
        Assert.Equal("/jury", (await jo.PostAsync(path, path + "/recuse", ("degree", "Close"), ("reason", "Mijn zus werkt er."))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync(path)).Status);
        var home = await jo.GetAsync("/jury");
        Assert.Contains("0 van 2 klaar", home.Text, StringComparison.Ordinal);
        foreach (var page in new[] { home, await jo.GetAsync("/jury/2094/ballots"), await jo.GetAsync($"/jury/2094/{entries[1]}") })
        {
            Assert.DoesNotContain("Bedrijf 1", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Page.QuerySelectorAll($"a[href$='{entries[0]}']"));
        }

        Assert.Contains("Inzending 1 van 2", (await jo.GetAsync($"/jury/2094/{entries[1]}")).Text, StringComparison.Ordinal);
        var edition = (await site.FindAsync(2094))!;
        Assert.Empty(edition.State!.Counting());

        // Words about people stay out of what can't be erased.
        Assert.DoesNotContain(edition.Log.Entries, line => line.Event.Contains("zus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_casts_a_ballot_and_nobody_after_closing()
    {
        var (jurors, entries) = await site.ScoreAsync(2095);
        using var jo = jurors[0];
        using var bo = jurors[1];
        using var cees = jurors[2];
        var path = $"/jury/2095/{entries[0]}";
        using var other = await site.Own.SignInAsync("vreemd", AccountRoles.Juror);
        using var nobody = new Person(site.Own);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/jury", path, [("version", "0"), .. Good])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Secretary.PostAsync("/umbraco/prize", path, [("version", "0"), .. Good])).Status);
        Assert.StartsWith("/umbraco/sign-in", (await nobody.GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await jo.PostAsync(path, path + "/abstain", ("version", "0"), ("reason", "Omdat Piet er werkt."))).Status);
        await jo.PostAsync(path, path + "/abstain", ("version", "0"), ("reason", "too-little-knowledge"));
        Assert.Contains("U onthoudt zich", (await jo.GetAsync("/jury")).Text, StringComparison.Ordinal);
        var state = (await site.FindAsync(2095))!.State!;
        Assert.Empty(state.Counting());
        Assert.Equal("too-little-knowledge", Assert.Single(state.Ballots).Value[^1].Abstained);

        var page = (await bo.GetAsync(path)).Page.QuerySelector("form[data-ballot]")!;
        await site.AppendAsync(2095, new RulebookAmended(state.Rulebook with { Scoring = state.Rulebook.Scoring with { Until = new CityTime(2031, 10, 20, 11, 30) } }, "Eerder klaar."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await bo.SubmitAsync(page, path, [("version", "0"), .. Good])).Status);
        Assert.Single((await site.FindAsync(2095))!.State!.Ballots);
    }

    [Fact]
    public async Task A_jury_that_reads_blind_gets_the_copy_without_names_and_no_step_goes_before_it()
    {
        await site.OpenAsync(2096, rules => rules with { Blind = true });
        await site.MoveToAsync(PrizeSite.Winter);
        using var jo = await site.Own.SignInAsync("blind1", AccountRoles.Juror);
        await site.Secretary.PostAsync("/umbraco/prize/2096/jury", "/umbraco/prize/2096/jury/invite", ("name", "blind1"), ("email", "blind1@voorbeeld.nl"));
        await site.EnterAsync(2096, "n-1", "Geheim Bedrijf");
        await site.AppendAsync(2096, [.. (await site.FindAsync(2096))!.State!.Jurors.Select(juror => new JurorAssigned("n-1", juror)), new RulebookAmended((await site.FindAsync(2096))!.Rulebook with { Quorum = 1 }, "Eén jurylid.")]);
        await site.StepAsync(2096, Phase.Screening);
        Assert.Contains("nog geen tekst zonder namen", (await site.SendStepAsync(2096, Phase.Scoring)).Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var key = (await site.NominationAsync(2096)).Key;
        var page = $"/umbraco/prize/2096/nominations/{key}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Secretary.PostAsync(page, page + "/copy", ("version", "2"), ("why", "Een ander"), ("contribution", ""))).Status);
        Assert.Equal(page, (await site.Secretary.PostAsync(page, page + "/copy", ("version", "1"), ("why", "Een jaar lang wegen, zonder naam."), ("contribution", ""))).Location);
        await site.StepAsync(2096, Phase.Scoring);
        foreach (var path in new[] { "/jury", "/jury/2096/n-1", "/jury/2096/ballots" })
        {
            Assert.DoesNotContain("Geheim Bedrijf", (await jo.GetAsync(path)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Contains("Een jaar lang wegen, zonder naam.", (await jo.GetAsync("/jury/2096/n-1")).Text, StringComparison.Ordinal);
    }
}
