using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Delivery.Output.Expansion;

/// <summary>
/// Writes the properties that one request wants: all unless fields says which, and of what they refer to only what it is and where unless
/// expand names them. Blocks belong to the page itself, and always have their properties.
/// </summary>
internal sealed class RequestExpansion(
    IApiPropertyRenderer renderer,
    PropertySelection? expand,
    PropertySelection? fields,
    CancellationToken aborted) : IOutputExpansionStrategy
{
    /// <summary>Items that one answer expands. A few levels of pages that refer to each other make millions.</summary>
    public const int MostExpanded = 20_000;

    private PropertySelection? _expand = expand;
    private PropertySelection? _fields = fields;
    private int _depth;
    private int _expanded;

    public IDictionary<string, object?> MapContentProperties(IPublishedContent content)
    {
        ThrowUnless(content.ItemType == PublishedItemType.Content, content);
        return Map(content.Properties, always: false);
    }

    public IDictionary<string, object?> MapMediaProperties(IPublishedContent media, bool skipUmbracoProperties = true)
    {
        ThrowUnless(media.ItemType == PublishedItemType.Media, media);
        return Map(
            media.Properties.Where(property => !skipUmbracoProperties || !property.Alias.StartsWith("umbraco", StringComparison.Ordinal)),
            always: false);
    }

    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) => Map(element.Properties, always: true);

    private static void ThrowUnless(bool fits, IPublishedContent item)
    {
        if (!fits)
        {
            throw new ArgumentException($"An item of type {item.ItemType} has other properties.", nameof(item));
        }
    }

    private Dictionary<string, object?> Map(IEnumerable<IPublishedProperty> properties, bool always)
    {
        if (_depth > 0 && _expand is null && !always)
        {
            return [];
        }

        aborted.ThrowIfCancellationRequested();
        if (_depth > 0 && ++_expanded > MostExpanded)
        {
            throw new DeliveryProblemException(DeliveryProblem.Bad(
                "Expansion too large", $"The 'expand' option gives more than {MostExpanded} items. Ask for fewer items or fewer levels."));
        }

        var mapped = new Dictionary<string, object?>();
        foreach (var property in properties)
        {
            var wanted = _fields?.Of(property.Alias);
            if (_fields is not { HasParts: true } || wanted is not null)
            {
                mapped[property.Alias] = Value(property, _expand?.Of(property.Alias), wanted);
            }
        }

        return mapped;
    }

    /// <summary>
    /// What isn't expanded may be kept by the property and given to others, so it is made as if this request had no options.
    /// </summary>
    private object? Value(IPublishedProperty property, PropertySelection? expanding, PropertySelection? wanted)
    {
        var (outerExpand, outerFields) = (_expand, _fields);
        var isOwn = expanding is not null || wanted is { HasParts: true };
        (_expand, _fields) = isOwn ? (expanding, wanted) : (null, null);
        _depth++;
        try
        {
            return renderer.GetPropertyValue(property, isOwn);
        }
        finally
        {
            _depth--;
            (_expand, _fields) = (outerExpand, outerFields);
        }
    }
}
