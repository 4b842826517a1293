using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Deventer4GlobalGoals.Cms.Published;
using Deventer4GlobalGoals.Cms.Rendering;
using Deventer4GlobalGoals.Cms.Routing;
using Deventer4GlobalGoals.Cms.Tests.Published;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Web.Common.Controllers;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Deventer4GlobalGoals.Cms.Tests.Routing;

/// <summary>The routing on a real Kestrel, asked over a socket so that nothing tidies up a URL; the database's side is in memory.</summary>
public sealed class RoutedSite : IAsyncLifetime
{
    private static readonly Dictionary<string, int> Routes = new(StringComparer.Ordinal)
    {
        ["nl /"] = 1, ["en-US /"] = 1, ["de-DE /"] = 1,
        ["nl /doelen"] = 2, ["en-US /goals"] = 2,
        ["nl /doelen/12-verantwoord"] = 3,
        ["nl /über-uns"] = 4,
        ["nl /concept"] = 5,
        ["nl /printbaar"] = 6,
        ["nl /kaal"] = 7,
    };

    private readonly WebApplication _app;

    public RoutedSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        Compose(builder.Services);
        _app = builder.Build();
        _app.UseUmbracoContent();
        _app.MapUmbracoContent();
    }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Status, Location and body of a GET for exactly this target.</summary>
    public async Task<(int Status, string Location, string Body)> GetAsync(string target)
    {
        var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: deventer.example\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = (await reader.ReadToEndAsync()).Split("\r\n");
        var location = lines.FirstOrDefault(line => line.StartsWith("Location: ", StringComparison.OrdinalIgnoreCase))?["Location: ".Length..];
        var body = lines.FirstOrDefault(line => line.StartsWith("page=", StringComparison.Ordinal))?["page=".Length..];
        return (int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), location ?? string.Empty, body ?? string.Empty);
    }

    private static void Compose(IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IRequestCache>(NoAppCache.Instance);
        services.AddSingleton<IUmbracoContextAccessor, HybridUmbracoContextAccessor>();
        services.Configure<RequestHandlerSettings>(settings => settings.AddTrailingSlash = false);
        services.AddPublished().AddSiteRouting().AddSiteRendering();
        services.AddControllers().AddApplicationPart(typeof(RoutedSite).Assembly);

        var source = new MemorySource();
        foreach (var page in Pages())
        {
            source.Published[page.Key] = page;
        }

        services.AddSingleton<IPublishedSource>(source);
        services.Replace(ServiceDescriptor.Singleton<IPublishedContentTypeCache>(new TestTypes()));
        services.AddSingleton<IPublishedModelFactory>(new NoopPublishedModelFactory());
        services.AddSingleton<IPublishedValueFallback>(new NoopPublishedValueFallback());
        services.Replace(ServiceDescriptor.Singleton(Answering.With<IDefaultCultureAccessor>(("get_DefaultCulture", _ => "nl"))));
        services.AddSingleton(Answering.With<IHostingEnvironment>());
        services.AddSingleton(Answering.With<IDomainService>(("GetAllAsync", _ => Task.FromResult<IEnumerable<IDomain>>([Domain("/", "nl", 0), Domain("/en", "en-US", 1), Domain("/de", "de-DE", 2)]))));
        services.AddSingleton(Answering.With<IDocumentUrlService>(("GetDocumentKeyByRoute", asked => Route(asked))));
        services.AddSingleton(Answering.With<IRedirectUrlService>(("GetMostRecentRedirectUrlAsync", Moved)));
        services.AddSingleton(Answering.With<IPublishedUrlProvider>(("GetUrl", asked => (string?)asked[2] == "nl" ? "/doelen" : "/en/goals")));
        services.AddSingleton(Answering.With<ITemplateService>(("GetAsync", asked => Task.FromResult<ITemplate?>(Template((int)asked[0]!)))));
    }

    private static Guid? Route(object?[] asked)
    {
        Assert.Equal(1, asked[2]);
        return Routes.TryGetValue($"{asked[1]} {asked[0]}", out var id) ? PublishedWorld.KeyOf(id) : null;
    }

    private static Task<IRedirectUrl?> Moved(object?[] asked) => Task.FromResult<IRedirectUrl?>(
        (asked[0], asked[1]) is ("1/oud", "nl") or ("1/old", "en-US")
            ? new RedirectUrl { ContentKey = PublishedWorld.KeyOf(2), Culture = (string)asked[1]!, Url = (string)asked[0]! }
            : null);

    private static IEnumerable<PublishedRecord> Pages()
    {
        yield return PublishedWorld.Page(1);
        yield return PublishedWorld.Page(2, 1);
        yield return Dutch(PublishedWorld.Page(3, 2));
        yield return Dutch(PublishedWorld.Page(4, 1));
        yield return Dutch(PublishedWorld.Page(6, 1)) with { TemplateId = 60 };
        yield return Dutch(PublishedWorld.Page(7, 1)) with { ContentTypeId = PublishedWorld.OtherType, TemplateId = 70 };
    }

    private static PublishedRecord Dutch(PublishedRecord page) => page with { Cultures = [.. page.Cultures.Take(1)] };

    internal static IDomain Domain(string name, string culture, int sort) => Answering.With<IDomain>(
        ("get_Id", _ => sort + 1),
        ("get_DomainName", _ => name),
        ("get_LanguageIsoCode", _ => culture),
        ("get_RootContentId", _ => 1),
        ("get_IsWildcard", _ => false),
        ("get_SortOrder", _ => sort));

    private static ITemplate? Template(int id) =>
        id == 60 ? Answering.With<ITemplate>(("get_Alias", _ => "print")) : Answering.With<ITemplate>(("get_Alias", _ => "noSuchView"));
}

public class PageController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts)
    : RenderController(logger, views, contexts)
{
    public override IActionResult Index() => Content($"page={CurrentPage!.Id} {CultureInfo.CurrentUICulture.Name}\r\n");

    public IActionResult Print(int? kopie) => Content($"page=print {CurrentPage!.Id} {kopie}\r\n");
}
