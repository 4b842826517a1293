using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>The value of an upload field or image cropper: the path of a file, and for images crops and focal point.</summary>
internal sealed record FileValue
{
    public string? Src { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ImageCropperValue.ImageCropperCrop>? Crops { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImageCropperValue.ImageCropperFocalPoint? FocalPoint { get; init; }

    /// <summary>A file that was uploaded but has no place in the media folder yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? TemporaryFileId { get; init; }

    /// <summary>Reads a bare path or an object; null when it is neither.</summary>
    public static FileValue? Read(object? value)
    {
        if (value is string text && !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return new FileValue { Src = text.Trim() };
        }

        if (!EditorJson.TryGetNode(value, out var node))
        {
            return null;
        }

        return node switch
        {
            null => new FileValue(),
            JsonObject when EditorJson.TryRead<FileValue>(node, out var file) => file,
            _ => null,
        };
    }
}
