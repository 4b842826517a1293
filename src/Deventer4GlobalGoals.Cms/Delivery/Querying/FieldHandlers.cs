using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Delivery.Querying;

/// <summary>What every item has, under the names that Umbraco's own index has for it.</summary>
public sealed class CommonIndexer : IContentIndexHandler
{
    internal const string ContentType = "contentType";
    internal const string Name = "name";
    internal const string SortableName = "sortName";
    internal const string CreateDate = "createDate";
    internal const string UpdateDate = "updateDate";
    internal const string Level = "level";
    internal const string SortOrder = "sortOrder";

    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        var name = (culture is null ? content.Name : content.GetCultureName(culture)) ?? string.Empty;
        return
        [
            new IndexFieldValue { FieldName = ContentType, Values = [content.ContentType.Alias] },
            new IndexFieldValue { FieldName = Name, Values = [name] },
            new IndexFieldValue { FieldName = SortableName, Values = [name] },
            new IndexFieldValue { FieldName = CreateDate, Values = [content.CreateDate] },
            new IndexFieldValue { FieldName = UpdateDate, Values = [(culture is null ? null : content.GetUpdateDate(culture)) ?? content.UpdateDate] },
            new IndexFieldValue { FieldName = Level, Values = [content.Level] },
            new IndexFieldValue { FieldName = SortOrder, Values = [content.SortOrder] },
        ];
    }

    public IEnumerable<IndexField> GetFields() =>
    [
        new IndexField { FieldName = ContentType, FieldType = FieldType.StringRaw, VariesByCulture = false },
        new IndexField { FieldName = Name, FieldType = FieldType.StringAnalyzed, VariesByCulture = true },
        new IndexField { FieldName = SortableName, FieldType = FieldType.StringSortable, VariesByCulture = true },
        new IndexField { FieldName = CreateDate, FieldType = FieldType.Date, VariesByCulture = false },
        new IndexField { FieldName = UpdateDate, FieldType = FieldType.Date, VariesByCulture = true },
        new IndexField { FieldName = Level, FieldType = FieldType.Number, VariesByCulture = false },
        new IndexField { FieldName = SortOrder, FieldType = FieldType.Number, VariesByCulture = false },
    ];
}

/// <summary>A filter on one field: "name:value", "name:!value", and with ranges also "&gt;", "&gt;:", "&lt;" and "&lt;:".</summary>
public abstract class FieldFilter(string name, string fieldName, bool ranges = false, bool several = true) : IFilterHandler
{
    private static readonly (string Sign, FilterOperation Operation)[] Signs =
    [
        (":!", FilterOperation.IsNot),
        (":", FilterOperation.Is),
        (">:", FilterOperation.GreaterThanOrEqual),
        (">", FilterOperation.GreaterThan),
        ("<:", FilterOperation.LessThanOrEqual),
        ("<", FilterOperation.LessThan),
    ];

    public bool CanHandle(string query) => Read(query) is not null;

    public FilterOption BuildFilterOption(string filter)
    {
        var (operation, value) = Read(filter) ?? throw new ArgumentException($"'{filter}' is no filter on {name}.", nameof(filter));
        return new FilterOption
        {
            FieldName = fieldName,
            Operator = operation,
            Values = several ? value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : value.Length > 0 ? [value] : [],
        };
    }

    private (FilterOperation Operation, string Value)? Read(string query)
    {
        if (!query.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var (sign, operation) in Signs)
        {
            if ((ranges || sign[0] == ':') && query.AsSpan(name.Length).StartsWith(sign, StringComparison.Ordinal))
            {
                return (operation, query[(name.Length + sign.Length)..].Trim());
            }
        }

        return null;
    }
}

public sealed class ContentTypeFilter() : FieldFilter("contentType", CommonIndexer.ContentType);

/// <summary>The value is a phrase that may hold commas, as in Umbraco.</summary>
public sealed class NameFilter() : FieldFilter("name", CommonIndexer.Name, several: false);

public sealed class CreateDateFilter() : FieldFilter("createDate", CommonIndexer.CreateDate, ranges: true);

public sealed class UpdateDateFilter() : FieldFilter("updateDate", CommonIndexer.UpdateDate, ranges: true);

/// <summary>An order by one field: "name:asc", and whatever doesn't begin with "asc" is descending.</summary>
public abstract class FieldSort(string name, string fieldName) : ISortHandler
{
    private readonly string _specifier = name + ":";

    public bool CanHandle(string query) => query.StartsWith(_specifier, StringComparison.OrdinalIgnoreCase);

    public SortOption BuildSortOption(string sort) => new()
    {
        FieldName = fieldName,
        Direction = sort[_specifier.Length..].StartsWith("asc", StringComparison.OrdinalIgnoreCase)
            ? Umbraco.Cms.Core.Direction.Ascending
            : Umbraco.Cms.Core.Direction.Descending,
    };
}

public sealed class CreateDateSort() : FieldSort("createDate", CommonIndexer.CreateDate);

public sealed class LevelSort() : FieldSort("level", CommonIndexer.Level);

public sealed class NameSort() : FieldSort("name", CommonIndexer.SortableName);

public sealed class SortOrderSort() : FieldSort("sortOrder", CommonIndexer.SortOrder);

public sealed class UpdateDateSort() : FieldSort("updateDate", CommonIndexer.UpdateDate);
