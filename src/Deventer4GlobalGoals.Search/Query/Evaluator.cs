using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Finds the documents of one culture that answer to a question, and what each word of it scores.</summary>
internal sealed class Evaluator(IndexReader reader, SearchSchema schema, string culture)
{
    // Of the name of a value, so many letters are enough.
    private const int ShortestPart = 3;

    private readonly Columns _columns = reader.Columns;
    private readonly Partition[] _partitions = [.. reader.Columns.Of(culture)];
    private readonly TermScorer _scorer = new(reader, [.. reader.Columns.Of(culture)]);

    public IReadOnlyList<Partition> Partitions => _partitions;

    /// <summary>What to mark in the texts of answers.</summary>
    public HashSet<string> Marked => _scorer.Marked;

    public HashSet<string> MarkedStarts => _scorer.MarkedStarts;

    /// <summary>In how many documents each word that was asked for was found, in any form.</summary>
    public Dictionary<QueryNode.Word, int> Found { get; } = [];

    public Hits Evaluate(QueryNode node) => Evaluate(node, marking: true);

    private Hits Evaluate(QueryNode node, bool marking) => node switch
    {
        QueryNode.Word word => Word(word, marking),
        QueryNode.Synonym synonym => _scorer.Forms(partition => WordForms.SynonymsOf(partition.Vocabulary, synonym.Words), marking),
        QueryNode.Phrase phrase => _scorer.Phrase(phrase.Words, marking),
        QueryNode.Prefix prefix => _scorer.Start(prefix.Start, marking),
        QueryNode.Field field => Field(field),
        QueryNode.Range range => Where(ValuesOf(range.Number, value => value.AsNumber >= range.From && value.AsNumber <= range.To)),
        QueryNode.And and => And(and, marking),
        QueryNode.Or or => Or(or, marking),
        QueryNode.Not not => Without(Everything(), [Evaluate(not.Part, marking: false)]),
        _ => Everything(),
    };

    private Hits Word(QueryNode.Word word, bool marking)
    {
        var hits = _scorer.Forms(partition => WordForms.Of(partition.Vocabulary, word.Term), marking);
        if (marking)
        {
            Found[word] = hits.Count;
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

        return Where(values.Count > 0 ? values : ValuesOf(field.Number, value => HasWords(value.Folded, field.Value)));
    }

    // "sector:horeca" for Handel en horeca, "type:praktijk" for praktijkvoorbeeld. Numbers and codes are equal or not.
    private static bool HasWords(string value, string asked) => Array.TrueForAll(
        asked.Split(' '),
        word => word.Length >= ShortestPart && !char.IsDigit(word[0])
            && Array.Exists(value.Split(' '), own => own.StartsWith(word, StringComparison.Ordinal)));

    private HashSet<int> ValuesOf(int field, Func<FieldValue, bool> fits) =>
        [.. _columns.FieldValues.Where(value => value.Field == field && fits(value)).Select(value => value.Number)];

    private Hits Where(HashSet<int> values)
    {
        var hits = reader.Rent();
        if (values.Count > 0)
        {
            foreach (var document in Everyone())
            {
                foreach (var value in _columns.Values(document))
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
        if (asked.Count > 0)
        {
            Intersect(asked, all);
        }

        asked.ForEach(reader.Return);
        var excluded = and.Parts.OfType<QueryNode.Not>().Select(not => Evaluate(not.Part, marking: false)).ToList();
        return excluded.Count == 0 ? all : Without(all, excluded);
    }

    private static void Intersect(List<Hits> parts, Hits all)
    {
        foreach (var document in parts[0].Documents)
        {
            var score = 0f;
            var isEverywhere = true;
            foreach (var part in parts)
            {
                isEverywhere &= part.Contains(document);
                score += part.Score(document);
            }

            if (isEverywhere)
            {
                all.Add(document, score);
            }
        }
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
        var numbers = _partitions.Select(partition => partition.Number).ToHashSet();
        for (var document = 0; document < _columns.Count; document++)
        {
            if (_columns.Alive[document] && numbers.Contains(_columns.PartitionOf(document)))
            {
                yield return document;
            }
        }
    }
}
