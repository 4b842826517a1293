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
    private int _at;

    public IEnumerable<QueryUnit> Scan()
    {
        while (_at < query.Length)
        {
            if (char.IsWhiteSpace(query[_at]))
            {
                _at++;
            }
            else
            {
                yield return Next();
            }
        }
    }

    private QueryUnit Next()
    {
        var start = _at;
        var negative = query[_at] == '-' && _at + 1 < query.Length && !char.IsWhiteSpace(query[_at + 1]);
        _at += negative ? 1 : 0;
        if (TryQuoted(out var phrase))
        {
            return new QueryUnit(query, start, _at, phrase) { IsNegative = negative, IsQuoted = true };
        }

        // A quote that is never closed is no quote.
        var field = default(string);
        var text = _at;
        _at++;
        while (_at < query.Length && !char.IsWhiteSpace(query[_at]))
        {
            if (query[_at] == ':' && field is null && _at > text)
            {
                field = query[text.._at];
                text = ++_at;
                if (TryQuoted(out var value))
                {
                    return new QueryUnit(query, start, _at, value) { IsNegative = negative, Field = field };
                }
            }
            else if (query[_at] == '"' && query.IndexOf('"', _at + 1) > 0)
            {
                break;
            }
            else
            {
                _at++;
            }
        }

        var word = query[text.._at];
        var prefix = field is null && word.Length > 1 && word[^1] == '*';
        return new QueryUnit(query, start, _at, prefix ? word[..^1] : word) { IsNegative = negative, Field = field, IsPrefix = prefix };
    }

    private bool TryQuoted(out string text)
    {
        text = "";
        if (_at >= query.Length || query[_at] != '"' || query.IndexOf('"', _at + 1) is not (>= 0 and var end))
        {
            return false;
        }

        text = query[(_at + 1)..end];
        _at = end + 1;
        return true;
    }
}
