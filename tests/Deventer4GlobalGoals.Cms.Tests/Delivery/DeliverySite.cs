using Deventer4GlobalGoals.Cms.Delivery;
using Deventer4GlobalGoals.Cms.Published;
using Deventer4GlobalGoals.Cms.Routing;
using Deventer4GlobalGoals.Cms.Tests.Published;
using Deventer4GlobalGoals.Cms.Tests.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Web;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Deventer4GlobalGoals.Cms.Tests.Delivery;

/// <summary>The Delivery API on a real Kestrel with Umbraco's own response builders, over records in memory.</summary>
internal sealed class DeliverySite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeliverySite(Action<DeliveryApiSettings> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.Configure(configure);
        Compose(builder.Services);
        _app = builder.Build();
        _app.UseUmbracoContent();
        _app.MapDelivery();
    }

    public HttpClient Client { get; private set; } = null!;

    public static async Task<DeliverySite> StartAsync(Action<DeliveryApiSettings> configure)
    {
        var site = new DeliverySite(configure);
        await site._app.StartAsync();
        site.Client = new HttpClient { BaseAddress = new Uri(site._app.Urls.First() + "/umbraco/delivery/api/v2/content/") };
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static void Compose(IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IRequestCache>(NoAppCache.Instance);
        services.AddSingleton<IUmbracoContextAccessor, HybridUmbracoContextAccessor>();
        services.AddPublished().AddSiteRouting().AddDelivery();
        services.AddSingleton(new SelectorHandlerCollection(() => []));
        services.AddSingleton(new FilterHandlerCollection(() => []));
        services.AddSingleton(new SortHandlerCollection(() => []));
        services.AddSingleton(new ContentIndexHandlerCollection(() => []));
        services.AddSingleton(Answering.With<IContentTypeService>(("Get", _ => null)));
        services.AddSingleton(Answering.With<IPublicAccessService>(("GetAll", _ => Array.Empty<PublicAccessEntry>())));
        services.AddSingleton(Answering.With<IDocumentNavigationQueryService>());
        services.AddSingleton(Answering.With<IMediaNavigationQueryService>());

        var source = new MemorySource();
        PublishedValue[] values = [new("title", "nl", "Koffie"), new("title", "en-US", "Coffee"), new("year", null, 2020)];
        foreach (var page in new[] { PublishedWorld.Page(1), PublishedWorld.Page(2, 1, values) })
        {
            source.Published[page.Key] = page;
            source.Drafts[page.Key] = page with { Values = PublishedValues.Of(new PublishedValue("title", "nl", "Koffie, nog niet af")) };
        }

        services.AddSingleton<IPublishedSource>(source);
        services.Replace(ServiceDescriptor.Singleton<IPublishedContentTypeCache>(new TestTypes()));
        services.AddSingleton<IPublishedModelFactory>(new NoopPublishedModelFactory());
        services.Replace(ServiceDescriptor.Singleton(Answering.With<IDefaultCultureAccessor>(("get_DefaultCulture", _ => "nl"))));
        services.AddSingleton(Answering.With<IHostingEnvironment>());
        services.AddSingleton(Answering.With<ITemplateService>());
        services.AddSingleton(Answering.With<IRedirectUrlService>(("GetMostRecentRedirectUrl", _ => null)));
        services.AddSingleton(Answering.With<IPublishedUrlProvider>());
        services.AddSingleton(Answering.With<IDomainService>(
            ("GetAllAsync", _ => Task.FromResult<IEnumerable<IDomain>>([RoutedSite.Domain("/", "nl", 0), RoutedSite.Domain("/en", "en-US", 1)]))));
        services.AddSingleton(Answering.With<ILanguageService>(
            ("GetAllAsync", _ => Task.FromResult<IEnumerable<ILanguage>>([Language("nl"), Language("en-US")]))));
        services.AddSingleton(Answering.With<IDocumentUrlService>(
            ("GetDocumentKeyByRoute", asked => (asked[0], asked[1]) is ("/koffie", "nl") or ("/coffee", "en-US") ? PublishedWorld.KeyOf(2) : null)));
        services.AddSingleton(Answering.With<IPublishedValueFallback>(("TryGetValue", _ => false)));
        services.Replace(ServiceDescriptor.Singleton(Answering.With<IApiContentRouteBuilder>(
            ("Build", asked => new ApiContentRoute((string?)asked[1] == "en-US" ? "/en/coffee" : "/koffie", new ApiContentStartItem(PublishedWorld.KeyOf(1), "home"))))));
    }

    private static ILanguage Language(string isoCode) => Answering.With<ILanguage>(("get_IsoCode", _ => isoCode));
}
