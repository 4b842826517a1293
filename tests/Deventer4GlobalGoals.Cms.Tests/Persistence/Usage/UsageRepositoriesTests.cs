using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.UrlAliases;
using Deventer4GlobalGoals.Cms.Persistence.Usage;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Usage;

public sealed class UsageRepositoriesTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly ContentTypeRow _page;
    private readonly NodeRow _document;

    public UsageRepositoriesTests()
    {
        _page = _world.Type("page", "text", "empty", Constants.Conventions.Content.UrlAlias);
        _document = _world.Document(_page, "Pagina");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_property_is_used_when_a_version_holds_a_value_of_it()
    {
        var usage = new PropertyTypeUsageRepository(_world.Scopes);
        var lookalike = $"{{\"p\":{Id("empty")},\"v\":1}}";
        _world.Version(_document, DateTime.UnixEpoch, current: true, data: Values(("text", lookalike)));
        var key = KeyOf(_page.Id);

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);

        Assert.True(await usage.HasSavedPropertyValuesAsync(key, "text"));
        Assert.False(await usage.HasSavedPropertyValuesAsync(key, "empty"));
        Assert.False(await usage.HasSavedPropertyValuesAsync(key, "unknown"));
        Assert.True(await usage.ContentTypeExistAsync(key));
        Assert.False(await usage.ContentTypeExistAsync(_document.Key));
    }

    [Fact]
    public async Task A_data_type_is_used_when_one_of_its_properties_is()
    {
        var usage = new DataTypeUsageRepository(_world.Scopes);
        var unused = _world.Type("unused", "text");
        _world.Version(_document, DateTime.UnixEpoch, current: true, data: Values(("text", "tekst")));

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);

        Assert.True(await usage.HasSavedValuesAsync(DataTypeKey(_page)));
        Assert.False(await usage.HasSavedValuesAsync(DataTypeKey(unused)));
    }

    [Fact]
    public void Url_aliases_are_read_from_published_documents()
    {
        var aliases = new DocumentUrlAliasRepository(_world.Scopes, _world.Types, _world.Languages);
        _world.Version(_document, DateTime.UnixEpoch, current: true, data: Values((Constants.Conventions.Content.UrlAlias, "concept")));
        _world.Version(_document, DateTime.UnixEpoch, published: true, data: Values((Constants.Conventions.Content.UrlAlias, "koffie, thee")));

        var found = Assert.Single(_world.Ask(() => aliases.GetAllDocumentUrlAliases().ToArray()));

        Assert.Equal((_document.Key, null, "koffie, thee"), (found.DocumentKey, found.LanguageId, found.AliasValue));
    }

    [Fact]
    public void Url_aliases_of_a_document_are_replaced_and_deleted()
    {
        var aliases = new DocumentUrlAliasRepository(_world.Scopes, _world.Types, _world.Languages);
        _world.Do(() => aliases.Save([Alias("koffie"), Alias("thee")]));
        _world.Do(() => aliases.Save([Alias("cacao"), Alias("weg", Guid.NewGuid())]));

        Assert.Equal(["cacao"], _world.Ask(() => aliases.GetAll().Select(alias => alias.Alias).ToArray()));

        _world.Do(() => aliases.DeleteByDocumentKey([_document.Key]));
        Assert.Empty(_world.Ask(() => aliases.GetAll().ToArray()));
    }

    private PublishedDocumentUrlAlias Alias(string alias, Guid? key = null) =>
        new() { DocumentKey = key ?? _document.Key, NullableLanguageId = null, Alias = alias };

    private int Id(string alias) => _page.Properties.Single(property => property.Alias == alias).Id;

    private VersionData Values(params (string Alias, object Value)[] values) =>
        new([], [.. values.Select(value => new PropertyDatum(Id(value.Alias), null, null, value.Value))]);

    private Guid KeyOf(int node) => _world.Ask(() => _world.Scopes.Db.Set<NodeRow>().Where(row => row.Id == node).Select(row => row.Key).Single());

    private Guid DataTypeKey(ContentTypeRow type) => KeyOf(type.Properties[0].DataTypeId);
}
