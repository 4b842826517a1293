using Deventer4GlobalGoals.Cms.Editors.RichText;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>Gives links with today's addresses; a link to what is not published, or to a refused address, is left out.</summary>
[DefaultPropertyValueConverter]
public sealed class MultiUrlPickerConverter(
    IPublishedContentCache content,
    IPublishedMediaCache media,
    IPublishedUrlProvider urls,
    IApiContentNameProvider names,
    IApiMediaUrlProvider mediaUrls,
    IApiContentRouteBuilder routes) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MultiUrlPicker;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) =>
        Maximum(propertyType) == 1 ? typeof(Link) : typeof(IEnumerable<Link>);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public override bool? IsValue(object? value, PropertyValueLevel level) =>
        level == PropertyValueLevel.Source ? StoredLink.ReadAll(value) is { Count: > 0 } : null;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview) => StoredLink.ReadAll(source);

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
    {
        var maximum = Maximum(propertyType);
        var links = Links(inter).Select(link => ToLink(link, preview)).OfType<Link>();
        return maximum == 1 ? links.FirstOrDefault() : (maximum > 0 ? links.Take(maximum) : links).ToArray();
    }

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Elements;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(IEnumerable<ApiLink>);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding) => Links(inter).Select(link => ToApiLink(link, preview)).OfType<ApiLink>().ToArray();

    private static int Maximum(IPublishedPropertyType propertyType) =>
        propertyType.DataType.ConfigurationAs<MultiUrlPickerConfiguration>()?.MaxNumber ?? 0;

    private static IEnumerable<StoredLink> Links(object? inter) => inter as IReadOnlyList<StoredLink> ?? [];

    private Link? ToLink(StoredLink link, bool preview)
    {
        var url = link.Url;
        if (link.Type != LinkType.External)
        {
            if (Find(link, preview) is not { } target)
            {
                return null;
            }

            url = link.Type == LinkType.Media ? urls.GetMediaUrl(target) : urls.GetUrl(target, culture: link.Culture);
        }

        return UrlPolicy.Link(url + link.QueryString) is { } address
            ? new Link { Name = link.Name, Target = link.Target, Type = link.Type, Udi = link.Udi, Url = address }
            : null;
    }

    private ApiLink? ToApiLink(StoredLink link, bool preview)
    {
        if (link.Type == LinkType.External)
        {
            return UrlPolicy.Link(link.Url + link.QueryString) is not null
                ? ApiLink.External(link.Name, link.Url ?? string.Empty, link.QueryString, link.Target)
                : null;
        }

        if (Find(link, preview) is not { } target)
        {
            return null;
        }

        var title = string.IsNullOrWhiteSpace(link.Name) ? names.GetName(target) : link.Name;
        if (link.Type == LinkType.Media)
        {
            return ApiLink.Media(title, mediaUrls.GetUrl(target), link.QueryString, link.Target, target.Key, target.ContentType.Alias);
        }

        return routes.Build(target, link.Culture) is { } route
            ? ApiLink.Content(title, link.QueryString, link.Target, target.Key, target.ContentType.Alias, route, link.Culture)
            : null;
    }

    private IPublishedContent? Find(StoredLink link, bool preview)
    {
        IPublishedCache cache = link.Type == LinkType.Media ? media : content;
        return cache.GetById(preview, link.Udi!.Guid) is { ItemType: not PublishedItemType.Element } found ? found : null;
    }
}
