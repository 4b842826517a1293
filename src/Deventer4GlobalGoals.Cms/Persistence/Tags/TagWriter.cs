using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Tags;

/// <summary>Brings the tags of a node's properties to what they should be, with one query when they already are.</summary>
internal static class TagWriter
{
    private sealed record TagKey(string Group, string Text, int? LanguageId)
    {
        public static TagKey Of(ITag tag) => new(tag.Group, tag.Text, tag.LanguageId);
    }

    /// <param name="db">The database.</param>
    /// <param name="nodeId">The node that bears the tags.</param>
    /// <param name="tagsByProperty">For each property type that is looked at, the tags that it should have.</param>
    /// <param name="replace">Whether tags that aren't listed are taken away.</param>
    public static void Assign(CmsDb db, int nodeId, IReadOnlyDictionary<int, ITag[]> tagsByProperty, bool replace)
    {
        if (tagsByProperty.Count == 0)
        {
            return;
        }

        int[] properties = [.. tagsByProperty.Keys];
        var known = db.Set<TagRelationRow>()
            .Where(row => row.NodeId == nodeId && properties.Contains(row.PropertyTypeId))
            .Select(row => new { row.PropertyTypeId, row.TagId, row.Tag.Group, row.Tag.Text, row.Tag.LanguageId })
            .AsEnumerable()
            .ToDictionary(row => (row.PropertyTypeId, Tag: new TagKey(row.Group, row.Text, row.LanguageId)), row => row.TagId);
        var wanted = tagsByProperty
            .SelectMany(pair => pair.Value.Where(tag => !string.IsNullOrWhiteSpace(tag.Text)).Select(tag => (PropertyTypeId: pair.Key, Tag: TagKey.Of(tag))))
            .ToHashSet();

        if (replace)
        {
            foreach (var gone in known.Where(row => !wanted.Contains(row.Key)).GroupBy(row => row.Key.PropertyTypeId, row => row.Value))
            {
                Remove(db, nodeId, gone.Key, [.. gone]);
            }
        }

        wanted.ExceptWith(known.Keys);
        if (wanted.Count > 0)
        {
            var ids = Ids(db, [.. wanted.Select(pair => pair.Tag).Distinct()]);
            db.Insert(wanted
                .Select(pair => new TagRelationRow { NodeId = nodeId, PropertyTypeId = pair.PropertyTypeId, TagId = ids[pair.Tag] })
                .ToArray());
        }
    }

    public static void Remove(CmsDb db, int nodeId, int propertyTypeId, int[] tagIds) =>
        db.Set<TagRelationRow>()
            .Where(row => row.NodeId == nodeId && row.PropertyTypeId == propertyTypeId && tagIds.Contains(row.TagId))
            .ExecuteDelete();

    private static Dictionary<TagKey, int> Ids(CmsDb db, TagKey[] tags)
    {
        string[] texts = [.. tags.Select(tag => tag.Text).Distinct(StringComparer.Ordinal)];
        var ids = db.Set<TagRow>().AsNoTracking()
            .Where(row => texts.Contains(row.Text))
            .AsEnumerable()
            .ToDictionary(row => new TagKey(row.Group, row.Text, row.LanguageId), row => row.Id);
        var missing = tags
            .Where(tag => !ids.ContainsKey(tag))
            .Select(tag => new TagRow { Group = tag.Group, Text = tag.Text, LanguageId = tag.LanguageId })
            .ToArray();
        db.Insert(missing);
        foreach (var row in missing)
        {
            ids.Add(new TagKey(row.Group, row.Text, row.LanguageId), row.Id);
        }

        return ids;
    }
}
