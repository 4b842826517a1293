using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.DataTypes;

/// <inheritdoc cref="IDataTypeRepository"/>
/// <remarks>A data type whose editor isn't installed keeps its alias and configuration untouched.</remarks>
public sealed class DataTypeRepository : IDataTypeRepository
{
    private static readonly QueryMap<DataTypeRow> Map = new QueryMap<DataTypeRow>()
        .WithAll(row => row.Node)
        .With(nameof(IDataType.EditorAlias), row => row.EditorAlias)
        .With(nameof(IDataType.EditorUiAlias), row => row.EditorUiAlias);

    private readonly EfScopeProvider _scopes;
    private readonly Lazy<PropertyEditorCollection> _editors;
    private readonly IConfigurationEditorJsonSerializer _serializer;
    private readonly IDataValueEditorFactory _valueEditors;
    private readonly Lazy<ContentTypeSet> _types;
    private readonly FullSet<Dictionary<int, IDataType>> _all;

    public DataTypeRepository(
        EfScopeProvider scopes,
        Lazy<PropertyEditorCollection> editors,
        IConfigurationEditorJsonSerializer serializer,
        IDataValueEditorFactory valueEditors,
        Lazy<ContentTypeSet> types)
    {
        _scopes = scopes;
        _editors = editors;
        _serializer = serializer;
        _valueEditors = valueEditors;
        _types = types;
        _all = new FullSet<Dictionary<int, IDataType>>(scopes, Load);
    }

    public IDataType? Get(int id) => Clone(_all.Value.GetValueOrDefault(id));

    public IDataType? Get(Guid id) => Clone(_all.Value.Values.FirstOrDefault(type => type.Key == id));

    public IEnumerable<IDataType> GetMany(params int[]? ids) =>
        Clones(_all.Value.Values.Where(type => ids is not { Length: > 0 } || ids.Contains(type.Id)));

    public IEnumerable<IDataType> GetMany(params Guid[]? ids) =>
        Clones(_all.Value.Values.Where(type => ids is not { Length: > 0 } || ids.Contains(type.Key)));

    public IEnumerable<IDataType> Get(IQuery<IDataType> query)
    {
        var ids = Matching(query).Select(row => row.Id).ToHashSet();
        return Clones(_all.Value.Values.Where(type => ids.Contains(type.Id)));
    }

    public bool Exists(int id) => _all.Value.ContainsKey(id);

    public bool Exists(Guid id) => _all.Value.Values.Any(type => type.Key == id);

    public int Count(IQuery<IDataType>? query) => query is null ? _all.Value.Count : Matching(query).Count();

    public void Save(IDataType entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var db = _scopes.Db;
        var configuration = entity.Editor!.GetConfigurationEditor().ToDatabase(entity.ConfigurationData, _serializer) ?? "{}";
        var storage = entity.DatabaseType.ToString();
        if (!entity.HasIdentity)
        {
            entity.AddingEntity();
            var node = NodeStore.Insert(db, entity, Constants.ObjectTypes.DataType, appendToSiblings: false);
            db.Add(new DataTypeRow
            {
                Id = node.Id,
                EditorAlias = entity.EditorAlias,
                EditorUiAlias = entity.EditorUiAlias,
                DatabaseType = storage,
                Configuration = configuration,
            });
            db.SaveChanges();
            db.ChangeTracker.Clear();
        }
        else
        {
            entity.UpdatingEntity();
            NodeStore.Update(db, entity);
            db.Set<DataTypeRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
                .SetProperty(row => row.EditorAlias, entity.EditorAlias)
                .SetProperty(row => row.EditorUiAlias, entity.EditorUiAlias)
                .SetProperty(row => row.DatabaseType, storage)
                .SetProperty(row => row.Configuration, configuration));
        }

        entity.ResetDirtyProperties();
        Changed();
    }

    public void Delete(IDataType entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        NodeStore.Delete(_scopes.Db, entity.Id);
        Changed();
    }

    public IEnumerable<MoveEventInfo<IDataType>> Move(IDataType toMove, EntityContainer? container)
    {
        ArgumentNullException.ThrowIfNull(toMove);
        var moved = new MoveEventInfo<IDataType>(toMove, toMove.Path, container?.Id ?? Constants.System.Root, container?.Key);
        toMove.ParentId = container?.Id ?? Constants.System.Root;
        Save(toMove);
        return [moved];
    }

    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindUsages(int id) => _types.Value.All
        .Select(type => (type, Aliases: type.PropertyTypes.Where(property => property.DataTypeId == id).Select(property => property.Alias).ToArray()))
        .Where(usage => usage.Aliases.Length > 0)
        .ToDictionary(usage => (Udi)usage.type.GetUdi(), usage => (IEnumerable<string>)usage.Aliases);

    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindListViewUsages(int id)
    {
        var key = _all.Value.GetValueOrDefault(id)?.Key;
        return _types.Value.All.Where(type => key is not null && type.ListView == key)
            .ToDictionary(type => (Udi)type.GetUdi(), type => (IEnumerable<string>)[type.Alias]);
    }

    private void Changed()
    {
        _all.Changed();
        _types.Value.Changed();
    }

    private IQueryable<DataTypeRow> Matching(IQuery<IDataType> query) =>
        ((EfQuery<IDataType>)query).Apply(_scopes.Db.Set<DataTypeRow>().AsNoTracking(), Map);

    private static IDataType? Clone(IDataType? type) => (IDataType?)type?.DeepClone();

    private static IDataType[] Clones(IEnumerable<IDataType> types) => [.. types.Select(type => Clone(type)!)];

    private Dictionary<int, IDataType> Load(CmsDb db) => db.Set<DataTypeRow>().AsNoTracking().Include(row => row.Node)
        .OrderBy(row => row.Id).ToList().ToDictionary(row => row.Id, ToEntity);

    private IDataType ToEntity(DataTypeRow row)
    {
        if (!_editors.Value.TryGet(row.EditorAlias, out var editor))
        {
            editor = new MissingPropertyEditor(row.EditorAlias, _valueEditors);
        }

        var type = new DataType(editor, _serializer);
        type.DisableChangeTracking();
        NodeStore.Fill(type, row.Node);
        type.EditorUiAlias = row.EditorUiAlias;
        type.DatabaseType = Enum.Parse<ValueStorageType>(row.DatabaseType);
        type.SetConfigurationData(editor.GetConfigurationEditor().FromDatabase(row.Configuration, _serializer));
        type.EnableChangeTracking();
        type.ResetDirtyProperties(false);
        return type;
    }
}
