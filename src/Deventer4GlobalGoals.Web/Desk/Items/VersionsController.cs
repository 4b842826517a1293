using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>A field in two versions.</summary>
public sealed record ComparedField(string Label, string Before, string After)
{
    public bool IsSame => string.Equals(Before, After, StringComparison.Ordinal);
}

/// <summary>Two versions of an item side by side; an empty choice shows just the list.</summary>
public sealed record VersionsPage(
    IContent Item, string Culture, IReadOnlyList<ItemVersion> Versions, ItemVersion? Before, ItemVersion? After, IReadOnlyList<ComparedField> Fields, bool MayRestore);

/// <summary>Older versions: what was in them, and bringing one back.</summary>
[Route("umbraco/items/{key:guid}/versions")]
public sealed class VersionsController(
    Viewer viewer, EditPages pages, ItemForm form, IContentService contents, IContentEditingService editing, IContentVersionService versions, AuditLog audit)
    : DeskController(viewer)
{
    private const int Most = 200;

    /// <summary>Two versions by their numbers; by default the current one, and the one before it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid key, string? culture, int? from, int? to)
    {
        if (await editing.GetAsync(key) is not { } item || !ItemAccess.MayEdit(Viewer, item))
        {
            return NotFound();
        }

        var languages = await pages.LanguagesAsync();
        var language = languages.FirstOrDefault(one => one.IsoCode == culture) ?? languages[0];
        var all = await pages.VersionsAsync(item, ItemWriter.Culture(item, language.IsoCode), Most);
        var after = all.FirstOrDefault(version => version.Id == to) ?? all.FirstOrDefault(version => version.IsCurrent);

        // What is on the site is the same as the draft as long as nothing was changed since.
        var isSame = ItemStates.Of(item, language.IsoCode) == ItemState.Published;
        var before = all.FirstOrDefault(version => version.Id == from) ?? all.FirstOrDefault(version => version.Id != after?.Id && !(version.IsPublished && isSame));
        var groups = form.Groups(item.ContentType.Key, language.IsDefault);
        var fields = before is null || after is null ? [] : Compare(Version(item, before), Version(item, after), language.IsoCode, groups);
        return View("~/Desk/Views/Versions.cshtml", new VersionsPage(item, language.IsoCode, all, before, after, fields, !item.Trashed));
    }

    /// <summary>Makes the draft what it was in that version. The site changes only when it is published.</summary>
    [HttpPost("restore")]
    public async Task<IActionResult> Restore(Guid key, string? culture, int version)
    {
        if (await editing.GetAsync(key) is not { Trashed: false } item || !ItemAccess.MayEdit(Viewer, item) || versions.Get(version)?.ContentId != item.Id)
        {
            return NotFound();
        }

        var result = await versions.RollBackAsync(version.ToGuid(), ItemWriter.Culture(item, culture ?? SitePage.DefaultCulture), Viewer.Required.Key);
        if (result.Success)
        {
            await audit.WriteAsync("item.restored", Viewer.Required.Id, key.ToString(), culture);
        }

        Tell(result.Success
            ? T("De oude versie is terug als concept. Op de site verandert er pas iets als u hem online zet.", "The old version is back as a draft. The site changes only when you publish it.")
            : T("Dit lukte niet. Er is niets veranderd.", "This did not work. Nothing has changed."));
        return Redirect($"/umbraco/items/{key}?culture={Uri.EscapeDataString(culture ?? SitePage.DefaultCulture)}");
    }

    private IContent Version(IContent item, ItemVersion version) => version.IsCurrent ? item : contents.GetVersion(version.Id) ?? item;

    private List<ComparedField> Compare(IContent before, IContent after, string culture, IReadOnlyList<FieldGroup> groups)
    {
        var fields = new List<ComparedField> { new(T("Naam", "Name"), ItemForm.NameOf(before, culture), ItemForm.NameOf(after, culture)) };
        fields.AddRange(groups.SelectMany(group => group.Fields).Select(field => new ComparedField(field.Label, Text(before, field, culture), Text(after, field, culture))));
        return fields;
    }

    private string Text(IContent item, FieldSpec field, string culture)
    {
        var data = new FieldData();
        form.ReadField(item, culture, field, data);
        return form.Describe(field, data);
    }
}
