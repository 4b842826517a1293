using Microsoft.AspNetCore.OutputCaching;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>
/// Keeps rendered pages until content changes. The number of the state of the content is part of each key, so a page that was being
/// rendered while something was published is never served afterwards.
/// </summary>
public sealed class PageCache(IOutputCacheStore store) :
    INotificationAsyncHandler<ContentCacheRefresherNotification>,
    INotificationAsyncHandler<MediaCacheRefresherNotification>,
    INotificationAsyncHandler<ContentTypeCacheRefresherNotification>,
    INotificationAsyncHandler<DataTypeCacheRefresherNotification>,
    INotificationAsyncHandler<DictionaryCacheRefresherNotification>,
    INotificationAsyncHandler<DomainCacheRefresherNotification>,
    INotificationAsyncHandler<LanguageCacheRefresherNotification>,
    INotificationAsyncHandler<TemplateCacheRefresherNotification>
{
    internal const string Tag = "pages";

    private long _state;

    /// <summary>Counts the changes to what pages show, since the start.</summary>
    public long State => Interlocked.Read(ref _state);

    public Task HandleAsync(ContentCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(MediaCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(ContentTypeCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(DataTypeCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(DictionaryCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(DomainCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(LanguageCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    public Task HandleAsync(TemplateCacheRefresherNotification notification, CancellationToken cancellationToken) => EvictAsync(cancellationToken);

    /// <summary>What pages show is different from now on.</summary>
    public async Task EvictAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _state);
        await store.EvictByTagAsync(Tag, cancellationToken);
    }
}

/// <summary>
/// What is kept: pages that anybody may see, asked for without a body, answered with 200, without a cookie, and that say nothing of caching
/// themselves, as answers to searches do: there are as many of those as anybody cares to make up.
/// </summary>
internal sealed class PagePolicy : IOutputCachePolicy
{
    /// <summary>Places that are never kept: they differ by who asks, or tell how things are now.</summary>
    private static readonly PathString[] Never = ["/umbraco", "/jury", "/health", "/media", "/api"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var keep = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Authorization.Count == 0
            && !Array.Exists(Never, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        context.EnableOutputCaching = keep;
        context.AllowCacheLookup = keep;
        context.AllowCacheStorage = keep;

        // Waiting for each other costs every visitor a fifth of the time of a kept page, and spares a few renders after a change.
        context.AllowLocking = false;
        context.Tags.Add(PageCache.Tag);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["state"] = context.HttpContext.RequestServices.GetRequiredService<PageCache>().State
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK
            && response.Headers.SetCookie.Count == 0
            && response.Headers.CacheControl.Count == 0;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Puts the cache behind Umbraco's notifications, as any Umbraco site would.</summary>
public sealed class PageCacheComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<PageCache>();
        Evict<ContentCacheRefresherNotification>(builder);
        Evict<MediaCacheRefresherNotification>(builder);
        Evict<ContentTypeCacheRefresherNotification>(builder);
        Evict<DataTypeCacheRefresherNotification>(builder);
        Evict<DictionaryCacheRefresherNotification>(builder);
        Evict<DomainCacheRefresherNotification>(builder);
        Evict<LanguageCacheRefresherNotification>(builder);
        Evict<TemplateCacheRefresherNotification>(builder);
    }

    /// <summary>The one cache, not one per notification: it counts.</summary>
    private static void Evict<TNotification>(IUmbracoBuilder builder)
        where TNotification : INotification =>
        builder.Services.AddSingleton(provider => (INotificationAsyncHandler<TNotification>)(object)provider.GetRequiredService<PageCache>());
}

/// <summary>Wires the page cache into the pipeline.</summary>
public static class PageCaching
{
    /// <summary>Most of all kept pages together, in bytes.</summary>
    private const long SizeLimit = 64 * 1024 * 1024;

    /// <summary>What "past" and "next" mean moves on by itself, so no page is kept longer than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddPageCache(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.SizeLimit = SizeLimit;
        options.DefaultExpirationTimeSpan = Longest;
        options.AddBasePolicy(policy => policy.AddPolicy<PagePolicy>(), excludeDefaultPolicy: true);
    });

    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) => app.UseOutputCache();
}
