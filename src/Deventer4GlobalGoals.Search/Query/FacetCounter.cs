using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>
/// Counts in one pass what answers, per value. A document that fails the filter of one field only is counted for that field:
/// so the counts of a field ignore what was chosen in it.
/// </summary>
internal sealed class FacetCounter(SearchSchema schema, Columns columns, FilterSet filters)
{
    private readonly int[] _counts = new int[columns.FieldValues.Count];

    /// <returns>The documents that answer to all filters.</returns>
    public List<int> Count(List<int> documents)
    {
        var fields = columns.FieldValues.Select(value => value.Field).ToArray();
        var passing = new List<int>();
        foreach (var document in documents)
        {
            var failing = filters.Failing(document, out var field);
            if (failing == 0)
            {
                passing.Add(document);
            }

            if (failing <= 1)
            {
                foreach (var value in columns.Values(document))
                {
                    if (failing == 0 || fields[value] == field)
                    {
                        _counts[value]++;
                    }
                }
            }
        }

        return passing;
    }

    /// <param name="fields">The fields wanted; all when null.</param>
    public IReadOnlyList<Facet> Facets(IReadOnlyList<string>? fields)
    {
        var wanted = (fields ?? [.. schema.Fields.Select(field => field.Name)]).Select(schema.FieldNumber).Distinct().Order();
        return [.. wanted.Select(field => new Facet(schema.Fields[field].Name, Values(field)))];
    }

    private List<FacetCount> Values(int field)
    {
        var chosen = filters.Chosen.GetValueOrDefault(field, []);
        var counted = columns.FieldValues
            .Where(value => value.Field == field && (_counts[value.Number] > 0 || chosen.Contains(value.Text)))
            .Select(value => new FacetCount(value.Text, _counts[value.Number], chosen.Contains(value.Text)))
            .ToList();
        var unknown = chosen.Where(text => !counted.Exists(value => value.Value.Equals(text, StringComparison.OrdinalIgnoreCase)));
        return
        [
            .. counted
                .Concat(unknown.Select(text => new FacetCount(text, 0, IsChosen: true)))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal),
        ];
    }
}
