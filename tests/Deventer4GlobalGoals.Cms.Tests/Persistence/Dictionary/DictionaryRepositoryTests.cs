using Deventer4GlobalGoals.Cms.Persistence.Dictionary;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Dictionary;

public sealed class DictionaryRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly DictionaryRepository _dictionary;
    private readonly Language _dutch;
    private readonly Language _english;

    public DictionaryRepositoryTests()
    {
        _dictionary = new DictionaryRepository(_world.Scopes, _world.Languages);
        _dutch = _world.Language("nl", "Nederlands");
        _english = _world.Language("en-US", "English");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Translations_are_kept_per_language()
    {
        var saved = Save("Search", null, "Zoeken", "Search");

        var found = _world.Ask(() => _dictionary.Get("Search"))!;

        Assert.Equal(saved.Key, found.Key);
        Assert.Equal([("nl", "Zoeken"), ("en-US", "Search")], found.Translations.Select(text => (text.LanguageIsoCode, text.Value)));
        Assert.Equal(saved.Key, _world.Ask(() => _dictionary.GetDictionaryItemKeyMap())["Search"]);
    }

    [Fact]
    public void A_later_save_replaces_the_translations()
    {
        var item = Save("Search", null, "Zoeken", "Search");
        item.Translations = [new DictionaryTranslation(_dutch, "Vinden")];
        _world.Do(() => _dictionary.Save(item));

        var text = Assert.Single(_world.Ask(() => _dictionary.Get(item.Id))!.Translations);
        Assert.Equal("Vinden", text.Value);
    }

    [Fact]
    public void Descendants_come_parents_first_and_can_be_filtered_by_key_and_translation()
    {
        var root = Save("Site", null, "Site", "Site");
        var menu = Save("Site.Menu", root.Key, "Menu", "Menu");
        Save("Site.Menu.Home", menu.Key, "Begin", "Home");
        Save("Other", null, "Anders", "Other");

        string[] Keys(Guid? parent, string? filter = null) =>
            _world.Ask(() => _dictionary.GetDictionaryItemDescendants(parent, filter).Select(item => item.ItemKey).ToArray());

        Assert.Equal(["Site.Menu", "Site.Menu.Home"], Keys(root.Key));
        Assert.Equal(["Site", "Site.Menu", "Site.Menu.Home", "Other"], Keys(null));
        Assert.Equal(["Site.Menu.Home"], Keys(null, "begi"));
    }

    [Fact]
    public void Items_are_found_by_parent_through_a_query()
    {
        var root = Save("Site", null, "Site", "Site");
        Save("Site.Menu", root.Key, "Menu", "Menu");
        Guid? parent = root.Key;

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var children = _dictionary.Get(_world.Scopes.CreateQuery<IDictionaryItem>().Where(item => item.ParentId == parent));
        var roots = _dictionary.Count(_world.Scopes.CreateQuery<IDictionaryItem>().Where(item => item.ParentId == null));

        Assert.Equal(["Site.Menu"], children.Select(item => item.ItemKey));
        Assert.Equal(1, roots);
    }

    [Fact]
    public void Deleting_an_item_deletes_what_is_below_it()
    {
        var root = Save("Site", null, "Site", "Site");
        var menu = Save("Site.Menu", root.Key, "Menu", "Menu");
        Save("Site.Menu.Home", menu.Key, "Begin", "Home");

        _world.Do(() => _dictionary.Delete(root));

        Assert.Empty(_world.Ask(() => _dictionary.GetMany(Array.Empty<int>()).ToArray()));
    }

    [Fact]
    public void Reading_again_costs_no_query()
    {
        Save("Search", null, "Zoeken", "Search");
        _world.Ask(() => _dictionary.Get("Search"));
        var before = _world.Counter.Count;

        _world.Ask(() => _dictionary.Get("Search"));

        Assert.Equal(before, _world.Counter.Count);
    }

    private DictionaryItem Save(string key, Guid? parent, string dutch, string english)
    {
        var item = new DictionaryItem(parent, key)
        {
            Translations = [new DictionaryTranslation(_dutch, dutch), new DictionaryTranslation(_english, english)],
        };
        _world.Do(() => _dictionary.Save(item));
        return item;
    }
}
