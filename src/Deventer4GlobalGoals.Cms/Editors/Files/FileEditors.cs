using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Deventer4GlobalGoals.Cms.Media;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>One file, stored as its path under /media.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.UploadField, ValueEditorIsReusable = true)]
public sealed class UploadFieldEditor : DataEditor, IMediaUrlGenerator
{
    private readonly IIOHelper _io;

    public UploadFieldEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, out string? mediaPath)
    {
        mediaPath = propertyEditorAlias == Alias ? StoredFiles.Url(value) : null;
        return mediaPath is not null;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new FileUploadConfigurationEditor(_io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        UploadedFiles files) : CheckedValueEditor(attribute, strings, json, io)
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            FileValue.Read(editorValue.Value) is { } file && files.Keep(file, editorValue).Src is { Length: > 0 } path ? path : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            FileValue.Read(property.GetValue(culture, segment)) is { Src.Length: > 0 } file ? new { src = file.Src } : null;

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
            FileValue.Read(value) is { } file
                ? files.Check(file, (configuration as FileUploadConfiguration)?.FileExtensions.ToArray())
                : [EditorMessages.Result("notJson")];
    }
}

/// <summary>One image with crops and a focal point, stored as {"src":"/media/…","crops":[…],"focalPoint":{…}}.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ImageCropper, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class ImageCropperEditor : DataEditor, IMediaUrlGenerator
{
    private readonly IIOHelper _io;

    public ImageCropperEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, out string? mediaPath)
    {
        mediaPath = propertyEditorAlias == Alias ? StoredFiles.Url(value) : null;
        return mediaPath is not null;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new Configuration(_io);

    private sealed class Configuration(IIOHelper io) : ConfigurationEditor<ImageCropperConfiguration>(io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        UploadedFiles files) : CheckedValueEditor(attribute, strings, json, io)
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            FileValue.Read(editorValue.Value) is { } file && files.Keep(file, editorValue) is { Src.Length: > 0 } kept
                ? EditorJson.Write(kept)
                : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            FileValue.Read(property.GetValue(culture, segment)) is { Src.Length: > 0 } file
                ? new { src = file.Src, crops = file.Crops ?? [], focalPoint = file.FocalPoint }
                : null;

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
            FileValue.Read(value) is { } file
                ? files.Check(file, null).Concat(CropChecks.Check(file.FocalPoint, file.Crops))
                : [EditorMessages.Result("notJson")];
    }
}
