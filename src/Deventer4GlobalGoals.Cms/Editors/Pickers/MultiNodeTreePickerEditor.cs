using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>References to pages, files or members, stored as a list of udis with commas.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.MultiNodeTreePicker, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
public sealed class MultiNodeTreePickerEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MultiNodeTreePickerEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new MultiNodePickerConfigurationEditor(_io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        IPublishedContentCache content,
        IPublishedMediaCache media) : CheckedValueEditor(attribute, strings, json, io), IDataValueReference
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            PickedReferences.Read(editorValue.Value).Udis is { Count: > 0 } udis ? string.Join(',', udis) : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            PickedReferences.Read(property.GetValue(culture, segment)).Udis
                .Select(udi => new { type = udi.EntityType, unique = udi.Guid })
                .ToArray();

        public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
            PickedReferences.Read(value).Udis.Select(udi => new UmbracoEntityReference(udi));

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            var picked = PickedReferences.Read(value);
            var limits = configuration as MultiNodePickerConfiguration ?? new MultiNodePickerConfiguration();
            var entityType = EntityTypeOf(limits);
            return picked.Refused.Select(text => EditorMessages.Result("notAReference", text))
                .Concat(CheckCount(picked.Udis.Count, limits))
                .Concat(picked.Udis
                    .Where(udi => udi.EntityType != entityType)
                    .Select(udi => EditorMessages.Result("wrongObject", udi.EntityType)))
                .Concat(CheckTypes(picked.Udis, limits.Filter));
        }

        private static IEnumerable<ValidationResult> CheckCount(int count, MultiNodePickerConfiguration limits)
        {
            if (limits.MinNumber > 0 && count > 0 && count < limits.MinNumber)
            {
                yield return EditorMessages.Result("tooFew", limits.MinNumber, count);
            }

            if (limits.MaxNumber > 0 && count > limits.MaxNumber)
            {
                yield return EditorMessages.Result("tooMany", limits.MaxNumber, count);
            }
        }

        private static string EntityTypeOf(MultiNodePickerConfiguration configuration) =>
            configuration.TreeSource?.ObjectType is { Length: > 0 } type && type != "content" ? type : Constants.UdiEntityType.Document;

        /// <summary>
        /// Only what is published can be judged: a page may refer to one that is written later or is in the recycle bin.
        /// The filter holds keys of types, or aliases in sites that come from older versions.
        /// </summary>
        private IEnumerable<ValidationResult> CheckTypes(IEnumerable<GuidUdi> udis, string? filter)
        {
            var allowed = (filter ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return allowed.Length == 0
                ? []
                : udis.Select(Find)
                    .OfType<IPublishedContent>()
                    .Where(item => !allowed.Any(type => IsOf(item.ContentType, type)))
                    .Select(item => EditorMessages.Result("wrongType", item.Name));
        }

        private IPublishedContent? Find(GuidUdi udi) => udi.EntityType switch
        {
            Constants.UdiEntityType.Document => content.GetById(udi.Guid),
            Constants.UdiEntityType.Media => media.GetById(udi.Guid),
            _ => null,
        };

        private static bool IsOf(IPublishedContentType type, string keyOrAlias) =>
            Guid.TryParse(keyOrAlias, out var key)
                ? type.Key == key
                : type.Alias.Equals(keyOrAlias, StringComparison.OrdinalIgnoreCase);
    }
}
