namespace Deventer4GlobalGoals.Search.Query;

/// <summary>A piece of what was typed, between spaces or quotes.</summary>
/// <param name="Source">All that was typed.</param>
/// <param name="Start">Where the piece starts, with its sign.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What it says, without sign, field, quotes and star.</param>
internal readonly record struct QueryUnit(string Source, int Start, int End, string Text)
{
    /// <summary>Where it starts without its minus sign.</summary>
    public int WordStart => IsNegative ? Start + 1 : Start;

    public bool IsNegative { get; init; }

    public bool IsQuoted { get; init; }

    public bool IsPrefix { get; init; }

    public string? Field { get; init; }

    public bool IsOr => this is { IsNegative: false, IsQuoted: false, Field: null, Text: "OR" };
}

/// <summary>Cuts what was typed into pieces.</summary>
internal sealed class QueryScanner(string query)
{
    private int at;

    public IEnumerable<QueryUnit> Scan()
    {
        while (at < query.Length)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
            }
            else
            {
                yield return Next();
            }
        }
    }

    private QueryUnit Next()
    {
        var start = at;
        var negative = query[at] == '-' && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]);
        at += negative ? 1 : 0;
        if (TryQuoted(out var phrase))
        {
            return new QueryUnit(query, start, at, phrase) { IsNegative = negative, IsQuoted = true };
        }

        // A quote that is never closed is no quote.
        var field = default(string);
        var text = at;
        at++;
        while (at < query.Length && !char.IsWhiteSpace(query[at]))
        {
            if (query[at] == ':' && field is null && at > text)
            {
                field = query[text..at];
                text = ++at;
                if (TryQuoted(out var value))
                {
                    return new QueryUnit(query, start, at, value) { IsNegative = negative, Field = field };
                }
            }
            else if (query[at] == '"' && query.IndexOf('"', at + 1) > 0)
            {
                break;
            }
            else
            {
                at++;
            }
        }

        var word = query[text..at];
        var prefix = field is null && word.Length > 1 && word[^1] == '*';
        return new QueryUnit(query, start, at, prefix ? word[..^1] : word) { IsNegative = negative, Field = field, IsPrefix = prefix };
    }

    private bool TryQuoted(out string text)
    {
        text = "";
        if (at >= query.Length || query[at] != '"' || query.IndexOf('"', at + 1) is not (>= 0 and var end))
        {
            return false;
        }

        text = query[(at + 1)..end];
        at = end + 1;
        return true;
    }
}
