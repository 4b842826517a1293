using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Choices;

/// <summary>A colour from the configured ones, stored as {"value":"#…","label":"…"}.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ColorPicker, ValueEditorIsReusable = true)]
public sealed class ColorPickerEditor : DataEditor
{
    private readonly IIOHelper _io;

    public ColorPickerEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new Configuration(_io);

    private sealed class Configuration(IIOHelper io) : ConfigurationEditor<ColorPickerConfiguration>(io);

    private sealed record PickedColour(string? Value, string? Label);

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io)
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            Read(editorValue.Value) is { Value.Length: > 0 } colour ? EditorJson.Write(colour) : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            Read(property.GetValue(culture, segment)) is { } colour
                ? new JsonObject { ["value"] = colour.Value, ["label"] = colour.Label }
                : null;

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (Read(value) is not { Value: { } code })
            {
                return [EditorMessages.Result("notJson")];
            }

            if (!Regex.IsMatch(code, "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$", RegexOptions.CultureInvariant))
            {
                return [EditorMessages.Result("notAColour", code)];
            }

            return configuration is ColorPickerConfiguration { Items.Count: > 0 } colours
                && !colours.Items.Any(item => Bare(item.Value).Equals(Bare(code), StringComparison.OrdinalIgnoreCase))
                    ? [EditorMessages.Result("notAnOption", code)]
                    : [];
        }

        private static string Bare(string code) => code.TrimStart('#');

        private static PickedColour? Read(object? value) => value switch
        {
            null or "" => null,
            string text when !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) => new(text.Trim(), text.Trim()),
            _ => EditorJson.TryRead<PickedColour>(value, out var colour) ? colour : null,
        };
    }
}
