using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Persistence.ContentTypes;

/// <summary>Builds types from their rows.</summary>
internal sealed class ContentTypeMapper(IShortStringHelper shortStringHelper, Lazy<ITemplateRepository> templates)
{
    /// <param name="row">The type with its groups and properties.</param>
    /// <param name="aliases">The present aliases of all types by key: allowed children are kept by key.</param>
    public IContentTypeComposition ToEntity(ContentTypeRow row, IReadOnlyDictionary<Guid, string> aliases)
    {
        var type = Create(row.Node.NodeObjectType);
        type.DisableChangeTracking();
        NodeStore.Fill(type, row.Node);
        type.Alias = row.Alias;
        type.Icon = row.Icon;
        type.Thumbnail = row.Thumbnail;
        type.Description = row.Description;
        type.AllowedAsRoot = row.AllowedAsRoot;
        type.ListView = row.ListView;
        type.IsElement = row.IsElement;
        type.Variations = (ContentVariation)row.Variations;
        type.AllowedContentTypes = [.. Allowed(row, aliases)];
        type.PropertyGroups = new PropertyGroupCollection(row.Groups.OrderBy(group => group.SortOrder).Select(group => Group(group, row, type)));
        type.NoGroupPropertyTypes = new PropertyTypeCollection(type is IContentType, row.Properties.Where(property => property.GroupId is null)
            .OrderBy(property => property.SortOrder).Select(property => Property(property, type is IContentType)));
        switch (type)
        {
            case ContentType document:
                FillDocumentType(document, row);
                break;
            case MemberType member:
                FillMemberType(member, row);
                break;
        }

        return type;
    }

    public static void Finish(IContentTypeComposition type)
    {
        type.EnableChangeTracking();
        type.ResetDirtyProperties(false);
    }

    private ContentTypeCompositionBase Create(Guid objectType)
    {
        if (objectType == Constants.ObjectTypes.MediaType)
        {
            return new MediaType(shortStringHelper, Constants.System.Root);
        }

        return objectType == Constants.ObjectTypes.MemberType
            ? new MemberType(shortStringHelper, Constants.System.Root)
            : new ContentType(shortStringHelper, Constants.System.Root);
    }

    private static IEnumerable<ContentTypeSort> Allowed(ContentTypeRow row, IReadOnlyDictionary<Guid, string> aliases) =>
        JsonSerializer.Deserialize<List<AllowedType>>(row.AllowedContentTypes)!
            .Where(child => aliases.ContainsKey(child.Key))
            .Select(child => new ContentTypeSort(child.Key, child.SortOrder, aliases[child.Key]));

    private PropertyGroup Group(PropertyGroupRow group, ContentTypeRow row, IContentTypeComposition type)
    {
        var publishing = type is IContentType;
        var properties = row.Properties.Where(property => property.GroupId == group.Id)
            .OrderBy(property => property.SortOrder)
            .Select(property => Property(property, publishing));
        return new PropertyGroup(new PropertyTypeCollection(publishing, properties))
        {
            Id = group.Id,
            Key = group.Key,
            Alias = group.Alias,
            Name = group.Name,
            Type = (PropertyGroupType)group.Type,
            SortOrder = group.SortOrder,
        };
    }

    private PropertyType Property(PropertyTypeRow row, bool publishing)
    {
        var type = new PropertyType(shortStringHelper, row.DataType.EditorAlias, Enum.Parse<ValueStorageType>(row.DataType.DatabaseType), row.Alias)
        {
            Id = row.Id,
            Key = row.Key,
            DataTypeId = row.DataTypeId,
            DataTypeKey = row.DataType.Node.Key,
            Name = row.Name,
            Description = row.Description,
            Mandatory = row.Mandatory,
            MandatoryMessage = row.MandatoryMessage,
            ValidationRegExp = row.ValidationRegExp,
            ValidationRegExpMessage = row.ValidationRegExpMessage,
            LabelOnTop = row.LabelOnTop,
            SortOrder = row.SortOrder,
            Variations = (ContentVariation)row.Variations,
            SupportsPublishing = publishing,
        };
        type.ResetDirtyProperties(false);
        return type;
    }

    private void FillDocumentType(ContentType type, ContentTypeRow row)
    {
        var ids = JsonSerializer.Deserialize<int[]>(row.AllowedTemplates)!;
        type.AllowedTemplates = ids.Length == 0 ? [] : [.. templates.Value.GetMany(ids)];
        type.DefaultTemplateId = row.DefaultTemplateId ?? 0;
        type.HistoryCleanup = row.HistoryCleanup is null ? new HistoryCleanup() : JsonSerializer.Deserialize<HistoryCleanup>(row.HistoryCleanup);
    }

    private static void FillMemberType(MemberType type, ContentTypeRow row)
    {
        foreach (var property in row.Properties)
        {
            type.SetMemberCanEditProperty(property.Alias, property.MemberCanEdit);
            type.SetMemberCanViewProperty(property.Alias, property.MemberCanView);
            type.SetIsSensitiveProperty(property.Alias, property.IsSensitive);
        }
    }

    internal sealed record AllowedType(Guid Key, int SortOrder);
}
