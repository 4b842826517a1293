using System.Globalization;
using System.Text.Json;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Export;

/// <summary>Something in handed-out files that isn't what the log comes down to.</summary>
/// <param name="File">Which file.</param>
/// <param name="Line">From which line on, from 1.</param>
/// <param name="Message">What, in English.</param>
public sealed record ResultFault(string File, long Line, string Message);

/// <summary>Recomputes everything from the log and compares.</summary>
public static class ResultCheck
{
    /// <param name="files">Names and texts, as <see cref="ResultFiles.Of"/> made them.</param>
    /// <param name="head">The hash of the log as printed elsewhere; without it, who rewrote every file isn't found.</param>
    /// <returns>The first fault of each file; empty when all is as it was.</returns>
    public static IReadOnlyList<ResultFault> Verify(IReadOnlyDictionary<string, string> files, string? head = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!files.TryGetValue(ResultFiles.Log, out var written))
        {
            return [new ResultFault(ResultFiles.Log, 1, "This file is missing.")];
        }

        try
        {
            var entries = Read(written);
            if (entries.Count == 0)
            {
                return [new ResultFault(ResultFiles.Log, 1, "The log is empty.")];
            }

            return [.. Compare(files, ResultFiles.Of(PrizeLog.Read(entries, head)))];
        }
        catch (TamperedLogException tampered)
        {
            return [new ResultFault(ResultFiles.Log, tampered.Fault.Number, tampered.Message)];
        }
    }

    private static List<LogEntry> Read(string written)
    {
        var entries = new List<LogEntry>();
        foreach (var line in written.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                entries.Add(CanonicalJson.Read<LogEntry>(line));
            }
            catch (JsonException unreadable)
            {
                throw new TamperedLogException(new LogFault(
                    entries.Count + 1,
                    string.Create(CultureInfo.InvariantCulture, $"Line {entries.Count + 1} can't be read: {unreadable.Message}")));
            }
        }

        return entries;
    }

    private static IEnumerable<ResultFault> Compare(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string> expected)
    {
        foreach (var (name, text) in expected)
        {
            if (!files.TryGetValue(name, out var found))
            {
                yield return new ResultFault(name, 1, "This file is missing.");
            }
            else if (found != text)
            {
                var (lines, own) = (text.Split('\n'), found.Split('\n'));
                var line = Enumerable.Range(0, Math.Max(lines.Length, own.Length)).First(index => lines.ElementAtOrDefault(index) != own.ElementAtOrDefault(index));
                yield return new ResultFault(name, line + 1, $"Recomputed from the log this line is: {lines.ElementAtOrDefault(line) ?? "(nothing)"}");
            }
        }
    }
}
