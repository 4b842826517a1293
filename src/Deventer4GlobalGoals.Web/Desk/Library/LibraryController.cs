using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Items;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>One folder of the library, or what was asked for.</summary>
public sealed record LibraryPage(LibraryFile? Folder, IReadOnlyList<LibraryFile> Crumbs, string? Q, string? View, IReadOnlyList<LibraryFile> Files, long Total, int Number)
{
    public const int Size = 48;

    public int Pages => (int)((Total + Size - 1) / Size);

    /// <summary>What could not be taken in, and why, by the name of the file.</summary>
    public IReadOnlyList<(string Name, string Problem)> Refused { get; init; } = [];

    /// <summary>What is wrong with all of it; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>What was typed with files that were refused.</summary>
    public FieldData Typed { get; init; } = new();

    public string Address(int number) => "/umbraco/media" + QueryString.Create(new Dictionary<string, string?>
    {
        ["under"] = Folder?.Key.ToString(),
        ["q"] = Q,
        ["view"] = View,
        ["page"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));
}

/// <summary>The media library: folders, files, what nobody uses, the bin; taking files in.</summary>
[Route("umbraco/media")]
public sealed class LibraryController(
    Viewer viewer, MediaLibrary library, LibraryUpload upload, IMediaService media, IMediaEditingService editing, IMediaTypeService types, AuditLog audit)
    : DeskController(viewer)
{
    /// <summary>Files in one form; with a script each comes by itself.</summary>
    public const int MostAtOnce = 3;

    public const string Unused = "unused";
    public const string Bin = "bin";

    private const string ListView = "~/Desk/Views/Library.cshtml";
    private const int LongestQuestion = 100;

    /// <summary>Names are looked for among the newest of so many.</summary>
    private const int MostSearched = 5_000;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid? under, string? q, string? view, int page = 1) =>
        await PageAsync(under, q, view, page) is { } found ? View(ListView, found) : NotFound();

    /// <summary>Takes in files, each with its description. A script asks for JSON, and sends one at a time.</summary>
    [HttpPost("upload")]
    [UploadLimit]
    public async Task<IActionResult> Upload(Guid? under)
    {
        if (!Request.HasFormContentType || (under is { } folder && library.Find(folder) is not { IsFolder: true }))
        {
            return NotFound();
        }

        if (UploadLimitAttribute.IsExceeded(HttpContext))
        {
            return await TooLargeAsync(under);
        }

        var (added, refused) = (new List<Guid>(), new List<(string, string)>());
        for (var i = 0; i < MostAtOnce; i++)
        {
            if (Request.Form.Files.GetFile($"file{i}") is { Length: > 0 } file)
            {
                var result = await upload.AddAsync(file, Request.Form[$"text{i}"], under, Viewer);
                if (result.Key is { } key)
                {
                    added.Add(key);
                    await audit.WriteAsync("media.added", Viewer.Required.Id, key.ToString());
                }
                else
                {
                    refused.Add((file.FileName, result.Problem ?? string.Empty));
                }
            }
        }

        if (WantsJson)
        {
            Response.StatusCode = added.Count > 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            return Json(new { added, problem = refused.Select(one => one.Item2).FirstOrDefault() });
        }

        if (refused.Count == 0)
        {
            Tell(added.Count == 0 ? T("Kies eerst een bestand.", "Choose a file first.") : T($"Toegevoegd: {added.Count}.", $"Added: {added.Count}."));
            return RedirectToAction(nameof(Show), new { under });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(ListView, (await PageAsync(under, null, null, 1))! with { Refused = refused, Typed = FieldData.From(Request.Form) });
    }

    [HttpPost("folders")]
    public async Task<IActionResult> MakeFolder(Guid? under, string? name)
    {
        if (types.Get(Constants.Conventions.MediaTypes.Folder) is not { } type || (under is { } parent && library.Find(parent) is not { IsFolder: true }))
        {
            return NotFound();
        }

        if (name?.Trim() is not { Length: > 0 and <= 100 } title)
        {
            Tell(T("Geef de map een naam.", "Give the folder a name."));
            return RedirectToAction(nameof(Show), new { under });
        }

        var made = await editing.CreateAsync(new MediaCreateModel { ContentTypeKey = type.Key, ParentKey = under, Variants = [new VariantModel { Name = title }] }, Viewer.Required.Key);
        if (made.Success)
        {
            await audit.WriteAsync("media.folder", Viewer.Required.Id, made.Result.Content!.Key.ToString());
        }

        Tell(made.Success ? T("De map is er.", "The folder is there.") : ItemWords.Explain(made.Status, Viewer.Language));
        return RedirectToAction(nameof(Show), new { under = made.Success ? made.Result.Content!.Key : under });
    }

    /// <summary>A script asks for the problem alone.</summary>
    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> TooLargeAsync(Guid? under)
    {
        var problem = UploadLimitAttribute.Explain(HttpContext, Viewer);
        Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return WantsJson
            ? Json(new { added = Array.Empty<Guid>(), problem })
            : View(ListView, (await PageAsync(under, null, null, 1))! with { Problem = problem, Typed = FieldData.From(Request.Form) });
    }

    private async Task<LibraryPage?> PageAsync(Guid? under, string? q, string? view, int page)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var folder = under is { } key ? library.Find(key) : null;
        if (under is not null && folder is not { IsFolder: true, Item.Trashed: false })
        {
            return null;
        }

        if (view == Unused)
        {
            var unused = await library.UnusedAsync();
            return new LibraryPage(null, [], null, Unused, [.. unused.Skip((number - 1) * LibraryPage.Size).Take(LibraryPage.Size)], unused.Count, number);
        }

        var words = q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestQuestion)] : null;
        var items = Items(folder, words, view == Bin, number, out var total);
        return new LibraryPage(folder, folder is null ? [] : Crumbs(folder), words, view == Bin ? Bin : null, [.. items.Select(item => new LibraryFile(item))], total, number);
    }

    private IEnumerable<IMedia> Items(LibraryFile? folder, string? words, bool inBin, int number, out long total)
    {
        if (inBin)
        {
            return media.GetPagedMediaInRecycleBin(number - 1, LibraryPage.Size, out total, null, Ordering.By("updateDate", Direction.Descending));
        }

        if (words is not null)
        {
            // Databases differ in whether they tell capitals apart.
            var named = media.GetPagedDescendants(Constants.System.Root, 0, MostSearched, out _, null, Ordering.By("updateDate", Direction.Descending))
                .Where(item => !item.Trashed && item.Name?.Contains(words, StringComparison.OrdinalIgnoreCase) == true).ToList();
            total = named.Count;
            return named.Skip((number - 1) * LibraryPage.Size).Take(LibraryPage.Size);
        }

        var children = media.GetPagedChildren(folder?.Item.Id ?? Constants.System.Root, number - 1, LibraryPage.Size, out total, null, Ordering.By("updateDate", Direction.Descending));
        return children.OrderByDescending(item => item.ContentType.Alias == Constants.Conventions.MediaTypes.Folder);
    }

    private List<LibraryFile> Crumbs(LibraryFile folder) => [.. media.GetAncestors(folder.Item).OrderBy(item => item.Level).Select(item => new LibraryFile(item))];
}
