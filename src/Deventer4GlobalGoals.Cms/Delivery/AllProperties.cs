using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>Every property of an item, and of what it refers to only what it is and where: nothing is expanded.</summary>
internal sealed class AllProperties(IApiPropertyRenderer renderer) : IOutputExpansionStrategy, IOutputExpansionStrategyAccessor
{
    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) => Map(element.Properties);

    public IDictionary<string, object?> MapContentProperties(IPublishedContent content) => Map(content.Properties);

    public IDictionary<string, object?> MapMediaProperties(IPublishedContent media, bool skipUmbracoProperties = true) =>
        Map(media.Properties.Where(property =>
            !skipUmbracoProperties || !property.Alias.StartsWith("umbraco", StringComparison.Ordinal)));

    public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
    {
        outputExpansionStrategy = this;
        return true;
    }

    private Dictionary<string, object?> Map(IEnumerable<IPublishedProperty> properties) =>
        properties.ToDictionary(property => property.Alias, property => renderer.GetPropertyValue(property, expanding: false));
}
