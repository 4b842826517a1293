using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>What was found for the words of a question, before filters.</summary>
internal sealed record FoundDocuments(QueryNode Query, Hits Hits, IReadOnlySet<string> Marked, IReadOnlySet<string> MarkedStarts)
{
    public Correction? Correction { get; init; }

    public bool IsLoose { get; init; }
}

/// <summary>
/// Finds what answers to a question: documents with all words, or with at least half of them when it is a sentence that ends in a question
/// mark. When nothing does, it tries the spelling that was probably meant, or longer words that begin with what nothing has, and then the
/// documents that have at least half of the words.
/// </summary>
internal sealed class Finder(IndexReader reader, SearchSchema schema, string culture)
{
    // A word that is this rare may be a slip of a word that is much more common.
    private const int Rare = 2;
    private const int MuchMore = 10;

    // Looking through the whole vocabulary takes a while.
    private const int MostCorrected = 5;

    // Shorter words begin many others by chance.
    private const int ShortestBeginning = 5;

    private readonly Partition[] _partitions = [.. reader.Columns.Of(culture)];

    public FoundDocuments Find(string text, bool forgiving)
    {
        var (found, words) = Evaluate(text);
        if (!forgiving || words.Count == 0)
        {
            return found;
        }

        if (found.Hits.Count > 0 && IsQuestion(text, words.Count) && Loose(found.Query) is var most && most.Hits.Count > found.Hits.Count)
        {
            reader.Return(found.Hits);
            return most with { IsLoose = false };
        }

        if (found.Hits.Count > 0)
        {
            return found.Hits.Count > Rare ? found : found with { Correction = Better(text, words) };
        }

        var corrected = Corrected(text, words.Where(pair => pair.Value == 0).Select(pair => pair.Key), _ => 1);
        if (corrected is not null)
        {
            (var other, words) = Evaluate(corrected);
            if (other.Hits.Count > 0)
            {
                return other with { Correction = new Correction(corrected, IsApplied: true) };
            }
        }

        var loose = Loose(corrected is null ? WithBeginnings(found.Query, words) : Parse(corrected));
        return loose.Hits.Count > 0 && corrected is not null ? loose with { Correction = new Correction(corrected, IsApplied: true) } : loose;
    }

    // A word that no text has, in no form, may begin a compound of which no text has the rest by itself: biogas in biogasleiding.
    private static QueryNode WithBeginnings(QueryNode node, Dictionary<QueryNode.Word, int> words) => node switch
    {
        QueryNode.Word word when word.Term.Length >= ShortestBeginning && words.GetValueOrDefault(word, 1) == 0 => new QueryNode.Prefix(word.Term),
        QueryNode.And and => new QueryNode.And([.. and.Parts.Select(part => WithBeginnings(part, words))]),
        QueryNode.Or or => new QueryNode.Or([.. or.Parts.Select(part => WithBeginnings(part, words))]),
        _ => node,
    };

    // Who asks in a sentence uses words that an answer needn't have: those with most of them come first.
    private static bool IsQuestion(string text, int words) => words > 1 && text.AsSpan().TrimEnd().EndsWith('?');

    private (FoundDocuments Found, Dictionary<QueryNode.Word, int> Words) Evaluate(string text) => Evaluate(Parse(text));

    private (FoundDocuments Found, Dictionary<QueryNode.Word, int> Words) Evaluate(QueryNode query)
    {
        var evaluator = new Evaluator(reader, schema, culture);
        var hits = evaluator.Evaluate(query);
        return (new FoundDocuments(query, hits, evaluator.Marked, evaluator.MarkedStarts), evaluator.Found);
    }

    private QueryNode Parse(string text) => new QueryParser(schema, LanguageAnalysis.For(culture), Synonyms.Default).Parse(text);

    private Correction? Better(string text, Dictionary<QueryNode.Word, int> words)
    {
        var corrected = Corrected(text, words.Where(pair => pair.Value <= Rare).Select(pair => pair.Key), word => Math.Max(words[word], 1) * MuchMore);
        return corrected is null ? null : new Correction(corrected, IsApplied: false);
    }

    private string? Corrected(string text, IEnumerable<QueryNode.Word> words, Func<QueryNode.Word, int> least)
    {
        var corrector = new Corrector(_partitions);
        var surfaces = new Surfaces(reader, _partitions);
        var corrected = text;
        var border = text.Length;

        // From the last to the first, so that places stay right.
        foreach (var word in words.Take(MostCorrected).OrderByDescending(word => word.Start).ThenBy(word => word.Length))
        {
            if (word.Start + word.Length <= border && corrector.Closest(word.Term) is { } better && better.Documents >= least(word))
            {
                corrected = corrected[..word.Start] + surfaces.Of(better.Word) + corrected[(word.Start + word.Length)..];
                border = word.Start;
            }
        }

        return corrected == text ? null : corrected;
    }

    private FoundDocuments Loose(QueryNode query)
    {
        var parts = query is QueryNode.And and ? and.Parts : [query];
        var words = parts.Where(part => part is not (QueryNode.Not or QueryNode.Field or QueryNode.Range)).ToList();
        var conditions = parts.Except(words).ToList();
        var evaluator = new Evaluator(reader, schema, culture);
        if (words.Count == 1)
        {
            return new FoundDocuments(query, evaluator.Evaluate(query), evaluator.Marked, evaluator.MarkedStarts);
        }

        var hits = reader.Rent();
        if (words.Count > 1)
        {
            var times = reader.Rent();
            foreach (var word in words)
            {
                var found = evaluator.Evaluate(conditions.Count == 0 ? word : new QueryNode.And([word, .. conditions]));
                foreach (var document in found.Documents)
                {
                    times.Add(document, 1);
                    hits.Add(document, found.Score(document));
                }

                reader.Return(found);
            }

            var enough = reader.Rent();
            foreach (var document in hits.Documents.Where(document => times.Score(document) * 2 >= words.Count))
            {
                enough.Add(document, hits.Score(document));
            }

            reader.Return(hits);
            reader.Return(times);
            hits = enough;
        }

        return new FoundDocuments(query, hits, evaluator.Marked, evaluator.MarkedStarts) { IsLoose = hits.Count > 0 };
    }
}
