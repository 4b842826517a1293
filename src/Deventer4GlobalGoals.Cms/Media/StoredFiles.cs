using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Files;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>The file in the value of an upload field or image cropper: a plain URL, or JSON with the URL as <c>src</c>.</summary>
public static class StoredFiles
{
    public static bool HoldsFile(string? propertyEditorAlias) =>
        propertyEditorAlias is Constants.PropertyEditors.Aliases.UploadField or Constants.PropertyEditors.Aliases.ImageCropper;

    /// <summary>The URL in a stored value, or null when the value holds no file.</summary>
    public static string? Url(object? value) => FileValue.Read(value)?.Src is { Length: > 0 } url ? url : null;

    /// <summary>The stored value with another URL; everything else in it (crops, focal point) stays.</summary>
    public static string WithUrl(object value, string url)
    {
        if (EditorJson.TryGetNode(value, out var node) && node is JsonObject json)
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
}
