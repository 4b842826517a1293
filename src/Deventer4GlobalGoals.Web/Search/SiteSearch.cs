using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Site.Lists;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary>
/// Asks the index of what is published. Pages, feed, API and command line all ask here, so they give the same answers. What was published
/// before a question is in its answer: it waits a moment when the index is behind.
/// </summary>
public sealed class SiteSearch(SiteIndexes indexes, PendingChanges pending, CommunityIndex community, IOptions<SearchOptions> options)
{
    /// <summary>The index is filled for the first time; there is nothing to answer from until then.</summary>
    private static readonly TimeSpan PatienceWithEmptyIndex = TimeSpan.FromSeconds(8);

    private const int MostSuggestions = 6;

    /// <summary>What the index of what is published gives.</summary>
    internal static AnswerTag Tag { get; } = new("search");

    /// <summary>The index has not been filled yet.</summary>
    public bool IsPreparing => indexes.External.NeedsRebuild;

    /// <summary>Waits, with patience, until what was published before now can be found.</summary>
    public Task CatchUpAsync(CancellationToken cancellation) => CatchUpAsync(indexes.External, cancellation);

    /// <inheritdoc cref="CatchUpAsync(CancellationToken)"/>
    /// <param name="index">The index that will be asked: one that was never filled is worth a longer wait.</param>
    /// <param name="cancellation">Whoever asked left.</param>
    public async Task CatchUpAsync(SearchIndex index, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (pending.IsCaughtUp)
        {
            return;
        }

        var isEmpty = index.NeedsRebuild;
        if (isEmpty || !pending.IsRebuilding)
        {
            await pending.CatchUpAsync(isEmpty ? PatienceWithEmptyIndex : TimeSpan.FromMilliseconds(options.Value.PatienceMilliseconds), cancellation);
        }
    }

    /// <summary>A page of answers; a page beyond the last gives the last.</summary>
    /// <param name="culture">The culture that is searched.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="pageSize">How many answers a page has; 0 for counts alone.</param>
    public SearchResponse Ask(string culture, ListQuery query, int pageSize)
    {
        ArgumentNullException.ThrowIfNull(query);
        AnswerUse.Shows(Tag);
        var request = Request(culture, query) with { Page = query.Page, PageSize = pageSize };
        var response = indexes.External.Search(request);
        return response.Hits.Count > 0 || response.Total == 0 || pageSize == 0
            ? response
            : indexes.External.Search(request with { Page = LastPage(response.Total, pageSize) });
    }

    /// <summary>Everything of one kind that answers to the words, the best first; what is chosen in facets is left to the list.</summary>
    public IEnumerable<CommunityItem> Matching(string culture, ItemKind kind, string text)
    {
        AnswerUse.Shows(Tag);
        var request = new SearchRequest(culture) { Query = text, Filters = OfKind(kind) };
        var now = community.Current;
        return indexes.External.Matching(request).Select(id => now.Find(Guid.ParseExact(id, "N"))).OfType<CommunityItem>();
    }

    /// <summary>What resembles a page, the most alike first; none while the index is not there.</summary>
    public IReadOnlyList<CommunityItem> Related(Guid page, string culture, ItemKind kind, int most)
    {
        var found = Alike(page, culture, kind, most);

        // Most changes to the index change nothing in what resembles one page.
        AnswerUse.AskAgain(() => Alike(page, culture, kind, most).Select(item => item.Key).SequenceEqual(found.Select(item => item.Key)));
        return found;
    }

    public Suggestions Suggest(string typed, string culture) => indexes.External.Suggest(typed, culture, MostSuggestions);

    /// <summary>Answers with the pages that they are about; without those that aren't there any more.</summary>
    public IEnumerable<(SearchHit Hit, CommunityItem Item)> Found(IEnumerable<SearchHit> hits)
    {
        var now = community.Current;
        foreach (var hit in hits)
        {
            if (Guid.TryParseExact(hit.Id, "N", out var key) && now.Find(key) is { } item)
            {
                yield return (hit, item);
            }
        }
    }

    private List<CommunityItem> Alike(Guid page, string culture, ItemKind kind, int most) =>
        [.. Found(indexes.External.Related(page.ToString("N"), culture, most, OfKind(kind))).Select(found => found.Item)];

    public static int LastPage(int total, int pageSize) => Math.Max(1, (total + pageSize - 1) / pageSize);

    private static Dictionary<string, IReadOnlyList<string>> OfKind(ItemKind kind) => new() { ["type"] = ItemTypes.Of(kind) };

    private static SearchRequest Request(string culture, ListQuery query) => new(culture)
    {
        Query = query.Text,
        Filters = query.Choices.GroupBy(choice => choice.Facet).ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(choice => choice.Value)]),
        Facets = [.. ListDefinition.Search.Facets.Select(facet => facet.Key)],
        Sort = query.Order switch
        {
            ListOrder.Newest => SearchSort.Newest,
            ListOrder.Oldest => SearchSort.Oldest,
            _ => SearchSort.Relevance,
        },
    };
}
