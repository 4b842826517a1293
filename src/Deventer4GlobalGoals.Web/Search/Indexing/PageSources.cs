using System.Globalization;
using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Lists;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>What belongs in one index.</summary>
public interface IPageSource
{
    /// <summary>The name of the index.</summary>
    string Index { get; }

    /// <summary>Every page that belongs in it now, with a stamp that differs when its documents do.</summary>
    IReadOnlyDictionary<Guid, string> Stamps();

    /// <summary>A page's documents; none when it doesn't belong in it.</summary>
    IReadOnlyList<SearchDocument> Read(Guid page);
}

/// <summary>ExternalIndex: what visitors may see at this moment, in every culture in which they see it.</summary>
public sealed class PublishedPages(CommunityIndex community, IDocumentCacheService documents, PageDocuments pages) : IPageSource
{
    public string Index => SearchSchema.External;

    public IReadOnlyDictionary<Guid, string> Stamps()
    {
        var now = community.Current;
        return now.Items.Values.Where(BelongsIn).ToDictionary(item => item.Key, item => Stamp(now, item));
    }

    public IReadOnlyList<SearchDocument> Read(Guid page)
    {
        var now = community.Current;
        if (now.Find(page) is not { } item || !BelongsIn(item) || documents.GetByKeyAsync(page, preview: false).GetAwaiter().GetResult() is not SitePage published)
        {
            return [];
        }

        var stamp = Stamp(now, item);
        return [.. SiteLinks.Cultures.Select(culture => pages.Make(published, item, culture, Names(now, item, culture), stamp))];
    }

    private static bool BelongsIn(CommunityItem item) => ItemTypes.Of(item.Kind).Length > 0;

    // The names of the organisations stand in the document too.
    private static string Stamp(CommunitySnapshot now, CommunityItem item) => string.Join(
        ' ',
        item.Organisations.Select(now.Find).OfType<CommunityItem>().Prepend(item).Select(part => part.Updated.Ticks.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Names(CommunitySnapshot now, CommunityItem item, string culture) =>
        item.Organisations.Select(now.Find).OfType<CommunityItem>().Select(organisation => organisation.Title(culture).Text);
}

/// <summary>
/// InternalIndex: every page outside the bin as editors left it, drafts too, whatever its type, in the cultures that it has. What lies in the bin
/// has a page of its own on the desk.
/// </summary>
public sealed class EditedPages(IDocumentNavigationQueryService navigation, IDocumentCacheService documents, PageDocuments pages) : IPageSource
{
    public string Index => SearchSchema.Internal;

    public IReadOnlyDictionary<Guid, string> Stamps() =>
        Keys().Select(Find).OfType<IPublishedContent>().ToDictionary(page => page.Key, Stamp);

    public IReadOnlyList<SearchDocument> Read(Guid page) => Find(page) is { } edited && IsOutsideBin(page) ? [.. Cultures(edited).Select(culture => Read(edited, culture))] : [];

    private SearchDocument Read(IPublishedContent edited, string culture)
    {
        var body = TextValues.Of(edited, culture);
        return edited is SitePage page && CommunityReader.Read(page, parent: null) is { } item && item.Has(culture)
            ? pages.Make(page, item, culture, [], Stamp(edited)) with { Body = body }
            : new SearchDocument(edited.Key.ToString("N"), culture) { Title = edited.Name(culture) ?? string.Empty, Body = body, Stored = Stamp(edited) };
    }

    private static IEnumerable<string> Cultures(IPublishedContent page) =>
        page.Cultures.Keys.Where(culture => culture.Length > 0).DefaultIfEmpty(SitePage.DefaultCulture);

    private IEnumerable<Guid> Keys() => navigation.TryGetRootKeys(out var roots)
        ? roots.SelectMany(root => navigation.TryGetDescendantsKeys(root, out var below) ? below.Prepend(root) : [root])
        : [];

    // What was thrown away has no place among the others.
    private bool IsOutsideBin(Guid key) => navigation.TryGetParentKey(key, out _);

    private IPublishedContent? Find(Guid key) => documents.GetByKeyAsync(key, preview: true).GetAwaiter().GetResult();

    private static string Stamp(IPublishedContent page) => page.UpdateDate.Ticks.ToString(CultureInfo.InvariantCulture);
}
