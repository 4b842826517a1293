using System.Text;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>Reads iCalendar as RFC 5545 says, from the grammar and without the site's own writer: lines unfolded, parameters left out, text unescaped.</summary>
internal static class CalendarText
{
    /// <summary>The properties of every event, by name.</summary>
    /// <exception cref="InvalidDataException">It is no calendar.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var events = new List<Dictionary<string, string>>();
        var open = new Stack<string>();
        foreach (var line in Unfold(text))
        {
            var (name, value) = Split(line);
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value == "VEVENT")
                {
                    events.Add(new Dictionary<string, string>(StringComparer.Ordinal));
                }
            }
            else if (name == "END")
            {
                if (open.Count == 0 || open.Pop() != value)
                {
                    throw new InvalidDataException($"END:{value} closes nothing.");
                }
            }
            else if (open.Count > 0 && open.Peek() == "VEVENT" && !events[^1].TryAdd(name, Unescape(value)))
            {
                throw new InvalidDataException($"{name} stands twice in one event.");
            }
        }

        return open.Count == 0 && events.TrueForAll(one => one.ContainsKey("UID") && one.ContainsKey("DTSTAMP"))
            ? events
            : throw new InvalidDataException("Not everything was closed, or an event has no UID or DTSTAMP.");
    }

    private static IEnumerable<string> Unfold(string text)
    {
        var lines = new List<StringBuilder>();
        foreach (var line in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (Encoding.UTF8.GetByteCount(line) > 75)
            {
                throw new InvalidDataException("A line is longer than 75 octets.");
            }

            if (line[0] is ' ' or '\t')
            {
                lines[^1].Append(line, 1, line.Length - 1);
            }
            else
            {
                lines.Add(new StringBuilder(line));
            }
        }

        return lines.Select(line => line.ToString());
    }

    /// <summary>A colon within quotes belongs to a parameter.</summary>
    private static (string Name, string Value) Split(string line)
    {
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"';
            if (line[i] == ':' && !isQuoted)
            {
                return (line[..i].Split(';')[0].ToUpperInvariant(), line[(i + 1)..]);
            }
        }

        throw new InvalidDataException($"'{line}' has no value.");
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] == '\\' && i + 1 < value.Length ? value[++i] switch { 'n' or 'N' => '\n', var other => other } : value[i]);
        }

        return text.ToString();
    }
}
