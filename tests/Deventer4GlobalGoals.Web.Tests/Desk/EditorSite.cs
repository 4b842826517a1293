using System.Net;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Library;
using Deventer4GlobalGoals.Web.Tests.Browser;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>One site with an editor. Tests that share it take a page, and a name for their picture, each.</summary>
public sealed class EditorSite : IAsyncLifetime
{
    public CommunitySite Own { get; private set; } = null!;

    public Person Anna { get; private set; } = null!;

    public IContentService Contents => Own.Get<IContentService>();

    public async Task InitializeAsync()
    {
        Own = await DeskSite.StartAsync(new MailSink());
        Anna = await Own.SignInAsync("anna", AccountRoles.Editor);
    }

    public async Task DisposeAsync()
    {
        Anna.Dispose();
        await Own.DisposeAsync();
    }

    public IContent Item(string name) => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.Name == name);

    public LibraryFile File(Guid key) => Own.Get<MediaLibrary>().Find(key)!;

    /// <summary>Fills in the form of a page as it stands there.</summary>
    public async Task<Answer> SaveAsync(Guid key, string culture, params (string Name, string Value)[] changes)
    {
        var address = Address(key, culture);
        return await Anna.SubmitAsync((await Anna.GetAsync(address)).Page.QuerySelector("form#bewerk")!, address, changes);
    }

    /// <summary>Puts a picture of 800 by 400 in the library: red and green above, blue and white below.</summary>
    /// <param name="name">With a capital, as the library makes of the name of a file.</param>
    public async Task<LibraryFile> AddQuartersAsync(string name)
    {
        var added = await Anna.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", $"{name}.png", TestPicture.Quarters(800, 400).ToPng(), ("text0", "Vier gekleurde vlakken."));
        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        return new LibraryFile(Own.Get<IMediaService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 1_000, out _).Single(item => item.Name == name));
    }

    /// <summary>Anna at her own browser.</summary>
    internal Task<Visit> EnterAsync(OpenBrowser browser, int width, bool javaScript = true) => browser.EnterAsync(Own, "anna@voorbeeld.nl", width, javaScript);

    public static string Address(Guid key, string culture) => $"/umbraco/items/{key}?culture={culture}";
}

/// <summary>Test classes in this collection share one <see cref="EditorSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class OneEditor : ICollectionFixture<EditorSite>
{
    public const string Name = "one editor";
}
