using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Finds the documents of one culture that answer to a question, and what each word of it scores.</summary>
internal sealed class Evaluator(IndexReader reader, SearchSchema schema, string culture)
{
    private const int TermsAtOnce = 64;

    private readonly Columns columns = reader.Columns;
    private readonly Partition[] partitions = [.. reader.Columns.Of(culture)];
    private readonly List<long> rows = [];

    public IReadOnlyList<Partition> Partitions => partitions;

    /// <summary>What to mark in the texts of answers.</summary>
    public HashSet<string> Marked { get; } = new(StringComparer.Ordinal);

    public HashSet<string> MarkedStarts { get; } = new(StringComparer.Ordinal);

    /// <summary>In how many documents each word of the question was found, in any form.</summary>
    public Dictionary<QueryNode.Word, int> Found { get; } = [];

    public Hits Evaluate(QueryNode node) => Evaluate(node, marking: true);

    private Hits Evaluate(QueryNode node, bool marking) => node switch
    {
        QueryNode.Word word => Word(word, marking),
        QueryNode.Synonym synonym => Forms(partition => WordForms.SynonymsOf(partition.Vocabulary, synonym.Words), marking),
        QueryNode.Phrase phrase => Phrase(phrase, marking),
        QueryNode.Prefix prefix => Prefix(prefix, marking),
        QueryNode.Field field => Field(field),
        QueryNode.Range range => Where(ValuesOf(range.Number, value => value.AsNumber >= range.From && value.AsNumber <= range.To)),
        QueryNode.And and => And(and, marking),
        QueryNode.Or or => Or(or, marking),
        QueryNode.Not not => Without(Everything(), [Evaluate(not.Part, marking: false)]),
        _ => Everything(),
    };

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

    private Hits Word(QueryNode.Word word, bool marking)
    {
        var hits = Forms(partition => WordForms.Of(partition.Vocabulary, word.Term), marking);
        Found[word] = hits.Count;
        return hits;
    }

    private void Weigh(Hits hits, Partition partition, IEnumerable<KeyValuePair<string, float>> terms, bool marking)
    {
        // One query for many rare terms is quicker than many queries; a word itself and its stems are read one by one.
        foreach (var group in terms.GroupBy(pair => pair.Value))
        {
            foreach (var batch in group.Select(pair => pair.Key).Chunk(group.Key == Ranking.InCompound ? TermsAtOnce : 1))
            {
                rows.Clear();
                reader.PostingsOfAny(partition.Number, batch, rows);
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

        foreach (var row in rows)
        {
            var document = Posting.Document(row);
            var tier = Posting.Tier(row);
            hits.Add(document, factor * Ranking.InTier(tier, Posting.Times(row), columns.Length(document, tier), averages[tier]));
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

    private Hits Phrase(QueryNode.Phrase phrase, bool marking)
    {
        rows.Clear();
        reader.Phrase(phrase.Words, rows);
        var documents = rows.Select(row => (int)row).Where(document => partitions.Any(partition => partition.Number == columns.PartitionOf(document))).ToList();
        var hits = reader.Rent();
        documents.ForEach(document => hits.Add(document, 0));
        foreach (var partition in partitions)
        {
            foreach (var word in phrase.Words.Distinct().Where(word => !partition.Vocabulary.Language.IsStopWord(word)))
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
            Marked.UnionWith(phrase.Words);
        }

        return hits;
    }

    private Hits Prefix(QueryNode.Prefix prefix, bool marking)
    {
        var hits = reader.Rent();
        foreach (var partition in partitions)
        {
            var before = hits.Count;
            rows.Clear();
            reader.PostingsStarting(partition.Number, prefix.Start, rows);
            AddRows(hits, partition, Ranking.StartsSo);
            Saturate(hits, partition, before);
        }

        if (marking)
        {
            MarkedStarts.Add(prefix.Start);
        }

        return hits;
    }

    private Hits Field(QueryNode.Field field)
    {
        var values = ValuesOf(field.Number, value => value.Folded == field.Value);
        if (values.Count == 0 && schema.Fields[field.Number].Finer is { } finer)
        {
            values = ValuesOf(schema.FieldNumber(finer), value => value.Folded == field.Value);
        }

        return Where(values);
    }

    private HashSet<int> ValuesOf(int field, Func<FieldValue, bool> fits) =>
        [.. columns.FieldValues.Where(value => value.Field == field && fits(value)).Select(value => value.Number)];

    private Hits Where(HashSet<int> values)
    {
        var hits = reader.Rent();
        if (values.Count > 0)
        {
            foreach (var document in Everyone())
            {
                foreach (var value in columns.Values(document))
                {
                    if (values.Contains(value))
                    {
                        hits.Add(document, 0);
                        break;
                    }
                }
            }
        }

        return hits;
    }

    private Hits And(QueryNode.And and, bool marking)
    {
        var asked = and.Parts.Where(part => part is not QueryNode.Not).Select(part => Evaluate(part, marking)).OrderBy(hits => hits.Count).ToList();
        var all = asked.Count == 0 ? Everything() : reader.Rent();
        foreach (var document in asked.FirstOrDefault()?.Documents ?? [])
        {
            if (asked.TrueForAll(hits => hits.Contains(document)))
            {
                all.Add(document, asked.Sum(hits => hits.Score(document)));
            }
        }

        asked.ForEach(reader.Return);
        var excluded = and.Parts.OfType<QueryNode.Not>().Select(not => Evaluate(not.Part, marking: false)).ToList();
        return excluded.Count == 0 ? all : Without(all, excluded);
    }

    private Hits Or(QueryNode.Or or, bool marking)
    {
        var any = reader.Rent();
        foreach (var part in or.Parts)
        {
            var hits = Evaluate(part, marking);
            foreach (var document in hits.Documents)
            {
                any.Add(document, hits.Score(document));
            }

            reader.Return(hits);
        }

        return any;
    }

    private Hits Without(Hits hits, List<Hits> excluded)
    {
        var left = reader.Rent();
        foreach (var document in hits.Documents.Where(document => !excluded.Exists(other => other.Contains(document))))
        {
            left.Add(document, hits.Score(document));
        }

        reader.Return(hits);
        excluded.ForEach(reader.Return);
        return left;
    }

    private Hits Everything()
    {
        var hits = reader.Rent();
        foreach (var document in Everyone())
        {
            hits.Add(document, 0);
        }

        return hits;
    }

    private IEnumerable<int> Everyone()
    {
        var numbers = partitions.Select(partition => partition.Number).ToHashSet();
        for (var document = 0; document < columns.Count; document++)
        {
            if (columns.Alive[document] && numbers.Contains(columns.PartitionOf(document)))
            {
                yield return document;
            }
        }
    }
}
