using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.KeyValues;

public sealed class KeyValueRepository(EfScopeProvider scopes, TimeProvider clock) : IKeyValueRepository
{
    private IQueryable<KeyValueRow> Rows => scopes.Db.Set<KeyValueRow>().AsNoTracking();

    public IKeyValue? Get(string? id) =>
        Rows.FirstOrDefault(row => row.Key == id) is { } row ? ToModel(row) : null;

    public IEnumerable<IKeyValue> GetMany(params string[]? ids) =>
        (ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Key)) : Rows)
            .OrderBy(row => row.Key)
            .AsEnumerable()
            .Select(ToModel)
            .ToArray();

    public bool Exists(string id) => Rows.Any(row => row.Key == id);

    public IReadOnlyDictionary<string, string?> FindByKeyPrefix(string keyPrefix) =>
        Rows.Where(row => row.Key.StartsWith(keyPrefix)).ToDictionary(row => row.Key, row => row.Value);

    public void Save(IKeyValue entity)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (key, value) = (entity.Identifier, entity.Value);
        var updated = scopes.Db.Set<KeyValueRow>()
            .Where(row => row.Key == key)
            .ExecuteUpdate(set => set.SetProperty(row => row.Value, value).SetProperty(row => row.UpdateDate, now));
        if (updated == 0)
        {
            scopes.Db.Insert(new KeyValueRow { Key = key, Value = value, UpdateDate = now });
        }

        entity.UpdateDate = now;
    }

    public void Delete(IKeyValue entity) =>
        scopes.Db.Set<KeyValueRow>().Where(row => row.Key == entity.Identifier).ExecuteDelete();

    private static KeyValue ToModel(KeyValueRow row)
    {
        var model = new KeyValue { Identifier = row.Key, Value = row.Value, UpdateDate = row.UpdateDate };
        model.ResetDirtyProperties(false);
        return model;
    }
}
