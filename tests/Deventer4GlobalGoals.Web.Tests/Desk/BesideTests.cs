using System.Net;
using AngleSharp.Dom;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Two languages side by side, without a script.</summary>
[Collection(OneEditor.Name)]
public sealed class BesideTests(EditorSite site)
{
    private const string Beside = "[data-beside]";

    [Fact]
    public async Task Who_translates_sees_the_Dutch_beside_each_text_and_takes_it_over_without_saving()
    {
        var key = site.Item("De Schipbeek mondt weer natuurlijk uit").Key;
        var dutch = site.Contents.GetById(key)!.GetValue<string>("summary", "nl")!;
        var address = EditorSite.Address(key, "en-US");
        var page = (await site.Anna.GetAsync(address)).Page;
        Assert.Equal(dutch, page.QuerySelector($"#veld-summary {Beside} [lang=nl]")!.TextContent);
        Assert.Contains("Nog niet gemaakt", page.QuerySelector("[aria-label=Talen] [aria-current]")!.TextContent, StringComparison.Ordinal);

        // An empty field takes over, what is typed elsewhere comes back, nothing is saved.
        var taken = await TakeAsync(page, address, "f.summary", ("name", "The Schipbeek flows freely again"));
        Assert.Equal(dutch, taken.QuerySelector("[name='f.summary']")!.TextContent);
        Assert.Equal("The Schipbeek flows freely again", taken.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("Overgenomen", taken.QuerySelector($"#veld-summary {Beside} [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(taken.QuerySelector($"#veld-summary {Beside} button"));
        Assert.Null(site.Contents.GetById(key)!.GetValue<string>("summary", "en-US"));

        // A field that isn't empty keeps what it has.
        var kept = await TakeAsync(page, address, "f.summary", ("f.summary", "My own words."));
        Assert.Equal("My own words.", kept.QuerySelector("[name='f.summary']")!.TextContent);
        Assert.Contains("Niet overgenomen", kept.QuerySelector($"#veld-summary {Beside} [role=status]")!.TextContent, StringComparison.Ordinal);

        // And of a name that nobody has: no error, and nothing changes.
        var odd = await TakeAsync(page, address, "f.<script>", ("f.summary", "My own words."));
        Assert.Equal("My own words.", odd.QuerySelector("[name='f.summary']")!.TextContent);
    }

    [Fact]
    public async Task The_language_beside_is_chosen_kept_while_typing_and_switched_off()
    {
        var key = site.Item("Een werkagenda die van iedereen is").Key;
        var address = EditorSite.Address(key, "nl");
        var page = (await site.Anna.GetAsync(address)).Page;
        Assert.Null(page.QuerySelector(Beside));
        Assert.Equal("Niets", page.QuerySelector("#ernaast [aria-pressed=true]")!.TextContent.Trim());

        var shown = (await site.Anna.SubmitAsync(page.QuerySelector("form#bewerk")!, address, ("f.summary", "Nog niet bewaard."), ("do", "beside en-US"))).Page;
        Assert.Equal("Nog niet bewaard.", shown.QuerySelector("[name='f.summary']")!.TextContent);
        Assert.Equal("A work agenda that belongs to everyone", shown.QuerySelector($".d4-naast {Beside} [lang=en-US]")!.TextContent);

        // What is the same in all languages has nothing beside it.
        Assert.Null(shown.QuerySelector($"#veld-contributions {Beside}"));

        var saved = await site.Anna.SubmitAsync(shown.QuerySelector("form#bewerk")!, address, ("do", "save"));
        Assert.Equal($"/umbraco/items/{key}?culture=nl&beside=en-US", saved.Location);
        var missing = (await site.Anna.SubmitAsync(shown.QuerySelector("form#bewerk")!, address, ("do", "beside de-DE"))).Page;
        Assert.Contains("Deze taal is er nog niet.", missing.QuerySelector(Beside)!.TextContent, StringComparison.Ordinal);
        Assert.Empty(missing.QuerySelectorAll($"{Beside} button"));
        Assert.Null((await site.Anna.SubmitAsync(shown.QuerySelector("form#bewerk")!, address, ("do", "beside none"))).Page.QuerySelector(Beside));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("xx")]
    [InlineData("%00")]
    [InlineData("<script>")]
    public async Task A_language_that_can_not_stand_beside_it_does_not(string culture)
    {
        var answer = await site.Anna.GetAsync($"{EditorSite.Address(site.Item("Deventer Koffie").Key, "nl")}&beside={Uri.EscapeDataString(culture)}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Page.QuerySelector(Beside));
    }

    private async Task<IDocument> TakeAsync(IDocument page, string address, string input, params (string Name, string Value)[] typed)
    {
        var answer = await site.Anna.SubmitAsync(page.QuerySelector("form#bewerk")!, address, [.. typed, ("do", $"take-over {input}")]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Page;
    }
}
