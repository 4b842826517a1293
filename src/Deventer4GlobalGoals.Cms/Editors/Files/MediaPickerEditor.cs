using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>Files from the media library, each with its own crops and focal point.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.MediaPicker3, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class MediaPickerEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MediaPickerEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new MediaPicker3ConfigurationEditor(_io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        IPublishedMediaCache media) : CheckedValueEditor(attribute, strings, json, io), IDataValueReference
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            PickedMedia.ReadAll(editorValue.Value) is { Count: > 0 } items
                ? EditorJson.Write(items.Select(item => item with { Key = item.Key == Guid.Empty ? Guid.NewGuid() : item.Key }))
                : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            (PickedMedia.ReadAll(property.GetValue(culture, segment)) ?? []).ToArray();

        public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
            (PickedMedia.ReadAll(value) ?? [])
                .Select(item => item.MediaKey)
                .Distinct()
                .Select(key => new UmbracoEntityReference(new GuidUdi(Constants.UdiEntityType.Media, key)));

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (PickedMedia.ReadAll(value) is not { } items)
            {
                return [EditorMessages.Result("notJson")];
            }

            var limits = configuration as MediaPicker3Configuration ?? new MediaPicker3Configuration { Multiple = true };
            return CheckCount(items.Count, limits)
                .Concat(items.SelectMany(item => CropChecks.Check(item.FocalPoint, item.Crops)))
                .Concat(CheckTypes(items, limits.Filter));
        }

        private static IEnumerable<ValidationResult> CheckCount(int count, MediaPicker3Configuration limits)
        {
            if (!limits.Multiple && count > 1)
            {
                yield return EditorMessages.Result("onlyOne");
                yield break;
            }

            if (limits.ValidationLimit.Min is { } minimum && count > 0 && count < minimum)
            {
                yield return EditorMessages.Result("tooFew", minimum, count);
            }

            if (limits.ValidationLimit.Max is { } maximum and > 0 && count > maximum)
            {
                yield return EditorMessages.Result("tooMany", maximum, count);
            }
        }

        private IEnumerable<ValidationResult> CheckTypes(IEnumerable<PickedMedia> items, string? filter)
        {
            var allowed = (filter ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (allowed.Length == 0)
            {
                yield break;
            }

            foreach (var item in items)
            {
                if (media.GetById(item.MediaKey) is { } found
                    && !allowed.Contains(found.ContentType.Key.ToString(), StringComparer.OrdinalIgnoreCase)
                    && !allowed.Contains(found.ContentType.Alias, StringComparer.OrdinalIgnoreCase))
                {
                    yield return EditorMessages.Result("wrongType", found.Name);
                }
            }
        }
    }
}
