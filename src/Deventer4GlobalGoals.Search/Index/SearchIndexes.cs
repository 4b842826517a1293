using Deventer4GlobalGoals.Search.Query;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>The indexes of a node, by name: <see cref="SearchSchema.External"/> and <see cref="SearchSchema.Internal"/>.</summary>
public sealed class SearchIndexes : IDisposable
{
    private readonly Dictionary<string, SearchIndex> _indexes;

    public SearchIndexes(IEnumerable<SearchIndex> indexes) =>
        _indexes = indexes.ToDictionary(index => index.Schema.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<SearchIndex> All => _indexes.Values;

    /// <exception cref="UnknownSearchNameException">There is no such index; the message names it and those that exist.</exception>
    public SearchIndex this[string name] =>
        _indexes.TryGetValue(name, out var index) ? index : throw new UnknownSearchNameException("index", name, _indexes.Keys);

    /// <summary>Opens both indexes of the site in a folder.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="time">For how fresh a document is.</param>
    /// <param name="replaced">Told when a file had to be replaced.</param>
    public static SearchIndexes OfSite(string folder, TimeProvider time, Action<IndexReplaced>? replaced = null) =>
        new(new[] { SearchSchema.External, SearchSchema.Internal }.Select(name => new SearchIndex(folder, new SearchSchema(name, SearchSchema.SiteFields), time, replaced)));

    /// <exception cref="UnknownSearchNameException">The request names an index or a field that does not exist.</exception>
    public SearchResponse Search(SearchRequest request) => this[request.Index].Search(request);

    public void Dispose()
    {
        foreach (var index in _indexes.Values)
        {
            index.Dispose();
        }
    }
}
