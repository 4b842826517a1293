using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary>
/// Adds the search to Umbraco, as any Umbraco site adds its own. After the community: the worker reads from its index, on another thread, as
/// soon as a change is reported here.
/// </summary>
[ComposeAfter(typeof(CommunityComposer))]
public sealed class SearchComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PendingChanges>();
        builder.Services.AddSingleton<SiteIndexes>();
        builder.Services.AddSingleton<PageDocuments>();
        builder.Services.AddSingleton<IPageSource, PublishedPages>();
        builder.Services.AddSingleton<IPageSource, EditedPages>();
        builder.Services.AddSingleton<IndexUpkeep>();
        builder.Services.AddSingleton<SiteSearch>();
        builder.Services.AddHostedService<IndexWorker>();
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, SearchChanges>()
            .AddNotificationHandler<ContentTypeCacheRefresherNotification, SearchChanges>()
            .AddNotificationHandler<LanguageCacheRefresherNotification, SearchChanges>()
            .AddNotificationHandler<PublicAccessCacheRefresherNotification, SearchChanges>();
    }
}
