using System.Net;
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
        var late = await jo.PostAsync(path, path, ("version", "1"), ("scores[effect]", "1"), ("scores[na-te-doen]", "1"), ("scores[vernieuwend]", "1"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(["1", "1", "1"], late.Page.QuerySelectorAll("input[type=radio][checked]").Select(choice => choice.GetAttribute("value")));
        var state = (await site.FindAsync(2091))!.State!;
        var versions = Assert.Single(state.Ballots).Value;
        Assert.Equal([8m, 7m], versions.Select(ballot => ballot.Scores.Single(score => score.Criterion == "effect").Value));
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
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await jo.PostAsync(path, path + "/recuse", ("reason", " "))).Status);
        await jo.PostAsync(path, path, [("version", "0"), .. Good]);
        Assert.Equal("/jury", (await jo.PostAsync(path, path + "/recuse", ("reason", "Mijn zus werkt er."))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync(path)).Status);
        var home = await jo.GetAsync("/jury");
        Assert.Contains("0 van 2 klaar", home.Text, StringComparison.Ordinal);
        foreach (var page in new[] { home, await jo.GetAsync("/jury/2094/ballots"), await jo.GetAsync($"/jury/2094/{entries[1]}") })
        {
            Assert.DoesNotContain("Bedrijf 1", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Page.QuerySelectorAll($"a[href$='{entries[0]}']"));
        }

        Assert.Contains("Inzending 1 van 2", (await jo.GetAsync($"/jury/2094/{entries[1]}")).Text, StringComparison.Ordinal);
        Assert.Empty((await site.FindAsync(2094))!.State!.Counting());
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
        await jo.PostAsync(path, path + "/abstain", ("version", "0"), ("reason", "Hier weet ik te weinig van."));
        Assert.Contains("U onthoudt zich", (await jo.GetAsync("/jury")).Text, StringComparison.Ordinal);
        var state = (await site.FindAsync(2095))!.State!;
        Assert.Empty(state.Counting());
        Assert.Equal("Hier weet ik te weinig van.", Assert.Single(state.Ballots).Value[^1].Abstained);

        var page = (await bo.GetAsync(path)).Page.QuerySelector("form[data-ballot]")!;
        await site.AppendAsync(2095, new RulebookAmended(state.Rulebook with { Scoring = state.Rulebook.Scoring with { Until = new CityTime(2031, 10, 20, 11, 30) } }, "Eerder klaar."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await bo.SubmitAsync(page, path, [("version", "0"), .. Good])).Status);
        Assert.Single((await site.FindAsync(2095))!.State!.Ballots);
    }
}
