using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>
/// Proposes while somebody types: ways to finish the last word, and documents that have the words in their title. It looks at
/// the most used words and the latest documents, so that it is quick after one or two letters.
/// </summary>
internal sealed class Suggester(IndexReader reader, SearchSchema schema, TimeProvider time)
{
    private const int Shortest = 2;
    private const int MostRows = 150;

    public Suggestions Suggest(string typed, string culture, int most)
    {
        var words = Tokenizer.Tokenize(typed.Length > QueryParser.LongestQuery ? typed[..QueryParser.LongestQuery] : typed).Where(token => !token.IsBeside).ToList();
        if (words.Count == 0 || words[^1].Term.Length < Shortest)
        {
            return new Suggestions([], []);
        }

        var last = words[^1];
        var isUnfinished = last.End == typed.Length;
        var finished = words.SkipLast(1).ToList();
        var evaluator = new Evaluator(reader, schema, culture);
        var language = LanguageAnalysis.For(culture);
        string[] before = [.. finished.Select(token => token.Term).Where(term => !language.IsStopWord(term))];
        var context = before.Length == 0
            ? null
            : evaluator.Evaluate(new QueryNode.And([.. before.Select(term => new QueryNode.Word(term, 0, 0))]));

        var queries = new List<(string Word, int Documents)>();
        var titles = reader.Rent();
        foreach (var partition in evaluator.Partitions)
        {
            var completions = isUnfinished ? partition.Vocabulary.StartingWith(last.Term, most + 2) : [last.Term];
            foreach (var word in completions)
            {
                if (Look(partition, word, context, titles))
                {
                    queries.Add((word, partition.Vocabulary.Documents(word)));
                }
            }
        }

        var surfaces = new Surfaces(reader, evaluator.Partitions);
        var start = typed[..last.Start];
        var suggestions = new Suggestions(
            [
                .. queries
                    .GroupBy(query => query.Word)
                    .OrderByDescending(group => group.Sum(query => query.Documents))
                    .ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Take(isUnfinished ? most : 0)
                    .Select(group => start + surfaces.Of(group.Key)),
            ],
            Documents(titles, new Highlighter(evaluator.Marked.Concat(queries.Select(query => query.Word)).ToHashSet(), evaluator.MarkedStarts), most));
        reader.Return(titles);
        if (context is not null)
        {
            reader.Return(context);
        }

        return suggestions;
    }

    // Whether the word stands in a document that has the words before it; gathers the documents that have it in their title.
    private bool Look(Partition partition, string word, Hits? context, Hits titles)
    {
        var rows = new List<long>();
        reader.NewestPostings(partition.Number, word, MostRows, rows);
        var stands = false;
        foreach (var row in rows)
        {
            var document = Posting.Document(row);
            if (context?.Contains(document) != false)
            {
                stands = true;
                if (Posting.Tier(row) == (int)Tier.Title)
                {
                    titles.Add(document, 1 + (context?.Score(document) ?? 0));
                }
            }
        }

        return stands;
    }

    private List<SearchHit> Documents(Hits titles, Highlighter highlighter, int most)
    {
        var searcher = new Searcher(reader, schema, time);
        var order = new ResultOrder(reader.Columns, titles.Score, SearchSort.Relevance);
        return [.. order.Page([.. titles.Documents], 0, most).Select(document => searcher.Hit(document, titles.Score(document), highlighter, hasSnippet: false))];
    }
}
