using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>From the last ballots to a decision. One site; each fact has a year of its own.</summary>
public sealed class DeliberationTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task Progress_tells_who_is_done_and_no_score_and_only_who_is_not_done_is_reminded()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, entries) = await site.ScoreAsync(2041);
        using var jo = jurors[0];
        using var bo = jurors[1];
        using var cees = jurors[2];
        foreach (var entry in entries)
        {
            await jo.PostAsync($"/jury/2041/{entry}", $"/jury/2041/{entry}", ("version", "0"), ("scores[effect]", "9"), ("scores[na-te-doen]", "9"), ("scores[vernieuwend]", "9"));
        }

        var page = await site.Secretary.GetAsync("/umbraco/prize/2041/progress");
        Assert.Equal(["3 van 3", "0 van 3", "0 van 3"], page.Page.QuerySelectorAll("table tbody tr td:nth-child(2)").Select(cell => cell.TextContent));
        Assert.DoesNotContain("9", page.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Secretary.GetAsync("/umbraco/prize/2041/scoreboard")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync("/umbraco/prize/2041/progress")).Status);

        // As previewed, to the two who aren't done, and once a day.
        Assert.Contains("wachten er nog 3 op uw oordeel", page.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        await site.Secretary.PostAsync("/umbraco/prize/2041/progress", "/umbraco/prize/2041/progress/remind");
        await site.Secretary.PostAsync("/umbraco/prize/2041/progress", "/umbraco/prize/2041/progress/remind");
        var mails = new[] { await site.Mail.NextAsync(), await site.Mail.NextAsync() };
        Assert.Equal(["jurylid20412@voorbeeld.nl", "jurylid20413@voorbeeld.nl"], mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("Bedrijf", mail.Text, StringComparison.Ordinal));
        Assert.Equal(2, site.Mail.Sent.Count(mail => mail.Key.StartsWith("prize/2041/remind/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_board_shows_raw_and_corrected_with_a_reason_and_only_the_chair_decides()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(2042)).Jurors)
        {
            juror.Dispose();
        }

        using var chair = await site.ChairAsync(2042);
        var state = (await site.FindAsync(2042))!.State!;
        var strict = state.Jurors[0];

        // The strict juror sees the first entry only, so that there is something to correct.
        await site.AppendAsync(2042, new RulebookAmended(state.Rulebook with { Quorum = 2 }, "Eén jurylid kan niet alles lezen."), new JurorUnassigned("n-2", strict, "verdeeld"), new JurorUnassigned("n-3", strict, "verdeeld"));
        await site.CastAsync(2042);
        await site.StepAsync(2042, Phase.Deliberation);

        var board = await site.Secretary.GetAsync("/umbraco/prize/2042/scoreboard");
        var first = board.Page.QuerySelector("main table tbody tr")!;
        Assert.Equal(["1", "7,3"], new[] { first.Children[0].TextContent, first.Children[2].TextContent });
        Assert.Contains("punt minder dan de anderen", first.Children[5].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, board.Page.QuerySelectorAll("svg.d4-plot").Length);
        Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync("/umbraco/prize/2042/scoreboard")).Status);

        const string Path = "/umbraco/prize/2042/deliberation";
        var decision = (string entry, string motivation) => new[] { ("category", "bedrijven"), ("entry", entry), ("motivation", motivation) };
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Secretary.PostAsync(Path, Path + "/decision", decision("n-1", "Omdat ik het wil."))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Secretary.PostAsync(Path, Path + "/finalists", ("category", "bedrijven"), ("entries", "n-1"))).Status);
        var without = await chair.PostAsync(Path, Path + "/decision", decision("n-2", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(Path, (await chair.PostAsync(Path, Path + "/finalists", ("category", "bedrijven"), ("entries", "n-1"), ("entries", "n-2"))).Location);
        Assert.Equal(Path, (await chair.PostAsync(Path, Path + "/decision", decision("n-2", "Het bezoek gaf de doorslag."))).Location);
        var winner = (await site.FindAsync(2042))!.State!.Winners["bedrijven"];
        Assert.Equal(("n-2", "Het bezoek gaf de doorslag."), (winner.Entry, winner.Motivation));

        // Of two pages that were drawn from the same log the second is told.
        var form = (await chair.GetAsync(Path)).Page.QuerySelector("form[action$=decision]")!;
        Assert.Equal(HttpStatusCode.Redirect, (await chair.SubmitAsync(form, Path + "/decision", ("motivation", "Anders gezegd."))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chair.SubmitAsync(form, Path + "/decision", ("motivation", "Nog anders."))).Status);
        await site.StepAsync(2042, Phase.Decided);
    }

    [Fact]
    public async Task A_chair_with_a_conflict_sees_the_entry_nowhere_and_leaves_that_category_to_another()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(2043, rules => rules with { Quorum = 2 })).Jurors)
        {
            juror.Dispose();
        }

        using var chair = await site.ChairAsync(2043);
        await chair.PostAsync("/jury/2043/n-2", "/jury/2043/n-2/recuse", ("degree", "Own"), ("reason", "Ons eigen bedrijf."));
        await site.CastAsync(2043);
        await site.StepAsync(2043, Phase.Deliberation);
        foreach (var path in new[] { "/umbraco/prize/2043/scoreboard", "/umbraco/prize/2043/deliberation", "/umbraco/prize/2043/progress", "/jury" })
        {
            var page = await chair.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("Bedrijf 2", page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("n-2", page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        var board = await chair.GetAsync("/umbraco/prize/2043/scoreboard");
        Assert.Equal(["1", "2"], board.Page.QuerySelectorAll("main table tbody tr td:first-child").Select(cell => cell.TextContent));
        const string Path = "/umbraco/prize/2043/deliberation";
        Assert.Contains("Laat de secretaris een ander jurylid voorzitter maken", (await chair.PostAsync(Path, Path + "/decision", ("category", "bedrijven"), ("entry", "n-1"), ("motivation", "Zo is het."))).Text, StringComparison.Ordinal);
        Assert.Empty((await site.FindAsync(2043))!.State!.Winners);
        Assert.Contains("Gaat de kamer uit: Jurylid 1", (await site.Secretary.GetAsync(Path)).Text.ReplaceLineEndings(" "), StringComparison.Ordinal);

        // Why another won speaks of all entries; and the report and the export are about all of them.
        await site.AppendAsync(2043, new WinnerDecided("bedrijven", "Beter dan de buren.", "n-1"));
        Assert.DoesNotContain("Beter dan de buren.", (await chair.GetAsync(Path)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await site.StepAsync(2043, Phase.Decided);
        foreach (var file in new[] { "report", "export" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await chair.GetAsync($"/umbraco/prize/2043/{file}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await site.Secretary.GetAsync($"/umbraco/prize/2043/{file}")).Status);
        }

        var edition = await chair.GetAsync("/umbraco/prize/2043");
        Assert.Empty(edition.Page.QuerySelectorAll("a[href$='/report'], a[href$='/export']"));
        Assert.Contains("leest u het juryrapport tegelijk met iedereen", edition.Text, StringComparison.Ordinal);
        var other = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == "jurylid20432@voorbeeld.nl"))).Key;
        await site.Secretary.PostAsync("/umbraco/prize/2043", "/umbraco/prize/2043/step", ("to", "Deliberation"), ("reason", "Een andere voorzitter."), ("version", "1"), ("head", (await site.FindAsync(2043))!.Log.Head));
        await site.Secretary.PostAsync("/umbraco/prize/2043/jury", "/umbraco/prize/2043/jury/chair", ("juror", $"{other}"));
        await site.StepAsync(2043, Phase.Decided);
        using var next = await site.SignInAgainAsync("jurylid20432");
        Assert.Equal(HttpStatusCode.OK, (await next.GetAsync("/umbraco/prize/2043/report")).Status);
    }

    [Fact]
    public async Task Two_who_write_of_one_visit_lose_nothing_and_an_older_window_shows_both()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(2044)).Jurors)
        {
            juror.Dispose();
        }

        using var chair = await site.ChairAsync(2044);
        await site.CastAsync(2044);
        await site.StepAsync(2044, Phase.Deliberation);
        const string Path = "/umbraco/prize/2044/deliberation";
        var old = FormOf(await site.Secretary.GetAsync(Path));
        Assert.Equal(HttpStatusCode.Redirect, (await chair.SubmitAsync(FormOf(await chair.GetAsync(Path)), Path + "/notes", ("visitedOn", "2031-12-03"), ("place", "De Kantine"), ("text", "Zij wegen alles."))).Status);

        // A second person, from a page without the first one's note: both are there. The day is proposed to whoever comes after.
        Assert.Equal("2031-12-03", FormOf(await site.Secretary.GetAsync(Path)).QuerySelector("[name=visitedOn]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.Secretary.SubmitAsync(old, Path + "/notes", ("visitedOn", "2031-12-04"), ("text", "Ook de koks."))).Status);
        var page = await site.Secretary.GetAsync(Path);
        Assert.Contains("Bezoek op 3 december 2031, De Kantine: Zij wegen alles.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ook de koks.", FormOf(page).QuerySelector("textarea")!.TextContent);
        Assert.Contains("Bezoek op 4 december 2031: Ook de koks.", (await chair.GetAsync(Path)).Text, StringComparison.Ordinal);

        // An older window of the same person: what was typed and what is kept, and nothing is overwritten before it is sent again.
        var late = await site.Secretary.SubmitAsync(old, Path + "/notes", ("visitedOn", "2031-12-05"), ("place", "De keuken"), ("text", "Uit het andere venster."));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var both = FormOf(late);
        Assert.Equal(
            ("2031-12-05", "De keuken", "Uit het andere venster.", "1"),
            (both.QuerySelector("[name=visitedOn]")!.GetAttribute("value"), both.QuerySelector("[name=place]")!.GetAttribute("value"), both.QuerySelector("textarea")!.TextContent, both.QuerySelector("[name=version]")!.GetAttribute("value")));
        Assert.Contains("Bezoek op 4 december 2031: Ook de koks.", both.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ook de koks.", FormOf(await site.Secretary.GetAsync(Path)).QuerySelector("textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Secretary.SubmitAsync(both, Path + "/notes")).Status);
        var saved = FormOf(await site.Secretary.GetAsync(Path));
        Assert.Equal("Uit het andere venster.", saved.QuerySelector("textarea")!.TextContent);

        // What is refused stays in the form.
        var far = string.Concat(Enumerable.Repeat("Te lang verhaal. ", 6_000)).Trim();
        foreach (var (day, text, problem) in new[] { ("", "Zonder dag.", "Vul de dag van het bezoek in."), ("2031-02-30", "Een dag die niet bestaat.", "Vul de dag van het bezoek in."), ("2031-12-05", far, "De notitie is te lang.") })
        {
            var refused = await site.Secretary.SubmitAsync(saved, Path + "/notes", ("visitedOn", day), ("text", text));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, text), (refused.Status, FormOf(refused).QuerySelector("textarea")!.TextContent));
            Assert.Contains(problem, FormOf(refused).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("Uit het andere venster.", FormOf(await site.Secretary.GetAsync(Path)).QuerySelector("textarea")!.TextContent);

        static AngleSharp.Dom.IElement FormOf(Answer answer) =>
            answer.Page.QuerySelectorAll("form[action$='/deliberation/notes']").Single(form => form.QuerySelector("[name=entry]")!.GetAttribute("value") == "n-1");
    }
}
