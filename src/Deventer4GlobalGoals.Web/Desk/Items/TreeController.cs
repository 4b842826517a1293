using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>One level of the tree: a page with what lies under it.</summary>
public sealed record TreePage(IContent? Parent, IReadOnlyList<ItemCrumb> Crumbs, IReadOnlyList<IContent> Children, long Total, int Page, IReadOnlyList<IContentType> Allowed)
{
    public const int Size = 100;

    public int Pages => (int)((Total + Size - 1) / Size);
}

/// <summary>Where pages lie: making, moving, copying and sorting them, and the recycle bin.</summary>
[Route("umbraco")]
public sealed class TreeController(
    Viewer viewer, EditPages pages, IContentService contents, IContentTypeService types, IContentEditingService editing, ItemUses uses, AuditLog audit)
    : DeskController(viewer)
{
    [HttpGet("tree")]
    public IActionResult Show(Guid? under, int page = 1)
    {
        var parent = under is { } key ? contents.GetById(key) : null;
        if (under is not null && parent is null or { Trashed: true })
        {
            return NotFound();
        }

        var number = Math.Clamp(page, 1, 100_000);
        var children = contents.GetPagedChildren(parent?.Id ?? Constants.System.Root, number - 1, TreePage.Size, out var total, propertyAliases: null, filter: null, Ordering.By("sortOrder"));
        return View("~/Desk/Views/Tree.cshtml", new TreePage(parent, parent is null ? [] : pages.Crumbs(parent), [.. children], total, number, Allowed(parent)));
    }

    /// <summary>Makes a draft with only a name, and opens its form. Without a parent it comes under the first page that such a page may lie under.</summary>
    [HttpPost("items/new")]
    public async Task<IActionResult> Create(string type, Guid? under, string? name)
    {
        var parent = under is { } key ? contents.GetById(key) : null;
        if (Allowed(parent).FirstOrDefault(one => one.Alias == type) is not { } found)
        {
            return NotFound();
        }

        var title = name?.Trim() is { Length: > 0 and <= 255 } given ? given : T("Zonder naam", "Without a name");
        var varies = found.Variations.HasFlag(ContentVariation.Culture);
        var made = await editing.CreateAsync(
            new ContentCreateModel
            {
                ContentTypeKey = found.Key,
                ParentKey = under,
                Variants = [new VariantModel { Culture = varies ? SitePage.DefaultCulture : null, Name = title }],
                TemplateKey = found.DefaultTemplate?.Key,
            },
            Viewer.Required.Key);
        if (!made.Success)
        {
            Tell(ItemWords.Explain(made.Status, Viewer.Language));
            return RedirectToAction(nameof(Show), new { under });
        }

        await audit.WriteAsync("item.created", Viewer.Required.Id, made.Result.Content!.Key.ToString());
        if (type == "practice" && !ItemAccess.MayPublish(Viewer) && Viewer.Required.Organisation is { } own)
        {
            made.Result.Content.SetValue("organisations", new GuidUdi(Constants.UdiEntityType.Document, own).ToString());
            contents.Save(made.Result.Content, Viewer.Required.Id);
        }

        return Redirect($"/umbraco/items/{made.Result.Content.Key}");
    }

    [HttpGet("items/{key:guid}/place")]
    public IActionResult Place(Guid key) =>
        contents.GetById(key) is { } item && ItemAccess.MayPublish(Viewer) ? View("~/Desk/Views/Place.cshtml", new PlacePage(item, pages.Crumbs(item), Places(item))) : NotFound();

    [HttpPost("items/{key:guid}/move")]
    public async Task<IActionResult> Move(Guid key, Guid to) => await DoneAsync(await editing.MoveAsync(key, to, Viewer.Required.Key), key, "item.moved", T("Verplaatst.", "Moved."));

    [HttpPost("items/{key:guid}/copy")]
    public async Task<IActionResult> Copy(Guid key, Guid to)
    {
        var copied = await editing.CopyAsync(key, to, relateToOriginal: false, includeDescendants: false, Viewer.Required.Key);
        return await DoneAsync(copied, copied.Result?.Key ?? key, "item.copied", T("Dit is de kopie. Zij is nog een concept.", "This is the copy. It is a draft still."));
    }

    /// <summary>Puts the children of a page in this order.</summary>
    [HttpPost("tree/sort")]
    public async Task<IActionResult> Sort(Guid? under, Guid[] keys, int[] places)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(places);
        if (keys.Length != places.Length)
        {
            return BadRequest();
        }

        var order = keys.Zip(places).OrderBy(pair => pair.Second).Select((pair, index) => new SortingModel { Key = pair.First, SortOrder = index }).ToList();
        var status = await editing.SortAsync(under, order, Viewer.Required.Key);
        Tell(status == ContentEditingOperationStatus.Success ? T("De volgorde is bewaard.", "The order is saved.") : ItemWords.Explain(status, Viewer.Language));
        return RedirectToAction(nameof(Show), new { under });
    }

    [HttpPost("items/{key:guid}/bin")]
    public async Task<IActionResult> ToBin(Guid key, bool sure = false)
    {
        if (contents.GetById(key) is not { } item || !ItemAccess.MayBin(Viewer, item))
        {
            return NotFound();
        }

        if (!sure && !item.Trashed && await uses.HasAnyAsync(item))
        {
            return View(SurePage.View, await uses.AskAsync(item, SitePage.DefaultCulture, "bin"));
        }

        var binned = await editing.MoveToRecycleBinAsync(key, Viewer.Required.Key);
        if (!binned.Success)
        {
            return await DoneAsync(binned, key, "item.binned", string.Empty);
        }

        await audit.WriteAsync("item.binned", Viewer.Required.Id, key.ToString());
        Tell(T("In de prullenbak gelegd. U kunt hem daar weer uithalen.", "Moved to the bin. You can take it out again."));
        return Redirect("/umbraco/items");
    }

    private async Task<IActionResult> DoneAsync(Attempt<IContent?, ContentEditingOperationStatus> result, Guid key, string action, string done)
    {
        if (result.Success)
        {
            await audit.WriteAsync(action, Viewer.Required.Id, key.ToString());
        }

        Tell(result.Success ? done : ItemWords.Explain(result.Status, Viewer.Language));
        return Redirect($"/umbraco/items/{key}");
    }

    private IReadOnlyList<IContentType> Allowed(IContent? parent)
    {
        if (!ItemAccess.MayPublish(Viewer) && !Viewer.Is(AccountRoles.Author))
        {
            return [];
        }

        if (parent is null)
        {
            return [.. types.GetAll().Where(type => type.AllowedAsRoot && !type.IsElement)];
        }

        var keys = types.Get(parent.ContentType.Key)?.AllowedContentTypes?.Select(type => type.Key).ToHashSet() ?? [];
        return [.. types.GetAll().Where(type => keys.Contains(type.Key))];
    }

    /// <summary>The pages under which this one may lie.</summary>
    private List<IContent> Places(IContent item)
    {
        var parents = types.GetAll().Where(type => type.AllowedContentTypes?.Any(allowed => allowed.Key == item.ContentType.Key) == true).Select(type => type.Id).ToArray();
        return parents.Length == 0
            ? []
            : [.. contents.GetPagedOfTypes(parents, 0, TreePage.Size, out _, null, Ordering.By("name")).Where(page => !page.Trashed && page.Id != item.Id && !page.Path.StartsWith(item.Path + ",", StringComparison.Ordinal))];
    }
}

/// <summary>Where a page may lie.</summary>
public sealed record PlacePage(IContent Item, IReadOnlyList<ItemCrumb> Crumbs, IReadOnlyList<IContent> Places);
