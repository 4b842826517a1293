using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>One line of text, a longer text, or Markdown.</summary>
public sealed class TextControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } =
    [
        Constants.PropertyEditors.Aliases.TextBox, Constants.PropertyEditors.Aliases.TextArea,
        Constants.PropertyEditors.Aliases.EmailAddress, Constants.PropertyEditors.Aliases.MarkdownEditor,
    ];

    public override string ViewFor(FieldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.EditorAlias switch
        {
            Constants.PropertyEditors.Aliases.TextArea => "TextArea",
            Constants.PropertyEditors.Aliases.MarkdownEditor => "Markdown",
            _ => "Text",
        };
    }

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) => data.Set(name, value.AsText().ReplaceLineEndings("\n"));

    public override object? Write(FieldSpec spec, string name, FieldData data) => data.Text(name) is { Length: > 0 } text ? text : null;
}

/// <summary>Formatted text. Blocks inside it are kept as they are.</summary>
public sealed class RichTextControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.RichText];

    public override string ViewFor(FieldSpec spec) => "RichText";

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data)
    {
        data.Set(name, (value?["markup"]).AsText().ReplaceLineEndings("\n"));
        data.Set($"{name}.blocks", value?["blocks"]?.ToJsonString());
    }

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        var markup = data.Text(name);
        var blocks = data.Text($"{name}.blocks").AsJson();
        return markup.Length == 0 && blocks is null ? null : new JsonObject { ["markup"] = markup, ["blocks"] = blocks };
    }
}

/// <summary>Several lines, or words with commas between them.</summary>
public sealed class ListOfTextsControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.MultipleTextstring, Constants.PropertyEditors.Aliases.Tags];

    public override string ViewFor(FieldSpec spec) => IsWords(spec) ? "Words" : "Lines";

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) =>
        data.Set(name, string.Join(IsWords(spec) ? ", " : "\n", value.AsTexts()));

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        var parts = data.Text(name).Split(IsWords(spec) ? ',' : '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? null : new JsonArray([.. parts.Distinct(StringComparer.Ordinal).Select(part => JsonValue.Create(part))]);
    }

    private static bool IsWords(FieldSpec spec) => spec.EditorAlias == Constants.PropertyEditors.Aliases.Tags;
}
