namespace Deventer4GlobalGoals.Prize.Scoring;

/// <summary>What one juror makes of one entry: the weighted mean of the criteria that count, on the criteria's scale.</summary>
public sealed record Mark(string Entry, string Juror, double Value);

/// <summary>
/// The marks of one panel in a fixed order, by entry and then juror: whatever order they came in, every sum is made the same way.
/// </summary>
internal sealed class MarkTable
{
    private MarkTable(string[] entries, string[] jurors, int[] entryOf, int[] jurorOf, double[] values)
    {
        Entries = entries;
        Jurors = jurors;
        EntryOf = entryOf;
        JurorOf = jurorOf;
        Values = values;
        Starts = new int[entries.Length + 1];
        PerJuror = new int[jurors.Length];
        for (var mark = 0; mark < values.Length; mark++)
        {
            Starts[entryOf[mark] + 1]++;
            PerJuror[jurorOf[mark]]++;
        }

        for (var entry = 0; entry < entries.Length; entry++)
        {
            Starts[entry + 1] += Starts[entry];
        }

        Panels = FindPanels();
    }

    public string[] Entries { get; }

    public string[] Jurors { get; }

    public int[] EntryOf { get; }

    public int[] JurorOf { get; }

    public double[] Values { get; }

    /// <summary>Where the marks of each entry start; those of entry i are from Starts[i] up to Starts[i + 1].</summary>
    public int[] Starts { get; }

    public int[] PerJuror { get; }

    /// <summary>Entries that the same jurors scored, together with those jurors: what holds for one holds for all.</summary>
    public (int[] Entries, int[] Jurors)[] Panels { get; }

    public int Count => Values.Length;

    /// <exception cref="ArgumentException">A juror has two marks for one entry, or a mark isn't a number.</exception>
    public static MarkTable Of(IEnumerable<Mark> marks)
    {
        var sorted = marks.ToArray();
        Array.Sort(sorted, static (one, other) => string.CompareOrdinal(one.Entry, other.Entry) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Juror, other.Juror));
        for (var index = 0; index < sorted.Length; index++)
        {
            var (entry, juror, value) = sorted[index];
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"The mark of juror {juror} for entry {entry} is not a number.", nameof(marks));
            }

            if (index > 0 && sorted[index - 1].Entry == entry && sorted[index - 1].Juror == juror)
            {
                throw new ArgumentException($"Juror {juror} has two marks for entry {entry}.", nameof(marks));
            }
        }

        var entries = sorted.Select(mark => mark.Entry).Distinct().ToArray();
        var jurors = sorted.Select(mark => mark.Juror).Distinct().Order(StringComparer.Ordinal).ToArray();
        var entryIndex = Index(entries);
        var jurorIndex = Index(jurors);
        return new MarkTable(
            entries,
            jurors,
            [.. sorted.Select(mark => entryIndex[mark.Entry])],
            [.. sorted.Select(mark => jurorIndex[mark.Juror])],
            [.. sorted.Select(mark => mark.Value)]);
    }

    /// <summary>The same table as if this juror had not been there; entries that nobody else scored are gone.</summary>
    public MarkTable Without(int juror) => Of(Marks().Where(mark => mark.Juror != Jurors[juror]));

    public IEnumerable<Mark> Marks() => Enumerable.Range(0, Count).Select(mark => new Mark(Entries[EntryOf[mark]], Jurors[JurorOf[mark]], Values[mark]));

    public double[] MeanPerEntry()
    {
        var means = new double[Entries.Length];
        for (var entry = 0; entry < means.Length; entry++)
        {
            var sum = 0.0;
            for (var mark = Starts[entry]; mark < Starts[entry + 1]; mark++)
            {
                sum += Values[mark];
            }

            means[entry] = sum / (Starts[entry + 1] - Starts[entry]);
        }

        return means;
    }

    /// <summary>For each entry the number of the group it is in; entries of different groups share no juror, also not through others.</summary>
    public int[] Groups()
    {
        var group = Enumerable.Range(0, Entries.Length).ToArray();
        var firstOfJuror = new int[Jurors.Length];
        Array.Fill(firstOfJuror, -1);
        for (var mark = 0; mark < Count; mark++)
        {
            ref var first = ref firstOfJuror[JurorOf[mark]];
            if (first < 0)
            {
                first = EntryOf[mark];
            }
            else
            {
                var (one, other) = (group[first], group[EntryOf[mark]]);
                for (var entry = 0; one != other && entry < group.Length; entry++)
                {
                    group[entry] = group[entry] == Math.Max(one, other) ? Math.Min(one, other) : group[entry];
                }
            }
        }

        return group;
    }

    private (int[] Entries, int[] Jurors)[] FindPanels()
    {
        var found = new List<(List<int> Entries, int[] Jurors)>();
        for (var entry = 0; entry < Entries.Length; entry++)
        {
            var jurors = JurorOf[Starts[entry]..Starts[entry + 1]];
            var known = found.FindIndex(panel => panel.Jurors.AsSpan().SequenceEqual(jurors));
            if (known < 0)
            {
                found.Add(([entry], jurors));
            }
            else
            {
                found[known].Entries.Add(entry);
            }
        }

        return [.. found.Select(panel => (panel.Entries.ToArray(), panel.Jurors))];
    }

    private static Dictionary<string, int> Index(string[] names) =>
        names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
}
