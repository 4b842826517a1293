using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>Brings the indexes to what the content is now. Doing the same work twice is harmless.</summary>
public sealed partial class IndexUpkeep(SiteIndexes indexes, IEnumerable<IPageSource> sources, CommunityIndex community, ILogger<IndexUpkeep> logger)
{
    private const int BatchSize = 200;

    // More pages than this are sooner there by filling the index as a whole.
    private const int MostOneByOne = 1000;

    /// <summary>Takes up what was reported.</summary>
    /// <param name="work">What is to be looked at.</param>
    /// <param name="rebuilding">Told before and after an index is filled as a whole.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public void Do(IndexWork work, Action<bool>? rebuilding, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        foreach (var source in sources)
        {
            var index = indexes.All[source.Index];
            var pages = WithDependents(work.Pages).ToHashSet();
            var isWhole = work.Scope == IndexScope.Everything || (work.Scope == IndexScope.Start && (index.NeedsRebuild || index.Checkpoint != PageDocuments.Version));
            if (!isWhole && work.Scope >= IndexScope.Compare)
            {
                pages.UnionWith(Different(source, index));
                isWhole = pages.Count > MostOneByOne;
            }

            if (isWhole)
            {
                rebuilding?.Invoke(true);
                Rebuild(source, null, cancellation);
                rebuilding?.Invoke(false);
            }
            else
            {
                Take(source, index, pages, cancellation);
            }
        }
    }

    /// <summary>Fills an index from all pages; the old one answers until it is finished.</summary>
    public void Rebuild(IPageSource source, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        var index = indexes.All[source.Index];
        index.Rebuild(source.Stamps().Keys.SelectMany(page => Read(source, page)), progress, PageDocuments.Version, cancellation);
        LogFilled(source.Index, index.Documents);
    }

    /// <summary>Pages whose documents are missing, of another state, or no longer wanted: after a crash, or after a branch came or went.</summary>
    private static IEnumerable<Guid> Different(IPageSource source, SearchIndex index)
    {
        var wanted = source.Stamps();
        var there = index.Stored().ToLookup(document => Guid.ParseExact(document.Id, "N"), document => document.Stored);
        return wanted
            .Where(pair => !there.Contains(pair.Key) || there[pair.Key].Any(stamp => stamp != pair.Value))
            .Select(pair => pair.Key)
            .Concat(there.Select(page => page.Key).Where(page => !wanted.ContainsKey(page)));
    }

    // The name of an organisation stands in the documents of what it does; of other pages that needn't be looked up.
    private IEnumerable<Guid> WithDependents(IReadOnlyCollection<Guid> pages)
    {
        var now = community.Current;
        var organisations = pages.Where(page => now.Find(page) is null or { Kind: ItemKind.Organisation });
        return pages.Concat(organisations.SelectMany(page => now.Of(page).Select(item => item.Key)));
    }

    private void Take(IPageSource source, SearchIndex index, IEnumerable<Guid> pages, CancellationToken cancellation)
    {
        foreach (var batch in pages.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            index.Apply(batch.SelectMany(page => Changes(source, page)), PageDocuments.Version);
        }
    }

    // A culture that a page no longer has goes with the removal.
    private IEnumerable<IndexChange> Changes(IPageSource source, Guid page) =>
        Read(source, page).Select(document => (IndexChange)new IndexChange.Put(document)).Prepend(new IndexChange.Remove(page.ToString("N")));

    // One page that cannot be read must not keep all others out; it is out itself, and the log says so.
    private IReadOnlyList<SearchDocument> Read(IPageSource source, Guid page)
    {
        try
        {
            return source.Read(page);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUnreadable(failure, page, source.Index);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Index} is filled: {Documents} documents.")]
    private partial void LogFilled(string index, int documents);

    [LoggerMessage(Level = LogLevel.Error, Message = "Page {Page} can't be read and isn't in {Index}.")]
    private partial void LogUnreadable(Exception failure, Guid page, string index);
}
