using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Freshness;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>What is asked of a list.</summary>
public sealed record ItemQuery(string? Type, string? Q, string? State, int Page);

/// <summary>A page of a list.</summary>
public sealed record ItemListPage(ItemQuery Query, string Title, IReadOnlyList<IContentType> Types, IReadOnlyList<IContent> Items, long Total, IContentType? Type)
{
    public const int Size = 30;

    public int Pages => (int)((Total + Size - 1) / Size);

    /// <summary>The address of another page of this list.</summary>
    public string Address(int page) => "/umbraco/items" + QueryString.Create(new Dictionary<string, string?>
    {
        ["type"] = Query.Type,
        ["q"] = Query.Q,
        ["state"] = Query.State,
        ["page"] = page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));
}

/// <summary>Lists over everything, drafts too: per type, by words and by state.</summary>
[Route("umbraco/items")]
public sealed class ItemListController(Viewer viewer, ItemTypes types, IContentService contents, ICoreScopeProvider scopes, DeskSearch search, CommunityIndex community) : DeskController(viewer)
{
    /// <summary>The state of a practice that nobody confirmed for a year.</summary>
    public const string Old = "old";

    private const int LongestQuestion = 100;

    [HttpGet("")]
    public async Task<IActionResult> Show(string? type, string? q, string? state, int page = 1)
    {
        var chosen = types.Find(type);
        var words = q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestQuestion)] : null;
        var query = new ItemQuery(chosen?.Alias, words, state is "draft" or "online" or "changed" or Old ? state : null, Math.Clamp(page, 1, 100_000));
        int[] ids = chosen is null ? [.. types.All().Select(one => one.Id)] : [chosen.Id];
        var (items, total) = query.State == Old ? OldOnes(ids, query) : query.Q is { } asked ? await FindAsync(asked, ids, query) : All(ids, query);
        var title = chosen is null ? T("Alle pagina's", "All pages") : ItemTypes.Plural(chosen.Alias, chosen.Name ?? chosen.Alias, Viewer.Language);
        return View("~/Desk/Views/List.cshtml", new ItemListPage(query, title, types.All(), [.. items], total, chosen));
    }

    private (IEnumerable<IContent> Items, long Total) All(int[] types, ItemQuery query)
    {
        var items = contents.GetPagedOfTypes(types, query.Page - 1, ItemListPage.Size, out var total, Filter(query), Ordering.By("updateDate", Direction.Descending));
        return (items, total);
    }

    /// <summary>Longest ago first.</summary>
    private (IEnumerable<IContent> Items, long Total) OldOnes(int[] types, ItemQuery query)
    {
        var found = OldPractices.Of(community.Current, DateOnly.FromDateTime(Viewer.Now.DateTime))
            .Where(item => query.Q is not { } words || item.Title(SitePage.DefaultCulture).Text.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(item => item.Key).ToList();
        var keys = found.Skip((query.Page - 1) * ItemListPage.Size).Take(ItemListPage.Size).ToList();
        var places = keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return (contents.GetByIds(keys).Where(item => types.Contains(item.ContentType.Id)).OrderBy(item => places[item.Key]), found.Count);
    }

    /// <summary>First what is called so, part of a word being enough, then what has the words anywhere.</summary>
    private async Task<(IEnumerable<IContent> Items, long Total)> FindAsync(string words, int[] types, ItemQuery query)
    {
        var named = contents.GetPagedOfTypes(types, 0, DeskSearch.Most, out _, Filter(query), Ordering.By("updateDate", Direction.Descending)).ToList();
        var keys = (await search.FindAsync(words, HttpContext.RequestAborted)).Except(named.Select(item => item.Key)).ToList();
        var places = keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var found = contents.GetByIds(keys)
            .Where(item => !item.Trashed && types.Contains(item.ContentType.Id) && HasState(item, query.State))
            .OrderBy(item => places[item.Key]);
        var all = named.Concat(found).ToList();
        return (all.Skip((query.Page - 1) * ItemListPage.Size).Take(ItemListPage.Size), all.Count);
    }

    private static bool HasState(IContent item, string? state) => state switch
    {
        "draft" => !item.Published,
        "online" => item.Published && !item.Edited,
        "changed" => item.Published && item.Edited,
        _ => true,
    };

    private IQuery<IContent> Filter(ItemQuery query)
    {
        var filter = scopes.CreateQuery<IContent>().Where(item => !item.Trashed);
        if (query.Q is { } words)
        {
            filter = filter.Where(item => item.Name!.Contains(words));
        }

        return query.State switch
        {
            "draft" => filter.Where(item => !item.Published),
            "online" => filter.Where(item => item.Published && !item.Edited),
            "changed" => filter.Where(item => item.Published && item.Edited),
            _ => filter,
        };
    }
}
