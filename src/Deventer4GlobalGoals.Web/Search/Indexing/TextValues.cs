using System.Text.Json;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>All text that stands in the values of a page, whatever its document type: for the index in which the desk finds everything.</summary>
internal static class TextValues
{
    private const int Deepest = 20;

    // Of a value in JSON: what says what it is, not what it says.
    private static readonly HashSet<string> Technical = new(StringComparer.OrdinalIgnoreCase)
    {
        "key", "mediaKey", "contentKey", "settingsKey", "contentTypeKey", "contentUdi", "settingsUdi", "udi", "unique", "type", "alias", "editorAlias", "culture", "segment",
        "timeZone", "layout", "expose", "target", "role", "direction", "source",
    };

    /// <param name="content">A page, published or as editors left it.</param>
    /// <param name="culture">Of the texts that differ per culture.</param>
    public static string Of(IPublishedContent content, string culture) => string.Join('\n', content.Properties
        .Select(property => property.GetSourceValue(property.PropertyType.VariesByCulture() ? culture : null) as string)
        .OfType<string>()
        .SelectMany(Texts)
        .Where(text => text.Length > 0));

    private static IEnumerable<string> Texts(string value)
    {
        var trimmed = value.TrimStart();
        if (!trimmed.StartsWith('{') && !trimmed.StartsWith('['))
        {
            return Text(value);
        }

        try
        {
            using var json = JsonDocument.Parse(value);
            return [.. Texts(json.RootElement, 0)];
        }
        catch (JsonException)
        {
            return Text(value);
        }
    }

    private static IEnumerable<string> Texts(JsonElement element, int depth) => element.ValueKind switch
    {
        _ when depth > Deepest => [],
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, depth + 1)),
        JsonValueKind.Object => element.EnumerateObject().Where(field => !Technical.Contains(field.Name)).SelectMany(field => Texts(field.Value, depth + 1)),
        _ => [],
    };

    private static IEnumerable<string> Text(string value) =>
        value.StartsWith("umb://", StringComparison.Ordinal) || Guid.TryParse(value, out _) ? [] : [PlainText.Of(value)];
}
