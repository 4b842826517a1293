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

namespace Deventer4GlobalGoals.Cms.Editors.Choices;

/// <summary>Free words in a group, stored as a JSON list or with commas, as the configuration says.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Tags, ValueEditorIsReusable = true)]
public sealed class TagsEditor : DataEditor
{
    private readonly IIOHelper _io;

    public TagsEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new TagConfigurationEditor(_io);

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io), IDataValueTags
    {
        private const int MaximumLength = 200;

        public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            Read(editorValue.Value) is { Length: > 0 } words
                ? Stores(editorValue.DataTypeConfiguration) == TagsStorageType.Csv ? string.Join(',', words) : EditorJson.Write(words)
                : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            Read(property.GetValue(culture, segment)) ?? [];

        public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId)
        {
            var group = (dataTypeConfiguration as TagConfiguration ?? ConfigurationObject as TagConfiguration ?? new()).Group;
            return (Read(value) ?? []).Select(ITag (word) => new Tag(0, group, word, languageId));
        }

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
            Read(value) switch
            {
                null => [EditorMessages.Result("notJson")],
                var words when words.Any(word => word.Length > MaximumLength) => [EditorMessages.Result("lineTooLong", MaximumLength)],
                _ => [],
            };

        private static TagsStorageType Stores(object? configuration) =>
            (configuration as TagConfiguration ?? new()).StorageType;

        private static string[]? Read(object? value)
        {
            var words = value is string text && !text.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal)
                ? text.Split(',')
                : ChosenValues.Read(value);
            return words?.Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        }
    }
}
