using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Review;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Putting many pages on the site, off it or in the bin at once: a choice from a list, or everything under a page.</summary>
[Route("umbraco")]
public sealed class PublishController(
    Viewer viewer, ItemPublishing whole, ReviewDesk reviews, ItemUses uses, IContentService contents, IContentEditingService editing, IContentPublishingService publishing, AuditLog audit)
    : DeskController(viewer)
{
    private const int Batch = 200;

    /// <summary>Most pages in one go.</summary>
    private const int Most = 100;

    /// <summary>Publishes, unpublishes or bins each; what can't be is named, and the rest goes on.</summary>
    [HttpPost("items/bulk")]
    public async Task<IActionResult> Bulk(Guid[] keys, [FromForm(Name = "do")] string? what, string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var (done, left) = (0, new List<string>());
        foreach (var item in contents.GetByIds(keys.Distinct().Take(Most)).Where(item => !item.Trashed))
        {
            var isDone = what switch
            {
                "publish" => await PublishAsync(item),
                "unpublish" => await UnpublishAsync(item),
                "bin" => await BinAsync(item),
                _ => false,
            };
            if (isDone)
            {
                done++;
            }
            else
            {
                left.Add(ItemForm.NameOf(item, SitePage.DefaultCulture) is { Length: > 0 } name ? name : item.Name ?? string.Empty);
            }
        }

        var names = string.Join(", ", left);
        Tell(left.Count == 0
            ? T($"Gedaan: {done}.", $"Done: {done}.")
            : T($"Gedaan: {done}. Niet gelukt, kijk daar zelf: {names}.", $"Done: {done}. Not done, look there yourself: {names}."));
        return Redirect(Local(returnUrl));
    }

    /// <summary>Puts a page and everything under it on the site, in every language that it has; nothing when one of them has an error.</summary>
    [HttpPost("items/{key:guid}/branch")]
    public async Task<IActionResult> Branch(Guid key)
    {
        if (contents.GetById(key) is not { Trashed: false } item)
        {
            return NotFound();
        }

        var all = Below(item).Prepend(item).ToList();
        var wrong = all.Where(whole.HasErrors).Select(one => one.Name).Take(10).ToList();
        if (wrong.Count > 0)
        {
            Tell(T($"Niets online gezet: er klopt nog iets niet bij {string.Join(", ", wrong)}.", $"Nothing published: something is not right with {string.Join(", ", wrong)}."));
            return Redirect($"/umbraco/items/{key}");
        }

        var cultures = all.SelectMany(ItemPublishing.Cultures).Distinct().Select(culture => culture ?? "*").Where(culture => culture != "*").DefaultIfEmpty("*").ToArray();
        var result = await publishing.PublishBranchAsync(key, cultures, PublishBranchFilter.IncludeUnpublished, Viewer.Required.Key, useBackgroundThread: false);
        foreach (var below in result.Result?.SucceededItems.Where(one => one.Key != key) ?? [])
        {
            audit.Add("item.published", Viewer.Required.Id, below.Key.ToString());
        }

        await audit.WriteAsync("item.branch-published", Viewer.Required.Id, key.ToString());
        foreach (var one in result.Success ? all : [])
        {
            await reviews.PublishedAsync(one.Key, HttpContext.RequestAborted);
        }

        var failed = result.Result?.FailedItems.Count() ?? 0;
        Tell(result.Success && failed == 0
            ? T($"Online gezet met alles eronder: {all.Count} pagina's.", $"Published with everything under it: {all.Count} pages.")
            : T($"Niet alles kon online: {failed} pagina's missen nog iets.", $"Not everything could go online: {failed} pages miss something."));
        return Redirect($"/umbraco/items/{key}");
    }

    private IEnumerable<IContent> Below(IContent item)
    {
        var (page, total) = (0L, 0L);
        do
        {
            foreach (var one in contents.GetPagedDescendants(item.Id, page, Batch, out total).ToList())
            {
                yield return one;
            }
        }
        while (++page * Batch < total);
    }

    private async Task<bool> PublishAsync(IContent item)
    {
        var isDone = await WrittenAsync(await whole.PublishAsync(item, Viewer.Required), "item.published", item);
        if (isDone)
        {
            await reviews.PublishedAsync(item.Key, HttpContext.RequestAborted);
        }

        return isDone;
    }

    private async Task<bool> UnpublishAsync(IContent item) =>
        item.Published && !await uses.HasAnyAsync(item) && await WrittenAsync((await publishing.UnpublishAsync(item.Key, null, Viewer.Required.Key)).Success, "item.unpublished", item);

    private async Task<bool> BinAsync(IContent item) =>
        !await uses.HasAnyAsync(item) && await WrittenAsync((await editing.MoveToRecycleBinAsync(item.Key, Viewer.Required.Key)).Success, "item.binned", item);

    private async Task<bool> WrittenAsync(bool isDone, string action, IContent item)
    {
        if (isDone)
        {
            await audit.WriteAsync(action, Viewer.Required.Id, item.Key.ToString());
        }

        return isDone;
    }
}
