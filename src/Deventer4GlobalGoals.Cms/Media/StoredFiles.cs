using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// The file in the value of an upload field or image cropper: a plain URL, or JSON with the URL as <c>src</c>.
/// Also gives Umbraco the URL of a media item.
/// </summary>
public sealed class StoredFiles : IMediaUrlGenerator
{
    public static bool HoldsFile(string? propertyEditorAlias) =>
        propertyEditorAlias is Constants.PropertyEditors.Aliases.UploadField or Constants.PropertyEditors.Aliases.ImageCropper;

    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, [MaybeNullWhen(false)] out string mediaPath)
    {
        mediaPath = HoldsFile(propertyEditorAlias) ? Url(value) : null;
        return mediaPath is not null;
    }

    /// <summary>The URL in a stored value, or null when the value holds no file.</summary>
    public static string? Url(object? value)
    {
        var text = value?.ToString()?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text[0] != '{')
        {
            return text;
        }

        return Parse(text)?["src"] is JsonValue source && source.TryGetValue<string>(out var url) && url.Length > 0 ? url : null;
    }

    /// <summary>The stored value with another URL; everything else in it (crops, focal point) stays.</summary>
    public static string WithUrl(object value, string url)
    {
        var text = value.ToString()!.Trim();
        if (text.StartsWith('{') && Parse(text) is { } json)
        {
            json["src"] = url;
            return json.ToJsonString();
        }

        return url;
    }

    /// <summary>The paths, within the file system, of every file that the properties hold.</summary>
    public static IReadOnlyCollection<string> Paths(IContentBase content, IFileSystem files) =>
    [
        .. content.Properties
            .Where(property => HoldsFile(property.PropertyType.PropertyEditorAlias))
            .SelectMany(property => property.Values)
            .SelectMany(value => new[] { value.EditedValue, value.PublishedValue })
            .Select(Url)
            .OfType<string>()
            .Select(files.GetRelativePath)
            .Distinct(StringComparer.Ordinal),
    ];

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
