using System.IO.Compression;
using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Audience;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>The public votes for a finalist. One site; a year per fact.</summary>
public sealed class AudienceVoteTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task A_vote_counts_once_by_its_link_and_no_address_is_kept()
    {
        await FinalistsAsync(site, 2041);
        using var nora = new Person(site.Own);
        var page = await nora.GetAsync("/prijs/2041/stemmen");
        Assert.Equal(["Bedrijf 1", "Bedrijf 2"], page.Page.QuerySelectorAll("input[type=radio] + label strong").Select(name => name.TextContent));
        var link = await AskAsync(nora, 2041, "nora@voorbeeld.nl", "n-1");
        Assert.Equal(["Bedrijf 1"], (await nora.GetAsync(link)).Page.QuerySelectorAll("main li strong").Select(name => name.TextContent));
        Assert.Empty(await VotesAsync(2041));
        Assert.Equal("Uw stem is geteld", Heading(await nora.PostAsync(link, link)));
        var again = await nora.GetAsync(link);
        Assert.Contains("was al geteld", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Page.QuerySelector("main form"));

        // The same mailbox under another name, for somebody else: the answer to asking is the same, and the first one counts.
        var second = await AskAsync(nora, 2041, "NORA+x@voorbeeld.nl", "n-2");
        Assert.Equal("Deze stem telt niet", Heading(await nora.GetAsync(second)));
        Assert.Equal("n-1", Assert.Single(await VotesAsync(2041)).Entry);

        // Mail is sent one by one: when the second came, the first was dealt with.
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<MailRow>().CountAsync(mail => mail.To == "nora@voorbeeld.nl" && mail.Key.StartsWith("vote/"))));

        // Who asks what is kept hears that she voted; whoever looks doesn't see for whom. Erased while voting is open, she may vote again.
        var kept = await site.Secretary.PostAsync("/umbraco/prize/person", "/umbraco/prize/person", ("email", "nora@voorbeeld.nl"));
        Assert.Contains("2041, bedrijven", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Page.QuerySelectorAll("main ul.d4-taken li"), item => item.TextContent.Contains("2041, bedrijven", StringComparison.Ordinal) && item.TextContent.Contains("n-1", StringComparison.Ordinal));
        await site.WithAsync<PersonFile>(file => file.EraseAsync("nora@voorbeeld.nl", CancellationToken.None));
        Assert.Empty(await VotesAsync(2041));
        Assert.Equal("Uw stem is geteld", Heading(await nora.PostAsync(second, second)));
        Assert.Equal("n-2", Assert.Single(await VotesAsync(2041)).Entry);

        // Two links of one mailbox, each pressed four times at once.
        var voter = await site.WithAsync<AudienceVote, string>(vote => vote.VoterAsync(2041, "piet@voorbeeld.nl", CancellationToken.None));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => ConfirmAsync(site, Link(site, 2041, voter, one % 2 == 0 ? "n-1" : "n-2"), IPAddress.Loopback)));
        Assert.Equal((1, 3, 4), (outcomes.Count(one => one == VoteOutcome.Counted), outcomes.Count(one => one == VoteOutcome.CountedBefore), outcomes.Count(one => one == VoteOutcome.VotedBefore)));
        Assert.Equal(2, (await VotesAsync(2041)).Count);
    }

    [Fact]
    public async Task A_link_that_is_old_late_made_up_or_of_something_else_says_so()
    {
        await FinalistsAsync(site, 2042);
        var now = site.Clock.GetUtcNow();
        using var piet = new Person(site.Own);
        var gone = await AskAsync(piet, 2042, "pia@voorbeeld.nl", "n-2");
        var link = await AskAsync(piet, 2042, "piet@voorbeeld.nl", "n-1");
        var token = (await piet.GetAsync(link)).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.BadRequest, (await piet.SendAsync(link, [])).Status);
        foreach (var path in new[] { "/prijs/stem/x", link[..^4] + "AAAA", link.Replace("/prijs/stem/", "/prijs/voordracht/", StringComparison.Ordinal) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await piet.GetAsync(path)).Status);
        }

        await site.AppendAsync(2042, new EntryWithdrawn("n-2", "withdrawn"));
        Assert.Contains("doet niet meer mee", (await piet.SendAsync(gone, [("__RequestVerificationToken", token)])).Text, StringComparison.Ordinal);
        site.Clock.MoveTo(now + VoteLinks.Holds + TimeSpan.FromMinutes(1));
        Assert.Contains("ouder dan een dag", (await piet.SendAsync(link, [("__RequestVerificationToken", token)])).Text, StringComparison.Ordinal);
        var window = (await site.FindAsync(2042))!.Rulebook.AudienceVote!;
        site.Clock.MoveTo(window.Closes.AddSeconds(-30));
        var late = await AskAsync(piet, 2042, "piet@voorbeeld.nl", "n-1");
        site.Clock.MoveTo(window.Closes);
        Assert.Contains("Stemmen is gesloten", (await piet.SendAsync(late, [("__RequestVerificationToken", token)])).Text, StringComparison.Ordinal);
        var page = await piet.GetAsync("/prijs/2042/stemmen");
        Assert.Null(page.Page.QuerySelector("input[type=radio]"));
        Assert.Contains("Stemmen kan niet meer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bedrijf 1", page.Text, StringComparison.Ordinal);

        // Nor does a link of one edition count in another.
        var other = new VoteLink(2041, "0", now, new Dictionary<string, string> { ["bedrijven"] = "n-1" });
        var edition = (await site.FindAsync(2042))!;
        Assert.Equal(VoteOutcome.Closed, await site.WithAsync<AudienceVote, VoteOutcome?>(vote => vote.LookAsync(edition, other, CancellationToken.None)));
        Assert.Empty(await VotesAsync(2042));
    }

    [Theory]
    [InlineData("geen adres", "bedrijven", "n-1", "", "#Email")]
    [InlineData("kees@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl", "bedrijven", "n-1", "", "#Email")]
    [InlineData("kees@voorbeeld.nl", "bedrijven", "", "", "#Choices")]
    [InlineData("kees@voorbeeld.nl", "bedrijven", "n-3", "", "#Choices")]
    [InlineData("kees@voorbeeld.nl", "bestaat-niet", "n-1", "", "#Choices")]
    [InlineData("kees@voorbeeld.nl", "bedrijven", "n-1", "http://spam.example", "")]
    public async Task What_is_wrong_is_said_and_nothing_is_mailed(string email, string category, string entry, string website, string field)
    {
        if (await site.FindAsync(2043) is null)
        {
            await FinalistsAsync(site, 2043);
        }

        await site.MoveToAsync(PrizeSite.Winter);
        var before = site.Mail.Sent.Count(mail => mail.Key.StartsWith("vote/", StringComparison.Ordinal));
        using var kees = new Person(site.Own);
        var answer = await SendAsync(kees, 2043, email, entry, category, website);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(field.Length == 0 ? [] : [field], answer.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")));
        Assert.Equal(before, site.Mail.Sent.Count(mail => mail.Key.StartsWith("vote/", StringComparison.Ordinal)));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<MailRow>().CountAsync(mail => mail.Key.StartsWith("vote/"))));
    }

    [Fact]
    public async Task How_it_stands_is_sealed_until_the_ceremony_and_after_the_term_nobody_can_tell_whose_a_vote_was()
    {
        await FinalistsAsync(site, 2044);
        var head = (await site.FindAsync(2044))!.Log.Head;
        await CrowdAsync(site, 2044);
        Assert.Equal(head, (await site.FindAsync(2044))!.Log.Head);
        using var nobody = new Person(site.Own);
        await AssertSealedAsync(nobody);
        var desk = await site.Secretary.GetAsync("/umbraco/prize/2044/audience");
        Assert.Contains("84 mensen stemden", desk.Text, StringComparison.Ordinal);
        Assert.Contains("20 stemmen van netwerk 1", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bedrijf", desk.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await site.AppendAsync(2044, new WinnerDecided("bedrijven", "Het duidelijkst.", "n-1"), new PhaseChanged(Phase.Deliberation, Phase.Decided));
        await AssertSealedAsync(nobody);
        Assert.DoesNotContain(AudienceCount.File, (await ExportAsync()).Keys);

        await site.MoveToAsync(PrizeSite.Rules(2044).Ceremony.First());
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(["Bedrijf 2 61", "Bedrijf 1 23"], Rows(await nobody.GetAsync("/prijs/2044/stemmen")));
        Assert.Contains("20 stemmen kwamen in een korte golf", (await nobody.GetAsync("/prijs/2044/stemmen")).Text, StringComparison.Ordinal);
        var report = await nobody.GetAsync("/prijs/2044/juryrapport");
        Assert.Contains("Bedrijf 2 61", Rows(report));
        Assert.Contains("Bedrijf 1 wint", report.Text, StringComparison.Ordinal);
        Assert.NotNull((await nobody.GetAsync("/prijs/2044")).Page.QuerySelector("main a[href='/prijs/2044/stemmen']"));
        Assert.Equal(["Bedrijf 2 61 20", "Bedrijf 1 23 0"], Rows(await site.Secretary.GetAsync("/umbraco/prize/2044/audience")).Take(2));

        // What is handed out counts up to the same, and the jury's part recomputes as ever.
        var files = await ExportAsync();
        Assert.Empty(ResultCheck.Verify(files, (await site.FindAsync(2044))!.Log.Head));
        var lines = files[AudienceCount.File].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal((61, 23, 84), (lines.Count(line => line[3] == "n-2"), lines.Count(line => line[3] == "n-1"), lines.Select(line => line[1]).Distinct().Count()));

        await site.WithAsync<PersonFile>(file => file.EraseAsync("kiezer3@voorbeeld.nl", CancellationToken.None));
        Assert.Equal((84, 83), ((await VotesAsync(2044)).Count, (await VotesAsync(2044)).Count(vote => vote.Voter is not null)));
        await site.WithAsync<Anonymising>(anonymising => anonymising.EraseAsync(2044, "p-test", close: false, CancellationToken.None));
        Assert.Equal((84, 0), ((await VotesAsync(2044)).Count, (await VotesAsync(2044)).Count(vote => vote.Voter is not null || vote.Network is not null)));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeVoteKeyRow>().CountAsync(row => row.Year == 2044)));
        Assert.Equal(["Finalist whose name was erased 61", "Bedrijf 1 23"], Rows(await nobody.GetAsync("/en/prijs/2044/stemmen")));
        Assert.Contains("84 mensen stemden", (await site.Secretary.GetAsync("/umbraco/prize/2044/audience")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_finalists_or_without_a_vote_in_the_rules_there_is_nothing_to_vote_for()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(2045);
        await site.OpenAsync(2046, WithVote);
        using var nobody = new Person(site.Own);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/prijs/2045/stemmen")).Status);
        var early = await nobody.GetAsync("/prijs/2046/stemmen");
        Assert.Null(early.Page.QuerySelector("main form"));
        Assert.Contains("U kunt nu niet stemmen", early.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Secretary.GetAsync("/umbraco/prize/2045/audience")).Status);
        Assert.Contains("nog geen finalisten", (await site.Secretary.GetAsync("/umbraco/prize/2046/audience")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_say_when_the_public_votes()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.WithAsync<Editions>(editions => editions.AddAsync(PrizeSite.Rules(2048), CancellationToken.None));
        const string Path = "/umbraco/prize/2048/rules";
        var form = (await site.Secretary.GetAsync(Path)).Page.QuerySelector("main form")!;
        var wrong = await site.Secretary.SubmitAsync(form, Path, ("AudienceFrom", "2031-09-15T09:00"), ("AudienceUntil", "2032-02-11T17:00"), ("MostFinalists", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["#MostFinalists", "#AudienceFrom", "#AudienceUntil"], wrong.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")));
        await site.Secretary.SubmitAsync(form, Path, ("AudienceFrom", "2031-10-16T09:00"), ("AudienceUntil", "2031-10-31T23:59"));
        Assert.Equal(WithVote(PrizeSite.Rules(2048)).AudienceVote, (await site.FindAsync(2048))!.Draft.AudienceVote);
    }

    private static string Heading(Answer answer) => answer.Page.QuerySelector("main h1")!.TextContent;

    private static IEnumerable<string> Rows(Answer answer) =>
        answer.Page.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));

    internal static Rulebook WithVote(Rulebook rules) => rules with { AudienceVote = new Window(new CityTime(2031, 10, 16, 9, 0), new CityTime(2031, 10, 31, 23, 59)) };

    /// <summary>Two finalists in deliberation, while the public votes.</summary>
    internal static async Task FinalistsAsync(PrizeSite site, int year)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(year, WithVote)).Jurors)
        {
            juror.Dispose();
        }

        await site.CastAsync(year);
        await site.StepAsync(year, Phase.Deliberation);
        await site.AppendAsync(year, new FinalistsChosen("bedrijven", ["n-1", "n-2"]));
    }

    /// <summary>The path in the next mail with a vote to this person.</summary>
    internal static async Task<string> LinkToAsync(PrizeSite site, string email)
    {
        var mail = await site.Mail.NextAsync();
        while (mail.To != email)
        {
            mail = await site.Mail.NextAsync();
        }

        return new Uri(mail.Text.Split('\n').Single(line => line.Contains("/prijs/stem/", StringComparison.Ordinal))).AbsolutePath;
    }

    /// <summary>61 votes for the second finalist, of which 20 from one network, and 23 for the first.</summary>
    internal static async Task CrowdAsync(PrizeSite site, int year)
    {
        for (var i = 0; i < 84; i++)
        {
            var voter = await site.WithAsync<AudienceVote, string>(vote => vote.VoterAsync(year, $"kiezer{i}@voorbeeld.nl", CancellationToken.None));
            var from = IPAddress.Parse(i < 20 ? "192.0.2.7" : $"10.0.{i}.1");
            Assert.Equal(VoteOutcome.Counted, await ConfirmAsync(site, Link(site, year, voter, i < 61 ? "n-2" : "n-1"), from));
        }
    }

    private async Task AssertSealedAsync(Person nobody)
    {
        foreach (var path in new[] { "/prijs/2044/stemmen", "/en/prijs/2044/stemmen", "/prijs", "/prijs/2044", "/prijs/2044/juryrapport", "/api/v1/prize-editions", "/zoeken?q=stemmen" })
        {
            AssertNothing(path, await nobody.GetAsync(path));
        }

        foreach (var page in new[] { "", "/audience", "/report", "/scoreboard", "/deliberation", "/nominations" })
        {
            AssertNothing(page, await site.Secretary.GetAsync("/umbraco/prize/2044" + page));
        }
    }

    private static void AssertNothing(string path, Answer answer)
    {
        var text = answer.Page.QuerySelector("main")?.OuterHtml ?? answer.Page.DocumentElement.OuterHtml;
        foreach (var mark in new[] { ">61<", "61 stem", "61 vote", ">23<", "23 stem" })
        {
            Assert.False(text.Contains(mark, StringComparison.Ordinal), $"{path}: {mark}");
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> ExportAsync()
    {
        await using var zip = new ZipArchive(new MemoryStream(await site.Secretary.BytesAsync("/umbraco/prize/2044/export")));
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        return files;
    }

    private async Task<Answer> SendAsync(Person person, int year, string email, string entry, string category = "bedrijven", string website = "")
    {
        var path = $"/prijs/{year}/stemmen";
        var form = (await person.GetAsync(path)).Page.QuerySelector("main form")!;
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        return await person.SubmitAsync(form, path, ($"Choices[{category}]", entry), ("Email", email), ("Website", website));
    }

    private async Task<string> AskAsync(Person person, int year, string email, string entry)
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(person, year, email, entry)).Status);
        return await LinkToAsync(site, email);
    }

    private static VoteLink Link(PrizeSite site, int year, string voter, string entry) => new(year, voter, site.Clock.GetUtcNow(), new Dictionary<string, string> { ["bedrijven"] = entry });

    private static Task<VoteOutcome> ConfirmAsync(PrizeSite site, VoteLink link, IPAddress from) => site.WithAsync<AudienceVote, VoteOutcome>(vote => vote.ConfirmAsync(link, from, CancellationToken.None));

    private Task<List<PrizeVoteRow>> VotesAsync(int year) => site.Own.AskAsync(db => db.Set<PrizeVoteRow>().AsNoTracking().Where(row => row.Year == year).ToListAsync());
}
