using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>Units of work: all or nothing, and nobody hears of what didn't happen.</summary>
public abstract class ScopeContract(CmsFixture cms)
{
    [ContractFact]
    public void A_scope_that_is_not_completed_leaves_nothing_and_fires_nothing()
    {
        IContent page;
        using (cms.Scopes.CreateCoreScope())
        {
            page = cms.PublishedPage("Spook");
            Assert.NotNull(cms.Fresh(page));
        }

        Assert.Null(cms.Contents.GetById(page.Key));
        Assert.Null(cms.Visible(page));
        Assert.Empty(cms.Log.About(page));
        Assert.False(cms.Get<IDocumentNavigationQueryService>().TryGetParentKey(page.Key, out _));
        Assert.False(cms.Rows(db => db.Set<NodeRow>().Any(node => node.Key == page.Key)));
    }

    [ContractFact]
    public void Notifications_come_after_the_commit_in_the_order_of_the_work()
    {
        IContent page;
        using (var scope = cms.Scopes.CreateCoreScope())
        {
            page = cms.PublishedPage("Bevestigd");
            Assert.Empty(cms.Log.About(page));
            scope.Complete();
        }

        Type[] expected = [typeof(ContentSavedNotification), typeof(ContentPublishedNotification)];
        Assert.Equal(expected, cms.Log.About(page).Intersect(expected));
        Assert.Equal("Bevestigd", cms.Visible(page)?.Name);
    }

    [ContractFact]
    public void An_outer_scope_that_is_not_completed_undoes_a_completed_inner_one()
    {
        IContent page;
        using (cms.Scopes.CreateCoreScope())
        {
            using var inner = cms.Scopes.CreateCoreScope();
            page = cms.Page("Binnen");
            inner.Complete();
        }

        Assert.Null(cms.Contents.GetById(page.Key));
    }

    [ContractFact]
    public void An_inner_scope_that_is_not_completed_undoes_the_outer_one()
    {
        IContent page;
        using (var outer = cms.Scopes.CreateCoreScope())
        {
            page = cms.Page("Buiten");
            using (cms.Scopes.CreateCoreScope())
            {
                cms.Page("Binnen");
            }

            outer.Complete();
        }

        Assert.Null(cms.Contents.GetById(page.Key));
        Assert.Empty(cms.Log.About(page));
    }

    [ContractFact]
    public void A_failure_inside_a_scope_leaves_the_next_one_as_if_it_never_was()
    {
        var page = cms.PublishedPage("Heel");
        void SaveAndFail()
        {
            using var scope = cms.Scopes.CreateCoreScope();
            page.SetValue("title", "Stuk");
            cms.Contents.Save(page);
            throw new InvalidOperationException("The editor's machine caught fire.");
        }

        Assert.Throws<InvalidOperationException>(SaveAndFail);

        Assert.Null(cms.Scopes.Ambient);
        Assert.Equal("Heel", cms.Fresh(page).GetValue("title"));
        cms.Publish(cms.Fresh(page));
    }

    [ContractFact]
    public async Task Eight_editors_at_once_create_and_publish_without_a_failure()
    {
        const int editors = 8;
        const int each = 6;
        var parent = cms.PublishedPage("Redactie");
        var type = cms.Types.Get("page")!.Key;
        var editing = cms.Get<IContentEditingService>();
        var publishing = cms.Get<IContentPublishingService>();

        var statuses = await Task.WhenAll(Enumerable.Range(0, editors).Select(_ => Task.Run(async () =>
        {
            var done = new List<string>();
            for (var number = 0; number < each; number++)
            {
                // All of them want the same name.
                var created = await editing.CreateAsync(
                    new ContentCreateModel
                    {
                        ContentTypeKey = type,
                        ParentKey = parent.Key,
                        Variants = [new VariantModel { Name = "Bericht" }],
                        Properties = [new PropertyValueModel { Alias = "title", Value = "Bericht" }],
                    },
                    CmsFixture.SuperUser);
                var published = await publishing.PublishAsync(created.Result.Content!.Key, [new CulturePublishScheduleModel { Culture = "*" }], CmsFixture.SuperUser);
                done.Add($"{created.Status} {published.Status}");
                Assert.NotNull(cms.Published.GetById(false, created.Result.Content.Key));
            }

            return done;
        })));

        Assert.Equal(Enumerable.Repeat("Success Success", editors * each), statuses.SelectMany(status => status));
        var children = cms.Children(parent);
        Assert.Equal(Enumerable.Range(0, editors * each), children.Select(child => child.SortOrder).Order());
        Assert.Equal(editors * each, children.Select(child => child.Name).Distinct().Count());
    }
}

[Collection(HostedCollection.Name)]
public sealed class ScopesOnSqlite(SqliteCms cms) : ScopeContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class ScopesOnPostgres(PostgresCms cms) : ScopeContract(cms), IClassFixture<PostgresCms>;
