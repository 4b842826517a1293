using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;

namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>A rich text as it is stored: {"markup":"…","blocks":…}. Older sites stored the bare HTML.</summary>
/// <param name="Markup">HTML with "/{localLink:…}" where it links to content of the site.</param>
/// <param name="Blocks">The blocks that the markup places, as they came.</param>
internal sealed record RichTextValue(string Markup, JsonNode? Blocks)
{
    private string? _clean;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Markup) && Blocks is null;

    /// <summary>Null when the value is an object without text in "markup", or no text at all.</summary>
    public static RichTextValue? Read(object? value)
    {
        if (value is null)
        {
            return new RichTextValue(string.Empty, null);
        }

        if (value is string text && !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return new RichTextValue(text, null);
        }

        if (!EditorJson.TryGetNode(value, out var node))
        {
            // Text that only looks like JSON is HTML that begins with a brace.
            return value is string html ? new RichTextValue(html, null) : null;
        }

        return node switch
        {
            JsonValue bare when bare.TryGetValue<string>(out var html) => new RichTextValue(html, null),
            JsonObject parts => FromParts(parts),
            _ => null,
        };
    }

    /// <summary>The markup as it may be given to others. Worked out once per value; mostly it is the markup itself, and takes no memory of its own.</summary>
    public string Clean(RichTextSanitizer sanitizer)
    {
        if (_clean is not { } clean)
        {
            clean = sanitizer.Sanitize(Markup);
            _clean = clean = clean == Markup ? Markup : clean;
        }

        return clean;
    }

    public string ToStored() =>
        EditorJson.Write(new JsonObject { ["markup"] = Markup, ["blocks"] = Blocks?.DeepClone() });

    private static RichTextValue? FromParts(JsonObject parts) =>
        parts["markup"] switch
        {
            null => parts.ContainsKey("markup") || parts.ContainsKey("blocks") ? new RichTextValue(string.Empty, parts["blocks"]) : null,
            JsonValue markup when markup.TryGetValue<string>(out var html) => new RichTextValue(html, parts["blocks"]),
            _ => null,
        };
}
