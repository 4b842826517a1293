using Deventer4GlobalGoals.Cms.Delivery.Index;
using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Querying;

/// <summary>
/// Answers queries from the index in memory. As in Umbraco, a filter or sort on a field that nobody indexes, and a value that a field
/// can't have, leave the query as it is; here they are logged as well.
/// </summary>
internal sealed partial class DeliveryQueryProvider(DeliveryIndexStore store, ILogger<DeliveryQueryProvider> logger) : IApiContentQueryProvider
{
    private const string Everything = "__IndexType";

    public SelectorOption AllContentSelectorOption() => new() { FieldName = Everything, Values = ["content"] };

    public PagedModel<Guid> ExecuteQuery(
        SelectorOption selectorOption,
        IList<FilterOption> filterOptions,
        IList<SortOption> sortOptions,
        string culture,
        ProtectedAccess protectedAccess,
        bool preview,
        int skip,
        int take)
    {
        var found = Execute(selectorOption, filterOptions, sortOptions, culture, preview, skip, take);
        if (!preview)
        {
            AnswerUse.AskAgain(() => IsSame(found, Execute(selectorOption, filterOptions, sortOptions, culture, false, skip, take)));
        }

        return found;
    }

    private static bool IsSame(PagedModel<Guid> one, PagedModel<Guid> other) => one.Total == other.Total && one.Items.SequenceEqual(other.Items);

    private PagedModel<Guid> Execute(
        SelectorOption selectorOption, IList<FilterOption> filterOptions, IList<SortOption> sortOptions, string culture, bool preview, int skip, int take)
    {
        var index = store.Current(preview);
        if (index.In(culture) is not { } items)
        {
            UnknownCulture(logger, culture);
            return new PagedModel<Guid>(0, []);
        }

        var found = Select(items, selectorOption);
        foreach (var filter in filterOptions)
        {
            Filter(items, filter, found);
        }

        var orders = sortOptions.Select(sort => Order(items, sort)).OfType<FieldOrder>().ToList();
        var page = CultureIndex.Page(found, orders, skip, take);
        return new PagedModel<Guid>(found.Count, [.. page.Select(id => index.Items[id].Key)]);
    }

    private IdSet Select(CultureIndex items, SelectorOption selector)
    {
        if (selector.FieldName == Everything)
        {
            return items.All.Copy();
        }

        var found = new IdSet(items.All.Highest);
        if (items.Column(selector.FieldName) is { } column)
        {
            column.Find(FilterOperation.Is, selector.Values, found);
            found.IntersectWith(items.All);
        }
        else
        {
            UnknownField(logger, "fetch", selector.FieldName);
        }

        return found;
    }

    private void Filter(CultureIndex items, FilterOption filter, IdSet found)
    {
        if (items.Column(filter.FieldName) is not { } column)
        {
            UnknownField(logger, "filter", filter.FieldName);
            return;
        }

        var matching = new IdSet(items.All.Highest);
        var readable = column.Find(filter.Operator, filter.Values, matching);
        if (!readable && filter.Values.Length > 0)
        {
            UnreadableValues(logger, filter.FieldName, filter.Operator, LogText.Of(string.Join(',', filter.Values)));
            return;
        }

        if (filter.Operator is FilterOperation.IsNot or FilterOperation.DoesNotContain)
        {
            found.ExceptWith(matching);
        }
        else
        {
            found.IntersectWith(matching);
        }
    }

    private FieldOrder? Order(CultureIndex items, SortOption sort)
    {
        if (items.Column(sort.FieldName) is { } column)
        {
            return new FieldOrder(column, sort.Direction);
        }

        UnknownField(logger, "sort", sort.FieldName);
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "The Delivery API was asked for culture '{Culture}', which the site doesn't have: nothing is found.")]
    private static partial void UnknownCulture(ILogger logger, string culture);

    [LoggerMessage(LogLevel.Warning, "A {Option} option of the Delivery API names the field '{Field}', which no index handler gives: it has no effect.")]
    private static partial void UnknownField(ILogger logger, string option, string field);

    [LoggerMessage(LogLevel.Warning, "The field '{Field}' can't be filtered by {Operation} '{Values}': the filter has no effect.")]
    private static partial void UnreadableValues(ILogger logger, string field, FilterOperation operation, string values);
}
