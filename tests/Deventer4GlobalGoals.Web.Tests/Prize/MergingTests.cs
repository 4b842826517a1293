using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Nominations of one organisation go on as one. One site; a year per fact.</summary>
public sealed class MergingTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task One_goes_on_the_other_is_closed_with_a_mail_and_both_can_still_be_read_and_taken_apart()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (first, second, link) = await TwoAsync(2041);
        var page = await site.Secretary.GetAsync(Path(2041, first.Key));
        var form = page.Page.QuerySelector("form[action$='/merge']")!;
        Assert.Contains("dezelfde naam", page.Page.QuerySelector("[aria-labelledby=dubbel]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tweede tekst.", page.Text, StringComparison.Ordinal);
        Assert.Contains("U kunt dit terugdraaien", form.TextContent, StringComparison.Ordinal);
        Assert.Equal(Path(2041, first.Key), (await site.Secretary.SubmitAsync(form, Path(2041, first.Key) + "/merge", ("note", "De eerste noemt cijfers."))).Location);

        var mail = await site.Mail.NextAsync();
        Assert.Equal("piet2041@voorbeeld.nl", mail.To);
        Assert.Contains("De eerste noemt cijfers.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nora", mail.Text, StringComparison.Ordinal);
        var closed = await RowAsync(second.Key);
        Assert.Equal((NominationState.Merged, (Guid?)first.Key), (closed.State, closed.MergedInto));
        page = await site.Secretary.GetAsync(Path(2041, first.Key));
        Assert.Null(page.Page.QuerySelector("[aria-labelledby=dubbel]"));
        Assert.Contains("Tweede tekst.", page.Page.QuerySelector("[aria-labelledby=hierbij]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tweede tekst.", (await site.Secretary.GetAsync(Path(2041, second.Key))).Text, StringComparison.Ordinal);

        // Whoever nominated sees what became of it, and changes nothing any more; who the other is isn't said.
        using var piet = new Person(site.Own);
        var own = await piet.GetAsync(link);
        Assert.Contains("Gaat samen verder met een andere voordracht", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nora", own.Text, StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector("form.d4-inzendformulier"));

        // It isn't merged twice, nor is anything merged into it.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MergeAsync(2041, first.Key, second.Key)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MergeAsync(2041, second.Key, first.Key)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MergeAsync(2041, first.Key, first.Key)).Status);

        await site.Secretary.PostAsync("/umbraco/prize", Path(2041, second.Key) + "/unmerge");
        var again = await RowAsync(second.Key);
        Assert.Equal((NominationState.HandedIn, (Guid?)null), (again.State, again.MergedInto));
        Assert.Equal("Een voordracht staat weer apart: Voorbeeldbedrijf De Kantine", (await site.Mail.NextAsync()).Subject);
    }

    [Fact]
    public async Task What_took_part_leaves_the_log_and_after_screening_it_stays_as_it_is()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (first, second, _) = await TwoAsync(2042);
        foreach (var one in new[] { first, second })
        {
            await site.Secretary.PostAsync("/umbraco/prize", Path(2042, one.Key), ("decision", "Admit"));
            await site.Mail.NextAsync();
        }

        Assert.Equal(2, (await site.FindAsync(2042))!.State!.Entries.Count);
        await MergeAsync(2042, first.Key, second.Key);
        await site.Mail.NextAsync();
        Assert.Equal([first.Pseudonym], (await site.FindAsync(2042))!.State!.Entries.Keys);

        // Of another edition is nothing to merge with.
        var (other, _, _) = await TwoAsync(2043);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MergeAsync(2043, other.Key, first.Key)).Status);

        await site.AppendAsync(2042, new Deventer4GlobalGoals.Prize.Log.PhaseChanged(Phase.Nominations, Phase.Screening), new Deventer4GlobalGoals.Prize.Log.PhaseChanged(Phase.Screening, Phase.Scoring));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Secretary.PostAsync("/umbraco/prize", Path(2042, second.Key) + "/unmerge")).Status);
        Assert.Equal(NominationState.Merged, (await RowAsync(second.Key)).State);
    }

    private static string Path(int year, Guid key) => $"/umbraco/prize/{year}/nominations/{key}";

    private Task<Answer> MergeAsync(int year, Guid key, Guid other) => site.Secretary.PostAsync("/umbraco/prize", Path(year, key) + "/merge", ("other", $"{other}"));

    /// <summary>Two nominations of one organisation, handed in, and the link of who nominated second.</summary>
    private async Task<(NominationRow First, NominationRow Second, string Link)> TwoAsync(int year)
    {
        await site.OpenAsync(year);
        var link = string.Empty;
        foreach (var (name, why) in new[] { ("nora", "Eerste tekst."), ("piet", "Tweede tekst.") })
        {
            using var visitor = new Person(site.Own);
            await site.NominateAsync(visitor, year, "hand-in", ("Name", name), ("Email", $"{name}{year}@voorbeeld.nl"), ("Why", why));
            link = await site.LinkToAsync($"{name}{year}@voorbeeld.nl");
            await visitor.PostAsync(link, link + "/bevestigen");
            await site.Mail.NextAsync();
        }

        var rows = await site.Own.AskAsync(db => db.Set<NominationRow>().AsNoTracking().Where(row => row.Year == year).OrderBy(row => row.CreatedAt).ToListAsync());
        return (rows[0], rows[1], link);
    }

    private Task<NominationRow> RowAsync(Guid key) => site.Own.AskAsync(db => db.Set<NominationRow>().AsNoTracking().SingleAsync(row => row.Key == key));
}
