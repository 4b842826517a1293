using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>The chosen values of a request: one of the values, in each of the fields.</summary>
internal sealed class FilterSet
{
    private readonly (int Field, HashSet<int> Values)[] _filters;
    private readonly Columns _columns;

    /// <exception cref="UnknownSearchNameException">A field does not exist.</exception>
    public FilterSet(SearchSchema schema, Columns columns, IReadOnlyDictionary<string, IReadOnlyList<string>>? chosen)
    {
        _columns = columns;
        Chosen = (chosen ?? new Dictionary<string, IReadOnlyList<string>>())
            .Where(pair => pair.Value.Count > 0)
            .Select(pair => (Field: schema.FieldNumber(pair.Key), Texts: pair.Value))
            .ToDictionary(pair => pair.Field, pair => pair.Texts.ToHashSet(StringComparer.OrdinalIgnoreCase));
        _filters = [.. Chosen.Select(pair => (pair.Key, Numbers(pair.Key, pair.Value)))];
    }

    public Dictionary<int, HashSet<string>> Chosen { get; }

    public IEnumerable<int> Values => _filters.SelectMany(filter => filter.Values);

    /// <returns>How many fields a document does not answer to: 0, 1 or 2 for more; and which one when it is 1.</returns>
    public int Failing(int document, out int field)
    {
        var failing = 0;
        field = -1;
        foreach (var (number, values) in _filters)
        {
            if (!HasAny(_columns.Values(document), values))
            {
                field = number;
                if (++failing == 2)
                {
                    break;
                }
            }
        }

        return failing;
    }

    public static bool HasAny(ReadOnlySpan<int> own, HashSet<int> values)
    {
        foreach (var value in own)
        {
            if (values.Contains(value))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int> Numbers(int field, HashSet<string> texts) =>
        [.. _columns.FieldValues.Where(value => value.Field == field && texts.Contains(value.Text)).Select(value => value.Number)];
}
