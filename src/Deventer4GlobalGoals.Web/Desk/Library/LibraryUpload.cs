using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Site.Forms;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>What came of an upload: the item, or why there is none.</summary>
public sealed record UploadResult(Guid? Key, string? Problem);

/// <summary>Takes files in, through Umbraco's own services: they look at what a file is, and refuse what means harm.</summary>
public sealed class LibraryUpload(ITemporaryFileService uploads, IMediaEditingService editing, IMediaTypeService types)
{
    private const int LongestName = 200;

    private static readonly Dictionary<string, string> TypeOf = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = Constants.Conventions.MediaTypes.Image, [".jpeg"] = Constants.Conventions.MediaTypes.Image, [".png"] = Constants.Conventions.MediaTypes.Image,
        [".gif"] = Constants.Conventions.MediaTypes.Image, [".webp"] = Constants.Conventions.MediaTypes.Image, [".avif"] = Constants.Conventions.MediaTypes.Image,
        [".svg"] = Constants.Conventions.MediaTypes.VectorGraphicsAlias,
        [".pdf"] = Constants.Conventions.MediaTypes.ArticleAlias, [".docx"] = Constants.Conventions.MediaTypes.ArticleAlias, [".doc"] = Constants.Conventions.MediaTypes.ArticleAlias,
        [".mp3"] = Constants.Conventions.MediaTypes.AudioAlias, [".wav"] = Constants.Conventions.MediaTypes.AudioAlias, [".oga"] = Constants.Conventions.MediaTypes.AudioAlias,
        [".mp4"] = Constants.Conventions.MediaTypes.VideoAlias, [".webm"] = Constants.Conventions.MediaTypes.VideoAlias, [".ogv"] = Constants.Conventions.MediaTypes.VideoAlias,
    };

    /// <summary>Puts a file in a folder; null for the top.</summary>
    public async Task<UploadResult> AddAsync(IFormFile file, string? text, Guid? folder, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(viewer);
        if (types.Get(Alias(file.FileName)) is not { } type)
        {
            return Refused(viewer, "Dit soort bestand kan niet in de bibliotheek.", "Files of this kind can't be in the library.");
        }

        var isPicture = type.PropertyTypes.Any(property => property.Alias == LibraryFile.TextField);
        if (isPicture && string.IsNullOrWhiteSpace(text))
        {
            return Refused(viewer, "Zeg in één zin wat er op de afbeelding te zien is, voor wie niet kan zien.", "Say in one sentence what the picture shows, for who cannot see it.");
        }

        var (upload, problem) = await KeepAsync(file, viewer);
        if (problem is not null)
        {
            return new UploadResult(null, problem);
        }

        var made = await editing.CreateAsync(
            new MediaCreateModel
            {
                ContentTypeKey = type.Key,
                ParentKey = folder,
                Variants = [new VariantModel { Name = NameOf(file.FileName) }],
                Properties = Values(upload, isPicture ? text!.Trim() : null, null),
            },
            viewer.Required.Key);
        return made.Success ? new UploadResult(made.Result.Content!.Key, null) : new UploadResult(null, Explain(made.Result.ValidationResult, made.Status, viewer));
    }

    /// <summary>Puts another file in the place of this one: pages that show it show the new one.</summary>
    public async Task<UploadResult> ReplaceAsync(LibraryFile current, IFormFile file, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(viewer);
        if (Alias(file.FileName) != current.Item.ContentType.Alias)
        {
            return Refused(viewer, "Kies een bestand van dezelfde soort.", "Choose a file of the same kind.");
        }

        var (upload, problem) = await KeepAsync(file, viewer);
        if (problem is not null)
        {
            return new UploadResult(null, problem);
        }

        var changed = await editing.UpdateAsync(
            current.Key,
            new MediaUpdateModel
            {
                Variants = [new VariantModel { Name = current.Name }],
                Properties = Values(upload, current.IsPicture ? current.Text : null, current.Maker.Length > 0 ? current.Maker : null),
            },
            viewer.Required.Key);
        return changed.Success ? new UploadResult(current.Key, null) : new UploadResult(null, Explain(changed.Result.ValidationResult, changed.Status, viewer));
    }

    private async Task<(Guid Key, string? Problem)> KeepAsync(IFormFile file, Viewer viewer)
    {
        var key = Guid.NewGuid();
        var kept = await uploads.CreateAsync(new CreateTemporaryFileModel { Key = key, FileName = Path.GetFileName(file.FileName), OpenReadStream = file.OpenReadStream });
        return (key, kept.Success ? null : kept.Status switch
        {
            TemporaryFileOperationStatus.FileExtensionNotAllowed or TemporaryFileOperationStatus.UploadBlocked => Say(viewer, "Dit bestand mag niet: het kan kwaad doen, of het is niet wat zijn naam zegt.", "This file is refused: it may do harm, or it isn't what its name says."),
            _ => Say(viewer, "Dit bestand kon niet worden bewaard.", "This file could not be kept."),
        });
    }

    private static List<PropertyValueModel> Values(Guid upload, string? text, string? maker)
    {
        var values = new List<PropertyValueModel> { new() { Alias = LibraryFile.FileField, Value = new JsonObject { ["temporaryFileId"] = upload } } };
        if (text is not null)
        {
            values.Add(new PropertyValueModel { Alias = LibraryFile.TextField, Value = text });
        }

        if (maker is not null)
        {
            values.Add(new PropertyValueModel { Alias = LibraryFile.MakerField, Value = maker });
        }

        return values;
    }

    private static string Alias(string fileName) => TypeOf.GetValueOrDefault(Path.GetExtension(fileName), Constants.Conventions.MediaTypes.File);

    private static string NameOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Trim();
        var clean = FormText.Cut(new string([.. name.Where(character => !char.IsControl(character))]), LongestName);
        return clean.Length == 0 ? "Bestand" : char.ToUpper(clean[0], CultureInfo.InvariantCulture) + clean[1..];
    }

    private static string Explain(ContentValidationResult validation, ContentEditingOperationStatus status, Viewer viewer) =>
        validation.ValidationErrors.SelectMany(error => error.ErrorMessages).Select(ItemWords.Plain).ToList() is { Count: > 0 } messages
            ? string.Join(' ', messages)
            : ItemWords.Explain(status, viewer.Language);

    private static UploadResult Refused(Viewer viewer, string dutch, string english) => new(null, Say(viewer, dutch, english));

    private static string Say(Viewer viewer, string dutch, string english) => viewer.Language == "en" ? english : dutch;
}
