using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>
/// What Umbraco's services expect of the half that was rewritten and say nowhere: each was found once by something that failed.
/// </summary>
public abstract class PitfallContract(CmsFixture cms)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [ContractFact]
    public void Pitfall_01_descendants_that_a_service_moves_are_stored_though_their_parent_stays()
    {
        var from = cms.Page("P1 van");
        var leaf = cms.Page("P1 blad", cms.Page("P1 tak", from));
        cms.Contents.Move(from, cms.Page("P1 naar").Id);

        var row = cms.Rows(db => db.Set<NodeRow>().Single(node => node.Id == leaf.Id));
        Assert.Equal((cms.Fresh(leaf).ParentId, 4), (row.ParentId, row.Level));
        Assert.EndsWith($",{from.Id},{leaf.ParentId},{leaf.Id}", row.Path, StringComparison.Ordinal);

        cms.Contents.MoveToRecycleBin(cms.Fresh(from));
        row = cms.Rows(db => db.Set<NodeRow>().Single(node => node.Id == leaf.Id));
        Assert.Equal(($"-1,-20,{from.Id},{leaf.ParentId},{leaf.Id}", true), (row.Path, row.Trashed));
    }

    [ContractFact]
    public void Pitfall_02_publishing_rotates_versions_and_leaves_a_clean_entity()
    {
        var page = cms.Page("P2");
        var draft = page.VersionId;
        cms.Publish(page);
        Assert.Equal((draft, true, "P2", false), (page.PublishedVersionId, page.Published, page.PublishName, page.IsDirty()));
        Assert.NotEqual(draft, page.VersionId);
        Assert.NotNull(page.PublishDate);

        var published = page.VersionId;
        page.SetValue("title", "Tweede");
        cms.Contents.Save(page);
        cms.Publish(page);
        Assert.Equal(published, page.PublishedVersionId);
        var rows = cms.Rows(db => db.Set<ContentVersionRow>().Where(row => row.ContentId == page.Id).OrderBy(row => row.Id).ToList());
        Assert.Equal([(false, false), (false, true), (true, false)], rows.Select(row => (row.Current, row.Published)));
    }

    [ContractFact]
    public void Pitfall_03_every_save_tells_that_the_document_must_be_refreshed()
    {
        var page = cms.Page("P3");
#pragma warning disable CS0618 // Obsolete for subscribers; that it is sent is a contract of the repository.
        Assert.Contains(typeof(ContentRefreshNotification), cms.Log.About(page));
#pragma warning restore CS0618
    }

    [ContractFact]
    public void Pitfall_04_both_halves_of_a_cache_refresher_run()
    {
        var page = cms.PublishedPage("P4");
        var map = cms.Get<IIdKeyMap>();
        Assert.Equal((page.Id, page.Key), (map.GetIdForKey(page.Key, UmbracoObjectTypes.Document).Result, map.GetKeyForId(page.Id, UmbracoObjectTypes.Document).Result));

        cms.Contents.Delete(page);
        Assert.False(map.GetIdForKey(page.Key, UmbracoObjectTypes.Document).Success);
        Assert.False(map.GetKeyForId(page.Id, UmbracoObjectTypes.Document).Success);
        Assert.Null(cms.Visible(page));
    }

    [ContractFact]
    public void Pitfall_05_there_is_a_context_inside_a_scope_and_what_is_enlisted_hears_how_it_ended()
    {
        Assert.Null(cms.Scopes.Context);
        var heard = new List<bool>();
        foreach (var complete in new[] { true, false })
        {
            using var scope = cms.Scopes.CreateCoreScope();
            cms.Scopes.Context!.Enlist("test", heard.Add);
            if (complete)
            {
                scope.Complete();
            }
        }

        Assert.Equal([true, false], heard);
    }

    [ContractFact]
    public void Pitfall_06_notifications_run_outside_the_ambient_scope()
    {
        IContent page;
        using (var scope = cms.Scopes.CreateCoreScope())
        {
            page = cms.PublishedPage("P6");
            scope.Complete();
        }

        var noticed = cms.Log.All(page);
        Assert.NotEmpty(noticed);
        Assert.All(noticed, entry => Assert.False(entry.InScope, entry.Kind.Name));
    }

    [ContractFact]
    public async Task Pitfall_07_others_see_a_cached_set_change_at_the_commit_and_not_before()
    {
        using (var scope = cms.Scopes.CreateCoreScope())
        {
            var languages = cms.Get<ILanguageRepository>();
            var german = languages.GetMany().Single(language => language.IsoCode == "de-DE");
            german.CultureName = "Duits";
            languages.Save(german);
            Assert.Equal("Duits", GermanName());
            Assert.NotEqual("Duits", await ElsewhereAsync(GermanName));
            scope.Complete();
        }

        Assert.Equal("Duits", await ElsewhereAsync(GermanName));
    }

    [ContractFact]
    public async Task Pitfall_08_scopes_that_read_first_and_write_later_do_not_fail_each_other()
    {
        var values = cms.Get<IKeyValueService>();
        values.SetValue("teller", "0");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(editor => Task.Run(() =>
        {
            for (var round = 0; round < 10; round++)
            {
                using var scope = cms.Scopes.CreateCoreScope();
                Assert.NotNull(values.GetValue("teller"));
                values.SetValue($"teller {editor}", $"{round}");
                scope.Complete();
            }
        })));

        Assert.All(Enumerable.Range(0, 8), editor => Assert.Equal("9", values.GetValue($"teller {editor}")));
    }

    [ContractFact]
    public async Task Pitfall_09_what_must_be_registered_by_hand_is_there()
    {
        var parent = cms.PublishedPage("P9");
        var page = cms.PublishedPage("P9 kind", parent);
        Assert.True(cms.Get<IDocumentNavigationQueryService>().TryGetParentKey(page.Key, out var known));
        Assert.Equal(parent.Key, known);
        Assert.True(cms.Get<IPublishStatusQueryService>().IsDocumentPublished(page.Key, "nl"));

        await cms.InAnotherProcessAsync(other =>
        {
            Assert.True(other.Get<IDocumentNavigationQueryService>().TryGetParentKey(page.Key, out var read));
            Assert.Equal(parent.Key, read);
            Assert.True(other.Get<IPublishStatusQueryService>().IsDocumentPublished(page.Key, "nl"));
            Assert.NotNull(other.Get<IApiMediaBuilder>());
            return Task.CompletedTask;
        });
    }

    [ContractFact]
    public void Pitfall_10_a_missing_dependency_is_found_when_the_host_is_built()
    {
        var builder = CmsHost.Builder(cms.Database, cms.Folder);
        builder.Services.RemoveAll<ITagRepository>();
        var failure = Assert.Throws<AggregateException>(() => builder.Build());
        Assert.Contains(nameof(ITagRepository), failure.Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Pitfall_11_languages_are_not_asked_of_the_database_every_time()
    {
        var service = cms.Get<ILanguageService>();
        await service.GetAllAsync();
        Assert.Equal(0, SqlWatch.Count(() =>
        {
            using var scope = cms.Scopes.CreateCoreScope(autoComplete: true);
            Assert.Equal("nl", cms.Get<ILanguageRepository>().GetDefaultIsoCode());
            Assert.Equal(3, cms.Get<ILanguageRepository>().GetMany().Count());
        }));
        Assert.NotEqual(0, SqlWatch.Count(() => cms.Contents.GetById(cms.Page("P11").Key)));
    }

    [ContractFact]
    public void Pitfall_12_a_route_of_the_delivery_api_has_a_query_string_that_is_null()
    {
        var page = cms.PublishedPage("P12");
        using var context = cms.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        var response = cms.Get<IApiContentResponseBuilder>().Build(cms.Visible(page)!)!;
        var route = JsonSerializer.SerializeToElement(response.Route, Web);
        Assert.Equal(JsonValueKind.Null, route.GetProperty("queryString").ValueKind);
        Assert.Equal(page.Key, response.Id);
    }

    private static Task<T> ElsewhereAsync<T>(Func<T> question)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(question);
        }
    }

    private string GermanName()
    {
        using var scope = cms.Scopes.CreateCoreScope(autoComplete: true);
        return cms.Get<ILanguageRepository>().GetMany().Single(language => language.IsoCode == "de-DE").CultureName;
    }
}

[Collection(HostedCollection.Name)]
public sealed class PitfallsOnSqlite(SqliteCms cms) : PitfallContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class PitfallsOnPostgres(PostgresCms cms) : PitfallContract(cms), IClassFixture<PostgresCms>;
