using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Delivery.Querying;

/// <summary>From the options in a request, by the site's handlers, to a query.</summary>
internal sealed partial class DeliveryQueryService(
    IApiContentQueryProvider provider,
    SelectorHandlerCollection selectors,
    FilterHandlerCollection filterHandlers,
    SortHandlerCollection sortHandlers,
    IRequestStartItemProviderAccessor startItems,
    IRequestPreviewService preview,
    IVariationContextAccessor variation,
    IDomainCache domains,
    ILogger<DeliveryQueryService> logger) : IApiContentQueryService
{
    public Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> ExecuteQuery(
        string? fetch,
        IEnumerable<string> filters,
        IEnumerable<string> sorts,
        ProtectedAccess protectedAccess,
        int skip,
        int take)
    {
        if (Selector(fetch) is not { } selector)
        {
            return Unknown(ApiContentQueryOperationStatus.SelectorOptionNotFound, "fetch", fetch!);
        }

        var filterOptions = new List<FilterOption>();
        foreach (var filter in filters.Where(filter => !string.IsNullOrWhiteSpace(filter)))
        {
            if (filterHandlers.FirstOrDefault(handler => handler.CanHandle(filter)) is not { } handler)
            {
                return Unknown(ApiContentQueryOperationStatus.FilterOptionNotFound, "filter", filter);
            }

            filterOptions.Add(handler.BuildFilterOption(filter));
        }

        var sortOptions = new List<SortOption>();
        foreach (var sort in sorts.Where(sort => !string.IsNullOrWhiteSpace(sort)))
        {
            if (sortHandlers.FirstOrDefault(handler => handler.CanHandle(sort)) is not { } handler)
            {
                return Unknown(ApiContentQueryOperationStatus.SortOptionNotFound, "sort", sort);
            }

            sortOptions.Add(handler.BuildSortOption(sort));
        }

        var culture = variation.VariationContext?.Culture is { Length: > 0 } requested ? requested : domains.DefaultCulture;
        var found = provider.ExecuteQuery(selector, filterOptions, sortOptions, culture, protectedAccess, preview.IsPreview(), skip, take);
        return Attempt.SucceedWithStatus(ApiContentQueryOperationStatus.Success, found);
    }

    /// <summary>Without one, everything, or everything below the start item. Null when nobody knows it.</summary>
    private SelectorOption? Selector(string? fetch)
    {
        if (!string.IsNullOrWhiteSpace(fetch))
        {
            return selectors.FirstOrDefault(handler => handler.CanHandle(fetch))?.BuildSelectorOption(fetch);
        }

        return startItems.TryGetValue(out var provided) && provided.GetStartItem() is { } start
            ? new SelectorOption { FieldName = StructureIndexer.Ancestors, Values = [start.Key.ToString("D")] }
            : provider.AllContentSelectorOption();
    }

    private Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> Unknown(ApiContentQueryOperationStatus status, string option, string value)
    {
        UnknownOption(logger, option, LogText.Of(value));
        return Attempt.FailWithStatus(status, new PagedModel<Guid>(0, []));
    }

    [LoggerMessage(LogLevel.Information, "The Delivery API knows no {Option} option '{Value}'.")]
    private static partial void UnknownOption(ILogger logger, string option, string value);
}
