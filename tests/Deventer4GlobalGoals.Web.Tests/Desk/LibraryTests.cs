using System.Net;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Library;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>The media library over HTTP, without a script, and pictures and links in forms.</summary>
public sealed class LibraryTests : IAsyncLifetime
{
    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_photo_is_put_in_described_cut_used_replaced_and_kept_while_a_page_shows_it()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var file = await AddAsync(anna, "kwetter_brood.png", "Een brood.");
        Assert.Equal(("Kwetter brood", "Een brood."), (file.Name, file.Text));
        var address = $"/umbraco/media/{file.Key}";

        // Untouched it is nobody's.
        Assert.Contains("Kwetter brood", (await anna.GetAsync("/umbraco/media?view=unused")).Text, StringComparison.Ordinal);

        await anna.PostAsync(address, address, ("name", "Kwetterbrood"), ("text", "Een brood dat zingt."), ("maker", "Anna"), ("left", "90"), ("top", "25,5"));
        file = Find(file.Key);
        Assert.Equal(("Kwetterbrood", "Een brood dat zingt.", "Anna"), (file.Name, file.Text, file.Maker));
        Assert.Equal((0.9m, 0.255m), file.Focal);

        var practice = Item("Circulair bouwen bij VDR Bouwgroep");
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, practice, ("f.headerImage.add", "Kwetterbrood"), ("do", "publish"))).Status);
        Assert.Contains("Een brood dat zingt.", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);
        Assert.Contains("Circulair bouwen", (await anna.GetAsync(address)).Page.QuerySelector("#gebruikt")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kwetterbrood", (await anna.GetAsync("/umbraco/media?view=unused")).Text, StringComparison.Ordinal);

        // The cut of this page alone.
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, practice, ("f.headerImage.0.left", "10"), ("f.headerImage.0.top", "20"), ("do", "publish"))).Status);
        Assert.Contains("rxy=0.1,0.2", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(anna, practice, ("f.headerImage.0.left", "999"), ("do", "save"))).Status);

        var before = file.Url;
        Assert.Equal(HttpStatusCode.Redirect, (await anna.UploadAsync(address, $"{address}/file", "file", "ander.png", TestPicture.Quarters(300, 300).ToPng())).Status);
        file = Find(file.Key);
        Assert.NotEqual(before, file.Url);
        Assert.Equal(("Kwetterbrood", "Een brood dat zingt.", "300"), (file.Name, file.Text, file.Item.GetValue("umbracoWidth")?.ToString()));

        await anna.PostAsync(address, $"{address}/bin");
        Assert.False(Find(file.Key).Item.Trashed);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, practice, ("f.headerImage.0.keep", "0"), ("do", "publish"))).Status);
        await anna.PostAsync(address, $"{address}/bin");
        Assert.True(Find(file.Key).Item.Trashed);
        await anna.PostAsync("/umbraco/media?view=bin", $"{address}/restore");
        Assert.False(Find(file.Key).Item.Trashed);
    }

    [Theory]
    [InlineData("foto.png", "", true)]
    [InlineData("pagina.gif", "Een gif.", false)]
    [InlineData("programma.exe", "Iets.", false)]
    public async Task What_can_not_be_taken_in_is_said_with_its_name(string name, string text, bool isPicture)
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var bytes = isPicture ? TestPicture.Quarters(40, 20).ToPng() : "GIF89a/*<script>alert(1)</script>*/=1;"u8.ToArray();
        var refused = await anna.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", name, bytes, ("text0", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(name, refused.Page.QuerySelector("#fouten li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_goes_in_a_folder_and_is_found_by_its_name()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var file = await AddAsync(anna, "kwetter.png", "Een brood.");
        var made = await anna.PostAsync("/umbraco/media", "/umbraco/media/folders", ("name", "Broden"));
        await anna.PostAsync($"/umbraco/media/{file.Key}", $"/umbraco/media/{file.Key}/move", ("to", made.Location!.Split('=')[1]));
        Assert.Equal("Kwetter", Assert.Single((await anna.GetAsync(made.Location)).Page.QuerySelectorAll(".d4-beeldraster a")).TextContent);
        Assert.Equal("Kwetter", Assert.Single((await anna.GetAsync("/umbraco/media?q=kwett")).Page.QuerySelectorAll(".d4-beeldraster a")).TextContent);
    }

    [Fact]
    public async Task An_author_changes_only_files_of_their_own()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        using var dora = await _site.SignInAsync("dora", AccountRoles.Author);
        var ofAnna = await AddAsync(anna, "anna.png", "Van Anna.");
        var ofDora = await AddAsync(dora, "dora.png", "Van Dora.");
        Assert.Equal(HttpStatusCode.NotFound, (await dora.PostAsync("/umbraco/media", $"/umbraco/media/{ofAnna.Key}", ("name", "Gekaapt"), ("text", "x"))).Status);
        Assert.Equal("Anna", Find(ofAnna.Key).Name);
        Assert.Equal(HttpStatusCode.Redirect, (await dora.PostAsync("/umbraco/media", $"/umbraco/media/{ofDora.Key}", ("name", "Eigen"), ("text", "Van Dora."))).Status);
        Assert.Equal("Eigen", Find(ofDora.Key).Name);
    }

    [Fact]
    public async Task A_link_is_made_by_the_name_of_a_page_and_follows_it()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var practice = Item("Circulair bouwen bij VDR Bouwgroep");
        var rows = (await anna.GetAsync($"/umbraco/items/{practice.Key}?culture=nl")).Page.QuerySelectorAll("[name^='f.links.'][name$='.url']").Length;
        var row = $"f.links.{rows - 1}";
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, practice, ($"{row}.url", "Over ons"), ($"{row}.name", "Wie wij zijn"), ("do", "save"))).Status);
        var stored = Contents.GetById(practice.Key)!.GetValue<string>("links")!;
        Assert.Contains($"umb://document/{Item("Over ons").Key:N}", stored, StringComparison.Ordinal);

        // Saved again as it is drawn, it stays a link to that page.
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, practice, ("do", "save"))).Status);
        Assert.Equal(stored, Contents.GetById(practice.Key)!.GetValue<string>("links"));
    }

    [Fact]
    public async Task Markdown_is_shown_as_on_the_site_and_carries_no_script()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var shown = await anna.PostAsync("/umbraco/media", "/umbraco/markdown", ("text", "## Kop\n\n**vet** <script>alert(1)</script> [x](javascript:alert(1))"));
        Assert.Equal("Kop", shown.Page.QuerySelector("h2")!.TextContent);
        Assert.Null(shown.Page.QuerySelector("script, a[href^=javascript]"));
    }

    private async Task<LibraryFile> AddAsync(Person person, string name, string text)
    {
        var before = Keys();
        var added = await person.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", name, TestPicture.Quarters(800, 400).ToPng(), ("text0", text));
        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        return Find(Assert.Single(Keys().Except(before)));
    }

    private HashSet<Guid> Keys() => _site.Get<IMediaService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 1_000, out _).Select(item => item.Key).ToHashSet();

    private LibraryFile Find(Guid key) => _site.Get<MediaLibrary>().Find(key)!;

    private static async Task<Answer> SaveAsync(Person person, IContent item, params (string Name, string Value)[] changes)
    {
        var address = $"/umbraco/items/{item.Key}?culture=nl";
        var form = (await person.GetAsync(address)).Page.QuerySelector("form#bewerk")!;
        return await person.SubmitAsync(form, address, changes);
    }

    private IContent Item(string name) => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.Name == name);
}
