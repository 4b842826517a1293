using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>One picked media item as it is stored.</summary>
internal sealed record PickedMedia
{
    /// <summary>Tells two picks of the same item apart.</summary>
    public Guid Key { get; init; }

    public Guid MediaKey { get; init; }

    public IReadOnlyList<ImageCropperValue.ImageCropperCrop>? Crops { get; init; }

    public ImageCropperValue.ImageCropperFocalPoint? FocalPoint { get; init; }

    /// <summary>The picked items; null when the value is not a list of them. Umbraco 8 stored udis with commas.</summary>
    public static IReadOnlyList<PickedMedia>? ReadAll(object? value)
    {
        if (value is string text && text.AsSpan().TrimStart().StartsWith("umb://", StringComparison.Ordinal))
        {
            return FromUdis(text);
        }

        if (!EditorJson.TryGetNode(value, out var node))
        {
            return null;
        }

        return node switch
        {
            null => [],
            JsonArray when EditorJson.TryRead<List<PickedMedia>>(node, out var items)
                && items.TrueForAll(item => item is not null && item.MediaKey != Guid.Empty) => items,
            _ => null,
        };
    }

    private static List<PickedMedia>? FromUdis(string text)
    {
        var items = new List<PickedMedia>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!UdiParser.TryParse(part, out GuidUdi? udi) || udi.EntityType != Constants.UdiEntityType.Media)
            {
                return null;
            }

            items.Add(new PickedMedia { Key = udi.Guid, MediaKey = udi.Guid });
        }

        return items;
    }
}
