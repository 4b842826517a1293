using Deventer4GlobalGoals.Cms.Delivery;
using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.Rendering;
using Deventer4GlobalGoals.Cms.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Tests.Published;

/// <summary>The whole CMS over a SQLite file of its own, with a page type, a home page in Dutch and English, and a Kestrel in front.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    private static readonly Guid SuperUser = Constants.Security.SuperUserKey;

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-live-").FullName;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public IContentService Contents => Get<IContentService>();

    public IContent Home { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder, ApplicationName = typeof(LiveSite).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Umbraco:CMS:RequestHandler:AddTrailingSlash"] = "false";
        builder.Configuration["Umbraco:CMS:DeliveryApi:Enabled"] = "true";
        builder.AddCms();
        _app = builder.Build();
        _app.UseUmbracoContent();
        _app.MapDelivery();
        _app.MapUmbracoContent();
        await _app.StartCmsAsync();
        await FillAsync();
        await _app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A saved page with a Dutch name and title.</summary>
    public IContent Page(string name, IContent? parent = null)
    {
        var page = new Content(name, (parent ?? Home).Id, Get<IContentTypeService>().Get("page")!, "nl");
        page.SetCultureName(name, "nl");
        page.SetValue("title", name, "nl");
        Assert.True(Contents.Save(page).Success);
        return page;
    }

    public void Publish(IContent page) => Assert.True(Contents.Publish(Contents.GetById(page.Key)!, ["*"]).Success);

    /// <summary>What PageController answers for a path, or the status when that isn't 200.</summary>
    public async Task<string> AskAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.IsSuccessStatusCode ? (await response.Content.ReadAsStringAsync()).Trim() : $"{(int)response.StatusCode}";
    }

    private async Task FillAsync()
    {
        var english = await Get<ILanguageService>().CreateAsync(new Language("en-US", "English") { FallbackIsoCode = "nl" }, SuperUser);
        Assert.True(english.Success);
        var text = new DataType(Get<PropertyEditorCollection>()[Constants.PropertyEditors.Aliases.TextBox]!, Get<IConfigurationEditorJsonSerializer>())
        {
            Name = "Tekst", DatabaseType = ValueStorageType.Nvarchar, EditorUiAlias = "Umb.PropertyEditorUi.TextBox",
        };
        Assert.True((await Get<IDataTypeService>().CreateAsync(text, SuperUser)).Success);

        var shortStrings = Get<IShortStringHelper>();
        var type = new ContentType(shortStrings, -1) { Alias = "page", Name = "Pagina", AllowedAsRoot = true, Variations = ContentVariation.Culture };
        type.AddPropertyType(new PropertyType(shortStrings, text, "title") { Name = "Titel", Variations = ContentVariation.Culture });
        type.AddPropertyType(new PropertyType(shortStrings, text, "note") { Name = "Notitie" });
        Assert.True((await Get<IContentTypeService>().CreateAsync(type, SuperUser)).Success);

        Home = new Content("Home", -1, type, "nl");
        Home.SetCultureName("Home", "nl");
        Home.SetCultureName("Home", "en-US");
        Assert.True(Contents.Save(Home).Success);
        Publish(Home);
        var domains = await Get<IDomainService>().UpdateDomainsAsync(Home.Key, new DomainsUpdateModel
        {
            DefaultIsoCode = null,
            Domains = [new DomainModel { DomainName = "/", IsoCode = "nl" }, new DomainModel { DomainName = "/en", IsoCode = "en-US" }],
        });
        Assert.True(domains.Success, domains.Status.ToString());
    }
}
