using Deventer4GlobalGoals.Cms.USync.DataTypes;
using Umbraco.Cms.Core;
using StockEditors = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;
using Keys = Umbraco.Cms.Core.Constants.DataTypes.Guids;

namespace Deventer4GlobalGoals.Cms.USync.Stock;

/// <summary>The data types that Umbraco 17 installs, with the keys and settings that they have there.</summary>
internal static class StockDataTypes
{
    private const string Interface = "Umb.PropertyEditorUi.";
    private const string OneOnly = """ "multiple": false, "validationLimit": { "min": 0, "max": 1 } """;
    private const string Pictures = $"\"filter\": \"{Constants.MediaTypes.Guids.Image}\",";

    private const string RichText = """
        {
          "extensions": [
            "Umb.Tiptap.RichTextEssentials", "Umb.Tiptap.Anchor", "Umb.Tiptap.Blockquote", "Umb.Tiptap.Bold",
            "Umb.Tiptap.BulletList", "Umb.Tiptap.Embed", "Umb.Tiptap.Figure", "Umb.Tiptap.Heading",
            "Umb.Tiptap.HorizontalRule", "Umb.Tiptap.Image", "Umb.Tiptap.Italic", "Umb.Tiptap.Link",
            "Umb.Tiptap.MediaUpload", "Umb.Tiptap.OrderedList", "Umb.Tiptap.Table", "Umb.Tiptap.TextAlign",
            "Umb.Tiptap.Underline"
          ],
          "maxImageSize": 500,
          "overlaySize": "medium",
          "toolbar": [[
            ["Umb.Tiptap.Toolbar.SourceEditor"],
            ["Umb.Tiptap.Toolbar.Bold", "Umb.Tiptap.Toolbar.Italic", "Umb.Tiptap.Toolbar.Underline"],
            ["Umb.Tiptap.Toolbar.BulletList", "Umb.Tiptap.Toolbar.OrderedList"],
            ["Umb.Tiptap.Toolbar.Link", "Umb.Tiptap.Toolbar.Unlink"],
            ["Umb.Tiptap.Toolbar.MediaPicker", "Umb.Tiptap.Toolbar.EmbeddedMedia"]
          ]]
        }
        """;

    public static IReadOnlyList<DataTypeFile> All { get; } =
    [
        Type(Keys.Textstring, "Textstring", StockEditors.TextBox, "TextBox"),
        Type(Keys.Textarea, "Textarea", StockEditors.TextArea, "TextArea"),
        Type(Keys.RichtextEditor, "Richtext editor", StockEditors.RichText, "Tiptap", RichText),
        Type(Keys.Checkbox, "True/false", StockEditors.Boolean, "Toggle"),
        Type(Keys.Numeric, "Numeric", StockEditors.Integer, "Integer"),
        Type(Keys.DatePicker, "Date Picker", StockEditors.DateTime, "DatePicker", """{ "format": "YYYY-MM-DD" }"""),
        Type(Keys.DatePickerWithTime, "Date Picker with time", StockEditors.DateTime, "DatePicker"),
        Type(
            Keys.DateTimePickerWithTimeZone,
            "Date Time Picker (with time zone)",
            StockEditors.DateTimeWithTimeZone,
            "DateTimeWithTimeZonePicker",
            """{ "timeFormat": "HH:mm", "timeZones": { "mode": "all" } }"""),
        Type(Keys.Tags, "Tags", StockEditors.Tags, "Tags", """{ "group": "default", "storageType": "Json" }"""),
        Type(Keys.CheckboxList, "Checkbox list", StockEditors.CheckBoxList, "CheckBoxList"),
        Type(Keys.Radiobox, "Radiobox", StockEditors.RadioButtonList, "RadioButtonList"),
        Type(Keys.ApprovedColor, "Approved Color", StockEditors.ColorPicker, "ColorPicker"),
        Type(Keys.Dropdown, "Dropdown", StockEditors.DropDownListFlexible, "Dropdown", """{ "multiple": false }"""),
        Type(Keys.DropdownMultiple, "Dropdown multiple", StockEditors.DropDownListFlexible, "Dropdown", """{ "multiple": true }"""),
        Type(Keys.ContentPicker, "Content Picker", StockEditors.ContentPicker, "DocumentPicker"),
        Type(Keys.MemberPicker, "Member Picker", StockEditors.MemberPicker, "MemberPicker"),
        Type(Keys.RelatedLinks, "Multi URL Picker", StockEditors.MultiUrlPicker, "MultiUrlPicker"),
        Type(Keys.MediaPicker3, "Media Picker", StockEditors.MediaPicker3, "MediaPicker", $"{{{OneOnly}}}"),
        Type(Keys.MediaPicker3Multiple, "Multiple Media Picker", StockEditors.MediaPicker3, "MediaPicker", """{ "multiple": true }"""),
        Type(
            Keys.MediaPicker3SingleImage,
            "Image Media Picker",
            StockEditors.MediaPicker3,
            "MediaPicker",
            $"{{{Pictures}{OneOnly}}}"),
        Type(
            Keys.MediaPicker3MultipleImages,
            "Multiple Image Media Picker",
            StockEditors.MediaPicker3,
            "MediaPicker",
            $"{{{Pictures} \"multiple\": true}}"),
        Type(Keys.ImageCropper, "Image Cropper", StockEditors.ImageCropper, "ImageCropper"),
        Upload(Keys.Upload, "Upload File"),
        Upload(Keys.UploadVideo, "Upload Video", "mp4", "webm", "ogv"),
        Upload(Keys.UploadAudio, "Upload Audio", "mp3", "weba", "oga", "opus"),
        Upload(Keys.UploadArticle, "Upload Article", "pdf", "docx", "doc"),
        Upload(Keys.UploadVectorGraphics, "Upload Vector Graphics", "svg"),
        Label(Keys.LabelString, "string", "STRING"),
        Label(Keys.LabelInt, "integer", "INT"),
        Label(Keys.LabelBigInt, "bigint", "BIGINT"),
        Label(Keys.LabelDateTime, "datetime", "DATETIME"),
        Label(Keys.LabelTime, "time", "TIME"),
        Label(Keys.LabelDecimal, "decimal", "DECIMAL"),
        Label(Keys.LabelBytes, "bytes", "BIGINT", "{=value | bytes}"),
        Label(Keys.LabelPixels, "pixels", "INT", "{=value}px"),
    ];

    private static DataTypeFile Type(string key, string name, string editor, string shown, string config = "{}") => new(
        new Guid(key),
        name,
        editor,
        Interface + shown,
        string.Empty,
        null,
        ConfigJson.Parse(config));

    private static DataTypeFile Upload(string key, string name, params string[] extensions) => Type(
        key,
        name,
        StockEditors.UploadField,
        "UploadField",
        extensions.Length == 0
            ? "{}"
            : $$"""{ "fileExtensions": ["{{string.Join("\", \"", extensions)}}"] }""");

    private static DataTypeFile Label(string key, string name, string type, string? template = null) => Type(
        key,
        $"Label ({name})",
        StockEditors.Label,
        "Label",
        template is null
            ? $$"""{ "umbracoDataValueType": "{{type}}" }"""
            : $$"""{ "labelTemplate": "{{template}}", "umbracoDataValueType": "{{type}}" }""");
}
