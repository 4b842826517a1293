using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Answers one request: reads the question, finds, counts, orders, and shows a page.</summary>
internal sealed class Searcher(IndexReader reader, SearchSchema schema, TimeProvider time)
{
    private readonly Columns _columns = reader.Columns;

    public SearchResponse Search(SearchRequest request)
    {
        var filters = new FilterSet(schema, _columns, request.Filters);
        var counter = new FacetCounter(schema, _columns, filters);
        _ = counter.Facets(request.Facets);
        var found = new Finder(reader, schema, request.Culture).Find(request.Query, request.Forgiving);

        var passing = counter.Count(found.Hits.Documents);
        Score(found, filters, passing);
        var order = new ResultOrder(_columns, found.Hits.Score, request.Sort);
        var size = Math.Clamp(request.PageSize, 0, SearchRequest.LargestPage);
        var page = order.Page(passing, (long)(Math.Max(request.Page, 1) - 1) * size, size);
        var highlighter = new Highlighter(found.Marked, found.MarkedStarts);
        var response = new SearchResponse(
            passing.Count,
            [.. page.Select(document => Hit(document, found.Hits.Score(document), highlighter))],
            counter.Facets(request.Facets))
        {
            Correction = found.Correction,
            IsLoose = found.IsLoose,
        };
        reader.Return(found.Hits);
        return response;
    }

    public IReadOnlyList<string> Matching(SearchRequest request)
    {
        var filters = new FilterSet(schema, _columns, request.Filters);
        var found = new Finder(reader, schema, request.Culture).Find(request.Query, request.Forgiving);
        var passing = found.Hits.Documents.Where(document => filters.Failing(document, out _) == 0).ToList();
        Score(found, filters, passing);
        passing.Sort(new ResultOrder(_columns, found.Hits.Score, request.Sort));
        List<string> ids = [.. passing.Select(_columns.Id)];
        reader.Return(found.Hits);
        return ids;
    }

    public SearchHit Hit(int document, float score, Highlighter highlighter, bool hasSnippet = true)
    {
        var text = reader.Text(document);
        var date = _columns.Day(document) > 0 ? DateOnly.FromDayNumber(_columns.Day(document)) : default(DateOnly?);
        return new SearchHit(
            text.Id,
            text.Culture,
            text.Title,
            highlighter.Whole(text.Title),
            hasSnippet ? highlighter.Snippet(text.Summary, text.Body) : "",
            date,
            text.Stored,
            score);
    }

    private void Score(FoundDocuments found, FilterSet filters, List<int> documents)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber;
        var asked = filters.Values.Concat(AskedValues(found.Query)).ToHashSet();
        foreach (var document in documents)
        {
            var isMain = asked.Count > 0 && FilterSet.HasAny(_columns.Main(document), asked);
            var age = _columns.Day(document) > 0 ? today - _columns.Day(document) : default(int?);
            found.Hits.Rescore(document, Ranking.OfDocument(found.Hits.Score(document), isMain, age));
        }
    }

    // "doel:12", and "doel 12" as words.
    private IEnumerable<int> AskedValues(QueryNode query)
    {
        var asked = query.Asked().ToList();
        var fields = asked.OfType<QueryNode.Field>().Select(field => (field.Number, field.Value)).ToHashSet();
        var codes = asked.OfType<QueryNode.Word>().Select(word => word.Term).Where(term => term.StartsWith(Tokenizer.CodePrefix, StringComparison.Ordinal)).ToHashSet();
        return fields.Count + codes.Count == 0
            ? []
            : _columns.FieldValues
                .Where(value => value.Field >= 0)
                .Where(value => fields.Contains((value.Field, value.Folded)) || codes.Contains(schema.Fields[value.Field].CodePrefix + value.Folded))
                .Select(value => value.Number);
    }
}
