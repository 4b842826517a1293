using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>
/// Gives the published pages or files that were picked; what is not published is left out. It stands in for Umbraco's
/// own converter, which needs the member services that are not hosted here and fails on a reference that cannot be read.
/// </summary>
[DefaultPropertyValueConverter]
public sealed class MultiNodeTreePickerConverter(
    IPublishedContentCache content,
    IPublishedMediaCache media,
    IApiContentBuilder apiContent,
    IApiMediaBuilder apiMedia) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MultiNodeTreePicker;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) =>
        IsSingle(propertyType) ? typeof(IPublishedContent) : typeof(IEnumerable<IPublishedContent>);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview) => source is null ? null : PickedReferences.Read(source).Udis;

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
    {
        var picked = Find(inter, preview);
        return IsSingle(propertyType) ? picked.FirstOrDefault() : picked.ToArray();
    }

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) =>
        IsMedia(propertyType) ? typeof(IEnumerable<IApiMedia>) : typeof(IEnumerable<IApiContent>);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
    {
        var picked = Find(inter, preview);
        return IsMedia(propertyType)
            ? picked.Where(item => item.ItemType == PublishedItemType.Media).Select(apiMedia.Build).ToArray()
            : picked.Where(item => item.ItemType == PublishedItemType.Content).Select(apiContent.Build).OfType<IApiContent>().ToArray();
    }

    private static MultiNodePickerConfiguration? Configuration(IPublishedPropertyType propertyType) =>
        propertyType.DataType.ConfigurationAs<MultiNodePickerConfiguration>();

    private static bool IsSingle(IPublishedPropertyType propertyType) => Configuration(propertyType)?.MaxNumber == 1;

    private static bool IsMedia(IPublishedPropertyType propertyType) =>
        Configuration(propertyType)?.TreeSource?.ObjectType == Constants.UdiEntityType.Media;

    private IEnumerable<IPublishedContent> Find(object? inter, bool preview) =>
        (inter as IEnumerable<GuidUdi> ?? [])
            .Select(udi => udi.EntityType switch
            {
                Constants.UdiEntityType.Document => content.GetById(preview, udi.Guid),
                Constants.UdiEntityType.Media => media.GetById(preview, udi.Guid),
                _ => null,
            })
            .OfType<IPublishedContent>()
            .Where(item => item.ItemType != PublishedItemType.Element);
}
