using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;

namespace Deventer4GlobalGoals.Search.Tests;

/// <summary>An index in a folder of its own, at a fixed moment; gone with the test.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    public static readonly DateTimeOffset Now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly SearchSchema Schema = new(SearchSchema.External, SearchSchema.SiteFields);

    public TemporaryIndex(params IEnumerable<SearchDocument> documents)
    {
        Index = Open();
        Index.Rebuild(documents);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("search-").FullName;

    public SearchIndex Index { get; private set; }

    public List<IndexReplaced> Replaced { get; } = [];

    /// <summary>The file that answers.</summary>
    public string File => Assert.Single(Directory.GetFiles(Folder, "*.sqlite"));

    public SearchIndex Open() => new(Folder, Schema, new FixedTime(), Replaced.Add);

    public void Reopen()
    {
        Index.Dispose();
        Index = Open();
    }

    public SearchResponse Search(string query, params (string Field, string Value)[] filters) => Index.Search(Request(query, filters));

    public static SearchRequest Request(string query, params (string Field, string Value)[] filters) => new("nl")
    {
        Query = query,
        PageSize = SearchRequest.LargestPage,
        Filters = filters.GroupBy(filter => filter.Field).ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(filter => filter.Value)]),
    };

    /// <returns>The ids of the answers, in their order.</returns>
    public string Ids(string query) => string.Join(' ', Search(query).Hits.Select(hit => hit.Id));

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
