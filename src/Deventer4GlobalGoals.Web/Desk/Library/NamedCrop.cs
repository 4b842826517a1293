using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>A cut-out that a data type names. Width and height in pixels.</summary>
public sealed record NamedCrop(string Alias, int Width, int Height)
{
    private static readonly Dictionary<string, (string Dutch, string English)> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kaart"] = ("Kaart", "Card"),
        ["kop"] = ("Kop", "Head"),
    };

    /// <summary>What people call it; its alias when it has no name here.</summary>
    public string Name(string language) =>
        !Names.TryGetValue(Alias, out var names) ? Alias : language == "en" ? names.English : names.Dutch;

    /// <summary>Those of a media picker or an image cropper, as its data type is configured.</summary>
    public static IReadOnlyList<NamedCrop> Of(object? configuration) =>
        [.. All(configuration).Where(crop => crop is { Alias.Length: > 0, Width: > 0, Height: > 0 })];

    private static IEnumerable<NamedCrop> All(object? configuration) => configuration switch
    {
        MediaPicker3Configuration picker => (picker.Crops ?? []).Select(crop => new NamedCrop(crop.Alias ?? string.Empty, crop.Width, crop.Height)),
        ImageCropperConfiguration cropper => (cropper.Crops ?? []).Select(crop => new NamedCrop(crop.Alias, crop.Width, crop.Height)),
        _ => [],
    };
}
