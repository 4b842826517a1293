using Deventer4GlobalGoals.Cms.Persistence.KeyValues;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.KeyValues;

public sealed class KeyValueRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly KeyValueRepository _values;

    public KeyValueRepositoryTests() => _values = new KeyValueRepository(_world.Scopes, _world.Clock);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_value_is_found_under_its_key_and_replaced_by_the_next_save()
    {
        Save("a", "1");
        Save("a", "2");

        var found = _world.Ask(() => _values.Get("a"))!;
        Assert.Equal("2", found.Value);
        Assert.Equal(_world.Clock.Now.UtcDateTime, found.UpdateDate);
        Assert.Equal(DateTimeKind.Utc, found.UpdateDate.Kind);
    }

    [Fact]
    public void Keys_are_found_by_prefix()
    {
        Save("Umbraco.Core.Upgrader+a", "1");
        Save("Umbraco.Core.Upgrader+b", null);
        Save("other", "3");

        var found = _world.Ask(() => _values.FindByKeyPrefix("Umbraco.Core."));

        Assert.Equal(["Umbraco.Core.Upgrader+a", "Umbraco.Core.Upgrader+b"], found.Keys.Order());
        Assert.Null(found["Umbraco.Core.Upgrader+b"]);
    }

    [Fact]
    public void A_deleted_value_can_be_saved_again_in_the_same_scope()
    {
        _world.Do(() =>
        {
            _values.Save(new KeyValue { Identifier = "a", Value = "1" });
            _values.Delete(new KeyValue { Identifier = "a" });
            _values.Save(new KeyValue { Identifier = "a", Value = "3" });
        });

        Assert.Equal("3", _world.Ask(() => _values.Get("a"))!.Value);
    }

    [Fact]
    public void What_isnt_completed_isnt_kept()
    {
        using (_world.Scopes.CreateCoreScope())
        {
            _values.Save(new KeyValue { Identifier = "a", Value = "1" });
        }

        Assert.False(_world.Ask(() => _values.Exists("a")));
    }

    private void Save(string key, string? value) => _world.Do(() => _values.Save(new KeyValue { Identifier = key, Value = value }));
}
