using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Finds the documents of some partitions that have terms, and weighs them by place and rarity.</summary>
internal sealed class TermScorer(IndexReader reader, Partition[] partitions)
{
    private const int TermsAtOnce = 64;

    private readonly Columns _columns = reader.Columns;
    private readonly List<long> _rows = [];

    /// <summary>The terms that were looked for, to mark them in texts.</summary>
    public HashSet<string> Marked { get; } = new(StringComparer.Ordinal);

    public HashSet<string> MarkedStarts { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents that have these terms, weighed by rarity.</summary>
    public Hits Forms(Func<Partition, WordForms> formsOf, bool marking)
    {
        var hits = reader.Rent();
        foreach (var partition in partitions)
        {
            var before = hits.Count;
            var forms = formsOf(partition);
            Weigh(hits, partition, forms.Terms, marking);
            foreach (var (words, factor) in forms.Together)
            {
                WeighTogether(hits, partition, words, factor, marking);
            }

            Saturate(hits, partition, before);
        }

        return hits;
    }

    /// <summary>The documents in which these words stand next to each other, weighed as the words by themselves.</summary>
    public Hits Phrase(IReadOnlyList<string> words, bool marking)
    {
        _rows.Clear();
        reader.Phrase(words, _rows);
        var documents = _rows.Select(row => (int)row).Where(document => partitions.Any(partition => partition.Number == _columns.PartitionOf(document))).ToList();
        var hits = reader.Rent();
        documents.ForEach(document => hits.Add(document, 0));
        foreach (var partition in partitions)
        {
            foreach (var word in words.Distinct().Where(word => !partition.Vocabulary.Language.IsStopWord(word)))
            {
                var part = reader.Rent();
                Weigh(part, partition, [KeyValuePair.Create(word, Ranking.Exact)], marking);
                Saturate(part, partition, 0);
                foreach (var document in documents.Where(part.Contains))
                {
                    hits.Add(document, part.Score(document));
                }

                reader.Return(part);
            }
        }

        if (marking)
        {
            Marked.UnionWith(words);
        }

        return hits;
    }

    /// <summary>The documents that have a word that starts so.</summary>
    public Hits Start(string start, bool marking)
    {
        var hits = reader.Rent();
        foreach (var partition in partitions)
        {
            var before = hits.Count;
            _rows.Clear();
            reader.PostingsStarting(partition.Number, start, _rows);
            AddRows(hits, partition, Ranking.StartsSo);
            Saturate(hits, partition, before);
        }

        if (marking)
        {
            MarkedStarts.Add(start);
        }

        return hits;
    }

    private void Weigh(Hits hits, Partition partition, IEnumerable<KeyValuePair<string, float>> terms, bool marking)
    {
        // One query for many rare terms is quicker than many queries; a word itself and its stems are read one by one.
        foreach (var group in terms.GroupBy(pair => pair.Value))
        {
            foreach (var batch in group.Select(pair => pair.Key).Chunk(group.Key == Ranking.InCompound ? TermsAtOnce : 1))
            {
                _rows.Clear();
                reader.PostingsOfAny(partition.Number, batch, _rows);
                AddRows(hits, partition, group.Key);
                if (marking)
                {
                    Marked.UnionWith(batch);
                }
            }
        }
    }

    private void AddRows(Hits hits, Partition partition, float factor)
    {
        Span<float> averages = stackalloc float[DocumentTerms.Tiers];
        for (var tier = 0; tier < averages.Length; tier++)
        {
            averages[tier] = partition.AverageLength(tier);
        }

        foreach (var row in _rows)
        {
            var document = Posting.Document(row);
            var tier = Posting.Tier(row);
            hits.Add(document, factor * Ranking.InTier(tier, Posting.Times(row), _columns.Length(document, tier), averages[tier]));
        }
    }

    private void WeighTogether(Hits hits, Partition partition, IReadOnlyList<string> words, float factor, bool marking)
    {
        var parts = words.Select(_ => reader.Rent()).ToList();
        foreach (var (word, part) in words.Zip(parts))
        {
            Weigh(part, partition, WordForms.Inflected(partition.Vocabulary, word).Terms, marking);
        }

        foreach (var document in parts.MinBy(part => part.Count)!.Documents.Where(document => parts.TrueForAll(part => part.Contains(document))))
        {
            hits.Add(document, factor * parts.Min(part => part.Score(document)));
        }

        parts.ForEach(reader.Return);
    }

    private static void Saturate(Hits hits, Partition partition, int from)
    {
        var with = hits.Count - from;
        for (var i = from; i < hits.Count; i++)
        {
            var document = hits.Documents[i];
            hits.Rescore(document, Ranking.OfWord(hits.Score(document), partition.Documents, with));
        }
    }
}
