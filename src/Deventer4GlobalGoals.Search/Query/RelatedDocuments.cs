using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Finds documents that are like another one: they share its most telling words, and values of fields.</summary>
internal sealed class RelatedDocuments(IndexReader reader, SearchSchema schema, TimeProvider time)
{
    private const int TellingWords = 15;

    // What a shared value adds, times how rare it is; a shared rare word scores up to about ten.
    private const float SharedValue = 0.5f;

    // More than the rounding of scores takes away.
    private const float Margin = 0.01f;

    private readonly Columns _columns = reader.Columns;

    public IReadOnlyList<SearchHit> Of(string id, string culture, int most, IReadOnlyDictionary<string, IReadOnlyList<string>>? chosen)
    {
        var filters = new FilterSet(schema, _columns, chosen);
        var number = reader.Find(id, culture);
        if (number == 0 || most < 1)
        {
            return [];
        }

        Partition[] partitions = [.. _columns.Of(culture)];
        var scorer = new TermScorer(reader, partitions);
        var alike = reader.Rent();
        foreach (var word in Telling(number))
        {
            var hits = scorer.Forms(partition => WordForms.Inflected(partition.Vocabulary, word), marking: false);
            foreach (var document in hits.Documents)
            {
                alike.Add(document, hits.Score(document));
            }

            reader.Return(hits);
        }

        var candidates = Nearest(number, most, alike, filters, partitions);
        var order = new ResultOrder(_columns, document => Rounded(alike.Score(document)), SearchSort.Relevance);
        var searcher = new Searcher(reader, schema, time);
        var highlighter = new Highlighter(scorer.Marked, scorer.MarkedStarts);
        List<SearchHit> related = [.. order.Page(candidates, 0, most).Select(document => searcher.Hit(document, alike.Score(document), highlighter))];
        reader.Return(alike);
        return related;
    }

    private IEnumerable<string> Telling(int number)
    {
        var stored = reader.Text(number);
        var partition = _columns.Partitions[_columns.PartitionOf(number)];
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        string[] texts = [stored.Title, stored.Summary, stored.Tags, stored.Body];
        for (var tier = 0; tier < texts.Length; tier++)
        {
            foreach (var token in Tokenizer.Tokenize(texts[tier]).Where(token => !token.IsBeside))
            {
                weights[token.Term] = weights.GetValueOrDefault(token.Term) + Ranking.TierWeight(tier);
            }
        }

        // One word per stem, so that "boom" and "bomen" don't count twice.
        return weights
            .Select(pair => (Word: pair.Key, pair.Value, Documents: partition.Vocabulary.Documents(pair.Key)))
            .Where(word => word.Documents > 1)
            .OrderByDescending(word => MathF.Min(word.Value, 10) * Ranking.Rarity(partition.Documents, word.Documents))
            .ThenBy(word => word.Word, StringComparer.Ordinal)
            .DistinctBy(word => partition.Vocabulary.Language.Stem(word.Word))
            .Take(TellingWords)
            .Select(word => word.Word);
    }

    /// <summary>
    /// All that can be among the best, with what shared values add; only of documents that share a word, as a goal alone makes no two practices
    /// alike. Most documents are too far off whatever they share, so that neither their values nor the filters are looked at.
    /// </summary>
    private List<int> Nearest(int number, int most, Hits alike, FilterSet filters, Partition[] partitions)
    {
        var worth = new float[_columns.FieldValues.Count];
        var total = partitions.Sum(partition => partition.Documents);
        var possible = Margin;
        foreach (var value in _columns.Values(number))
        {
            worth[value] = SharedValue * Ranking.Rarity(total, partitions.Sum(partition => partition.DocumentsWith(value)));
            possible += worth[value];
        }

        var nearest = new List<int>();
        var best = new PriorityQueue<float, float>(most + 1);
        foreach (var document in alike.Documents)
        {
            var least = best.Count == most ? best.Peek() : float.NegativeInfinity;
            var score = alike.Score(document);
            if (document == number || score + possible < least)
            {
                continue;
            }

            foreach (var value in _columns.Values(document))
            {
                score += worth[value];
            }

            if (Rounded(score) < least || filters.Failing(document, out _) > 0)
            {
                continue;
            }

            alike.Rescore(document, score);
            nearest.Add(document);
            best.Enqueue(Rounded(score), Rounded(score));
            if (best.Count > most)
            {
                best.Dequeue();
            }
        }

        return nearest;
    }

    private static float Rounded(float score) => MathF.Round(score, 4);
}
