using System.Net;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>A practice that somebody shares in another language than Dutch.</summary>
public sealed class SubmissionLanguageTests(ReviewSite site) : IClassFixture<ReviewSite>
{
    [Fact]
    public async Task Its_words_stay_in_their_own_language_and_go_online_with_the_dutch_that_an_editor_writes()
    {
        using var nora = new Person(site.Own);
        await site.WaitInEnglishAsync(nora, "nora", "Smaller dishes");
        var address = $"/umbraco/review/{(await site.RowAsync("Smaller dishes")).Key}";
        Assert.Contains("in het Engels", (await site.Editor.GetAsync("/umbraco/review")).Text, StringComparison.Ordinal);
        var review = await site.Editor.GetAsync(address);
        Assert.Contains("Gestuurd in het Engels. De Nederlandse tekst ontbreekt nog", string.Join(' ', review.Page.QuerySelector("#taal")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Null(review.Page.QuerySelector($"form[action='{address}/accept']"));

        // Accepting all the same, from an older page, puts nothing online.
        var stopped = await site.DecideAsync("Smaller dishes", "accept");
        var item = site.Item("Smaller dishes");
        Assert.Equal(($"/umbraco/items/{item.Key}", false), (stopped.Location, item.Published));
        Assert.Equal(["en-US"], item.AvailableCultures);
        Assert.Equal(("Smaller dishes", "We weighed the plates every day."), (item.GetCultureName("en-US"), item.GetValue<string>("whatWasDone", "en-US")));
        Assert.Null(item.GetValue<string>("whatWasDone", "nl"));
        Assert.Equal([CheckRules.DutchMissing], site.Own.Get<CheckedPages>().Find(item, "en-US").Where(finding => finding.Rule.IsError).Select(finding => finding.Rule));
        Assert.Contains("De Nederlandse tekst ontbreekt", (await site.Editor.GetAsync(address)).Page.QuerySelector("#pagina")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var page = $"/umbraco/items/{item.Key}?culture=nl";
        var form = (await site.Editor.GetAsync(page)).Page.QuerySelector("form#bewerk")!;
        var published = await site.Editor.SubmitAsync(form, page, ("name", "Kleinere borden"), ("f.summary", "Een jaar lang wegen."), ("f.whatWasDone", "Wij wogen elke dag de borden."), ("do", "publish"));
        Assert.Equal(HttpStatusCode.Redirect, published.Status);
        Assert.Equal(["en-US", "nl"], site.Item("Kleinere borden").PublishedCultures.Order(StringComparer.Ordinal));
        Assert.Equal(ReviewState.Accepted, (await site.RowAsync("Smaller dishes")).State);
        var path = await site.LinkToAsync("nora");
        Assert.StartsWith("/en/", path, StringComparison.Ordinal);
        Assert.Contains("We weighed the plates every day.", (await nora.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("Wij wogen elke dag de borden.", (await nora.GetAsync("/praktijkvoorbeelden/kleinere-borden")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_changed_before_an_editor_publishes_is_changed_in_its_own_language()
    {
        using var nora = new Person(site.Own);
        var path = await site.WaitInEnglishAsync(nora, "nora2", "Larger cups");
        var row = await site.RowAsync("Larger cups");
        await site.Editor.PostAsync($"/umbraco/review/{row.Key}", $"/umbraco/review/{row.Key}/change", ("version", $"{row.Version}"));
        var form = (await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SubmitAsync(form, path, ("WhatWasDone", "We washed up."), ("do", "hand-in"))).Status);
        var again = await site.RowAsync("Larger cups");
        await site.Editor.PostAsync($"/umbraco/review/{row.Key}", $"/umbraco/review/{row.Key}/change", ("version", $"{again.Version}"));
        var item = site.Item("Larger cups");
        Assert.Equal(["en-US"], item.AvailableCultures);
        Assert.Equal("We washed up.", item.GetValue<string>("whatWasDone", "en-US"));
    }
}
