using System.Linq.Expressions;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Tags;

/// <summary>
/// Tags and what bears them. By Umbraco's convention a culture of null asks for tags without a language, "*" for those of
/// every language, and a group of null for all groups.
/// </summary>
public sealed class TagRepository(EfScopeProvider scopes) : ITagRepository
{
    private const string AnyCulture = "*";

    private static readonly QueryMap<TagRow> Map = new QueryMap<TagRow>().WithAll(row => row);

    private IQueryable<TagRow> Rows => scopes.Db.Set<TagRow>().AsNoTracking();

    private IQueryable<TagRelationRow> Relations => scopes.Db.Set<TagRelationRow>().AsNoTracking();

    public ITag? Get(int id) => Rows.FirstOrDefault(row => row.Id == id) is { } row ? ToModel(row) : null;

    public IEnumerable<ITag> GetMany(params int[]? ids) => Models(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<ITag> Get(IQuery<ITag> query) => Models(Matching(query));

    public int Count(IQuery<ITag>? query) => Matching(query).Count();

    public void Save(ITag entity)
    {
        if (entity.HasIdentity)
        {
            scopes.Db.Set<TagRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.Group, entity.Group)
                .SetProperty(row => row.Text, entity.Text)
                .SetProperty(row => row.LanguageId, entity.LanguageId));
        }
        else
        {
            var row = new TagRow { Group = entity.Group, Text = entity.Text, LanguageId = entity.LanguageId };
            scopes.Db.Insert(row);
            entity.Id = row.Id;
        }

        entity.ResetDirtyProperties();
    }

    public void Delete(ITag entity) => scopes.Db.Set<TagRow>().Where(row => row.Id == entity.Id).ExecuteDelete();

    public void Assign(int contentId, int propertyTypeId, IEnumerable<ITag> tags, bool replaceTags = true) =>
        TagWriter.Assign(scopes.Db, contentId, new Dictionary<int, ITag[]> { [propertyTypeId] = [.. tags] }, replaceTags);

    public void Remove(int contentId, int propertyTypeId, IEnumerable<ITag> tags)
    {
        ITag[] unwanted = [.. tags];
        string[] texts = [.. unwanted.Select(tag => tag.Text)];
        var ids = Rows.Where(row => texts.Contains(row.Text))
            .AsEnumerable()
            .Where(row => Array.Exists(unwanted, tag => tag.Text == row.Text && tag.Group == row.Group && tag.LanguageId == row.LanguageId))
            .Select(row => row.Id);
        TagWriter.Remove(scopes.Db, contentId, propertyTypeId, [.. ids]);
    }

    public void RemoveAll(int contentId) => scopes.Db.Set<TagRelationRow>().Where(row => row.NodeId == contentId).ExecuteDelete();

    public void RemoveAll(int contentId, int propertyTypeId) =>
        scopes.Db.Set<TagRelationRow>().Where(row => row.NodeId == contentId && row.PropertyTypeId == propertyTypeId).ExecuteDelete();

    public TaggedEntity? GetTaggedEntityByKey(Guid key) => Entities(Relations.Where(row => row.Node.Key == key)).FirstOrDefault();

    public TaggedEntity? GetTaggedEntityById(int id) => Entities(Relations.Where(row => row.NodeId == id)).FirstOrDefault();

    public IEnumerable<TaggedEntity> GetTaggedEntitiesByTagGroup(TaggableObjectTypes objectType, string group, string? culture = null) =>
        Entities(InCulture(OfType(Relations, objectType), culture).Where(row => row.Tag.Group == group));

    public IEnumerable<TaggedEntity> GetTaggedEntitiesByTag(TaggableObjectTypes objectType, string tag, string? group = null, string? culture = null) =>
        Entities(InGroup(InCulture(OfType(Relations, objectType), culture), group).Where(row => row.Tag.Text == tag));

    /// <summary>The tags that items of the type bear, each with how many do.</summary>
    public IEnumerable<ITag> GetTagsForEntityType(TaggableObjectTypes objectType, string? group = null, string? culture = null)
    {
        var counted = InGroup(InCulture(OfType(Relations, objectType), culture), group)
            .GroupBy(row => new { row.Tag.Id, row.Tag.Group, row.Tag.Text, row.Tag.LanguageId })
            .Select(tag => new { tag.Key, Nodes = tag.Select(row => row.NodeId).Distinct().Count() });
        return
        [
            .. counted.OrderBy(tag => tag.Key.Text).ThenBy(tag => tag.Key.Id).AsEnumerable().Select(tag => ToModel(
                new TagRow { Id = tag.Key.Id, Group = tag.Key.Group, Text = tag.Key.Text, LanguageId = tag.Key.LanguageId },
                tag.Nodes)),
        ];
    }

    public IEnumerable<ITag> GetTagsForEntity(int contentId, string? group = null, string? culture = null) =>
        Tags(row => row.NodeId == contentId, group, culture);

    public IEnumerable<ITag> GetTagsForEntity(Guid contentId, string? group = null, string? culture = null) =>
        Tags(row => row.Node.Key == contentId, group, culture);

    public IEnumerable<ITag> GetTagsForProperty(int contentId, string propertyTypeAlias, string? group = null, string? culture = null) =>
        Tags(row => row.NodeId == contentId && row.PropertyType.Alias == propertyTypeAlias, group, culture);

    public IEnumerable<ITag> GetTagsForProperty(Guid contentId, string propertyTypeAlias, string? group = null, string? culture = null) =>
        Tags(row => row.Node.Key == contentId && row.PropertyType.Alias == propertyTypeAlias, group, culture);

    private static IQueryable<TagRelationRow> OfType(IQueryable<TagRelationRow> relations, TaggableObjectTypes objectType) => objectType switch
    {
        TaggableObjectTypes.Content => relations.Where(row => row.Node.NodeObjectType == Constants.ObjectTypes.Document),
        TaggableObjectTypes.Media => relations.Where(row => row.Node.NodeObjectType == Constants.ObjectTypes.Media),
        TaggableObjectTypes.Member => relations.Where(row => row.Node.NodeObjectType == Constants.ObjectTypes.Member),
        _ => relations,
    };

    private static IQueryable<TagRelationRow> InCulture(IQueryable<TagRelationRow> relations, string? culture) => culture switch
    {
        AnyCulture => relations,
        null or "" => relations.Where(row => row.Tag.LanguageId == null),
        _ => relations.Where(row => row.Tag.Language!.IsoCode == culture),
    };

    private static IQueryable<TagRelationRow> InGroup(IQueryable<TagRelationRow> relations, string? group) =>
        string.IsNullOrWhiteSpace(group) ? relations : relations.Where(row => row.Tag.Group == group);

    private static TaggedEntity[] Entities(IQueryable<TagRelationRow> relations) =>
    [
        .. relations.Select(row => new { row.NodeId, row.PropertyTypeId, row.PropertyType.Alias, row.Tag })
            .OrderBy(row => row.NodeId)
            .ThenBy(row => row.Tag.Text)
            .AsEnumerable()
            .GroupBy(row => row.NodeId)
            .Select(node => new TaggedEntity(
                node.Key,
                [.. node.GroupBy(row => (row.PropertyTypeId, row.Alias)).Select(property => new TaggedProperty(
                    property.Key.PropertyTypeId,
                    property.Key.Alias,
                    [.. property.Select(row => ToModel(row.Tag))]))])),
    ];

    private static ITag[] Models(IQueryable<TagRow> rows) =>
        [.. rows.OrderBy(row => row.Text).ThenBy(row => row.Id).AsEnumerable().Select(row => ToModel(row))];

    private static Tag ToModel(TagRow row, int nodeCount = 0)
    {
        var model = new Tag(row.Id, row.Group, row.Text, row.LanguageId) { NodeCount = nodeCount };
        model.ResetDirtyProperties(false);
        return model;
    }

    private ITag[] Tags(Expression<Func<TagRelationRow, bool>> filter, string? group, string? culture) =>
        Models(InGroup(InCulture(Relations.Where(filter), culture), group).Select(row => row.Tag).Distinct());

    private IQueryable<TagRow> Matching(IQuery<ITag>? query) => query is EfQuery<ITag> filter ? filter.Apply(Rows, Map) : Rows;
}
