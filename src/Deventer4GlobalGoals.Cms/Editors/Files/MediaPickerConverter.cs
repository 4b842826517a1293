using System.Collections.Concurrent;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>Gives one <see cref="MediaWithCrops"/> or several, as the data type says; deleted media is left out.</summary>
[DefaultPropertyValueConverter]
public sealed class MediaPickerConverter(
    IPublishedMediaCache media,
    IPublishedUrlProvider urls,
    IPublishedValueFallback fallback,
    IApiMediaBuilder apiMedia) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    private static readonly ConcurrentDictionary<Type, Type> ItemTypes = new();

    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MediaPicker3;

    public override bool? IsValue(object? value, PropertyValueLevel level) =>
        level == PropertyValueLevel.Source ? PickedMedia.ReadAll(value) is { Count: > 0 } : null;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) =>
        IsMultiple(propertyType) ? typeof(IEnumerable<MediaWithCrops>) : typeof(MediaWithCrops);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview) => PickedMedia.ReadAll(source);

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
    {
        var items = Items(propertyType, inter, preview);
        return IsMultiple(propertyType) ? items.ToArray() : items.FirstOrDefault();
    }

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(IEnumerable<IApiMediaWithCrops>);

    public object ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
    {
        var items = Items(propertyType, inter, preview).Select(item => ApiMediaWithCrops.From(item, apiMedia, fallback));
        return (IsMultiple(propertyType) ? items : items.Take(1)).ToArray<IApiMediaWithCrops>();
    }

    private static bool IsMultiple(IPublishedPropertyType propertyType) => Configuration(propertyType)?.Multiple ?? false;

    private static MediaPicker3Configuration? Configuration(IPublishedPropertyType propertyType) =>
        propertyType.DataType.ConfigurationAs<MediaPicker3Configuration>();

    private IEnumerable<MediaWithCrops> Items(IPublishedPropertyType propertyType, object? inter, bool preview)
    {
        foreach (var picked in inter as IReadOnlyList<PickedMedia> ?? [])
        {
            if (media.GetById(preview, picked.MediaKey) is not { } found)
            {
                continue;
            }

            var crops = new ImageCropperValue
            {
                Src = urls.GetMediaUrl(found),
                FocalPoint = picked.FocalPoint,
                Crops = picked.Crops?.Select(Copy).ToArray(),
            };
            crops.ApplyConfiguration(Configuration(propertyType));
            var type = ItemTypes.GetOrAdd(found.GetType(), model => typeof(MediaWithCrops<>).MakeGenericType(model));
            yield return (MediaWithCrops)Activator.CreateInstance(type, found, fallback, crops)!;
        }
    }

    // The configuration sets sizes on crops, and what was read from the database is shared.
    private static ImageCropperValue.ImageCropperCrop Copy(ImageCropperValue.ImageCropperCrop crop) =>
        new() { Alias = crop.Alias, Width = crop.Width, Height = crop.Height, Coordinates = crop.Coordinates };
}
