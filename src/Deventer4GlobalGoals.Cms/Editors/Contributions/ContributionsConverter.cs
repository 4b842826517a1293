using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Editors.Contributions;

/// <summary>Gives a list of <see cref="Contribution"/>, empty where there are none or the stored text cannot be read.</summary>
[DefaultPropertyValueConverter]
public sealed class ContributionsConverter : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == ContributionsEditor.SchemaAlias;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(IReadOnlyList<Contribution>);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <summary>Asked of the value that is kept, so that a text is read once.</summary>
    public override bool? IsValue(object? value, PropertyValueLevel level) => level switch
    {
        PropertyValueLevel.Source => value is null or "" ? false : null,
        PropertyValueLevel.Inter => value is IReadOnlyList<Contribution> { Count: > 0 },
        _ => null,
    };

    public override object ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview) => Read(source);

    public override object ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview) => inter as IReadOnlyList<Contribution> ?? [];

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(JsonArray);

    /// <summary>The same objects as are stored, in their one canonical form.</summary>
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding) => JsonNode.Parse(ContributionJson.Write(inter as IReadOnlyList<Contribution> ?? []));

    private static IReadOnlyList<Contribution> Read(object? source) =>
        ContributionJson.TryParse(source?.ToString(), out var contributions, out _) ? contributions : [];
}
