using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Redirects;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Redirects;

public sealed class RedirectUrlRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly RedirectUrlRepository _redirects;
    private readonly NodeRow _root;
    private readonly NodeRow _page;

    public RedirectUrlRepositoryTests()
    {
        _redirects = new RedirectUrlRepository(_world.Scopes);
        _root = _world.Node(Constants.ObjectTypes.Document, "Wortel");
        _page = _world.Node(Constants.ObjectTypes.Document, "Pagina", _root);
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_newest_redirect_of_an_address_wins_in_its_language()
    {
        Save("/oud", _root, "nl", day: 1);
        Save("/oud", _page, "nl", day: 2);
        Save("/oud", _root, "en-US", day: 3);

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);

        Assert.Equal(_page.Key, _redirects.GetMostRecentUrl("/oud", "nl")!.ContentKey);
        Assert.Equal(_page.Key, (await _redirects.GetMostRecentUrlAsync("/oud", "NL"))!.ContentKey);
        Assert.Equal(_root.Key, (await _redirects.GetMostRecentUrlAsync("/oud"))!.ContentKey);
        Assert.Null(_redirects.GetMostRecentUrl("/oud", "de-DE"));
        Assert.Null(_redirects.GetMostRecentUrl("/OUD", "nl"));
    }

    [Fact]
    public void A_redirect_without_language_holds_in_every_language()
    {
        Save("/oud", _page, null, day: 1);

        Assert.Equal(_page.Id, _world.Ask(() => _redirects.GetMostRecentUrl("/oud", "de-DE"))!.ContentId);
    }

    [Fact]
    public void A_long_address_is_found_as_well()
    {
        var url = "/" + new string('a', 3000);
        Save(url, _page, "nl", day: 1);

        Assert.Equal(url, _world.Ask(() => _redirects.Get(url, _page.Key, "nl"))!.Url);
    }

    [Fact]
    public void Saving_again_updates_the_same_redirect()
    {
        Save("/oud", _page, "nl", day: 1);
        var redirect = _world.Ask(() => _redirects.Get("/oud", _page.Key, "nl"))!;
        redirect.CreateDateUtc = Day(5);
        _world.Do(() => _redirects.Save(redirect));

        var found = Assert.Single(_world.Ask(() => _redirects.GetContentUrls(_page.Key).ToArray()));
        Assert.Equal(Day(5), found.CreateDateUtc);
    }

    [Fact]
    public void Redirects_are_listed_searched_and_listed_below_a_page()
    {
        Save("/een", _root, "nl", day: 1);
        Save("/twee", _page, "nl", day: 2);

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);

        Assert.Equal("/twee", Assert.Single(_redirects.GetAllUrls(0, 1, out var all)).Url);
        Assert.Equal(2, all);
        Assert.Equal("/twee", Assert.Single(_redirects.GetAllUrls(_root.Id, 0, 10, out _)).Url);
        Assert.Equal("/een", Assert.Single(_redirects.SearchUrls("ee", 1, 1, out var matching)).Url);
        Assert.Equal(2, matching);
    }

    [Fact]
    public void Redirects_go_with_their_document()
    {
        Save("/oud", _page, "nl", day: 1);
        _world.Do(() => NodeStore.Delete(_world.Scopes.Db, _page.Id));

        Assert.Equal(0, _world.Ask(() => _redirects.Count(null)));
    }

    private static DateTime Day(int day) => new(2026, 11, day, 0, 0, 0, DateTimeKind.Utc);

    private void Save(string url, NodeRow node, string? culture, int day) =>
        _world.Do(() => _redirects.Save(new RedirectUrl
        {
            Key = Guid.NewGuid(), Url = url, ContentKey = node.Key, Culture = culture, CreateDateUtc = Day(day),
        }));
}
