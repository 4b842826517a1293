using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.ContentTypes;

/// <summary>What the three kinds of types have in common. Entities handed out are clones of the shared set.</summary>
public abstract class ContentTypeRepositoryBase<TItem>(EfScopeProvider scopes, ContentTypeSet types, Guid objectType) : IContentTypeRepositoryBase<TItem>
    where TItem : class, IContentTypeComposition
{
    private static readonly QueryMap<ContentTypeRow> Map = new QueryMap<ContentTypeRow>()
        .WithAll(row => row.Node)
        .With(nameof(IContentTypeBase.Alias), row => row.Alias)
        .With(nameof(IContentTypeBase.AllowedAsRoot), row => row.AllowedAsRoot)
        .With(nameof(IContentTypeBase.IsElement), row => row.IsElement)
        .With(nameof(IContentTypeBase.ListView), row => row.ListView);

    protected ContentTypeSet Types => types;

    protected CmsDb Db => scopes.Db;

    private IEnumerable<TItem> Mine => types.All.OfType<TItem>();

    public TItem? Get(int id) => Clone(types.Find(id) as TItem);

    public TItem? Get(Guid id) => Clone(Mine.FirstOrDefault(type => type.Key == id));

    public TItem? Get(string alias) => Clone(Mine.FirstOrDefault(type => type.Alias.InvariantEquals(alias)));

    public IEnumerable<TItem> GetMany(params int[]? ids) => Clones(Mine.Where(type => ids is not { Length: > 0 } || ids.Contains(type.Id)));

    public IEnumerable<TItem> GetMany(params Guid[]? ids) => Clones(Mine.Where(type => ids is not { Length: > 0 } || ids.Contains(type.Key)));

    public IEnumerable<TItem> Get(IQuery<TItem> query)
    {
        var ids = Matching(query).Select(row => row.Id).ToHashSet();
        return Clones(Mine.Where(type => ids.Contains(type.Id)));
    }

    public bool Exists(int id) => types.Find(id) is TItem;

    public bool Exists(Guid id) => Mine.Any(type => type.Key == id);

    public int Count(IQuery<TItem>? query) => query is null ? Mine.Count() : Matching(query).Count();

    public void Save(TItem entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ContentTypeWriter.Save(Db, entity, objectType);
        types.Changed();
    }

    public void Delete(TItem entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        NodeStore.Delete(Db, entity.Id);
        types.Changed();
    }

    public IEnumerable<MoveEventInfo<TItem>> Move(TItem moving, EntityContainer container)
    {
        ArgumentNullException.ThrowIfNull(moving);
        var moved = new MoveEventInfo<TItem>(moving, moving.Path, container?.Id ?? Constants.System.Root, container?.Key);
        moving.ParentId = container?.Id ?? Constants.System.Root;
        Save(moving);
        return [moved];
    }

    public string GetUniqueAlias(string alias)
    {
        var taken = types.All.Select(type => type.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var candidate = alias;
        for (var number = 1; taken.Contains(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{alias}{number}");
        }

        return candidate;
    }

    public bool HasContainerInPath(string contentPath)
    {
        ArgumentNullException.ThrowIfNull(contentPath);
        return HasContainerInPath([.. contentPath.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))]);
    }

    public bool HasContainerInPath(params int[] ids)
    {
        var listed = types.All.Where(type => type.ListView is not null).Select(type => type.Id).ToArray();
        return listed.Length > 0 && Db.Set<ContentRow>().Any(content => ids.Contains(content.Id) && listed.Contains(content.ContentTypeId));
    }

    public bool HasContentNodes(int id) => Db.Set<ContentRow>().Any(content => content.ContentTypeId == id);

    public IEnumerable<Guid> GetAllowedParentKeys(Guid key) =>
        [.. Mine.Where(type => type.AllowedContentTypes?.Any(child => child.Key == key) == true).Select(type => type.Key)];

    protected IEnumerable<TItem> Clones(IEnumerable<TItem> items) => [.. items.Select(item => Clone(item)!)];

    private IQueryable<ContentTypeRow> Matching(IQuery<TItem> query) =>
        ((EfQuery<TItem>)query).Apply(Db.Set<ContentTypeRow>().AsNoTracking().Where(row => row.Node.NodeObjectType == objectType), Map);

    private static TItem? Clone(TItem? type) => (TItem?)type?.DeepClone();
}

/// <inheritdoc cref="IContentTypeRepository"/>
public sealed class ContentTypeRepository(EfScopeProvider scopes, ContentTypeSet types)
    : ContentTypeRepositoryBase<IContentType>(scopes, types, Constants.ObjectTypes.DocumentType), IContentTypeRepository
{
    private static readonly QueryMap<PropertyTypeRow> PropertyMap = new QueryMap<PropertyTypeRow>()
        .WithAll(row => row)
        .With(nameof(IPropertyType.PropertyEditorAlias), row => row.DataType.EditorAlias);

    public IEnumerable<IContentType> GetByQuery(IQuery<PropertyType> query)
    {
        var ids = ((EfQuery<PropertyType>)query).Apply(Db.Set<PropertyTypeRow>().AsNoTracking(), PropertyMap)
            .Select(property => property.ContentTypeId).ToHashSet();
        return Clones(Types.All.OfType<IContentType>().Where(type => ids.Contains(type.Id)));
    }

    public IEnumerable<string> GetAllPropertyTypeAliases() =>
        [.. Types.All.SelectMany(type => type.PropertyTypes).Select(property => property.Alias).Distinct(StringComparer.Ordinal)];

    public IEnumerable<string> GetAllContentTypeAliases(params Guid[] objectTypes) =>
        [.. Types.All.Where(type => objectTypes.Length == 0 || objectTypes.Contains(ObjectTypeOf(type))).Select(type => type.Alias)];

    public IEnumerable<int> GetAllContentTypeIds(string[] aliases) =>
        [.. Types.All.Where(type => aliases.Contains(type.Alias, StringComparer.OrdinalIgnoreCase)).Select(type => type.Id)];

    private static Guid ObjectTypeOf(IContentTypeComposition type) => type switch
    {
        IMediaType => Constants.ObjectTypes.MediaType,
        IMemberType => Constants.ObjectTypes.MemberType,
        _ => Constants.ObjectTypes.DocumentType,
    };
}

/// <inheritdoc cref="IMediaTypeRepository"/>
public sealed class MediaTypeRepository(EfScopeProvider scopes, ContentTypeSet types)
    : ContentTypeRepositoryBase<IMediaType>(scopes, types, Constants.ObjectTypes.MediaType), IMediaTypeRepository;

/// <inheritdoc cref="IMemberTypeRepository"/>
public sealed class MemberTypeRepository(EfScopeProvider scopes, ContentTypeSet types)
    : ContentTypeRepositoryBase<IMemberType>(scopes, types, Constants.ObjectTypes.MemberType), IMemberTypeRepository;

/// <inheritdoc cref="IContentTypeCommonRepository"/>
public sealed class ContentTypeCommonRepository(ContentTypeSet types) : IContentTypeCommonRepository
{
    public IEnumerable<IContentTypeComposition> GetAllTypes() => [.. types.All.Select(type => (IContentTypeComposition)type.DeepClone())];

    public void ClearCache() => types.Invalidate();
}
