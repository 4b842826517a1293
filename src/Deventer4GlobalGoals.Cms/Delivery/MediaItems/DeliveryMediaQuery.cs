using Deventer4GlobalGoals.Cms.Delivery.Querying;
using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Delivery.MediaItems;

/// <summary>Finds media. As in Umbraco only by folder: "children:" with a key, a path, or "/" for the root.</summary>
internal sealed partial class DeliveryMediaQuery(
    IPublishedMediaCache media,
    IMediaNavigationQueryService navigation,
    ILogger<DeliveryMediaQuery> logger) : IApiMediaQueryService
{
    private const string Children = "children:";

    public Attempt<PagedModel<Guid>, ApiMediaQueryOperationStatus> ExecuteQuery(
        string? fetch,
        IEnumerable<string> filters,
        IEnumerable<string> sorts,
        int skip,
        int take)
    {
        if (fetch?.StartsWith(Children, StringComparison.OrdinalIgnoreCase) != true || fetch.Length == Children.Length)
        {
            return Unknown(ApiMediaQueryOperationStatus.SelectorOptionNotFound, "fetch", fetch ?? string.Empty);
        }

        var items = Below(fetch[Children.Length..]);
        foreach (var filter in filters.Where(filter => !string.IsNullOrWhiteSpace(filter)))
        {
            if (Filter(filter) is not { } matches)
            {
                return Unknown(ApiMediaQueryOperationStatus.FilterOptionNotFound, "filter", filter);
            }

            items = items.Where(matches);
        }

        // The last first: every order keeps the one before it where it finds no difference.
        foreach (var sort in sorts.Where(sort => !string.IsNullOrWhiteSpace(sort)).DefaultIfEmpty("sortOrder:asc").Reverse())
        {
            if (Sort(items, sort) is not { } sorted)
            {
                return Unknown(ApiMediaQueryOperationStatus.SortOptionNotFound, "sort", sort);
            }

            items = sorted;
        }

        var found = items.Select(item => item.Key).ToList();
        return Attempt.SucceedWithStatus(ApiMediaQueryOperationStatus.Success, new PagedModel<Guid>(found.Count, [.. found.Skip(skip).Take(take)]));
    }

    public IPublishedContent? GetByPath(string path)
    {
        IPublishedContent? found = null;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = ChildrenOf(found?.Key).FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));
            if (found is null)
            {
                return null;
            }
        }

        return found;
    }

    private static Func<IPublishedContent, bool>? Filter(string filter)
    {
        var (name, value) = Parts(filter);
        var isNegated = value.StartsWith('!');
        var wanted = isNegated ? value[1..] : value;
        Func<IPublishedContent, bool>? matches = name.ToUpperInvariant() switch
        {
            "MEDIATYPE" => item => string.Equals(item.ContentType.Alias, wanted, StringComparison.OrdinalIgnoreCase),
            "NAME" => item => item.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
        return matches is null ? null : item => matches(item) != isNegated;
    }

    private static IEnumerable<IPublishedContent>? Sort(IEnumerable<IPublishedContent> items, string sort)
    {
        var (name, direction) = Parts(sort);
        var isDescending = !direction.StartsWith("asc", StringComparison.OrdinalIgnoreCase);
        return name.ToUpperInvariant() switch
        {
            "NAME" => isDescending
                ? items.OrderByDescending(item => item.Name, StringComparer.InvariantCultureIgnoreCase)
                : items.OrderBy(item => item.Name, StringComparer.InvariantCultureIgnoreCase),
            "SORTORDER" => By(item => item.SortOrder),
            "CREATEDATE" => By(item => item.CreateDate),
            "UPDATEDATE" => By(item => item.UpdateDate),
            _ => null,
        };

        IEnumerable<IPublishedContent> By<TKey>(Func<IPublishedContent, TKey> key) => isDescending ? items.OrderByDescending(key) : items.OrderBy(key);
    }

    private static (string Name, string Value) Parts(string option)
    {
        var at = option.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? (string.Empty, string.Empty) : (option[..at], option[(at + 1)..].Trim());
    }

    private IEnumerable<IPublishedContent> Below(string item)
    {
        if (item.Trim('/').Length == 0)
        {
            return ChildrenOf(null);
        }

        var parent = Guid.TryParse(item, out var key) ? media.GetById(key) : GetByPath(item);
        return parent is null ? [] : ChildrenOf(parent.Key);
    }

    private IEnumerable<IPublishedContent> ChildrenOf(Guid? folder)
    {
        AnswerUse.Shows(AnswerTag.AnyMedia);
        var found = folder is { } key
            ? navigation.TryGetChildrenKeys(key, out var children) ? children : []
            : navigation.TryGetRootKeys(out var roots) ? roots : [];
        return found.Select(media.GetById).OfType<IPublishedContent>();
    }

    private Attempt<PagedModel<Guid>, ApiMediaQueryOperationStatus> Unknown(ApiMediaQueryOperationStatus status, string option, string value)
    {
        UnknownOption(logger, option, LogText.Of(value));
        return Attempt.FailWithStatus(status, new PagedModel<Guid>(0, []));
    }

    [LoggerMessage(LogLevel.Information, "The Delivery API knows no {Option} option '{Value}' for media; fetch wants 'children:' with a key or a path.")]
    private static partial void UnknownOption(ILogger logger, string option, string value);
}
