using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Web.Search;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Finds pages by what stands in them, drafts too, in any language: in InternalIndex.</summary>
public sealed class DeskSearch(SiteIndexes indexes, SiteSearch site)
{
    /// <summary>More than this are never found.</summary>
    public const int Most = 300;

    /// <returns>The keys of the pages, the best answers in Dutch first, then those in the other languages.</returns>
    public async Task<IReadOnlyList<Guid>> FindAsync(string words, CancellationToken cancellation)
    {
        var index = indexes.All[SearchSchema.Internal];
        await site.CatchUpAsync(index, cancellation);
        return
        [
            .. SiteLinks.Cultures
                .SelectMany(culture => index.Matching(new SearchRequest(culture) { Query = words }))
                .Select(id => Guid.ParseExact(id, "N"))
                .Distinct()
                .Take(Most),
        ];
    }
}
