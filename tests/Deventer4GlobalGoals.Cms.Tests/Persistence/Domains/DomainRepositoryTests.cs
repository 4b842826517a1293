using System.Data;
using Deventer4GlobalGoals.Cms.Persistence.Domains;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Domains;

public sealed class DomainRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly DomainRepository _domains;
    private readonly Language _dutch;
    private readonly NodeRow _home;

    public DomainRepositoryTests()
    {
        _domains = new DomainRepository(_world.Scopes, _world.Languages);
        _dutch = _world.Language("nl", "Nederlands");
        _home = _world.Node(Constants.ObjectTypes.Document, "Home");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Domains_of_a_page_follow_one_another_and_the_wildcard_comes_first()
    {
        Save("/");
        Save("/en");
        Save("*" + _home.Id);

        var all = _world.Ask(() => _domains.GetAssignedDomains(_home.Id, includeWildcards: true).ToArray());

        Assert.Equal(["*" + _home.Id, "/", "/en"], all.Select(domain => domain.DomainName));
        Assert.Equal([-1, 0, 1], all.Select(domain => domain.SortOrder));
        Assert.All(all, domain => Assert.Equal("nl", domain.LanguageIsoCode));
        Assert.Equal(["/", "/en"], _world.Ask(() => _domains.GetAll(includeWildcards: false).Select(domain => domain.DomainName).ToArray()));
    }

    [Fact]
    public void A_domain_name_is_assigned_once_whatever_its_case()
    {
        Save("/en");

        Assert.Throws<DuplicateNameException>(() => Save("/EN"));
        Assert.True(_world.Ask(() => _domains.Exists("/EN")));
    }

    [Fact]
    public void A_change_is_seen_by_the_scope_that_makes_it_and_by_others_after_the_commit()
    {
        Save("/");
        Assert.Single(_world.Ask(() => _domains.GetMany().ToArray()));

        using (_world.Scopes.CreateCoreScope())
        {
            _domains.Save(New("/en"));
            Assert.Equal(2, _domains.GetMany().Count());
        }

        Assert.Single(_world.Ask(() => _domains.GetMany().ToArray()));
        Save("/en");
        Assert.Equal(2, _world.Ask(() => _domains.GetMany().Count()));
    }

    [Fact]
    public void A_domain_keeps_its_key_and_goes_with_its_page()
    {
        var key = Guid.NewGuid();
        var domain = New("/");
        domain.Key = key;
        _world.Do(() => _domains.Save(domain));
        Assert.Equal(key, _world.Ask(() => _domains.GetByName("/"))!.Key);

        _world.Do(() => NodeStore.Delete(_world.Scopes.Db, _home.Id));
        _domains.ClearCache();

        Assert.Empty(_world.Ask(() => _domains.GetMany().ToArray()));
    }

    private void Save(string name) => _world.Do(() => _domains.Save(New(name)));

    private UmbracoDomain New(string name) => new(name) { LanguageId = _dutch.Id, RootContentId = _home.Id };
}
