using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>A tab of the form.</summary>
public sealed record FieldGroup(string Alias, string Name, IReadOnlyList<FieldSpec> Fields);

/// <summary>Which control is for which property, and which fields a type has: all from the document type, nothing by hand.</summary>
public sealed class FieldControls(IEnumerable<FieldControl> controls, IContentTypeService types, IDataTypeService dataTypes)
{
    private readonly Dictionary<string, FieldControl> _byEditor = controls
        .SelectMany(control => control.Editors, (control, editor) => (editor, control))
        .ToDictionary(pair => pair.editor, pair => pair.control, StringComparer.Ordinal);

    private readonly FieldControl _other = new OtherControl();

    public FieldControl For(FieldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return _byEditor.GetValueOrDefault(spec.EditorAlias, _other);
    }

    /// <summary>Whether somebody can edit it here; if not, its value stays as it is.</summary>
    public bool CanEdit(FieldSpec spec) => For(spec) != _other;

    /// <summary>The tabs of a type with their fields, in the order of the schema; those of its compositions too.</summary>
    public IReadOnlyList<FieldGroup> Specs(Guid typeKey) => types.Get(typeKey) is { } type ? Specs(type) : [];

    private List<FieldGroup> Specs(IContentType type)
    {
        var groups = type.CompositionPropertyGroups.GroupBy(group => group.Alias).OrderBy(group => group.Min(part => part.SortOrder))
            .Select(group => new FieldGroup(
                group.Key,
                group.First().Name ?? group.Key,
                [.. group.SelectMany(IEnumerable<IPropertyType> (part) => part.PropertyTypes ?? Enumerable.Empty<IPropertyType>()).OrderBy(property => property.SortOrder).Select(Spec)]));
        var loose = type.CompositionPropertyTypes.Where(property => !type.CompositionPropertyGroups.Any(group => group.PropertyTypes?.Contains(property.Alias) == true))
            .OrderBy(property => property.SortOrder).Select(Spec).ToList();
        return [.. (loose.Count > 0 ? [new FieldGroup("overig", "Overig", loose)] : Array.Empty<FieldGroup>()).Concat(groups).Where(group => group.Fields.Count > 0)];
    }

    private FieldSpec Spec(IPropertyType property) => new(
        property.Alias,
        property.Name,
        property.Description,
        property.Mandatory,
        property.VariesByCulture(),
        property.PropertyEditorAlias,
        dataTypes.GetAsync(property.DataTypeKey).GetAwaiter().GetResult()?.ConfigurationObject);

    /// <summary>What the desk has no control for: shown as it is, and kept.</summary>
    private sealed class OtherControl : FieldControl
    {
        public override IReadOnlyList<string> Editors { get; } = [];

        public override string ViewFor(FieldSpec spec) => "Other";

        public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) => data.Set(name, value?.ToJsonString());

        public override object? Write(FieldSpec spec, string name, FieldData data) => data.Text(name).AsJson();
    }
}
