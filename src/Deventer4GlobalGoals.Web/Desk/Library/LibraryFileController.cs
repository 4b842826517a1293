using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Items;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>One file: what it shows, how it is cut, where it is used.</summary>
public sealed record LibraryFilePage(LibraryFile File, IReadOnlyList<LibraryUse> Uses, IReadOnlyList<LibraryFile> Folders, bool MayEdit, string Left, string Top)
{
    public string? Problem { get; init; }
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
    public async Task<IActionResult> Save(Guid key, string? name, string? text, string? maker, string? left, string? top)
    {
        if (Editable(key) is not { } file)
        {
            return NotFound();
        }

        if (name?.Trim() is not { Length: > 0 and <= LongestName } title || title.Any(char.IsControl))
        {
            return await RefusedAsync(file, T("Geef het bestand een naam.", "Give the file a name."), left, top);
        }

        if (file.IsPicture && string.IsNullOrWhiteSpace(text))
        {
            return await RefusedAsync(file, T("Zeg in één zin wat er op de afbeelding te zien is, voor wie niet kan zien.", "Say in one sentence what the picture shows, for who cannot see it."), left, top);
        }

        if (!FocalPoint.TryRead(left, top, out var focal))
        {
            return await RefusedAsync(file, T("Het punt dat in beeld blijft is geen getal van 0 tot 100.", "The point that stays in the picture is not a number from 0 to 100."), left, top);
        }

        file.Item.Name = title;
        if (file.IsPicture)
        {
            file.Item.SetValue(LibraryFile.TextField, text!.Trim());
            file.Item.SetValue(LibraryFile.MakerField, maker?.Trim());
            if ((FocalPoint.Typed(file.Focal?.Left), FocalPoint.Typed(file.Focal?.Top)) != (left?.Trim() ?? string.Empty, top?.Trim() ?? string.Empty))
            {
                file.Aim(focal);
            }
        }

        var saved = media.Save(file.Item, Viewer.Required.Id);
        if (!saved.Success)
        {
            return await RefusedAsync(file, string.Join(' ', saved.Result?.EventMessages?.GetAll().Select(message => message.Message) ?? []), left, top);
        }

        await audit.WriteAsync("media.saved", Viewer.Required.Id, key.ToString());
        Tell(T("Bewaard.", "Saved."));
        return RedirectToAction(nameof(Show), new { key });
    }

    /// <summary>Another file in the place of this one.</summary>
    [HttpPost("file")]
    public async Task<IActionResult> Replace(Guid key, IFormFile? file)
    {
        if (Editable(key) is not { } current)
        {
            return NotFound();
        }

        if (file is not { Length: > 0 })
        {
            return await RefusedAsync(current, T("Kies eerst een bestand.", "Choose a file first."), null, null);
        }

        if ((await upload.ReplaceAsync(current, file, Viewer)).Problem is { } problem)
        {
            return await RefusedAsync(current, problem, null, null);
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

    private async Task<IActionResult> RefusedAsync(LibraryFile file, string problem, string? left, string? top)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await PageAsync(file);
        return View("~/Desk/Views/LibraryFile.cshtml", page with { Problem = problem, Left = left ?? page.Left, Top = top ?? page.Top });
    }

    private async Task<LibraryFilePage> PageAsync(LibraryFile file) => new(
        file,
        await library.UsesAsync(file.Key),
        [.. media.GetPagedDescendants(Constants.System.Root, 0, MostFolders, out _, null, Ordering.By("name")).Select(item => new LibraryFile(item)).Where(item => item.IsFolder && !item.Item.Trashed)],
        MediaLibrary.MayEdit(Viewer, file.Item) && !file.Item.Trashed,
        FocalPoint.Typed(file.Focal?.Left),
        FocalPoint.Typed(file.Focal?.Top));
}
