using System.Globalization;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>The documents of one culture in one language: they share a vocabulary and average lengths.</summary>
internal sealed class Partition(PartitionRow row)
{
    private readonly long[] _lengths = new long[DocumentTerms.Tiers];
    private readonly Dictionary<int, int> _withValue = [];

    public int Number => row.Number;

    public string Culture => row.Culture;

    public Vocabulary Vocabulary { get; } = new(LanguageAnalysis.For(row.Language), Synonyms.Default);

    public int Documents { get; private set; }

    /// <returns>How many words this tier has in a document, on average; 1 where there is nothing to average.</returns>
    public float AverageLength(int tier) => _lengths[tier] == 0 ? 1 : (float)_lengths[tier] / Documents;

    /// <returns>How many documents have this value of a field.</returns>
    public int DocumentsWith(int value) => _withValue.GetValueOrDefault(value);

    public void Count(ReadOnlySpan<ushort> document, ReadOnlySpan<int> values, int sign)
    {
        Documents += sign;
        foreach (var value in values)
        {
            _withValue[value] = DocumentsWith(value) + sign;
        }

        for (var tier = 0; tier < _lengths.Length; tier++)
        {
            _lengths[tier] += sign * document[tier];
        }
    }
}

/// <summary>A value of a field.</summary>
internal sealed record FieldValue(int Number, int Field, string Text)
{
    public string Folded { get; } = FoldedText(Text);

    public long? AsNumber { get; } = long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string FoldedText(string text) => string.Join(' ', Tokenizer.Tokenize(text).Where(token => !token.IsBeside).Select(token => token.Term));
}

/// <summary>
/// What filters, facets and ranking need of every document, in memory, by document number. It is changed under the write
/// lock of its generation and read under the read lock.
/// </summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int[]> _shared = new(StringComparer.Ordinal);
    private bool[] _alive = new bool[64];
    private int[] _partition = new int[64];
    private int[] _day = new int[64];
    private string[] _id = new string[64];
    private ushort[] _lengths = new ushort[64 * DocumentTerms.Tiers];
    private int[][] _values = new int[64][];
    private int[][] _main = new int[64][];

    /// <summary>One more than the highest number of a document.</summary>
    public int Count { get; private set; }

    public Dictionary<int, Partition> Partitions { get; } = [];

    /// <summary>By number; number 0 is nobody's.</summary>
    public List<FieldValue> FieldValues { get; } = [new FieldValue(0, -1, "")];

    public ReadOnlySpan<bool> Alive => _alive.AsSpan(0, Count);

    public int PartitionOf(int document) => _partition[document];

    /// <returns>Days since 1 January of the year 1; 0 without a date.</returns>
    public int Day(int document) => _day[document];

    public string Id(int document) => _id[document];

    public int Length(int document, int tier) => _lengths[(document * DocumentTerms.Tiers) + tier];

    public ReadOnlySpan<int> Values(int document) => _values[document];

    public ReadOnlySpan<int> Main(int document) => _main[document];

    public IEnumerable<Partition> Of(string culture) =>
        Partitions.Values.Where(partition => partition.Culture.Equals(culture, StringComparison.OrdinalIgnoreCase)).OrderBy(partition => partition.Number);

    public void Take(IndexDelta delta)
    {
        foreach (var row in delta.Partitions)
        {
            Partitions[row.Number] = new Partition(row);
        }

        foreach (var row in delta.Values.OrderBy(row => row.Number))
        {
            FieldValues.Add(new FieldValue(row.Number, row.Field, row.Text));
        }

        foreach (var number in delta.Removed)
        {
            _alive[number] = false;
            Partitions[_partition[number]].Count(_lengths.AsSpan(number * DocumentTerms.Tiers, DocumentTerms.Tiers), _values[number], -1);
        }

        foreach (var row in delta.Added)
        {
            Add(row);
        }

        foreach (var group in delta.Words.GroupBy(pair => pair.Key.Partition))
        {
            Partitions[group.Key].Vocabulary.Take(group.Select(pair => (pair.Key.Word, pair.Value)));
        }
    }

    private void Add(DocumentRow row)
    {
        Grow(row.Number + 1);
        Count = Math.Max(Count, row.Number + 1);
        _alive[row.Number] = true;
        _partition[row.Number] = row.Partition;
        _day[row.Number] = row.Day;
        _id[row.Number] = row.Id;
        _values[row.Number] = Shared(row.Values);
        _main[row.Number] = Shared(row.Main);
        var own = _lengths.AsSpan(row.Number * DocumentTerms.Tiers, DocumentTerms.Tiers);
        for (var tier = 0; tier < own.Length; tier++)
        {
            own[tier] = (ushort)(row.Lengths >> (16 * (own.Length - 1 - tier)));
        }

        Partitions[row.Partition].Count(own, _values[row.Number], 1);
    }

    // Many documents have the same values.
    private int[] Shared(int[] numbers)
    {
        var key = string.Join(',', numbers);
        return _shared.TryGetValue(key, out var known) ? known : _shared[key] = numbers;
    }

    private void Grow(int size)
    {
        if (size > _alive.Length)
        {
            var room = Math.Max(size, _alive.Length * 2);
            Array.Resize(ref _alive, room);
            Array.Resize(ref _partition, room);
            Array.Resize(ref _day, room);
            Array.Resize(ref _id, room);
            Array.Resize(ref _values, room);
            Array.Resize(ref _main, room);
            Array.Resize(ref _lengths, room * DocumentTerms.Tiers);
        }
    }
}
