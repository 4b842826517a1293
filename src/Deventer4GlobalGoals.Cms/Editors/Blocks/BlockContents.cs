using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Editors.Blocks;

/// <summary>
/// Passes the properties inside blocks to their own editors. A block of an unknown type, an unknown property and the
/// value of an unknown editor stay as they are.
/// </summary>
internal sealed class BlockContents(
    IContentTypeService contentTypes,
    PropertyEditorCollection editors,
    IDataTypeConfigurationCache configurations,
    IPropertyValidationService validation,
    DataValueReferenceFactoryCollection references)
{
    public JsonNode? FromEditor(JsonNode? blocks) => Rewrite(blocks, (property, editor, value) =>
    {
        var configuration = configurations.GetConfiguration(property.DataTypeKey);
        var data = new ContentPropertyData(value, configuration) { PropertyTypeKey = property.Key };
        return editor.GetValueEditor(configuration).FromEditor(data, null);
    });

    public JsonNode? ToEditor(JsonNode? blocks) => Rewrite(blocks, (property, editor, value) =>
    {
        var temporary = new Property(property.DeepClone() is PropertyType type ? Invariant(type) : property);
        temporary.SetValue(value);
        return editor.GetValueEditor(configurations.GetConfiguration(property.DataTypeKey)).ToEditor(temporary);
    });

    public IEnumerable<UmbracoEntityReference> GetReferences(JsonNode? blocks) =>
        KnownValues(blocks).SelectMany(found => references.GetReferences(found.Editor, BlockData.Scalar(found.Value["value"])));

    /// <summary>
    /// Checks every property of every block, and that its type is among the allowed ones (null allows all). Paths in the
    /// answer begin with the prefix: the way to the block JSON inside the property's value, empty when it is the value.
    /// </summary>
    public IEnumerable<ValidationResult> Validate(
        JsonNode? blocks,
        IReadOnlyList<IBlockConfiguration>? allowed,
        PropertyValidationContext context,
        string prefix)
    {
        var all = new NestedValidationResults();
        foreach (var part in BlockData.Parts)
        {
            foreach (var (index, element) in BlockData.Elements(blocks, part))
            {
                var path = $"{prefix}{part}[{index}]";
                if (allowed is not null && !allowed.Any(block => Allows(block, part, BlockData.Key(element, "contentTypeKey"))))
                {
                    Add(all, path, [EditorMessages.Result("blockTypeRefused")]);
                    continue;
                }

                ValidateElement(element, path, context, all);
            }
        }

        return all.ValidationResults.Count > 0 ? [all] : [];
    }

    private static bool Allows(IBlockConfiguration block, string part, Guid? type) =>
        type is not null && type == (part == BlockData.Parts[0] ? block.ContentElementTypeKey : block.SettingsElementTypeKey);

    private static void Add(NestedValidationResults all, string path, IReadOnlyCollection<ValidationResult> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        var place = new NestedJsonPathValidationResults(path);
        foreach (var result in results)
        {
            place.ValidationResults.Add(result);
        }

        all.ValidationResults.Add(place);
    }

    private static PropertyType Invariant(PropertyType type)
    {
        type.Variations = ContentVariation.Nothing;
        return type;
    }

    private void ValidateElement(JsonObject element, string path, PropertyValidationContext context, NestedValidationResults all)
    {
        var values = BlockData.Values(element).ToArray();
        foreach (var property in PropertiesOf(element))
        {
            var own = values.Where(found => BlockData.Text(found.Value["alias"]) == property.Alias).ToArray();
            if (own.Length == 0)
            {
                var missing = $"{path}.values[{JsonPathExpression.MissingPropertyValue(property.Alias, null, null)}].value";
                Add(all, missing, [.. validation.ValidatePropertyValue(property, null, context)]);
            }

            foreach (var (index, value) in own)
            {
                var results = validation.ValidatePropertyValue(property, BlockData.Scalar(value["value"]), context);
                Add(all, $"{path}.values[{index}].value", [.. results]);
            }
        }
    }

    private JsonNode? Rewrite(JsonNode? blocks, Func<IPropertyType, IDataEditor, object?, object?> rewrite)
    {
        var copy = blocks?.DeepClone();
        foreach (var (property, editor, value) in KnownValues(copy).ToArray())
        {
            var rewritten = rewrite(property, editor, BlockData.Scalar(value["value"]));
            value["editorAlias"] = property.PropertyEditorAlias;
            value["value"] = rewritten is null ? null : JsonSerializer.SerializeToNode(rewritten, rewritten.GetType(), EditorJson.Options);
        }

        return copy;
    }

    private IEnumerable<(IPropertyType Property, IDataEditor Editor, JsonObject Value)> KnownValues(JsonNode? blocks)
    {
        foreach (var (_, element) in BlockData.Parts.SelectMany(part => BlockData.Elements(blocks, part)))
        {
            var properties = PropertiesOf(element).ToDictionary(property => property.Alias, StringComparer.Ordinal);
            foreach (var (_, value) in BlockData.Values(element))
            {
                if (properties.TryGetValue(BlockData.Text(value["alias"]) ?? string.Empty, out var property)
                    && editors.TryGet(property.PropertyEditorAlias, out var editor))
                {
                    yield return (property, editor, value);
                }
            }
        }
    }

    private IEnumerable<IPropertyType> PropertiesOf(JsonObject element) =>
        BlockData.Key(element, "contentTypeKey") is { } key ? contentTypes.Get(key)?.CompositionPropertyTypes ?? [] : [];
}
