using System.Globalization;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>
/// Reads what a visitor typed, by the rules of Specs/query-syntax.md. It never refuses: what is not in order is read as
/// plain words.
/// </summary>
internal sealed class QueryParser(SearchSchema schema, LanguageAnalysis language, Synonyms synonyms)
{
    /// <summary>What is typed beyond this many characters is not read.</summary>
    public const int LongestQuery = 1000;

    /// <summary>Words beyond this many are not read, nor are conditions beyond as many.</summary>
    public const int MostWords = 32;

    // Starts cost more than words: shorter ones, and more of them, are read as words.
    private const int ShortestStart = 3;
    private const int MostStarts = 3;

    private int _wordsLeft;
    private int _startsLeft;

    public QueryNode Parse(string query)
    {
        _wordsLeft = MostWords;
        _startsLeft = MostStarts;
        var units = new QueryScanner(query.Length <= LongestQuery ? query : query[..LongestQuery]).Scan().Take(MostWords).ToList();
        var parts = new List<QueryNode>();
        var silent = new List<QueryNode>();
        for (var at = 0; at < units.Count; at++)
        {
            if (IsBeforeOr(units, at))
            {
                // "a OR b OR c": an OR binds its two neighbours.
                var alternatives = new List<QueryNode?> { Condition(units[at]) };
                for (; IsBeforeOr(units, at); at += 2)
                {
                    alternatives.Add(Condition(units[at + 2]));
                }

                parts.AddRange(Either([.. alternatives.OfType<QueryNode>()]));
            }
            else if (IsPlain(units[at]))
            {
                // A run of plain words is read together, so that codes and synonyms of several words are seen.
                var start = units[at].Start;
                while (at + 1 < units.Count && IsPlain(units[at + 1]) && !IsBeforeOr(units, at + 1))
                {
                    at++;
                }

                var words = Words(query, start, units[at].End, out var saysNothing);
                (saysNothing ? silent : parts).AddRange(words is null ? [] : [words]);
            }
            else if (Condition(units[at]) is { } condition)
            {
                parts.Add(condition);
            }
        }

        return Simplified(parts.Any(part => part is not QueryNode.Not) ? parts : [.. silent, .. parts]);
    }

    private static List<QueryNode> Either(List<QueryNode> alternatives) =>
        alternatives.Count > 1 ? [new QueryNode.Or(alternatives)] : alternatives;

    private static bool IsPlain(QueryUnit unit) => unit is { IsNegative: false, IsQuoted: false, IsPrefix: false, Field: null };

    // An OR without a word on both sides is a word itself.
    private static bool IsBeforeOr(List<QueryUnit> units, int at) =>
        at + 2 < units.Count && !units[at].IsOr && units[at + 1].IsOr && !units[at + 2].IsOr;

    private QueryNode? Condition(QueryUnit unit)
    {
        var node = unit switch
        {
            { Field: { } field } => InField(field, unit.Text) ?? Words(unit.Source, unit.WordStart, unit.End, out _),
            { IsQuoted: true } => Phrase(unit.Text),
            { IsPrefix: true } => Prefix(unit.Text) ?? Words(unit.Source, unit.WordStart, unit.End, out _),
            _ => Words(unit.Source, unit.WordStart, unit.End, out _),
        };
        return unit.IsNegative && node is not null ? new QueryNode.Not(node) : node;
    }

    private QueryNode? InField(string name, string value)
    {
        var field = schema.Fields.Index().Where(pair => pair.Item.IsCalled(name)).Select(pair => (int?)pair.Index).FirstOrDefault();
        if (field is not { } number || value.Length == 0)
        {
            return null;
        }

        if (schema.Fields[number].Kind == FieldKind.Number)
        {
            return Range(number, value);
        }

        var folded = FieldValue.FoldedText(value);
        return folded.Length > 0 ? new QueryNode.Field(number, folded) : null;
    }

    private static QueryNode.Range? Range(int field, string value)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? value : value[..dots];
        var to = dots < 0 ? value : value[(dots + 2)..];
        return from.Length + to.Length > 0 && TryBorder(from, long.MinValue, out var first) && TryBorder(to, long.MaxValue, out var last)
            ? new QueryNode.Range(field, first, last)
            : null;
    }

    private static bool TryBorder(string text, long open, out long number)
    {
        number = open;
        return text.Length == 0 || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private QueryNode.Phrase? Phrase(string text)
    {
        var words = Tokenizer.Tokenize(text).Where(token => !token.IsBeside).Select(token => token.Term).Take(_wordsLeft).ToList();
        _wordsLeft -= words.Count;
        return words.Count > 0 ? new QueryNode.Phrase(words) : null;
    }

    private QueryNode.Prefix? Prefix(string text) =>
        Tokenizer.Tokenize(text) is [var token] && token.End == text.Length && token.Term.Length >= ShortestStart && _startsLeft-- > 0
            ? new QueryNode.Prefix(token.Term)
            : null;

    private QueryNode? Words(string source, int start, int end, out bool saysNothing)
    {
        var tokens = Tokenizer.Tokenize(source[start..end]);
        var words = tokens.Where(token => !token.IsBeside).ToList();
        words.RemoveRange(Math.Min(_wordsLeft, words.Count), Math.Max(words.Count - _wordsLeft, 0));
        _wordsLeft -= words.Count;
        var telling = words.Where(token => !language.IsStopWord(token.Term)).ToList();
        saysNothing = telling.Count == 0;
        if (saysNothing)
        {
            // Only words that say nothing: then they are all there is to look for.
            return words.Count == 0 ? null : Simplified([.. words.Select(token => new QueryNode.Phrase([token.Term]))]);
        }

        var parts = new List<QueryNode>();
        for (var i = 0; i < telling.Count; i++)
        {
            var token = telling[i];
            var beside = tokens.Where(other => other.IsBeside && other.Start <= token.Start && other.End > token.Start).OrderByDescending(other => IsCode(other)).ThenByDescending(other => other.Length).ToList();
            if (beside.Count > 0)
            {
                var covered = telling.Skip(i).TakeWhile(other => other.Start < beside[0].End).ToList();
                parts.Add(Beside(beside[0], covered, start));
                i += covered.Count - 1;
            }
            else
            {
                parts.Add(Longest(telling, ref i, start));
            }
        }

        return Simplified(parts);
    }

    private static bool IsCode(Token token) =>
        token.Term.StartsWith(Tokenizer.CodePrefix, StringComparison.Ordinal) && Tokenizer.IsCode(token.Term.AsSpan(Tokenizer.CodePrefix.Length));

    private static QueryNode Beside(Token beside, List<Token> covered, int start)
    {
        var joined = new QueryNode.Word(beside.Term, start + beside.Start, beside.Length);
        return IsCode(beside) ? joined : new QueryNode.Or([Simplified([.. covered.Select(token => WordOf(token, start))]), joined]);
    }

    private QueryNode Longest(List<Token> words, ref int at, int start)
    {
        for (var count = Math.Min(synonyms.LongestMember, words.Count - at); count > 1; count--)
        {
            var row = words.Skip(at).Take(count).ToList();
            string[] terms = [.. row.Select(token => token.Term)];
            if (synonyms.Of(terms, language).Any())
            {
                at += count - 1;
                return new QueryNode.Or([Simplified([.. row.Select(token => WordOf(token, start))]), new QueryNode.Synonym(terms)]);
            }
        }

        return WordOf(words[at], start);
    }

    private static QueryNode.Word WordOf(Token token, int start) => new QueryNode.Word(token.Term, start + token.Start, token.Length);

    private static QueryNode Simplified(IReadOnlyList<QueryNode> parts)
    {
        var flat = parts.SelectMany(part => part is QueryNode.And and ? and.Parts : [part]).ToList();
        return flat.Count switch
        {
            0 => new QueryNode.Everything(),
            1 => flat[0],
            _ => new QueryNode.And(flat),
        };
    }
}
