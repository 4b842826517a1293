using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
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

namespace Deventer4GlobalGoals.Cms.Editors.Choices;

/// <summary>Yes or no, stored as 1 or 0.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Boolean, ValueType = ValueTypes.Integer, ValueEditorIsReusable = true)]
public sealed class TrueFalseEditor : DataEditor
{
    public TrueFalseEditor(IDataValueEditorFactory factory)
        : base(factory) =>
        SupportsReadOnly = true;

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io)
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            Read(editorValue.Value) is { } yes ? (yes ? 1 : 0) : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            Read(property.GetValue(culture, segment)) ?? false;

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
            Read(value) is null ? [EditorMessages.Result("notYesNo", value)] : [];

        private static bool? Read(object? value) => value switch
        {
            bool yes => yes,
            JsonValue node when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.GetValue<bool>(),
            null => null,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) switch
            {
                "1" => true,
                "0" => false,
                var text => bool.TryParse(text, out var yes) ? yes : null,
            },
        };
    }
}
