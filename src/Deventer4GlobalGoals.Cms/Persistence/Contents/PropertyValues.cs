using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>Moves property values between entities and versions.</summary>
internal static class PropertyValues
{
    /// <summary>
    /// The properties of an entity. Values whose culture doesn't fit how the property varies now are read as those of the default
    /// language, and written so at the next save: that is what becomes of them when a type starts or stops to vary.
    /// </summary>
    public static PropertyCollection Read(IContentTypeComposition type, VersionData draft, VersionData? published, string defaultCulture)
    {
        var drafts = draft.Values.ToLookup(value => value.PropertyTypeId);
        var publics = (published ?? VersionData.Empty).Values.ToLookup(value => value.PropertyTypeId);
        return new PropertyCollection(type.CompositionPropertyTypes.Select(property => Property.CreateWithValues(
            0,
            property,
            [.. Initial(drafts[property.Id], property, false, defaultCulture), .. Initial(publics[property.Id], property, true, defaultCulture)])));
    }

    /// <summary>The values to store, those of the draft or those that are published.</summary>
    public static IEnumerable<PropertyDatum> Write(IEnumerable<IProperty> properties, bool published) =>
        from property in properties
        from value in property.Values
        let stored = published ? value.PublishedValue : value.EditedValue
        where stored is not null
        select new PropertyDatum(property.PropertyTypeId, value.Culture, value.Segment, stored);

    /// <summary>Whether any value, in the culture when one is given, differs between draft and published.</summary>
    public static bool Edited(IEnumerable<IProperty> properties, string? culture = null) =>
        properties.Any(property => property.Values.Any(value =>
            (culture is null || value.Culture.InvariantEquals(culture)) && !Equals(value.EditedValue, value.PublishedValue)));

    private static IEnumerable<Property.InitialPropertyValue> Initial(IEnumerable<PropertyDatum> values, IPropertyType property, bool published, string defaultCulture)
    {
        var varies = property.VariesByCulture();
        foreach (var value in values)
        {
            if (!varies && value.Culture is not null && !value.Culture.InvariantEquals(defaultCulture))
            {
                continue;
            }

            var culture = varies ? value.Culture ?? defaultCulture : null;
            yield return new Property.InitialPropertyValue(culture, value.Segment, published, VersionData.As(value.Value, property.ValueStorageType));
        }
    }
}
