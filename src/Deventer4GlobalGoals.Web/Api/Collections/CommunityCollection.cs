using System.Globalization;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>A list of published pages of one kind.</summary>
internal abstract class CommunityCollection<TResource>(
    string name, string linkedType, ApiKey key, ItemKind kind, ItemOrder order, params IReadOnlyList<ApiParameter> filters)
    : ApiCollection<CommunityItem, TResource>(name, linkedType, key, filters)
    where TResource : class
{
    public override IReadOnlyList<CommunityItem> Find(ApiView view, ApiRequest request)
    {
        var all = view.Community.Sorted(kind, order, view.Culture);
        var year = request.Year?.ToString(CultureInfo.InvariantCulture);
        return request is { Goal: null, Target: null, Sector: null, Year: null } ? all : Array.FindAll(all, item => Fits(item, request, year));
    }

    public override CommunityItem? Get(ApiView view, string key) =>
        Guid.TryParseExact(key, "D", out var id) && view.Community.Find(id) is { } item && item.Kind == kind ? item : null;

    private static bool Fits(CommunityItem item, ApiRequest request, string? year) =>
        (request.Goal is not { } goal || item.Goals.Any(one => one.Number == goal))
        && (request.Target is not { } target || item.Targets.Contains(target))
        && (request.Sector is not { } sector || item.Sectors.Contains(sector, StringComparer.OrdinalIgnoreCase))
        && (year is null || item.Years.Contains(year));
}
