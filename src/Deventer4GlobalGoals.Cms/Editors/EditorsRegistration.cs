using Deventer4GlobalGoals.Cms.Editors.Blocks;
using Deventer4GlobalGoals.Cms.Editors.Choices;
using Deventer4GlobalGoals.Cms.Editors.Contributions;
using Deventer4GlobalGoals.Cms.Editors.Dates;
using Deventer4GlobalGoals.Cms.Editors.Files;
using Deventer4GlobalGoals.Cms.Editors.Lists;
using Deventer4GlobalGoals.Cms.Editors.Markdown;
using Deventer4GlobalGoals.Cms.Editors.Pickers;
using Deventer4GlobalGoals.Cms.Editors.RichText;
using Deventer4GlobalGoals.Cms.Editors.Text;
using Deventer4GlobalGoals.Cms.Editors.Validation;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Editors;

/// <summary>
/// The property editors and converters that Umbraco.Core lacks. Umbraco finds editors and converters by scanning
/// assemblies; they are named here all the same, so that this is the list of what there is.
/// </summary>
public static class EditorsRegistration
{
    /// <summary>The services that <see cref="AddEditors"/> adds; editors and converters need each of them at run time.</summary>
    public static IReadOnlyList<Type> Services { get; } =
    [
        typeof(IJsonSerializer),
        typeof(RichTextSanitizer),
        typeof(IHtmlSanitizer),
        typeof(IMarkdownToHtmlConverter),
        typeof(IApiRichTextMarkupParser),
        typeof(IApiRichTextElementParser),
        typeof(ApiRichTextLinks),
        typeof(ITagPropertyIndexValueFactory),
        typeof(PropertyValidationService),
        typeof(IPropertyValidationService),
        typeof(BlockContents),
        typeof(BlockModels),
        typeof(UploadedFiles),
    ];

    public static IUmbracoBuilder AddEditors(this IUmbracoBuilder builder)
    {
        AddDataEditors(builder);
        AddConverters(builder);
        builder.MediaUrlGenerators()
            .Add<UploadFieldEditor>()
            .Add<ImageCropperEditor>();

        builder.Services.AddUnique<IJsonSerializer, EditorJsonSerializer>();
        builder.Services.AddSingleton<RichTextSanitizer>();
        builder.Services.AddUnique<IHtmlSanitizer>(services => services.GetRequiredService<RichTextSanitizer>());
        builder.Services.AddUnique<IMarkdownToHtmlConverter, MarkdownToHtmlConverter>();
        builder.Services.AddSingleton<ApiRichTextLinks>();
        builder.Services.AddUnique<IApiRichTextMarkupParser, ApiRichTextMarkupParser>();
        builder.Services.AddUnique<IApiRichTextElementParser, ApiRichTextElementParser>();
        builder.Services.AddUnique<ITagPropertyIndexValueFactory, TagPropertyIndexValueFactory>();
        builder.Services.AddSingleton<PropertyValidationService>();
        builder.Services.AddUnique<IPropertyValidationService, NamingPropertyValidationService>();
        builder.Services.AddSingleton<BlockContents>();
        builder.Services.AddSingleton<BlockModels>();
        builder.Services.AddSingleton<UploadedFiles>();
        return builder;
    }

    /// <summary>Umbraco.Core itself brings Integer, Decimal, Label, MarkdownEditor, ContentPicker and the plain ones.</summary>
    private static void AddDataEditors(IUmbracoBuilder builder) => builder.DataEditors()
        .Add<TextBoxEditor>()
        .Add<TextAreaEditor>()
        .Add<EmailAddressEditor>()
        .Add<MultipleTextstringEditor>()
        .Add<TrueFalseEditor>()
        .Add<CheckBoxListEditor>()
        .Add<DropDownFlexibleEditor>()
        .Add<RadioButtonListEditor>()
        .Add<TagsEditor>()
        .Add<ColorPickerEditor>()
        .Add<SliderEditor>()
        .Add<DateTimeEditor>()
        .Add<DateTimeUnspecifiedEditor>()
        .Add<DateTimeWithTimeZoneEditor>()
        .Add<DateOnlyEditor>()
        .Add<TimeOnlyEditor>()
        .Add<MultiNodeTreePickerEditor>()
        .Add<MultiUrlPickerEditor>()
        .Add<MediaPickerEditor>()
        .Add<ImageCropperEditor>()
        .Add<UploadFieldEditor>()
        .Add<RichTextEditor>()
        .Add<BlockListEditor>()
        .Add<ListViewEditor>()
        .Add<ContributionsEditor>();

    private static void AddConverters(IUmbracoBuilder builder) => builder.PropertyValueConverters()
        .Remove<SimpleRichTextValueConverter>()
        .Remove<MultiNodeTreePickerValueConverter>()
        .Remove<MustBeStringValueConverter>()
        .Append<DateTimeUnspecifiedConverter>()
        .Append<DateTimeWithTimeZoneConverter>()
        .Append<DateOnlyConverter>()
        .Append<TimeOnlyConverter>()
        .Append<MultiNodeTreePickerConverter>()
        .Append<MultiUrlPickerConverter>()
        .Append<MediaPickerConverter>()
        .Append<ImageCropperConverter>()
        .Append<RichTextConverter>()
        .Append<MarkdownConverter>()
        .Append<BlockListConverter>()
        .Append<JsonValueConverter>()
        .Append<ContributionsConverter>();
}
