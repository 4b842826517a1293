using System.Text.Encodings.Web;
using System.Text.Unicode;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Search;
using Deventer4GlobalGoals.Web.Search.Guide;
using Deventer4GlobalGoals.Web.Search.Monitor;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Site.Lists;
using Microsoft.Extensions.WebEncoders;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>The public site's one door: its services, its error pages, and the addresses that are no pages.</summary>
public static class SiteRegistration
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<SiteOrigin>();
        services.AddScoped<SiteView>();
        services.AddSingleton<SealedTexts>();
        services.AddSingleton<FormStamps>();
        services.AddSingleton<OrganisationNames>();
        services.AddScoped<ListMaker>();
        services.AddScoped<SearchMaker>();
        services.AddScoped<GuideMaker>();
        services.AddScoped<FeedSource>();
        services.AddOptions<SiteContactOptions>().BindConfiguration(SiteContactOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        // Letters with accents stay letters; what matters to HTML is still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>Reads what is published before anything listens, so that the first visitor doesn't compete with what fills the other indexes.</summary>
    public static void ReadCommunity(this IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _ = host.Services.GetRequiredService<CommunityIndex>().Current;
    }

    /// <summary>
    /// The site's own 404 and 500. Put it before everything that may answer: it re-executes a missing page as the site's 404 in the language
    /// of the address, and answers an exception with a page that depends on nothing.
    /// </summary>
    public static IApplicationBuilder UseSiteErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(failed => failed.Run(BarePage.WriteServerErrorAsync));
        return app.UseMiddleware<NotFoundPage>();
    }

    /// <summary>Feeds, calendars, sitemap, robots.txt, security.txt, and the search for programs.</summary>
    public static IEndpointRouteBuilder MapSite(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFeeds();
        endpoints.MapSearchFeed();
        endpoints.MapSearchApi();
        endpoints.MapMonitorCsv();
        endpoints.MapSitemap();
        endpoints.MapSecurityText();
        return endpoints;
    }
}
