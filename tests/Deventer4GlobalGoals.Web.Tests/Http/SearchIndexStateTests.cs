using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What is in the indexes of a site as it starts.</summary>
[Collection(ReadsOnly.Name)]
public sealed class SearchIndexStateTests(SharedSite shared)
{
    private CommunitySite Site => shared.Site;

    private SiteIndexes Indexes => Site.Get<SiteIndexes>();

    [Fact]
    public async Task Every_page_of_every_type_is_in_the_internal_index_with_its_name_and_its_texts()
    {
        await CaughtUpAsync();
        var contents = Site.Get<IContentService>();
        var all = contents.GetRootContent().SelectMany(root => contents.GetPagedDescendants(root.Id, 0, int.MaxValue, out _).Prepend(root)).ToList();
        var index = Indexes.All[SearchSchema.Internal];
        Assert.Equal(all.Select(page => page.Key.ToString("N")).Order(), index.Stored().Select(document => document.Id).Distinct().Order());
        Assert.All(all, page => Assert.Contains(page.Key.ToString("N"), index.Matching(new SearchRequest("nl") { Query = page.GetCultureName("nl")! })));

        var home = all.Single(page => page.ContentType.Alias == "home");
        var words = string.Join(' ', home.GetValue<string>("heroIntro", "nl")!.Split(' ').TakeLast(3));
        Assert.Contains(home.Key.ToString("N"), index.Matching(new SearchRequest("nl") { Query = words, Forgiving = false }));
    }

    /// <summary>Issue 4: the worker, told first, could read the community as it was before the change, and never again.</summary>
    [Fact]
    public void The_worker_hears_of_a_change_after_the_lists_that_it_reads_from()
    {
        var handlers = Site.Get<IEnumerable<INotificationHandler<ContentCacheRefresherNotification>>>().Select(handler => handler.GetType()).ToList();
        Assert.InRange(handlers.IndexOf(typeof(CommunityChanges)), 0, handlers.IndexOf(typeof(SearchChanges)) - 1);
    }

    [Fact]
    public async Task A_second_process_searches_a_copy_and_leaves_the_folder_alone()
    {
        await CaughtUpAsync();
        using var second = ActivatorUtilities.CreateInstance<SiteIndexes>(Site.Services);
        Assert.True(second.IsCopy);
        Assert.Equal(Indexes.External.Documents, second.External.Documents);
        Assert.Equal(2, Directory.GetFiles(Indexes.Folder, "*.sqlite").Length);
    }

    private async Task CaughtUpAsync() => Assert.True(await Site.Get<PendingChanges>().CatchUpAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
}
