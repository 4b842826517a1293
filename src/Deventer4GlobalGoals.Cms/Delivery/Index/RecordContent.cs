using Deventer4GlobalGoals.Cms.Published;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>
/// A published record as the document that index handlers want. It holds the values of that record only: a handler that asks for the
/// edited value of a published page can't get at the draft.
/// </summary>
internal static class RecordContent
{
    public static IContent Of(PublishedRecord record, IContentType type, IReadOnlyDictionary<string, IPropertyType> properties)
    {
        var values = record.Values.Read()
            .GroupBy(value => value.Alias, StringComparer.OrdinalIgnoreCase)
            .Where(property => properties.ContainsKey(property.Key))
            .Select(property => Property.CreateWithValues(0, properties[property.Key], [.. property.SelectMany(Initial)]));
        var content = new Content(record.Name, record.ParentId, type, new PropertyCollection(values), null);
        content.DisableChangeTracking();
        (content.Id, content.Key, content.Path, content.Level) = (record.Id, record.Key, record.Path, record.Level);
        (content.SortOrder, content.TemplateId) = (record.SortOrder, record.TemplateId);
        (content.CreatorId, content.WriterId) = (record.CreatorId, record.WriterId);
        (content.CreateDate, content.UpdateDate) = (record.CreateDate, record.UpdateDate);
        content.Published = record.Published;
        content.PublishDate = record.UpdateDate;
        content.PublishName = record.Name;
        foreach (var culture in record.Cultures)
        {
            content.SetCultureInfo(culture.Culture, culture.Name, culture.Date);
            if (culture.Published)
            {
                content.SetPublishInfo(culture.Culture, culture.Name, culture.Date);
            }
        }

        content.EnableChangeTracking();
        content.ResetDirtyProperties(false);
        return content;
    }

    private static IEnumerable<Property.InitialPropertyValue> Initial(PublishedValue value) =>
    [
        new Property.InitialPropertyValue(value.Culture, null, false, value.Source),
        new Property.InitialPropertyValue(value.Culture, null, true, value.Source),
    ];
}
