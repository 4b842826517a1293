using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

// Stock Umbraco has these types in a package that is not here, under these names; the site's code must not see the difference.
namespace Umbraco.Cms.Core.Models;

/// <summary>A media item as it was picked on one page: with the crops and focal point chosen there.</summary>
public class MediaWithCrops(IPublishedContent content, IPublishedValueFallback publishedValueFallback, ImageCropperValue localCrops)
    : PublishedContentWrapped(content, publishedValueFallback)
{
    public IPublishedContent Content => Unwrap();

    public ImageCropperValue LocalCrops { get; } = localCrops;
}

/// <inheritdoc/>
/// <typeparam name="T">The site's model of the media type.</typeparam>
public class MediaWithCrops<T>(T content, IPublishedValueFallback publishedValueFallback, ImageCropperValue localCrops)
    : MediaWithCrops(content, publishedValueFallback, localCrops)
    where T : IPublishedContent
{
    public new T Content { get; } = content;

    public static implicit operator T(MediaWithCrops<T> media) => media.Content;
}
