using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>Sorts rows as Umbraco's <see cref="Ordering"/> asks.</summary>
internal static class ContentOrdering
{
    public static IQueryable<ContentRow> Sort(IQueryable<ContentRow> rows, Ordering? ordering)
    {
        var down = ordering?.Direction == Direction.Descending;
        var sorted = ordering?.OrderBy?.ToUpperInvariant() switch
        {
            "NAME" => down ? rows.OrderByDescending(row => row.Node.NameKey) : rows.OrderBy(row => row.Node.NameKey),
            "PATH" => down ? rows.OrderByDescending(row => row.Node.Path) : rows.OrderBy(row => row.Node.Path),
            "ID" => down ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.Id),
            "CREATEDATE" => down ? rows.OrderByDescending(row => row.Node.CreateDate) : rows.OrderBy(row => row.Node.CreateDate),
            "UPDATEDATE" or "VERSIONDATE" => down ? rows.OrderByDescending(row => row.Node.UpdateDate) : rows.OrderBy(row => row.Node.UpdateDate),
            "LEVEL" => down ? rows.OrderByDescending(row => row.Node.Level) : rows.OrderBy(row => row.Node.Level),
            "OWNER" or "CREATOR" => down ? rows.OrderByDescending(row => row.Node.CreatorId) : rows.OrderBy(row => row.Node.CreatorId),
            "PUBLISHED" => down ? rows.OrderByDescending(row => row.Published) : rows.OrderBy(row => row.Published),
            "CONTENTTYPEALIAS" => down ? rows.OrderByDescending(row => row.ContentTypeId) : rows.OrderBy(row => row.ContentTypeId),
            _ => down ? rows.OrderByDescending(row => row.Node.SortOrder) : rows.OrderBy(row => row.Node.SortOrder),
        };
        return sorted.ThenBy(row => row.Id);
    }

    /// <summary>Ids sorted by a property's value in the current version: numbers by size, all else as text. Read and compared in memory.</summary>
    public static IEnumerable<int> ByProperty(IQueryable<ContentRow> rows, Ordering ordering, IReadOnlySet<int> propertyTypeIds)
    {
        var culture = ordering.Culture;
        var keyed = rows.SelectMany(row => row.Versions.Where(version => version.Current), (row, version) => new { row.Id, version.Data })
            .AsEnumerable()
            .Select(row => (row.Id, Value: VersionData.Parse(row.Data).Values.FirstOrDefault(value =>
                propertyTypeIds.Contains(value.PropertyTypeId)
                && (value.Culture is null || string.Equals(value.Culture, culture, StringComparison.OrdinalIgnoreCase)))?.Value));
        var comparer = Comparer<object?>.Create(CompareValues);
        return ordering.Direction == Direction.Descending
            ? keyed.OrderByDescending(row => row.Value, comparer).ThenBy(row => row.Id).Select(row => row.Id)
            : keyed.OrderBy(row => row.Value, comparer).ThenBy(row => row.Id).Select(row => row.Id);
    }

    private static int CompareValues(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
        (string, _) => 1,
        (_, string) => -1,
        _ => Convert.ToDecimal(left, System.Globalization.CultureInfo.InvariantCulture)
            .CompareTo(Convert.ToDecimal(right, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
