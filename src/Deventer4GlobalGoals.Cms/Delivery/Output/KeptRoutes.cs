using System.Collections.Concurrent;
using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Cms.Delivery.Output;

/// <summary>
/// Keeps routes as long as nothing changes: an item has one per language, and making them is most of what an answer costs. Those of drafts
/// are made each time.
/// </summary>
internal sealed class KeptRoutes(
    ApiContentRouteBuilder builder,
    DeliveryState state,
    IRequestPreviewService preview,
    IVariationContextAccessor variation,
    IUmbracoContextFactory contexts,
    IHttpContextAccessor http) : IApiContentRouteBuilder
{
    /// <summary>Then all are dropped. A client that makes up host names gets no further than this.</summary>
    private const int Most = 500_000;

    private Kept _kept = new(default);

    public IApiContentRoute? Build(IPublishedContent content, string? culture = null)
    {
        if (preview.IsPreview())
        {
            return Make(content, culture);
        }

        AnswerUse.Shows(content.Key);
        var key = new Key(content.Key, culture ?? variation.VariationContext?.Culture, http.HttpContext?.Request.Host.Value);
        var kept = Current();
        if (!kept.Routes.TryGetValue(key, out var route))
        {
            route = Make(content, culture);
            kept.Routes.TryAdd(key, route);
        }

        // A copy: who links to the item may give it a query string.
        return route is null ? null : new ApiContentRoute(route.Path, new ApiContentStartItem(route.StartItem.Id, route.StartItem.Path));
    }

    /// <summary>Also outside of a request: webhooks tell of what a schedule or a tool publishes.</summary>
    private IApiContentRoute? Make(IPublishedContent content, string? culture)
    {
        using var context = contexts.EnsureUmbracoContext();
        return builder.Build(content, culture);
    }

    private Kept Current()
    {
        // Read before making: a change that comes in between then makes the route stale, not the other way round.
        var (kept, now) = (Volatile.Read(ref _kept), state.Current);
        if (kept.State != now || kept.Routes.Count > Most)
        {
            kept = new Kept(now);
            Volatile.Write(ref _kept, kept);
        }

        return kept;
    }

    private readonly record struct Key(Guid Content, string? Culture, string? Host);

    private sealed record Kept(DeliveryStateNumber State)
    {
        public ConcurrentDictionary<Key, IApiContentRoute?> Routes { get; } = new();
    }
}
