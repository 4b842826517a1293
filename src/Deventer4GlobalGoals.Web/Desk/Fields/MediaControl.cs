using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Library;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Pictures and files from the library, each with the focal point and the cut-outs that it has here.</summary>
public sealed class MediaControl(PageNames names) : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.MediaPicker3];

    public override string ViewFor(FieldSpec spec) => "Media";

    public override bool IsSingle(FieldSpec spec) => false;

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(data);
        var crops = NamedCrop.Of(spec.Config);
        var items = value as JsonArray ?? [];
        data.SetRows(name, items.Count);
        for (var row = 0; row < items.Count; row++)
        {
            var at = FieldData.Row(name, row);
            data.Set($"{at}.item", items[row]!.ToJsonString());
            data.Set($"{at}.keep", "1");
            CutFields.Read(items[row], crops, $"{at}.", data);
        }
    }

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(data);
        var crops = NamedCrop.Of(spec.Config);
        var items = new JsonArray();
        for (var row = 0; row < data.Rows(name); row++)
        {
            var at = FieldData.Row(name, row);
            if (data.Text($"{at}.keep") == "1" && data.Text($"{at}.item").AsJson() is JsonObject item)
            {
                CutFields.Write(item, crops, $"{at}.", data);
                items.Add(item);
            }
        }

        foreach (var text in data.Texts($"{name}.add").Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            var key = names.FindPicture(text) ?? throw PageNames.Unknown(names.Pictures(), text, "Er is geen beeld met de naam", "There is no picture with the name");
            items.Add(new JsonObject { ["key"] = Guid.NewGuid().ToString(), ["mediaKey"] = key.ToString(), ["crops"] = new JsonArray(), ["focalPoint"] = null });
        }

        // Of a field for one picture the last one counts: whoever adds one wants that one.
        while (spec.Config is MediaPicker3Configuration { Multiple: false } && items.Count > 1)
        {
            items.RemoveAt(0);
        }

        return items.Count == 0 ? null : items;
    }

    public override string Describe(FieldSpec spec, string name, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(data);
        var crops = NamedCrop.Of(spec.Config);
        return string.Join(", ", Enumerable.Range(0, data.Rows(name))
            .Select(row => FieldData.Row(name, row)).Where(at => data.Text($"{at}.keep") == "1")
            .Select(at => names.PictureName(MediaKey(data.Text($"{at}.item"))) + CutFields.Describe(crops, $"{at}.", data))
            .Concat(data.Texts($"{name}.add")).Where(text => text.Length > 0));
    }

    /// <summary>The picture that a row is about.</summary>
    public static Guid MediaKey(string item) => Guid.TryParse((item.AsJson() as JsonObject)?["mediaKey"].AsText(), out var key) ? key : Guid.Empty;
}
