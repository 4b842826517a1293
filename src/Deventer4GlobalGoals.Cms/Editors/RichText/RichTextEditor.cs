using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Blocks;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Templates;

namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>Formatted text. What is not on the allow-list never reaches the database.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RichText, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
public sealed class RichTextEditor : DataEditor
{
    private readonly IIOHelper _io;

    public RichTextEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new RichTextConfigurationEditor(_io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        RichTextSanitizer sanitizer,
        HtmlLocalLinkParser localLinks,
        HtmlImageSourceParser images,
        BlockContents blocks) : CheckedValueEditor(attribute, strings, json, io), IDataValueReference
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredText();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        {
            if (RichTextValue.Read(editorValue.Value) is not { } value)
            {
                return null;
            }

            var markup = images.RemoveImageSources(sanitizer.Sanitize(value.Markup));
            var clean = new RichTextValue(markup, blocks.FromEditor(value.Blocks));
            return clean.IsEmpty ? null : clean.ToStored();
        }

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
        {
            if (RichTextValue.Read(property.GetValue(culture, segment)) is not { IsEmpty: false } value)
            {
                return null;
            }

            return new JsonObject
            {
                ["markup"] = images.EnsureImageSources(sanitizer.Sanitize(value.Markup)),
                ["blocks"] = blocks.ToEditor(value.Blocks),
            };
        }

        public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
        {
            if (RichTextValue.Read(value) is not { } text)
            {
                return [];
            }

            return localLinks.FindUdisFromLocalLinks(text.Markup).OfType<Udi>()
                .Concat(images.FindUdisFromDataAttributes(text.Markup))
                .Select(udi => new UmbracoEntityReference(udi))
                .Concat(blocks.GetReferences(text.Blocks))
                .Distinct();
        }

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
            RichTextValue.Read(value) is { } text
                ? blocks.Validate(text.Blocks, (configuration as RichTextConfiguration)?.Blocks, context, "blocks.")
                : [EditorMessages.Result("notJson")];
    }

    private sealed class RequiredText : IValueRequiredValidator
    {
        public IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType) =>
            RichTextValue.Read(value) is { IsEmpty: true } ? [new ValidationResult("#validation_invalidEmpty", ["value"])] : [];
    }
}
