using Deventer4GlobalGoals.Cms.Delivery.Access;
using Deventer4GlobalGoals.Cms.Published;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>From the items of a snapshot to the values that the site's index handlers give for them.</summary>
internal sealed class IndexReader(
    ContentIndexHandlerCollection handlers,
    IContentTypeService types,
    ILanguageService languages,
    ProtectedPages protectedPages,
    IOptionsMonitor<DeliveryApiSettings> settings)
{
    public IReadOnlyList<IndexField> Fields { get; } =
        [.. handlers.SelectMany(handler => handler.GetFields()).DistinctBy(field => field.FieldName, StringComparer.OrdinalIgnoreCase)];

    private ContentIndexHandlerCollection Handlers => handlers;

    private IContentTypeService Types => types;

    private ProtectedPages Protected => protectedPages;

    private DeliveryApiSettings Settings => settings.CurrentValue;

    public IReadOnlyList<string> Cultures() =>
        [.. languages.GetAllAsync().GetAwaiter().GetResult().Select(language => language.IsoCode)];

    /// <summary>A reading of one state: what it looked up once, it keeps.</summary>
    public Reading Start(Snapshot snapshot) => new(this, snapshot, Cultures());

    internal sealed class Reading(IndexReader reader, Snapshot snapshot, IReadOnlyList<string> languages)
    {
        private readonly Dictionary<int, (IContentType? Type, Dictionary<string, IPropertyType> Properties)> _types = [];

        /// <summary>Null when no query may find the item.</summary>
        public IndexedFields? Read(PublishedNode node)
        {
            var record = node.Record;
            var (type, properties) = TypeOf(record.ContentTypeId);
            if (type is null
                || !reader.Settings.IsAllowedContentType(type.Alias)
                || reader.Protected.Contains(record.Path)
                || CulturesOf(record) is not { Count: > 0 } cultures)
            {
                return null;
            }

            var content = RecordContent.Of(record, type, properties);
            var varies = type.VariesByCulture();
            var values = cultures.ToDictionary(
                culture => culture,
                IReadOnlyDictionary<string, IReadOnlyList<object>> (culture) => Fields(content, varies ? culture : null),
                StringComparer.OrdinalIgnoreCase);
            return new IndexedFields(record.Id, new IndexedItem(record.Key, record.Path, string.Join(',', cultures)), values);
        }

        /// <summary>Its own cultures, as far as every ancestor has them too: without, the item has no address in that language.</summary>
        private List<string> CulturesOf(PublishedRecord record)
        {
            var cultures = languages.ToList();
            for (var at = record; ;)
            {
                if (TypeOf(at.ContentTypeId).Type?.VariesByCulture() == true)
                {
                    cultures.RemoveAll(culture => !at.Cultures.Any(own =>
                        !string.IsNullOrWhiteSpace(own.Name) && string.Equals(own.Culture, culture, StringComparison.OrdinalIgnoreCase)));
                }

                if (at.ParentId <= 0)
                {
                    return cultures;
                }

                if (snapshot.Find(at.ParentId) is not { } parent)
                {
                    return [];
                }

                at = parent.Record;
            }
        }

        private Dictionary<string, IReadOnlyList<object>> Fields(IContent content, string? culture)
        {
            var fields = new Dictionary<string, IReadOnlyList<object>>(StringComparer.OrdinalIgnoreCase);
            foreach (var value in reader.Handlers.SelectMany(handler => handler.GetFieldValues(content, culture)))
            {
                fields[value.FieldName] = fields.TryGetValue(value.FieldName, out var before) ? [.. before, .. value.Values] : [.. value.Values];
            }

            return fields;
        }

        private (IContentType? Type, Dictionary<string, IPropertyType> Properties) TypeOf(int id)
        {
            if (!_types.TryGetValue(id, out var known))
            {
                var type = reader.Types.Get(id);
                known = (type, type?.CompositionPropertyTypes.ToDictionary(property => property.Alias, StringComparer.OrdinalIgnoreCase) ?? []);
                _types[id] = known;
            }

            return known;
        }
    }
}
