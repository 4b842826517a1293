using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Audience;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Votes by links that come late, twice or from elsewhere, and in two categories, over HTTP. One site; years per fact.</summary>
public sealed class VoteLinkTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private const string NoVote = "Deze stem telt niet";

    [Fact]
    public async Task One_link_votes_in_each_category_and_one_with_more_is_another_vote()
    {
        await TwoCategoriesAsync(site, 2051);
        using var nora = new Person(site.Own);
        var page = (await nora.GetAsync("/prijs/2051/stemmen")).Page;
        Assert.Equal(["Bedrijven", "Scholen"], page.QuerySelectorAll("main fieldset legend").Select(legend => legend.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("main input[type=radio][value='']").Length);

        // Whom somebody votes for is a finalist of that category.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(nora, 2051, "nora@voorbeeld.nl", "n-4", "")).Status);

        // One category, and later both: an address votes once, and isn't told that the second is in.
        var one = await LinkAsync(nora, 2051, "nora@voorbeeld.nl", "", "n-4");
        var both = await LinkAsync(nora, 2051, "nora@voorbeeld.nl", "n-1", "n-4");
        Assert.Equal(["School 4"], (await nora.GetAsync(one)).Page.QuerySelectorAll("main li strong").Select(name => name.TextContent));
        Assert.Equal("Uw stem is geteld", Heading(await nora.PostAsync(one, one)));
        var refused = await nora.GetAsync(both);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, NoVote), (refused.Status, Heading(refused)));
        Assert.Equal([("scholen", "n-4")], await VotesAsync(2051));

        // Both at once are one paper, however often its button is pressed.
        var piet = await LinkAsync(nora, 2051, "piet@voorbeeld.nl", "n-2", "n-5");
        var token = (await nora.GetAsync(piet)).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Contains("Dank u wel", (await nora.SendAsync(piet, [(Field, token)])).Text, StringComparison.Ordinal);
        for (var again = 0; again < 2; again++)
        {
            var answer = await nora.SendAsync(piet, [(Field, token)]);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("was al geteld", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal([("bedrijven", "n-2"), ("scholen", "n-4"), ("scholen", "n-5")], await VotesAsync(2051));
        Assert.Equal(2, await site.Own.AskAsync(db => db.Set<PrizeVoteRow>().Where(row => row.Year == 2051).Select(row => row.Paper).Distinct().CountAsync()));

        // When one of the two takes part no longer, that the other was counted stays true.
        await site.AppendAsync(2051, new EntryWithdrawn("n-5", "withdrawn"));
        Assert.Contains("was al geteld", (await nora.GetAsync(piet)).Text, StringComparison.Ordinal);

        await site.AppendAsync(2051, new WinnerDecided("bedrijven", "Het duidelijkst.", "n-1"), new WinnerDecided("scholen", "Het duidelijkst.", "n-4"), new PhaseChanged(Phase.Deliberation, Phase.Decided));
        await site.MoveToAsync(PrizeSite.Rules(2051).Ceremony.First());
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        var tables = (await nora.GetAsync("/prijs/2051/stemmen")).Page.QuerySelectorAll("main table").Select(table =>
            $"{table.QuerySelector("caption")!.TextContent}: {string.Join(", ", table.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))))}");
        Assert.Equal(["Bedrijven: Bedrijf 2 1, Bedrijf 1 0", "Scholen: School 4 1"], tables);
        await site.MoveToAsync(PrizeSite.Autumn);
    }

    [Fact]
    public async Task A_link_counts_for_its_own_edition_only_and_one_that_is_too_old_for_none()
    {
        await TwoCategoriesAsync(site, 2052);
        await TwoCategoriesAsync(site, 2053);
        using var kees = new Person(site.Own);
        var link = await LinkAsync(kees, 2052, "kees@voorbeeld.nl", "n-1", "");
        Assert.Equal("Uw stem is geteld", Heading(await kees.PostAsync(link, link)));
        Assert.Equal([("bedrijven", "n-1")], await VotesAsync(2052));
        Assert.Empty(await VotesAsync(2053));

        // The same address votes in the other edition too; a day later that is too late.
        var late = await LinkAsync(kees, 2053, "kees@voorbeeld.nl", "n-1", "");
        var token = (await kees.GetAsync(late)).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var now = site.Clock.GetUtcNow();
        site.Clock.MoveTo(now + VoteLinks.Holds + TimeSpan.FromMinutes(1));
        foreach (var answer in new[] { await kees.GetAsync(late), await kees.SendAsync(late, [(Field, token)]) })
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, NoVote), (answer.Status, Heading(answer)));
            Assert.Contains("ouder dan een dag", answer.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await VotesAsync(2053));
        site.Clock.MoveTo(now);

        // A link to an edition without a vote, to none, or that was sealed for something else.
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(2054);
        var (links, choices) = (site.Own.Get<VoteLinks>(), new Dictionary<string, string> { ["bedrijven"] = "n-1" });
        foreach (var strange in new[]
        {
            VoteLinks.Path("nl", links.Make(new VoteLink(2054, "0", now, choices))), VoteLinks.Path("nl", links.Make(new VoteLink(2099, "0", now, choices))),
            VoteLinks.Path("nl", site.Own.Get<NominationLinks>().Make(new NominationLink(Guid.NewGuid(), 2052, NominationSide.Nominator))), VoteLinks.Path("en-US", link.Split('/')[^1][..^4] + "AAAA"),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await kees.GetAsync(strange)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await kees.SendAsync(strange, [(Field, token)])).Status);
        }

        // Nor does one of ours with a finalist of another category.
        site.Clock.MoveTo(now);
        var mixed = VoteLinks.Path("nl", links.Make(new VoteLink(2053, new string('0', 64), now, new Dictionary<string, string> { ["scholen"] = "n-1" })));
        Assert.Contains("doet niet meer mee", (await kees.SendAsync(mixed, [(Field, token)])).Text, StringComparison.Ordinal);

        // Once nobody can tell any more whose a vote was, no link counts.
        await site.Own.AskAsync(db => db.Set<PrizeVoteKeyRow>().Where(row => row.Year == 2053).ExecuteDeleteAsync());
        Assert.Contains("Stemmen is gesloten", (await kees.SendAsync(late, [(Field, token)])).Text, StringComparison.Ordinal);
        Assert.Empty(await VotesAsync(2053));
    }

    internal const string Field = "__RequestVerificationToken";

    /// <summary>Two finalists in each of two categories, while the public votes.</summary>
    internal static async Task TwoCategoriesAsync(PrizeSite site, int year)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(year, rules => AudienceVoteTests.WithVote(rules) with { Categories = [.. rules.Categories, new Category("scholen", new Label("Scholen", "Schools", "Schulen"))] });
        foreach (var (number, category, name) in new[] { (1, "bedrijven", "Bedrijf"), (2, "bedrijven", "Bedrijf"), (4, "scholen", "School"), (5, "scholen", "School") })
        {
            await site.EnterAsync(year, $"n-{number}", $"{name} {number}", category: category);
        }

        await site.AppendAsync(
            year,
            new PhaseChanged(Phase.Nominations, Phase.Screening), new PhaseChanged(Phase.Screening, Phase.Scoring), new PhaseChanged(Phase.Scoring, Phase.Deliberation),
            new FinalistsChosen("bedrijven", ["n-1", "n-2"]), new FinalistsChosen("scholen", ["n-4", "n-5"]));
        await site.MoveToAsync(PrizeSite.Winter);
    }

    /// <summary>Chooses per category and asks for the link.</summary>
    internal static async Task<Answer> AskAsync(PrizeSite site, Person person, int year, string email, string company, string school)
    {
        var path = $"/prijs/{year}/stemmen";
        var form = (await person.GetAsync(path)).Page.QuerySelector("main form")!;
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        return await person.SubmitAsync(form, path, ("Choices[bedrijven]", company), ("Choices[scholen]", school), ("Email", email));
    }

    private static string Heading(Answer answer) => answer.Page.QuerySelector("main h1")!.TextContent;

    private Task<Answer> AskAsync(Person person, int year, string email, string company, string school) => AskAsync(site, person, year, email, company, school);

    private async Task<string> LinkAsync(Person person, int year, string email, string company, string school)
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(person, year, email, company, school)).Status);
        return await AudienceVoteTests.LinkToAsync(site, email);
    }

    private async Task<List<(string Category, string Entry)>> VotesAsync(int year) =>
        [.. (await site.Own.AskAsync(db => db.Set<PrizeVoteRow>().Where(row => row.Year == year).OrderBy(row => row.Category).ThenBy(row => row.Entry).ToListAsync())).Select(row => (row.Category, row.Entry))];
}

/// <summary>How often a link is mailed: to a mailbox, and from a network. It uses up what its site allows, so it has one of its own.</summary>
public sealed class VoteLimitTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task A_mailbox_and_a_network_get_so_many_links_an_hour()
    {
        await VoteLinkTests.TwoCategoriesAsync(site, 2051);
        using var nora = new Person(site.Own);
        foreach (var name in new[] { "nora@voorbeeld.nl", "NORA@Voorbeeld.nl", "nora+prijs@voorbeeld.nl" })
        {
            Assert.Equal(HttpStatusCode.OK, (await VoteLinkTests.AskAsync(site, nora, 2051, name, "n-1", "")).Status);
            await AudienceVoteTests.LinkToAsync(site, name);
        }

        var refused = await VoteLinkTests.AskAsync(site, nora, 2051, "nora+nogmaals@voorbeeld.nl", "n-2", "");
        AssertTooOften(refused);
        Assert.Equal("nora+nogmaals@voorbeeld.nl", refused.Page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.True(refused.Page.QuerySelector("#f-n-2")!.HasAttribute("checked"));

        // Somebody else isn't kept from it, until the network had its share.
        Assert.Equal(HttpStatusCode.OK, (await VoteLinkTests.AskAsync(site, nora, 2051, "piet@voorbeeld.nl", "n-1", "")).Status);
        var network = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        var left = Enumerable.Range(0, VoteLimits.PerAddress).Count(one => site.Own.Get<VoteLimits>().MaySend(network, $"iemand {one}"));
        Assert.Equal(VoteLimits.PerAddress - 5, left);
        AssertTooOften(await VoteLinkTests.AskAsync(site, nora, 2051, "pia@voorbeeld.nl", "n-1", ""));
        await AudienceVoteTests.LinkToAsync(site, "piet@voorbeeld.nl");
        Assert.Equal(4, site.Mail.Sent.Count(mail => mail.Key.StartsWith("vote/", StringComparison.Ordinal)));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeVoteRow>().CountAsync()));
    }

    private static void AssertTooOften(Answer answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("al vaak links gestuurd", answer.Page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
    }
}
