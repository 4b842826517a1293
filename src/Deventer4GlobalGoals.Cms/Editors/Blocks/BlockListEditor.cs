using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Blocks;

/// <summary>A list of elements inside a page, in Umbraco's block JSON.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.BlockList, ValueType = ValueTypes.Json, ValueEditorIsReusable = false)]
public sealed class BlockListEditor : DataEditor
{
    private readonly IIOHelper _io;

    public BlockListEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    public override bool SupportsConfigurableElements => true;

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new Configuration(_io);

    private sealed class Configuration(IIOHelper io) : ConfigurationEditor<BlockListConfiguration>(io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        BlockContents blocks) : CheckedValueEditor(attribute, strings, json, io), IDataValueReference
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredBlocks();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            EditorJson.TryGetNode(editorValue.Value, out var node) && node is JsonObject && Count(node) > 0
                ? blocks.FromEditor(node)!.ToJsonString(EditorJson.Options)
                : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            EditorJson.TryGetNode(property.GetValue(culture, segment), out var node) ? blocks.ToEditor(node) : null;

        public override IEnumerable<Guid> ConfiguredElementTypeKeys() =>
            (ConfigurationObject as BlockListConfiguration)?.Blocks
                .SelectMany(block => new[] { block.ContentElementTypeKey, block.SettingsElementTypeKey ?? Guid.Empty })
                .Where(key => key != Guid.Empty) ?? [];

        public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
            EditorJson.TryGetNode(value, out var node) ? blocks.GetReferences(node).Distinct() : [];

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (!EditorJson.TryGetNode(value, out var node) || node is not (null or JsonObject))
            {
                return [EditorMessages.Result("notJson")];
            }

            var list = configuration as BlockListConfiguration;
            return CheckLayout(node, list).Concat(blocks.Validate(node, list?.Blocks, context, string.Empty));
        }

        private static IEnumerable<ValidationResult> CheckLayout(JsonNode? node, BlockListConfiguration? list)
        {
            var count = Count(node);
            if (count > 0 && list?.ValidationLimit.Min is { } minimum && count < minimum)
            {
                yield return EditorMessages.Result("tooFew", minimum, count);
            }

            if (list?.ValidationLimit.Max is { } maximum and > 0 && count > maximum)
            {
                yield return EditorMessages.Result("tooMany", maximum, count);
            }

            var keys = BlockData.Elements(node, BlockData.Parts[0]).Select(found => BlockData.Key(found.Element, "key")).ToHashSet();
            var place = 0;
            foreach (var item in BlockData.Layout(node, Constants.PropertyEditors.Aliases.BlockList))
            {
                place++;
                if (BlockData.Key(item, "contentKey") is { } key && !keys.Contains(key))
                {
                    yield return EditorMessages.Result("blockWithoutData", place);
                }
            }
        }

        private static int Count(JsonNode? node) => BlockData.Layout(node, Constants.PropertyEditors.Aliases.BlockList).Count();
    }

    private sealed class RequiredBlocks : IValueRequiredValidator
    {
        public IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType) =>
            EditorJson.TryGetNode(value, out var node) && !BlockData.Layout(node, Constants.PropertyEditors.Aliases.BlockList).Any()
                ? [new ValidationResult("#validation_invalidEmpty", ["value"])]
                : [];
    }
}
