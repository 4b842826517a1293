using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Usage;

/// <summary>Whether content holds values of a data type.</summary>
public sealed class DataTypeUsageRepository(EfScopeProvider scopes) : IDataTypeUsageRepository
{
    public async Task<bool> HasSavedValuesAsync(Guid dataTypeKey)
    {
        var properties = await scopes.Db.Set<PropertyTypeRow>()
            .Where(property => property.DataType.Node.Key == dataTypeKey)
            .Select(property => property.Id)
            .ToListAsync()
            .ConfigureAwait(false);
        foreach (var property in properties)
        {
            if (await scopes.Db.Set<ContentVersionRow>().WithValueOf(property).AnyAsync().ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Whether content holds values of a property that a type has itself.</summary>
public sealed class PropertyTypeUsageRepository(EfScopeProvider scopes) : IPropertyTypeUsageRepository
{
    private static readonly Guid[] ContentTypes =
        [Constants.ObjectTypes.DocumentType, Constants.ObjectTypes.MediaType, Constants.ObjectTypes.MemberType];

    public async Task<bool> HasSavedPropertyValuesAsync(Guid contentTypeKey, string propertyAlias)
    {
        var properties =
            from property in scopes.Db.Set<PropertyTypeRow>()
            join type in scopes.Db.Set<ContentTypeRow>() on property.ContentTypeId equals type.Id
            where type.Node.Key == contentTypeKey && property.Alias == propertyAlias
            select (int?)property.Id;
        return await properties.FirstOrDefaultAsync().ConfigureAwait(false) is { } id
            && await scopes.Db.Set<ContentVersionRow>().WithValueOf(id).AnyAsync().ConfigureAwait(false);
    }

    public Task<bool> ContentTypeExistAsync(Guid contentTypeKey) =>
        scopes.Db.Set<NodeRow>().AnyAsync(node => node.Key == contentTypeKey && ContentTypes.Contains(node.NodeObjectType));
}
