using System.Globalization;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Links to pages of the site. Those that are there can be unticked; others are added by their name.</summary>
public sealed class PickerControl(PageNames names) : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.MultiNodeTreePicker, Constants.PropertyEditors.Aliases.ContentPicker];

    public override string ViewFor(FieldSpec spec) => "Picker";

    public override bool IsSingle(FieldSpec spec) => false;

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) =>
        data.Set($"{name}.keep", value is JsonArray list ? list.Select(item => (item?["unique"]).AsText()) : value.AsTexts());

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var keys = data.Texts($"{name}.keep").Select(text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var key) ? key : Guid.Empty)
            .Concat(data.Texts($"{name}.add").Where(text => text.Trim().Length > 0).Select(text => names.Find(Filter(spec), text.Trim())
                ?? throw PageNames.Unknown(names.Pages(Filter(spec)), text.Trim(), "Er is geen pagina met de naam", "There is no page with the name")))
            .Where(key => key != Guid.Empty).Distinct().ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        // Of a field for one page the last one counts: whoever adds a name wants that one.
        return spec.EditorAlias == Constants.PropertyEditors.Aliases.ContentPicker
            ? keys[^1].ToString()
            : new JsonArray([.. (Most(spec) == 1 ? keys.TakeLast(1) : keys).Select(key => new JsonObject { ["type"] = Constants.UdiEntityType.Document, ["unique"] = key.ToString() })]);
    }

    public override string Describe(FieldSpec spec, string name, FieldData data) => string.Join(", ", data.Texts($"{name}.keep")
        .Select(text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var key) ? names.Name(key) : text)
        .Concat(data.Texts($"{name}.add")).Where(text => text.Length > 0));

    /// <summary>Keys of the types that may be picked, with commas; empty for all.</summary>
    public static string Filter(FieldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return (spec.Config as MultiNodePickerConfiguration)?.Filter ?? string.Empty;
    }

    /// <summary>How many may be picked; 0 for no limit.</summary>
    public static int Most(FieldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.EditorAlias == Constants.PropertyEditors.Aliases.ContentPicker ? 1 : (spec.Config as MultiNodePickerConfiguration)?.MaxNumber ?? 0;
    }
}
