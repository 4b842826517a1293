using Deventer4GlobalGoals.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>What lies in the recycle bin.</summary>
public sealed record BinPage(IReadOnlyList<IContent> Items, long Total, int Number)
{
    public const int Size = 50;

    public int Pages => (int)((Total + Size - 1) / Size);
}

/// <summary>The recycle bin: taking something out, and throwing it away for good.</summary>
[Route("umbraco/bin")]
public sealed class BinController(Viewer viewer, IContentService contents, IContentEditingService editing, IRelationService relations, AuditLog audit) : DeskController(viewer)
{
    [HttpGet("")]
    public IActionResult Show(int page = 1)
    {
        var number = Math.Clamp(page, 1, 100_000);
        var items = contents.GetPagedContentInRecycleBin(number - 1, BinPage.Size, out var total, null, Ordering.By("updateDate", Direction.Descending));
        return View("~/Desk/Views/Bin.cshtml", new BinPage([.. items], total, number));
    }

    /// <summary>Back to where it lay.</summary>
    [HttpPost("restore")]
    public async Task<IActionResult> Restore(Guid key)
    {
        if (contents.GetById(key) is not { Trashed: true } item)
        {
            return NotFound();
        }

        var home = relations.GetByChild(item, Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias).FirstOrDefault();
        var parent = home is null ? null : contents.GetById(home.ParentId);
        var restored = await editing.RestoreAsync(key, parent is { Trashed: false } ? parent.Key : null, Viewer.Required.Key, includeDescendants: true);
        if (!restored.Success)
        {
            Tell(ItemWords.Explain(restored.Status, Viewer.Language));
            return RedirectToAction(nameof(Show));
        }

        await audit.WriteAsync("item.unbinned", Viewer.Required.Id, key.ToString());
        Tell(T("Uit de prullenbak gehaald. Het is nu een concept.", "Taken out of the bin. It is a draft now."));
        return Redirect($"/umbraco/items/{key}");
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete(Guid key)
    {
        var deleted = await editing.DeleteFromRecycleBinAsync(key, Viewer.Required.Key);
        if (deleted.Success)
        {
            await audit.WriteAsync("item.deleted", Viewer.Required.Id, key.ToString());
        }

        Tell(deleted.Success ? T("Voorgoed weg.", "Gone for good.") : ItemWords.Explain(deleted.Status, Viewer.Language));
        return RedirectToAction(nameof(Show));
    }
}
