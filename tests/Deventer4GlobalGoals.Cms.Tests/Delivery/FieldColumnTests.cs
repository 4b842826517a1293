using System.Globalization;
using Deventer4GlobalGoals.Cms.Delivery.Index;
using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Tests.Delivery;

/// <summary>Columns against a scan of the rows that they were made of, after a few hundred random changes.</summary>
public class FieldColumnTests
{
    private const int Highest = 200;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_column_finds_and_orders_what_a_scan_does(int seed)
    {
        var random = new Random(seed);
        var rows = new Dictionary<int, object[]>();
        var column = FieldColumns.Empty(FieldType.Number, "nl");
        for (var change = 0; change < 60; change++)
        {
            var touched = new IdSet(Highest);
            var added = new List<FieldRow>();
            foreach (var id in Enumerable.Range(0, 5).Select(_ => random.Next(1, Highest)).Distinct())
            {
                touched.Add(id);
                rows.Remove(id);
                if (random.Next(4) > 0)
                {
                    rows[id] = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (object)random.Next(-20, 20))];
                    added.Add(new FieldRow(id, rows[id]));
                }
            }

            column = column.With(touched, added);
            AssertSame(column, rows, random.Next(-22, 22));
        }
    }

    [Theory]
    [InlineData("circulair bouwen", true)]
    [InlineData("CIRCULAIR", true)]
    [InlineData("bouwen bij vdr", true)]
    [InlineData("één gróep", true)]
    [InlineData("bouw", false)]
    [InlineData("bouwen circulair", false)]
    [InlineData("circulair bouwen; bij", true)]
    public void A_name_matches_by_whole_words_in_their_order(string phrase, bool expected)
    {
        var column = FieldColumns.Empty(FieldType.StringAnalyzed, "nl")
            .With(new IdSet(1), [new FieldRow(1, ["Circulair bouwen, bij VDR: een groep"])]);
        var found = new IdSet(1);
        Assert.True(column.Find(FilterOperation.Is, [phrase], found));
        Assert.Equal(expected, found.Contains(1));
    }

    [Theory]
    [InlineData(FieldType.Number, FilterOperation.Is, "tien")]
    [InlineData(FieldType.Number, FilterOperation.GreaterThan, "")]
    [InlineData(FieldType.Date, FilterOperation.LessThan, "gisteren")]
    [InlineData(FieldType.StringRaw, FilterOperation.GreaterThan, "a")]
    [InlineData(FieldType.StringAnalyzed, FilterOperation.Is, "?!")]
    public void A_value_that_a_field_cannot_have_is_no_filter(FieldType type, FilterOperation operation, string value)
    {
        var found = new IdSet(1);
        var applies = FieldColumns.Empty(type, "nl").Find(operation, [value], found);
        Assert.Equal(type == FieldType.StringRaw && operation == FilterOperation.Is, applies);
        Assert.Equal(0, found.Count);
    }

    [Fact]
    public void Names_sort_as_in_their_language()
    {
        string[] names = ["Zwolle", "eén", "Een", "apeldoorn", "Épe", "Deventer"];
        var all = new IdSet(names.Length);
        var rows = names.Select((name, index) => new FieldRow(index + 1, [name])).ToList();
        rows.ForEach(row => all.Add(row.Id));
        var column = FieldColumns.Empty(FieldType.StringSortable, "nl").With(new IdSet(names.Length), rows);
        Assert.Equal(
            ["apeldoorn", "Deventer", "Een", "eén", "Épe", "Zwolle"],
            column.Groups(all, descending: false).SelectMany(group => group.Select(id => names[id - 1])));
    }

    private static void AssertSame(FieldColumn column, Dictionary<int, object[]> rows, int value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        AssertFinds(column, rows, FilterOperation.Is, text, number => number == value);
        AssertFinds(column, rows, FilterOperation.LessThan, text, number => number < value);
        AssertFinds(column, rows, FilterOperation.LessThanOrEqual, text, number => number <= value);
        AssertFinds(column, rows, FilterOperation.GreaterThan, text, number => number > value);
        AssertFinds(column, rows, FilterOperation.GreaterThanOrEqual, text, number => number >= value);

        var all = new IdSet(Highest);
        Enumerable.Range(1, Highest - 1).ToList().ForEach(all.Add);
        Assert.Equal(
            all.Ids().OrderBy(id => rows.TryGetValue(id, out var values) ? values.Cast<int>().Min() : int.MinValue).ThenBy(id => id),
            column.Groups(all, descending: false).SelectMany(group => group.ToArray()));
        Assert.Equal(
            all.Ids().OrderByDescending(id => rows.TryGetValue(id, out var values) ? values.Cast<int>().Max() : int.MinValue).ThenBy(id => id),
            column.Groups(all, descending: true).SelectMany(group => group.ToArray()));
    }

    private static void AssertFinds(FieldColumn column, Dictionary<int, object[]> rows, FilterOperation operation, string value, Func<int, bool> matches)
    {
        var found = new IdSet(Highest);
        Assert.True(column.Find(operation, [value], found));
        Assert.Equal(rows.Where(row => row.Value.Cast<int>().Any(matches)).Select(row => row.Key).Order(), found.Ids());
    }
}
