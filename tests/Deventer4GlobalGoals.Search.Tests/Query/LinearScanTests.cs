using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Tests.Query;

/// <summary>The index answers as a linear scan does.</summary>
public sealed class LinearScanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Matches_facets_and_pages_are_those_of_a_linear_scan(int seed)
    {
        var generated = new GeneratedDocuments(seed);
        var documents = generated.Documents(120);
        using var index = new TemporaryIndex(documents);
        CompareAll(generated, documents, index, 60);
    }

    [Fact]
    public void They_still_are_after_many_changes()
    {
        var generated = new GeneratedDocuments(5);
        var random = new Random(5);
        var documents = generated.Documents(60).ToDictionary(document => document.Id);
        using var index = new TemporaryIndex(documents.Values);
        for (var round = 0; round < 6; round++)
        {
            var changes = new List<IndexChange>();
            for (var i = 0; i < 15; i++)
            {
                var id = "d" + random.Next(80).ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (random.Next(3) == 0)
                {
                    documents.Remove(id);
                    changes.Add(new IndexChange.Remove(id));
                }
                else
                {
                    documents[id] = generated.Document(id);
                    changes.Add(new IndexChange.Put(documents[id]));
                }
            }

            index.Index.Apply(changes);
            if (round == 3)
            {
                index.Reopen();
            }

            CompareAll(generated, [.. documents.Values], index, 15);
        }

        Assert.Equal(documents.Count, index.Index.Documents);
    }

    [Theory]
    [InlineData(11, null)]
    [InlineData(12, "bouw")]
    public void The_few_that_are_most_alike_come_first_among_all_that_are_alike(int seed, string? sector)
    {
        var generated = new GeneratedDocuments(seed);
        var documents = generated.Documents(150);
        using var index = new TemporaryIndex(documents);
        var filter = sector is null ? null : new Dictionary<string, IReadOnlyList<string>> { ["sector"] = [sector] };
        var compared = 0;
        foreach (var document in documents)
        {
            // As many as there are documents leaves nothing out: every one is scored and filtered.
            var all = index.Index.Related(document.Id, document.Culture, documents.Count, filter);
            foreach (var few in new[] { 1, 2, 5 })
            {
                Assert.Equal(all.Take(few).Select(hit => (hit.Id, hit.Score)), index.Index.Related(document.Id, document.Culture, few, filter).Select(hit => (hit.Id, hit.Score)));
                compared += all.Count > few ? 1 : 0;
            }
        }

        Assert.True(compared > documents.Count, "Most documents have more like them than are asked for.");
    }

    [Fact]
    public void An_index_that_grew_answers_in_the_same_order_as_one_that_was_rebuilt()
    {
        var generated = new GeneratedDocuments(8);
        var documents = generated.Documents(80);
        using var rebuilt = new TemporaryIndex(documents);
        using var grown = new TemporaryIndex();
        foreach (var batch in documents.AsEnumerable().Reverse().Chunk(7))
        {
            grown.Index.Apply(batch.Select(document => new IndexChange.Put(document with { Title = "iets anders" })));
            grown.Index.Apply(batch.Select(document => new IndexChange.Put(document)));
        }

        for (var round = 0; round < 60; round++)
        {
            var query = generated.Query();
            Assert.Equal(rebuilt.Ids(query), grown.Ids(query));
        }
    }

    private static void CompareAll(GeneratedDocuments generated, List<SearchDocument> documents, TemporaryIndex index, int rounds)
    {
        var scan = new LinearScan(documents, TemporaryIndex.Schema);
        for (var round = 0; round < rounds; round++)
        {
            var query = generated.Query();
            var filters = generated.Filters();
            Compare(scan, index, TemporaryIndex.Request(query, filters) with { Forgiving = false }, filters);
        }
    }

    private static void Compare(LinearScan scan, TemporaryIndex index, SearchRequest request, (string Field, string Value)[] filters)
    {
        var matching = scan.Matching(new QueryParser(TemporaryIndex.Schema, LanguageAnalysis.For("nl"), Synonyms.Default).Parse(request.Query)).ToList();
        var expected = matching.Where(document => LinearScan.Passes(document, filters)).Select(document => document.Id).Order(StringComparer.Ordinal);

        var paged = new List<SearchHit>();
        for (var page = 1; index.Index.Search(request with { Page = page, PageSize = 7 }) is { Hits.Count: > 0 } response; page++)
        {
            paged.AddRange(response.Hits);
        }

        var whole = index.Index.Search(request with { PageSize = 100 });
        Assert.Equal(expected, paged.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal(whole.Hits.Select(hit => hit.Id), paged.Select(hit => hit.Id).Take(100));
        Assert.Equal(paged.Count, whole.Total);
        Assert.Equal(whole.Hits.Select(hit => hit.Score), whole.Hits.Select(hit => hit.Score).OrderDescending());

        foreach (var facet in whole.Facets)
        {
            var counted = matching
                .Where(document => LinearScan.Passes(document, filters, except: facet.Field))
                .SelectMany(document => document.Fields.GetValueOrDefault(facet.Field, []))
                .CountBy(value => value)
                .ToDictionary(pair => pair.Key, pair => pair.Value);
            foreach (var (_, value) in filters.Where(filter => filter.Field == facet.Field))
            {
                counted.TryAdd(value, 0);
            }

            Assert.Equal(counted.OrderBy(pair => pair.Key, StringComparer.Ordinal), facet.Values.Select(value => KeyValuePair.Create(value.Value, value.Count)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }
}
