using System.Globalization;

namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>
/// Reads a lexicon. A file is a row of blocks with a blank line between them: a heading ("goal 12", a target "12.5", or
/// "silent" for words that say nothing about any goal), and below it lines of a weight and terms: "5 food waste; food loss".
/// A line that starts with # is for the reader only.
/// </summary>
internal static class LexiconFile
{
    public const int HighestWeight = 5;

    /// <returns>The terms, each once, with everything that the file says they mean.</returns>
    /// <exception cref="InvalidDataException">The file is not in order; the message starts with "file:line:".</exception>
    public static IReadOnlyList<LexiconTerm> Read(string file, TextReader reader)
    {
        var terms = new Dictionary<string, LexiconTerm>(StringComparer.Ordinal);
        Meaning? about = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                about = null;
            }
            else if (line[0] != '#')
            {
                try
                {
                    about = about is null ? Heading(line.Trim()) : Line(line, about, terms);
                }
                catch (FormatException error)
                {
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: {error.Message}."), error);
                }
            }
        }

        return [.. terms.Values];
    }

    private static Meaning Heading(string heading)
    {
        if (heading == "silent")
        {
            return new Meaning(0, null, 0);
        }

        return GoalReference.TryParse(heading, out var reference)
            ? new Meaning(reference.Goal, reference.Target, 0)
            : throw new FormatException($"\"{heading}\" is no goal, no target and not \"silent\"");
    }

    private static Meaning Line(string line, Meaning about, Dictionary<string, LexiconTerm> terms)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0
            || !int.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            || weight > HighestWeight
            || (about.Goal == 0 && weight != 0))
        {
            throw new FormatException($"expected a weight from 0 to {HighestWeight} (0 below \"silent\") and words, found \"{line}\"");
        }

        foreach (var text in line[space..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!terms.TryGetValue(text, out var term))
            {
                term = LexiconTerm.Parse(text);
                terms.Add(text, term);
            }

            term.Says(about with { Weight = weight });
        }

        return about;
    }
}
