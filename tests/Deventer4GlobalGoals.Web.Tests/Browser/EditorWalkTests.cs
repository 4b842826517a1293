using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Desk;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Cutting a picture, looking how a draft becomes, translating, and what a refused form shows: in a real browser, held against axe.</summary>
[Collection(OneEditor.Name)]
public sealed class EditorWalkTests(OpenBrowser browser, EditorSite site) : IClassFixture<OpenBrowser>
{
    [BrowserTheory]
    [InlineData(320, "Samen minder afval met Circulus-Berkel")]
    [InlineData(1280, "Lezingen over de wereld met Saxion")]
    public async Task A_cut_out_is_made_with_keyboard_and_pointer_and_undone(int width, string name)
    {
        var key = site.Item(name).Key;
        await site.AddQuartersAsync($"Kader{width}");
        await site.SaveAsync(key, "nl", ("f.headerImage.add", $"Kader{width}"), ("do", "save"));
        await using var anna = await site.EnterAsync(browser, width);
        var page = anna.Page;
        await page.GotoAsync(EditorSite.Address(key, "nl"));
        await OpenAsync(page);
        await Look.AtAsync(anna, width, "uitsnede");
        Assert.Equal("", await TypedAsync(page));

        // Smaller around the middle of a picture twice as wide as high, then to the right.
        var frame = page.Locator("[data-crop=Kop] .d4-snijkader");
        await frame.FocusAsync();
        await PressAsync(page, "Shift+ArrowLeft", 4);
        Assert.Equal("4 15.5 4 15.5", await TypedAsync(page));
        await PressAsync(page, "ArrowRight", 3);
        await PressAsync(page, "ArrowUp", 40);
        Assert.Equal("7 0 1 31", await TypedAsync(page));
        Assert.Equal("Links 7, boven 0, rechts 1, onder 31 procent eraf.", await page.Locator("[data-crop=Kop] [role=status]").InnerTextAsync());
        var shown = page.Locator("[data-crop=Kop] .d4-uitsnede--levend");
        Assert.Equal(1600 / 600.0, await shown.EvaluateAsync<double>("box => box.clientWidth / box.clientHeight"), 0.05);

        // Dragged to the left edge, and made half as wide by its corner.
        await frame.ScrollIntoViewIfNeededAsync();
        var box = (await frame.BoundingBoxAsync())!;
        await DragAsync(page, box.X + (box.Width / 2), box.Y + (box.Height / 2), -box.Width, 0);
        Assert.Equal("0 0 8 31", await TypedAsync(page));
        box = (await frame.BoundingBoxAsync())!;
        await DragAsync(page, box.X + box.Width - 8, box.Y + box.Height - 8, -box.Width / 2, -box.Height);
        var sides = (await TypedAsync(page)).Split(' ');
        Assert.Equal(("0", "0"), (sides[0], sides[1]));
        Assert.InRange(double.Parse(sides[2], System.Globalization.CultureInfo.InvariantCulture), 50, 60);
        await Look.AtAsync(anna, width, "uitsnede-gemaakt");
        await SaveAsync(page);
        Assert.Equal("kop", (string?)Crops(key).Single()!["alias"]);

        await OpenAsync(page);
        await page.Locator("[data-crop=Kop]").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Niet zelf bijsnijden" }).ClickAsync();
        Assert.Equal("", await TypedAsync(page));
        await SaveAsync(page);
        Assert.Empty(Crops(key));

        // The same on the file itself, for every page.
        await page.GotoAsync($"/umbraco/media/{Stored(key)!["mediaKey"]}");
        await OpenAsync(page);
        await Look.AtAsync(anna, width, "beeld-uitsnede");
        Assert.Empty(anna.Complaints);
    }

    [BrowserTheory]
    [InlineData(320, true)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task A_draft_is_looked_at_as_on_a_phone_and_as_on_a_computer(int width, bool javaScript)
    {
        var item = site.Item("Deventer Koffie");
        await using var anna = await site.EnterAsync(browser, width, javaScript);
        var page = anna.Page;
        await page.GotoAsync($"/umbraco/items/{item.Key}/preview/screen?culture=nl");
        foreach (var (link, wide) in new[] { ("Computer", 1280), ("Telefoon", Math.Min(width, 375)) })
        {
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).ClickAsync();
            await page.Locator($"nav [aria-current]:text-is('{link}')").WaitForAsync();
            Assert.Equal("Deventer Koffie", (await page.FrameLocator("iframe").Locator("h1").InnerTextAsync()).Replace("\u00ad", string.Empty, StringComparison.Ordinal));
            Assert.Equal(wide, (await page.Locator("iframe").BoundingBoxAsync())!.Width, 0.5f);
            if (javaScript)
            {
                await Look.AtAsync(anna, width, $"voorbeeld-{link}");
            }
        }

        Assert.Empty(anna.Complaints);
    }

    [BrowserTheory]
    [InlineData(320, "Samen kiezen voor schone energie: de energiestrategie")]
    [InlineData(1280, "RIVUS: acht gemeenten en een waterschap rond afvalwater")]
    public async Task Who_translates_has_both_languages_side_by_side_where_there_is_room(int width, string name)
    {
        var item = site.Item(name);
        await using var anna = await site.EnterAsync(browser, width);
        var page = anna.Page;
        await page.GotoAsync(EditorSite.Address(item.Key, "de-DE"));
        var (own, other) = (page.Locator("#f-summary"), page.Locator("#veld-summary [data-beside]"));
        if (width < 1024)
        {
            Assert.Null(await other.GetAttributeAsync("open"));
            await other.Locator("summary").ClickAsync();
        }

        var (left, right) = ((await own.BoundingBoxAsync())!, (await other.BoundingBoxAsync())!);
        Assert.Equal(width >= 1024, right.X >= left.X + left.Width);
        await Look.AtAsync(anna, width, "naast");
        await other.Locator("button").ClickAsync();
        Assert.Equal(item.GetValue<string>("summary", "nl"), await own.InputValueAsync());
        Assert.Equal(0, await other.Locator("button").CountAsync());

        // Other languages by a button, with what is typed.
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Niets" }).ClickAsync();
        await page.Locator("#ernaast [aria-pressed=true]:has-text('Niets')").WaitForAsync();
        Assert.Equal(item.GetValue<string>("summary", "nl"), await own.InputValueAsync());
        Assert.Equal(0, await page.Locator("[data-beside]").CountAsync());
        await Look.AtAsync(anna, width, "niets-naast");

        // Enter in the first field keeps a draft, whatever button comes first.
        await page.FillAsync("#name", $"Deutsch {width}");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**beside=none");
        Assert.Equal($"Deutsch {width}", site.Contents.GetById(item.Key)!.GetCultureName("de-DE"));
        Assert.Empty(anna.Complaints);
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_refused_form_takes_one_to_what_is_wrong_and_says_it_by_the_field(int width)
    {
        var practice = site.Item("Shelter City: drie maanden veilig in Deventer").Key;
        var picture = await site.AddQuartersAsync($"Geweigerd{width}");
        await using var anna = await site.EnterAsync(browser, width);
        foreach (var (address, form, field, value, name) in new[]
        {
            (EditorSite.Address(practice, "nl"), "#bewerk", "#f-yearFrom", "negentien", "fout-bewerken"),
            (EditorSite.Address(practice, "nl"), "#bewerk", "#name", "", "fout-naam"),
            (EditorSite.Address(practice, "nl"), "#bewerk", "#f-organisations-add-0", "Bestaat Niet BV", "fout-kiezen"),
            ("/umbraco/meetings/new", "form[data-keep]", "#Name", "", "fout-bijeenkomst"),
            ($"/umbraco/media/{picture.Key}", "main form", "#text", "", "fout-beeld"),
            ($"/umbraco/media/{picture.Key}", "main form", "#left", "ver", "fout-richtpunt"),
        })
        {
            await anna.Page.GotoAsync(address);
            await anna.Page.Locator(form).First.EvaluateAsync("form => form.noValidate = true");
            await anna.Page.FillAsync(field, value);
            await anna.Page.Locator(field).EvaluateAsync("field => field.form.requestSubmit([...field.form.elements].find(one => one.type === 'submit' && (!one.name || one.value === 'save')))");
            await anna.Page.Locator("#fouten").WaitForAsync();
            Assert.Equal("fouten", await anna.Page.EvaluateAsync<string>("() => document.activeElement.id"));
            Assert.Equal((name, "true"), (name, await anna.Page.GetAttributeAsync(field, "aria-invalid")));
            await Look.AtAsync(anna, width, name);
        }

        // The browser reports the status of each refused form; that is the point of these pages.
        Assert.DoesNotContain(anna.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }

    private static Task OpenAsync(IPage page) => page.Locator("[data-crop=Kop] summary").ClickAsync();

    private static async Task PressAsync(IPage page, string keys, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await page.Keyboard.PressAsync(keys);
        }
    }

    private static async Task DragAsync(IPage page, float x, float y, float right, float down)
    {
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + right, y + down, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>What stands in the four fields of the head.</summary>
    private static async Task<string> TypedAsync(IPage page) =>
        (await page.Locator("[data-crop=Kop]").EvaluateAsync<string>("part => [...part.querySelectorAll('[data-crop-side]')].map(side => side.value).join(' ')")).Trim();

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bewaar als concept" }).ClickAsync();
        await page.GetByText("Bewaard om").WaitForAsync();
    }

    private JsonNode? Stored(Guid key) => JsonNode.Parse(site.Contents.GetById(key)!.GetValue<string>("headerImage")!)![0];

    private JsonArray Crops(Guid key) => Stored(key)!["crops"]!.AsArray();
}
