using Deventer4GlobalGoals.Prize.Log;

namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>Divides entries among jurors: first as many places as possible, then the load as even as possible, then what is known and preferred.</summary>
public static class Assigner
{
    public const int MostExpertise = 3;

    // One step of load outweighs all that expertise can, and that outweighs what was planned before.
    private const long PreferredValue = 1;
    private const long ExpertiseValue = 10;
    private const long LoadValue = 1_000_000;

    /// <exception cref="ArgumentException">A name is there twice, or a fixed pair has a conflict or isn't known.</exception>
    public static Assignment Assign(AssignmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        string[] entries = [.. request.Entries.Order(StringComparer.Ordinal)];
        string[] jurors = [.. request.Jurors.Order(StringComparer.Ordinal)];
        var (firstJuror, sink) = (1 + entries.Length, 1 + entries.Length + jurors.Length);
        var flow = new Flow(sink + 1);
        var edges = new Dictionary<Pair, int>();
        for (var entry = 0; entry < entries.Length; entry++)
        {
            var has = request.Fixed.Count(pair => pair.Entry == entries[entry]);
            flow.Add(0, 1 + entry, Math.Max(request.PerEntry - has, 0), 0);
            for (var juror = 0; juror < jurors.Length; juror++)
            {
                var pair = new Pair(entries[entry], jurors[juror]);
                if (!request.Conflicts.Contains(pair) && !request.Fixed.Contains(pair))
                {
                    edges[pair] = flow.Add(1 + entry, firstJuror + juror, 1, Price(request, pair));
                }
            }
        }

        for (var juror = 0; juror < jurors.Length; juror++)
        {
            var has = request.Fixed.Count(pair => pair.Juror == jurors[juror]);
            for (var load = has; load < (request.LoadCap ?? entries.Length); load++)
            {
                // Each further entry costs more than the one before it, so that the load is spread.
                flow.Add(firstJuror + juror, sink, 1, LoadValue * (load + 1));
            }
        }

        flow.Run();
        var found = edges.Where(edge => flow.Sent(edge.Value) > 0).Select(edge => edge.Key).Concat(request.Fixed).ToArray();
        var pairs = found.OrderBy(pair => pair.Entry, StringComparer.Ordinal).ThenBy(pair => pair.Juror, StringComparer.Ordinal).ToArray();
        return new Assignment(pairs, Obstacles(request, entries, jurors, pairs, flow.Reachable()));
    }

    private static long Price(AssignmentRequest request, Pair pair)
    {
        var expertise = Math.Clamp(request.Expertise.GetValueOrDefault(pair), 0, MostExpertise);
        return (ExpertiseValue * (MostExpertise - expertise)) + (request.Preferred.Contains(pair) ? 0 : PreferredValue);
    }

    // What lies before the narrowest cut: entries that lack jurors, and the jurors they could have had, all full.
    private static IReadOnlyList<Obstacle> Obstacles(AssignmentRequest request, string[] entries, string[] jurors, Pair[] pairs, bool[] reachable)
    {
        var given = pairs.CountBy(pair => pair.Entry).ToDictionary(StringComparer.Ordinal);
        if (Array.TrueForAll(entries, entry => given.GetValueOrDefault(entry) >= request.PerEntry))
        {
            return [];
        }

        string[] competing = [.. entries.Where((_, index) => reachable[1 + index])];
        string[] full = [.. jurors.Where((_, index) => reachable[1 + entries.Length + index])];
        return [new Obstacle(competing, full, request.PerEntry * competing.Length, competing.Sum(entry => Math.Min(given.GetValueOrDefault(entry), request.PerEntry)))];
    }

    private static void Check(AssignmentRequest request)
    {
        if (request.Entries.Distinct().Count() < request.Entries.Count || request.Jurors.Distinct().Count() < request.Jurors.Count)
        {
            throw new ArgumentException("An entry or a juror is there twice.", nameof(request));
        }

        foreach (var pair in request.Fixed)
        {
            if (request.Conflicts.Contains(pair) || !request.Entries.Contains(pair.Entry) || !request.Jurors.Contains(pair.Juror))
            {
                throw new ArgumentException($"Juror {pair.Juror} can't be kept on entry {pair.Entry}.", nameof(request));
            }
        }
    }
}
