using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Persistence.ContentTypes;

/// <summary>All document, media and member types, built with their compositions. Shared: callers that change one take a clone.</summary>
public sealed class ContentTypeSet
{
    private readonly FullSet<Dictionary<int, IContentTypeComposition>> _types;
    private readonly ContentTypeMapper _mapper;

    public ContentTypeSet(EfScopeProvider scopes, IShortStringHelper shortStringHelper, Lazy<ITemplateRepository> templates)
    {
        _mapper = new ContentTypeMapper(shortStringHelper, templates);
        _types = new FullSet<Dictionary<int, IContentTypeComposition>>(scopes, Load);
    }

    public IEnumerable<IContentTypeComposition> All => _types.Value.Values;

    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    public T Get<T>(int id)
        where T : class, IContentTypeComposition =>
        Find(id) as T ?? throw new InvalidOperationException($"There is no {typeof(T).Name} with id {id}.");

    public IContentTypeComposition? Find(int id) => _types.Value.GetValueOrDefault(id);

    /// <summary>To be called after a change to types, data types or templates.</summary>
    public void Changed() => _types.Changed();

    /// <summary>Forgets what was read.</summary>
    public void Invalidate() => _types.Invalidate();

    private Dictionary<int, IContentTypeComposition> Load(CmsDb db)
    {
        var rows = db.Set<ContentTypeRow>().AsNoTracking()
            .Include(row => row.Node)
            .Include(row => row.Groups)
            .Include(row => row.Compositions)
            .Include(row => row.Properties).ThenInclude(property => property.DataType.Node)
            .AsSplitQuery()
            .OrderBy(row => row.Id)
            .ToList();
        var aliases = rows.ToDictionary(row => row.Node.Key, row => row.Alias);
        var types = rows.ToDictionary(row => row.Id, row => _mapper.ToEntity(row, aliases));
        foreach (var row in rows)
        {
            foreach (var part in row.Compositions.OrderBy(part => part.SortOrder))
            {
                types[row.Id].AddContentType(types[part.ComposedOfId]);
            }
        }

        foreach (var type in types.Values)
        {
            ContentTypeMapper.Finish(type);
        }

        return types;
    }
}
