using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>Gives an <see cref="ImageCropperValue"/>; older media has only the address of its file.</summary>
[DefaultPropertyValueConverter]
public sealed class ImageCropperConverter : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.ImageCropper;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(ImageCropperValue);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview)
    {
        if (FileValue.Read(source) is not { Src.Length: > 0 } file)
        {
            return null;
        }

        var value = new ImageCropperValue { Src = file.Src, FocalPoint = file.FocalPoint, Crops = file.Crops };
        value.ApplyConfiguration(propertyType.DataType.ConfigurationAs<ImageCropperConfiguration>());
        return value;
    }

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiImageCropperValue);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding) => inter is ImageCropperValue value
            ? new ApiImageCropperValue(value.Src ?? string.Empty, ApiCrops.FocalPoint(value), value.Crops?.Select(ApiCrops.Crop).ToArray())
            : null;
}
