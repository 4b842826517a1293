using Deventer4GlobalGoals.Cms.Editors.Blocks;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Templates;

namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>
/// Gives the text as HTML that is safe to write out: it is cleaned again here, because imports and older versions of
/// the allow-list put text in the database without passing the editor.
/// </summary>
[DefaultPropertyValueConverter]
public sealed class RichTextConverter(
    RichTextSanitizer sanitizer,
    HtmlLocalLinkParser localLinks,
    HtmlImageSourceParser images,
    IApiRichTextMarkupParser deliveryMarkup,
    IApiRichTextElementParser deliveryElements,
    BlockModels blocks,
    IOptionsMonitor<DeliveryApiSettings> delivery) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.RichText;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(IHtmlEncodedString);

    // The text holds addresses of other pages, which change when those move: Elements is emptied at every publish.
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    // What is stored is read once, for the level above.
    public override bool? IsValue(object? value, PropertyValueLevel level) => level switch
    {
        PropertyValueLevel.Source => value is null or "" ? false : null,
        PropertyValueLevel.Inter => value is RichTextValue { IsEmpty: false },
        _ => null,
    };

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview) => RichTextValue.Read(source);

    public override object ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview) => new HtmlEncodedString(inter is RichTextValue value ? Show(value.Markup) : string.Empty);

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) =>
        delivery.CurrentValue.RichTextOutputAsJson ? typeof(IRichTextElement) : typeof(RichTextModel);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
    {
        var asJson = delivery.CurrentValue.RichTextOutputAsJson;
        if (inter is not RichTextValue { IsEmpty: false } value)
        {
            return asJson ? null : RichTextModel.Empty();
        }

        var markup = value.Clean(sanitizer);
        var model = blocks.RichText(value.Blocks, propertyType, preview);
        return asJson
            ? deliveryElements.Parse(markup, model)
            : new RichTextModel { Markup = deliveryMarkup.Parse(markup), Blocks = blocks.ForDelivery(model) };
    }

    private string Show(string markup) =>
        sanitizer.SanitizeForDisplay(images.EnsureImageSources(localLinks.EnsureInternalLinks(markup)));
}
