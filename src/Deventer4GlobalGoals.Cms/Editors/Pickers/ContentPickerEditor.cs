using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>
/// One page, stored as "umb://document/…" and edited as its key. Umbraco's own stores nothing, and says nothing, when the value is no reference
/// to a page; this one refuses it.
/// </summary>
[DataEditor(Constants.PropertyEditors.Aliases.ContentPicker, ValueType = ValueTypes.String, ValueEditorIsReusable = true)]
public sealed class ContentPickerEditor(IDataValueEditorFactory factory, IIOHelper io) : ContentPickerPropertyEditor(factory, io)
{
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io), IDataValueReference
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) => Read(editorValue.Value)?.ToString();

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            Read(property.GetValue(culture, segment))?.Guid;

        public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
            Read(value) is { } udi ? [new UmbracoEntityReference(udi)] : [];

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) => Read(value) switch
        {
            null => [EditorMessages.Result("notAReference", value)],
            { EntityType: Constants.UdiEntityType.Document } => [],
            { EntityType: var other } => [EditorMessages.Result("wrongObject", other)],
        };

        private static GuidUdi? Read(object? value) => value switch
        {
            Guid key => ToPage(key),
            _ when Guid.TryParse(value?.ToString(), out var key) => ToPage(key),
            _ => UdiParser.TryParse(value?.ToString(), out GuidUdi? udi) ? udi : null,
        };

        private static GuidUdi? ToPage(Guid key) => key == Guid.Empty ? null : new GuidUdi(Constants.UdiEntityType.Document, key);
    }
}
