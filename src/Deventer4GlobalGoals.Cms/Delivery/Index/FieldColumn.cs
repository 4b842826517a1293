using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>What one item has in one field.</summary>
internal readonly record struct FieldRow(int Id, IReadOnlyList<object> Values);

/// <summary>One field of all items in one culture, never changed once made.</summary>
internal abstract class FieldColumn
{
    /// <summary>Adds the items that have one of the values, or that lie in the range.</summary>
    /// <returns>False when none of the values can be read, or when the field has no ranges: then there is nothing to filter by.</returns>
    public abstract bool Find(FilterOperation operation, IReadOnlyList<string> values, IdSet found);

    /// <summary>
    /// The items of a set in groups that have the same value, lowest value first or last. Who has none comes before the lowest, as in Umbraco.
    /// Each item comes once. The list is used again for the next group.
    /// </summary>
    public abstract IEnumerable<List<int>> Groups(IdSet among, bool descending);

    /// <summary>-1, 0 or 1 for two items by this column.</summary>
    public abstract int Compare(int left, int right);

    /// <summary>The column in which <paramref name="rows"/> are all that there is of <paramref name="touched"/>; itself when that changes nothing.</summary>
    public abstract FieldColumn With(IdSet touched, IEnumerable<FieldRow> rows);
}
