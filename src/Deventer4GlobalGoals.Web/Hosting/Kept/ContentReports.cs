using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Web.Content.Community;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>
/// Passes on what Umbraco's cache refreshers report. Which items changed is known already, from the published content itself; this adds what
/// a change means for others. It handles asynchronously, because those handlers run after all others.
/// </summary>
public sealed class ContentReports(ContentChanges changes, CommunityIndex lists, IDocumentNavigationQueryService navigation) :
    INotificationAsyncHandler<ContentCacheRefresherNotification>,
    INotificationAsyncHandler<MediaCacheRefresherNotification>,
    INotificationAsyncHandler<ContentTypeCacheRefresherNotification>,
    INotificationAsyncHandler<DataTypeCacheRefresherNotification>,
    INotificationAsyncHandler<DictionaryCacheRefresherNotification>,
    INotificationAsyncHandler<DomainCacheRefresherNotification>,
    INotificationAsyncHandler<LanguageCacheRefresherNotification>,
    INotificationAsyncHandler<PublicAccessCacheRefresherNotification>,
    INotificationAsyncHandler<TemplateCacheRefresherNotification>
{
    public Task HandleAsync(ContentCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads || payloads.Any(TouchesOthers))
        {
            changes.TouchEverything();
        }
        else
        {
            // Lists know by now that they have to be brought up to date, and tell what changed in them when they are asked.
            changes.Touch([AnswerTag.AnyDocument, .. payloads.Select(payload => payload.Key).OfType<Guid>().Select(AnswerTag.Item)]);
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(MediaCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.MessageObject is not MediaCacheRefresher.JsonPayload[] payloads || payloads.Any(payload => !payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshNode)))
        {
            changes.TouchEverything();
        }
        else
        {
            changes.Touch([AnswerTag.AnyMedia, .. payloads.Select(payload => payload.Key).OfType<Guid>().Select(AnswerTag.Item)]);
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(ContentTypeCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    public Task HandleAsync(DataTypeCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    public Task HandleAsync(DictionaryCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    public Task HandleAsync(DomainCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    public Task HandleAsync(LanguageCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    public Task HandleAsync(PublicAccessCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    public Task HandleAsync(TemplateCacheRefresherNotification notification, CancellationToken cancellationToken) => EverythingAsync();

    private Task EverythingAsync()
    {
        changes.TouchEverything();
        return Task.CompletedTask;
    }

    /// <summary>
    /// The addresses and the visibility of what is below an item change with it. Of the pages that lists know, the lists tell which; below another,
    /// as in a site with types of its own, it may be anything.
    /// </summary>
    private bool TouchesOthers(ContentCacheRefresher.JsonPayload payload) =>
        payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshAll)
        || payload.Key is not { } key
        || (!lists.Knows(key)
            && ((navigation.TryGetChildrenKeys(key, out var below) && below.Any()) || (navigation.TryGetChildrenKeysInBin(key, out var gone) && gone.Any())));
}

/// <summary>Adds the reports to Umbraco, as any Umbraco site adds its own handlers.</summary>
[ComposeAfter(typeof(CommunityComposer))]
public sealed class KeptComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .AddNotificationAsyncHandler<ContentCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<MediaCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<ContentTypeCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<DataTypeCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<DictionaryCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<DomainCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<LanguageCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<PublicAccessCacheRefresherNotification, ContentReports>()
            .AddNotificationAsyncHandler<TemplateCacheRefresherNotification, ContentReports>();
    }
}
