using System.Globalization;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>A list of blocks: a row of fields per block. A row in which everything is empty goes.</summary>
public sealed class BlocksControl(Lazy<FieldControls> controls) : FieldControl
{
    private const int Blank = 1;

    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.BlockList];

    public override string ViewFor(FieldSpec spec) => "Blocks";

    public override bool IsSingle(FieldSpec spec) => false;

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data)
    {
        var layout = value?["layout"]?[Constants.PropertyEditors.Aliases.BlockList] as JsonArray ?? [];
        var contents = (value?["contentData"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(item => item["key"].AsText(), StringComparer.OrdinalIgnoreCase);
        var blocks = layout.Select(place => contents.GetValueOrDefault((place?["contentKey"]).AsText())).OfType<JsonObject>().ToList();
        data.SetRows(name, blocks.Count + Blank);
        for (var row = 0; row < blocks.Count; row++)
        {
            var at = FieldData.Row(name, row);
            data.Set($"{at}.key", blocks[row]["key"].AsText());
            data.Set($"{at}.type", blocks[row]["contentTypeKey"].AsText());
            var values = (blocks[row]["values"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(item => item["alias"].AsText(), item => item["value"], StringComparer.Ordinal);
            foreach (var part in Parts(spec, blocks[row]["contentTypeKey"].AsText()))
            {
                controls.Value.For(part).Read(part, values.GetValueOrDefault(part.Alias), $"{at}.{part.Alias}", data);
            }
        }
    }

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        var (layout, contents, expose) = (new JsonArray(), new JsonArray(), new JsonArray());
        for (var row = 0; row < data.Rows(name); row++)
        {
            var at = FieldData.Row(name, row);
            var type = data.Text($"{at}.type") is { Length: > 0 } known ? known : FirstType(spec);
            var values = new JsonArray();
            foreach (var part in Parts(spec, type))
            {
                if (FieldJson.ToNode(controls.Value.For(part).Write(part, $"{at}.{part.Alias}", data)) is { } value)
                {
                    values.Add(new JsonObject { ["alias"] = part.Alias, ["editorAlias"] = part.EditorAlias, ["culture"] = null, ["segment"] = null, ["value"] = value });
                }
            }

            if (values.Count == 0)
            {
                continue;
            }

            var key = Guid.TryParse(data.Text($"{at}.key"), CultureInfo.InvariantCulture, out var before) ? before : Guid.NewGuid();
            layout.Add(new JsonObject { ["contentKey"] = key.ToString(), ["settingsKey"] = null });
            contents.Add(new JsonObject { ["contentTypeKey"] = type, ["key"] = key.ToString(), ["values"] = values });
            expose.Add(new JsonObject { ["contentKey"] = key.ToString(), ["culture"] = null, ["segment"] = null });
        }

        return layout.Count == 0 ? null : new JsonObject
        {
            ["layout"] = new JsonObject { [Constants.PropertyEditors.Aliases.BlockList] = layout },
            ["contentData"] = contents,
            ["settingsData"] = new JsonArray(),
            ["expose"] = expose,
        };
    }

    public override string Describe(FieldSpec spec, string name, FieldData data) => string.Join('\n', Enumerable.Range(0, data.Rows(name)).Select(row =>
    {
        var at = FieldData.Row(name, row);
        var type = data.Text($"{at}.type") is { Length: > 0 } known ? known : FirstType(spec);
        return string.Join(", ", Parts(spec, type).Select(part => controls.Value.For(part).Describe(part, $"{at}.{part.Alias}", data)).Where(text => text.Length > 0));
    }).Where(text => text.Length > 0));

    /// <summary>The fields of one row, to be drawn.</summary>
    public IReadOnlyList<FieldView> Row(FieldView field, int row)
    {
        ArgumentNullException.ThrowIfNull(field);
        var at = FieldData.Row(field.Name, row);
        var type = field.Data.Text($"{at}.type") is { Length: > 0 } known ? known : FirstType(field.Spec);
        return [.. Parts(field.Spec, type).Select(part => new FieldView(part, $"{at}.{part.Alias}", field.Data, [], controls.Value.For(part)))];
    }

    private static string FirstType(FieldSpec spec) =>
        (spec.Config as BlockListConfiguration)?.Blocks.FirstOrDefault()?.ContentElementTypeKey.ToString() ?? string.Empty;

    private List<FieldSpec> Parts(FieldSpec spec, string type) =>
        spec is not null && Guid.TryParse(type, CultureInfo.InvariantCulture, out var key) ? controls.Value.Specs(key).SelectMany(group => group.Fields).ToList() : [];
}
