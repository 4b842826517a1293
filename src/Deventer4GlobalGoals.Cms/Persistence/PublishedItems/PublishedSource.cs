using System.Runtime.CompilerServices;
using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Published;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.Persistence.PublishedItems;

/// <summary>Reads for the snapshot what is committed, on a context of its own.</summary>
internal sealed class PublishedSource(
    ICmsDbFactory databases, ICoreScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages) : IPublishedSource
{
    /// <summary>How many keys one query asks for: providers limit the parameters of a command.</summary>
    private const int BatchSize = 500;

    /// <summary>The set of types gives the same objects until a type changes, so their shapes are made once.</summary>
    private static readonly ConditionalWeakTable<IContentTypeComposition, TypeShape> Shapes = [];

    private readonly Func<CmsDb, Guid, bool, Guid, IEnumerable<VersionOfNode>> _single = EF.CompileQuery<CmsDb, Guid, bool, Guid, VersionOfNode>((db, objectType, current, key) =>
        db.Set<ContentVersionRow>().AsNoTracking()
            .Where(version => version.Content.Node.Key == key && version.Content.Node.NodeObjectType == objectType && !version.Content.Node.Trashed)
            .Where(version => current ? version.Current : version.Published)
            .Select(version => new VersionOfNode(version.Content.Node, version.Content.ContentTypeId, version.Content.Published, version)));

    public IEnumerable<PublishedRecord> LoadAll(PublishedItemType kind, bool draft)
    {
        var reading = Reading.Start(scopes, types, languages);
        using var db = databases.Create();
        foreach (var record in Rows(db, kind, draft).Select(Projection).AsEnumerable().AsParallel().Select(reading.Record).OfType<PublishedRecord>())
        {
            yield return record;
        }
    }

    public IReadOnlyList<PublishedRecord> Load(PublishedItemType kind, bool draft, IReadOnlyCollection<Guid> keys)
    {
        var reading = Reading.Start(scopes, types, languages);
        using var db = databases.Create();
        var records = new List<PublishedRecord>(keys.Count);
        foreach (var batch in keys.Chunk(BatchSize))
        {
            var rows = batch is [var single]
                ? _single(db, kind == PublishedItemType.Media ? Constants.ObjectTypes.Media : Constants.ObjectTypes.Document, draft || kind == PublishedItemType.Media, single)
                : Rows(db, kind, draft).Where(version => batch.Contains(version.Content.Node.Key)).Select(Projection);
            records.AddRange(rows.Select(reading.Record).OfType<PublishedRecord>());
        }

        return records;
    }

    private static readonly System.Linq.Expressions.Expression<Func<ContentVersionRow, VersionOfNode>> Projection =
        version => new VersionOfNode(version.Content.Node, version.Content.ContentTypeId, version.Content.Published, version);

    private static IQueryable<ContentVersionRow> Rows(CmsDb db, PublishedItemType kind, bool draft)
    {
        var media = kind == PublishedItemType.Media;
        var objectType = media ? Constants.ObjectTypes.Media : Constants.ObjectTypes.Document;
        return db.Set<ContentVersionRow>().AsNoTracking()
            .Where(version => version.Content.Node.NodeObjectType == objectType && !version.Content.Node.Trashed)
            .Where(version => media || draft ? version.Current : version.Published);
    }

    internal sealed record VersionOfNode(Nodes.NodeRow Node, int ContentTypeId, bool Published, ContentVersionRow Version);

    /// <summary>What all records of one reading share: types and languages, as they were committed.</summary>
    private sealed class Reading(IReadOnlyDictionary<int, TypeShape> shapes, SiteCultures cultures)
    {
        public static Reading Start(ICoreScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages)
        {
            using var scope = scopes.CreateCoreScope(autoComplete: true);
            return new Reading(
                types.All.ToDictionary(type => type.Id, type => Shapes.GetValue(type, TypeShape.Of)),
                new SiteCultures(languages.GetDefaultIsoCode(), languages.GetMany().Select(language => language.IsoCode)));
        }

        public PublishedRecord? Record(VersionOfNode row)
        {
            if (!shapes.TryGetValue(row.ContentTypeId, out var shape))
            {
                return null;
            }

            var (node, version) = (row.Node, row.Version);
            using var data = JsonDocument.Parse(version.Data);
            var name = version.Name ?? node.Name ?? "";
            return new PublishedRecord(
                node.Id, node.Key, node.ParentId, node.Path, node.Level, node.SortOrder, row.ContentTypeId, version.TemplateId,
                node.CreatorId, version.UserId, node.CreateDate, version.VersionDate, name,
                shape.IsMedia || row.Published, node.Trashed,
                shape.Varies ? Cultures(data.RootElement, name, version) : [],
                StoredValues.Of(data.RootElement, shape, cultures));
        }

        private PublishedCulture[] Cultures(JsonElement data, string name, ContentVersionRow version)
        {
            var held = data.TryGetProperty("cultures", out var names) ? VersionData.CulturesOf(names).ToList() : [];
            return held.Count == 0
                ? [new PublishedCulture(cultures.Default, name, version.VersionDate, version.Published)]
                : [.. held.Where(culture => cultures.Has(culture.Culture))
                    .Select(culture => new PublishedCulture(cultures.Shared(culture.Culture), culture.Name, culture.Date, version.Published))];
        }
    }
}
