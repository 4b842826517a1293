using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Text;

/// <summary>A list of lines, stored as one text with a line feed between them.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.MultipleTextstring, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
public sealed class MultipleTextstringEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MultipleTextstringEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new Configuration(_io);

    private sealed class Configuration : ConfigurationEditor<MultipleTextStringConfiguration>
    {
        public Configuration(IIOHelper io)
            : base(io)
        {
            Fields.Add(new ConfigurationField(new IntegerValidator()) { Key = "min" });
            Fields.Add(new ConfigurationField(new IntegerValidator()) { Key = "max" });
        }
    }

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io)
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            Lines(editorValue.Value) is { Length: > 0 } lines ? string.Join('\n', lines) : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            Lines(property.GetValue(culture, segment)) ?? [];

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (Lines(value) is not { } lines)
            {
                yield return EditorMessages.Result("notJson");
                yield break;
            }

            var limits = configuration as MultipleTextStringConfiguration;
            if (limits is { Min: > 0 } && lines.Length < limits.Min)
            {
                yield return EditorMessages.Result("tooFew", limits.Min, lines.Length);
            }

            if (limits is { Max: > 0 } && lines.Length > limits.Max)
            {
                yield return EditorMessages.Result("tooMany", limits.Max, lines.Length);
            }
        }

        /// <summary>The lines that have text; null when the value is neither text nor a list of texts.</summary>
        private static string[]? Lines(object? value)
        {
            var lines = value switch
            {
                null => [],
                string text when text.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal)
                    && EditorJson.TryGetNode(text, out var node) => FromNode(node),
                string text => text.ReplaceLineEndings("\n").Split('\n'),
                _ => EditorJson.TryGetNode(value, out var node) ? FromNode(node) : null,
            };
            return lines?.Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        }

        private static string[]? FromNode(JsonNode? node) =>
            node is JsonArray array && array.All(item => item?.GetValueKind() is null or JsonValueKind.String)
                ? [.. array.Select(item => item?.GetValue<string>() ?? string.Empty)]
                : null;
    }
}
