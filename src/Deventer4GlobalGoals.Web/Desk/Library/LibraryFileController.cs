using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Items;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>One file: what it shows, how it is cut, where it is used. Typed is what stands in the form.</summary>
public sealed record LibraryFilePage(
    LibraryFile File, IReadOnlyList<LibraryUse> Uses, IReadOnlyList<LibraryFile> Folders, bool MayEdit, IReadOnlyList<NamedCrop> Crops, FieldData Typed)
{
    public string? Problem { get; init; }

    /// <summary>The field that the problem is about; null for none in particular.</summary>
    public string? Wrong { get; init; }
}

/// <summary>Changing, replacing, moving and throwing away one file.</summary>
[Route("umbraco/media/{key:guid}")]
public sealed class LibraryFileController(Viewer viewer, MediaLibrary library, LibraryUpload upload, IMediaService media, IMediaEditingService editing, AuditLog audit) : DeskController(viewer)
{
    private const int MostFolders = 500;
    private const int LongestName = 200;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid key) => library.Find(key) is not { } file
        ? NotFound()
        : file.IsFolder ? Redirect($"/umbraco/media?under={key}") : View("~/Desk/Views/LibraryFile.cshtml", await PageAsync(file));

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid key, string? name, string? text, string? maker)
    {
        if (Editable(key) is not { } file)
        {
            return NotFound();
        }

        var typed = FieldData.From(Request.Form);
        if (name?.Trim() is not { Length: > 0 and <= LongestName } title || title.Any(char.IsControl))
        {
            return await RefusedAsync(file, T("Geef het bestand een naam.", "Give the file a name."), typed, "name");
        }

        if (file.IsPicture && string.IsNullOrWhiteSpace(text))
        {
            return await RefusedAsync(file, T("Zeg in één zin wat er op de afbeelding te zien is, voor wie niet kan zien.", "Say in one sentence what the picture shows, for who cannot see it."), typed, "text");
        }

        try
        {
            await CutAsync(file, typed);
        }
        catch (FieldException wrong)
        {
            return await RefusedAsync(file, T(wrong.Message, wrong.English), typed);
        }

        file.Item.Name = title;
        if (file.IsPicture)
        {
            file.Item.SetValue(LibraryFile.TextField, text!.Trim());
            file.Item.SetValue(LibraryFile.MakerField, maker?.Trim());
        }

        var saved = media.Save(file.Item, Viewer.Required.Id);
        if (!saved.Success)
        {
            return await RefusedAsync(file, string.Join(' ', saved.Result?.EventMessages?.GetAll().Select(message => message.Message) ?? []), typed);
        }

        await audit.WriteAsync("media.saved", Viewer.Required.Id, key.ToString());
        Tell(T("Bewaard.", "Saved."));
        return RedirectToAction(nameof(Show), new { key });
    }

    /// <summary>Another file in the place of this one.</summary>
    [HttpPost("file")]
    [UploadLimit]
    public async Task<IActionResult> Replace(Guid key, IFormFile? file)
    {
        if (Editable(key) is not { } current)
        {
            return NotFound();
        }

        if (UploadLimitAttribute.IsExceeded(HttpContext))
        {
            return await RefusedAsync(current, UploadLimitAttribute.Explain(HttpContext, Viewer), status: StatusCodes.Status413PayloadTooLarge);
        }

        if (file is not { Length: > 0 })
        {
            return await RefusedAsync(current, T("Kies eerst een bestand.", "Choose a file first."));
        }

        if ((await upload.ReplaceAsync(current, file, Viewer)).Problem is { } problem)
        {
            return await RefusedAsync(current, problem);
        }

        await audit.WriteAsync("media.replaced", Viewer.Required.Id, key.ToString());
        Tell(T("Vervangen. Elke pagina toont nu het nieuwe bestand.", "Replaced. Every page shows the new file now."));
        return RedirectToAction(nameof(Show), new { key });
    }

    [HttpPost("move")]
    public async Task<IActionResult> Move(Guid key, Guid? to) =>
        await DoneAsync(await editing.MoveAsync(key, to, Viewer.Required.Key), key, "media.moved", T("Verplaatst.", "Moved."));

    /// <summary>Only what nobody uses: a page would lose its picture.</summary>
    [HttpPost("bin")]
    public async Task<IActionResult> ToBin(Guid key)
    {
        if (library.Find(key) is not { Item.Trashed: false } file)
        {
            return NotFound();
        }

        var uses = await library.UsesAsync(key);
        if (uses.Count > 0 || (file.IsFolder && media.HasChildren(file.Item.Id)))
        {
            Tell(file.IsFolder
                ? T("Deze map is niet leeg.", "This folder isn't empty.")
                : T($"Dit bestand staat nog op {uses.Count} pagina's. Haal het daar eerst weg.", $"This file is still on {uses.Count} pages. Remove it there first."));
            return RedirectToAction(nameof(Show), new { key });
        }

        var binned = await editing.MoveToRecycleBinAsync(key, Viewer.Required.Key);
        await WriteAsync(binned, key, "media.binned", T("In de prullenbak gelegd. U kunt het daar weer uithalen.", "Moved to the bin. You can take it out again."));
        return Redirect("/umbraco/media");
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(Guid key) =>
        await DoneAsync(await editing.RestoreAsync(key, null, Viewer.Required.Key, includeDescendants: true), key, "media.restored", T("Uit de prullenbak gehaald.", "Taken out of the bin."));

    /// <summary>Only what lies in the bin: the file itself goes too, and its address gives nothing any more.</summary>
    [HttpPost("delete")]
    public async Task<IActionResult> Delete(Guid key)
    {
        if (library.Find(key) is not { Item.Trashed: true })
        {
            return NotFound();
        }

        await WriteAsync(await editing.DeleteFromRecycleBinAsync(key, Viewer.Required.Key), key, "media.deleted", T("Voorgoed weg.", "Gone for good."));
        return Redirect("/umbraco/media?view=bin");
    }

    private async Task<IActionResult> DoneAsync(Attempt<IMedia?, ContentEditingOperationStatus> result, Guid key, string action, string done)
    {
        await WriteAsync(result, key, action, done);
        return RedirectToAction(nameof(Show), new { key });
    }

    private async Task WriteAsync(Attempt<IMedia?, ContentEditingOperationStatus> result, Guid key, string action, string done)
    {
        if (result.Success)
        {
            await audit.WriteAsync(action, Viewer.Required.Id, key.ToString());
        }

        Tell(result.Success ? done : ItemWords.Explain(result.Status, Viewer.Language));
    }

    private LibraryFile? Editable(Guid key) =>
        library.Find(key) is { IsFolder: false, Item.Trashed: false } file && MediaLibrary.MayEdit(Viewer, file.Item) ? file : null;

    /// <summary>Only what was changed: a file whose form is saved as it is stays as it is.</summary>
    /// <exception cref="FieldException">What is typed is no point, or no cut-out.</exception>
    private async Task CutAsync(LibraryFile file, FieldData typed)
    {
        if (!file.IsBitmap || file.Cutting is not { } cutting)
        {
            return;
        }

        var before = cutting.ToJsonString();
        CutFields.Write(cutting, await library.CropsAsync(file), string.Empty, typed);
        if (cutting.ToJsonString() != before)
        {
            file.Recut(cutting);
        }
    }

    private async Task<IActionResult> RefusedAsync(
        LibraryFile file, string problem, FieldData? typed = null, string? wrong = null, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return View("~/Desk/Views/LibraryFile.cshtml", await PageAsync(file, typed) with { Problem = problem, Wrong = wrong });
    }

    private async Task<LibraryFilePage> PageAsync(LibraryFile file, FieldData? typed = null)
    {
        var crops = await library.CropsAsync(file);
        return new LibraryFilePage(
            file,
            await library.UsesAsync(file.Key),
            [.. media.GetPagedDescendants(Constants.System.Root, 0, MostFolders, out _, null, Ordering.By("name")).Select(item => new LibraryFile(item)).Where(item => item.IsFolder && !item.Item.Trashed)],
            MediaLibrary.MayEdit(Viewer, file.Item) && !file.Item.Trashed,
            crops,
            typed ?? Stored(file, crops));
    }

    private static FieldData Stored(LibraryFile file, IReadOnlyList<NamedCrop> crops)
    {
        var data = new FieldData();
        data.Set("name", file.Name);
        data.Set("text", file.Text);
        data.Set("maker", file.Maker);
        CutFields.Read(file.Cutting, crops, string.Empty, data);
        return data;
    }
}
