using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.DataTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.ContentTypes;

/// <summary>Writes a type with its groups, properties and compositions, and gives new ones their ids.</summary>
internal static class ContentTypeWriter
{
    public static void Save(CmsDb db, IContentTypeComposition type, Guid objectType)
    {
        ContentTypeRow row;
        if (!type.HasIdentity)
        {
            type.AddingEntity();
            var node = NodeStore.Insert(db, type, objectType, appendToSiblings: false);
            row = new ContentTypeRow { Id = node.Id, Alias = type.Alias, AllowedContentTypes = "[]", AllowedTemplates = "[]" };
            db.Add(row);
        }
        else
        {
            type.UpdatingEntity();
            NodeStore.Update(db, type);
            row = db.Set<ContentTypeRow>().Include(x => x.Groups).Include(x => x.Properties).Include(x => x.Compositions)
                .AsSplitQuery().Single(x => x.Id == type.Id);
        }

        Fill(row, type);
        SaveCompositions(row, type);
        db.SaveChanges();
        SaveGroups(db, row, type);
        SaveProperties(db, row, type);
        db.ChangeTracker.Clear();
        type.ResetDirtyProperties();
    }

    private static void Fill(ContentTypeRow row, IContentTypeComposition type)
    {
        row.Alias = type.Alias;
        row.Icon = type.Icon;
        row.Thumbnail = type.Thumbnail;
        row.Description = type.Description;
        row.AllowedAsRoot = type.AllowedAsRoot;
        row.ListView = type.ListView;
        row.IsElement = type.IsElement;
        row.Variations = (int)type.Variations;
        row.AllowedContentTypes = JsonSerializer.Serialize(
            (type.AllowedContentTypes ?? []).Select(child => new ContentTypeMapper.AllowedType(child.Key, child.SortOrder)));
        if (type is IContentType document)
        {
            row.AllowedTemplates = JsonSerializer.Serialize((document.AllowedTemplates ?? []).Select(template => template.Id));
            row.DefaultTemplateId = document.DefaultTemplateId > 0 ? document.DefaultTemplateId : null;
            row.HistoryCleanup = document.HistoryCleanup is null ? null : JsonSerializer.Serialize(document.HistoryCleanup);
        }
    }

    private static void SaveCompositions(ContentTypeRow row, IContentTypeComposition type)
    {
        var wanted = type.ContentTypeComposition.Select(part => part.Id).Distinct().ToList();
        row.Compositions.RemoveAll(part => !wanted.Contains(part.ComposedOfId));
        for (var index = 0; index < wanted.Count; index++)
        {
            var part = row.Compositions.FirstOrDefault(existing => existing.ComposedOfId == wanted[index]);
            if (part is null)
            {
                row.Compositions.Add(part = new CompositionRow { ContentTypeId = row.Id, ComposedOfId = wanted[index] });
            }

            part.SortOrder = index;
        }
    }

    private static void SaveGroups(CmsDb db, ContentTypeRow row, IContentTypeComposition type)
    {
        var pairs = new List<(PropertyGroup Group, PropertyGroupRow Row)>();
        foreach (var group in type.PropertyGroups)
        {
            group.Key = group.Key == Guid.Empty ? Guid.CreateVersion7() : group.Key;
            var groupRow = row.Groups.FirstOrDefault(existing => group.HasIdentity && existing.Id == group.Id);
            if (groupRow is null)
            {
                row.Groups.Add(groupRow = new PropertyGroupRow { ContentTypeId = row.Id, Alias = group.Alias });
            }

            groupRow.Key = group.Key;
            groupRow.Alias = group.Alias;
            groupRow.Name = group.Name;
            groupRow.Type = (short)group.Type;
            groupRow.SortOrder = group.SortOrder;
            pairs.Add((group, groupRow));
        }

        row.Groups.RemoveAll(existing => pairs.TrueForAll(pair => pair.Row != existing));
        db.SaveChanges();
        pairs.ForEach(pair => pair.Group.Id = pair.Row.Id);
    }

    private static void SaveProperties(CmsDb db, ContentTypeRow row, IContentTypeComposition type)
    {
        var pairs = new List<(IPropertyType Property, PropertyTypeRow Row)>();
        foreach (var property in type.PropertyTypes)
        {
            property.Key = property.Key == Guid.Empty ? Guid.CreateVersion7() : property.Key;
            ResolveDataType(db, property);
            var propertyRow = row.Properties.FirstOrDefault(existing => property.HasIdentity && existing.Id == property.Id);
            if (propertyRow is null)
            {
                row.Properties.Add(propertyRow = new PropertyTypeRow { ContentTypeId = row.Id, Alias = property.Alias, Name = property.Name });
            }

            propertyRow.GroupId = type.PropertyGroups.FirstOrDefault(group => group.PropertyTypes?.Contains(property.Alias) == true)?.Id;
            Fill(propertyRow, property, type as IMemberType);
            pairs.Add((property, propertyRow));
        }

        row.Properties.RemoveAll(existing => pairs.TrueForAll(pair => pair.Row != existing));
        db.SaveChanges();
        pairs.ForEach(pair => pair.Property.Id = pair.Row.Id);
    }

    private static void Fill(PropertyTypeRow row, IPropertyType property, IMemberType? member)
    {
        row.Key = property.Key;
        row.DataTypeId = property.DataTypeId;
        row.Alias = property.Alias;
        row.Name = property.Name;
        row.Description = property.Description;
        row.Mandatory = property.Mandatory;
        row.MandatoryMessage = property.MandatoryMessage;
        row.ValidationRegExp = property.ValidationRegExp;
        row.ValidationRegExpMessage = property.ValidationRegExpMessage;
        row.LabelOnTop = property.LabelOnTop;
        row.SortOrder = property.SortOrder;
        row.Variations = (int)property.Variations;
        row.MemberCanEdit = member?.MemberCanEditProperty(property.Alias) ?? false;
        row.MemberCanView = member?.MemberCanViewProperty(property.Alias) ?? false;
        row.IsSensitive = member?.IsSensitiveProperty(property.Alias) ?? false;
    }

    /// <summary>A property may name its data type by key, by id, or by its editor only (then the first data type with that editor serves).</summary>
    /// <exception cref="InvalidOperationException">There is no such data type.</exception>
    private static void ResolveDataType(CmsDb db, IPropertyType property)
    {
        if (property.DataTypeId > 0 && property.DataTypeKey != Guid.Empty)
        {
            return;
        }

        var types = db.Set<DataTypeRow>().AsNoTracking();
        var found = property.DataTypeKey != Guid.Empty
            ? types.Where(type => type.Node.Key == property.DataTypeKey)
            : property.DataTypeId != 0
                ? types.Where(type => type.Id == property.DataTypeId)
                : types.Where(type => type.EditorAlias == property.PropertyEditorAlias).OrderBy(type => type.Id);
        var match = found.Select(type => new { type.Id, type.Node.Key }).FirstOrDefault()
            ?? throw new InvalidOperationException($"Property '{property.Alias}' names a data type that does not exist ({property.PropertyEditorAlias}).");
        property.DataTypeId = match.Id;
        property.DataTypeKey = match.Key;
    }
}
