using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>
/// Marks in a text the words by which it was found. Everything of the text is encoded; the only markup is <c>mark</c>.
/// </summary>
internal sealed class Highlighter(IReadOnlySet<string> terms, IReadOnlySet<string> starts)
{
    /// <summary>The length of a snippet in characters, a word more or less.</summary>
    public const int SnippetLength = 220;

    // What stands further on in a text can be found, but isn't shown.
    private const int MostRead = 20_000;
    private const string Cut = "…";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Whole(string text) => Html(text, 0, text.Length, Matches(text));

    /// <returns>The best piece of the summary or the body; the start of the first that isn't empty when nothing is found in them.</returns>
    public string Snippet(string summary, string body)
    {
        body = body.Length > MostRead ? body[..MostRead] : body;
        var inSummary = Best(summary);
        var inBody = Best(body);
        var useSummary = inSummary.Terms >= inBody.Terms && summary.Length > 0;
        var (text, best) = useSummary ? (summary, inSummary) : (body, inBody);
        return Piece(text, best.Start, best.Matches);
    }

    private (int Terms, int Start, List<Token> Matches) Best(string text)
    {
        var matches = Matches(text);
        var best = (Terms: 0, Start: 0);
        var last = 0;
        var inside = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var first = 0; first < matches.Count; first++)
        {
            for (; last < matches.Count && matches[last].End - matches[first].Start <= SnippetLength; last++)
            {
                inside[matches[last].Term] = inside.GetValueOrDefault(matches[last].Term) + 1;
            }

            if (inside.Count > best.Terms)
            {
                best = (inside.Count, matches[first].Start);
            }

            if (last > first && --inside[matches[first].Term] == 0)
            {
                inside.Remove(matches[first].Term);
            }

            last = Math.Max(last, first + 1);
        }

        return (best.Terms, best.Start, matches);
    }

    private List<Token> Matches(string text)
    {
        var matches = new List<Token>();
        if (terms.Count + starts.Count == 0)
        {
            return matches;
        }

        foreach (var token in Tokenizer.Tokenize(text).Where(IsMatch).OrderBy(token => token.Start).ThenByDescending(token => token.Length))
        {
            if (matches.Count == 0 || token.Start >= matches[^1].End)
            {
                matches.Add(token);
            }
        }

        return matches;
    }

    private bool IsMatch(Token token) =>
        terms.Contains(token.Term) || starts.Any(start => token.Term.StartsWith(start, StringComparison.Ordinal));

    private static string Piece(string text, int match, List<Token> matches)
    {
        if (text.Length <= SnippetLength)
        {
            return Html(text, 0, text.Length, matches);
        }

        var from = WordBorder(text, Math.Max(0, Math.Min(match - 40, text.Length - SnippetLength)));
        var to = WordBorder(text, Math.Min(text.Length, from + SnippetLength));
        var html = Html(text, from, to, matches).Trim();
        return (from > 0 ? Cut + " " : "") + html + (to < text.Length ? " " + Cut : "");
    }

    // The next place between two words, and never inside a pair of surrogates.
    private static int WordBorder(string text, int at)
    {
        if (at == 0 || at == text.Length)
        {
            return at;
        }

        var limit = Math.Min(text.Length, at + 30);
        for (var i = at; i < limit; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return limit < text.Length && char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    private static string Html(string text, int from, int to, List<Token> matches)
    {
        var html = new StringBuilder();
        var at = from;
        foreach (var match in matches.Where(match => match.Start >= from && match.End <= to))
        {
            html.Append(Encoder.Encode(text[at..match.Start]))
                .Append("<mark>")
                .Append(Encoder.Encode(text.Substring(match.Start, match.Length)))
                .Append("</mark>");
            at = match.End;
        }

        return html.Append(Encoder.Encode(text[at..to])).ToString();
    }
}
