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
    public static IUmbracoBuilder AddEditors(this IUmbracoBuilder builder)
    {
        AddDataEditors(builder);
        AddConverters(builder);
        builder.MediaUrlGenerators()
            .Add<UploadFieldEditor>()
            .Add<ImageCropperEditor>();

        builder.Services.AddSingleton<RichTextSanitizer>();
        builder.Services.AddUnique<IHtmlSanitizer>(services => services.GetRequiredService<RichTextSanitizer>());
        builder.Services.AddUnique<IMarkdownToHtmlConverter, MarkdownToHtmlConverter>();
        builder.Services.AddSingleton<ApiRichTextLinks>();
        builder.Services.AddUnique<IApiRichTextMarkupParser, ApiRichTextMarkupParser>();
        builder.Services.AddUnique<IApiRichTextElementParser, ApiRichTextElementParser>();
        builder.Services.AddUnique<ILocalizedTextService, LocalizedTexts>();
        builder.Services.AddUnique<IPropertyValidationService>(services =>
            new NamingPropertyValidationService(ActivatorUtilities.CreateInstance<PropertyValidationService>(services)));
        builder.Services.AddSingleton<BlockContents>();
        builder.Services.AddSingleton<BlockModels>();
        builder.Services.AddSingleton<UploadedFiles>();
        return builder;
    }

    /// <summary>Umbraco.Core itself brings Integer, Decimal, Label, MarkdownEditor and the plain ones.</summary>
    private static void AddDataEditors(IUmbracoBuilder builder) => builder.DataEditors()
        .Exclude<ContentPickerPropertyEditor>()
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
        .Add<ContentPickerEditor>()
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
