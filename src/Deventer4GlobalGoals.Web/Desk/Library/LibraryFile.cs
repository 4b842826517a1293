using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>A file of the library as the desk shows it.</summary>
public sealed record LibraryFile(IMedia Item)
{
    public const string FileField = Constants.Conventions.Media.File;
    public const string TextField = "altText";
    public const string MakerField = "credit";

    /// <summary>A width that anybody may ask for, in pixels.</summary>
    private const int Small = 320;

    /// <inheritdoc cref="Small"/>
    private const int Wide = 640;

    private static readonly HashSet<string> Bitmaps = new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif" };

    public Guid Key => Item.Key;

    public string Name => Item.Name ?? string.Empty;

    public bool IsFolder => Item.ContentType.Alias == Constants.Conventions.MediaTypes.Folder;

    /// <summary>Whether it wants a description for who cannot see it.</summary>
    public bool IsPicture => Item.HasProperty(TextField);

    public string Text => Item.HasProperty(TextField) ? Item.GetValue<string>(TextField) ?? string.Empty : string.Empty;

    public string Maker => Item.HasProperty(MakerField) ? Item.GetValue<string>(MakerField) ?? string.Empty : string.Empty;

    /// <summary>Where it is; empty for a folder.</summary>
    public string Url => Item.HasProperty(FileField) ? Source(Stored) : string.Empty;

    /// <summary>Whether it can be cut and made smaller.</summary>
    public bool IsBitmap => Bitmaps.Contains(Path.GetExtension(Url));

    /// <summary>A small picture of it; null when there is none.</summary>
    public string? Thumbnail => IsBitmap ? FormattableString.Invariant($"{Url}?width={Small}") : IsPicture && Url.Length > 0 ? Url : null;

    public string Extension => Path.GetExtension(Url).TrimStart('.').ToUpperInvariant();

    /// <summary>Of its file, in bytes; 0 when it isn't known.</summary>
    public long Bytes => long.TryParse(Item.HasProperty(Constants.Conventions.Media.Bytes) ? Item.GetValue(Constants.Conventions.Media.Bytes)?.ToString() : null, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;

    /// <summary>A picture of it to work on; null when there is none.</summary>
    public string? Large => IsBitmap ? FormattableString.Invariant($"{Url}?width={Wide}") : null;

    /// <summary>From the left and from the top, 0 to 1; null when nobody chose.</summary>
    public (decimal Left, decimal Top)? Focal => FocalPoint.Of(Cutting?["focalPoint"]);

    /// <summary>The address of the file and how it is cut; null where only an address is stored. What is changed in it, is to be put back.</summary>
    public JsonObject? Cutting => Stored.AsJson() as JsonObject;

    private string Stored => Item.GetValue(FileField)?.ToString() ?? string.Empty;

    /// <summary>The cut-out of that name; null when nobody made one.</summary>
    public OwnCrop? Own(string alias) => OwnCrop.Of(Cutting, alias);

    /// <summary>Puts <see cref="Cutting"/> back.</summary>
    public void Recut(JsonObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Item.SetValue(FileField, value.ToJsonString());
    }

    private static string Source(string stored) => stored.StartsWith('{') ? (stored.AsJson()?["src"]).AsText() : stored;
}
