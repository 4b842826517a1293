using System.Collections.Immutable;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>What changed on the site.</summary>
/// <param name="IsAll">Anything may have.</param>
/// <param name="Keys">Pages and files that changed themselves.</param>
/// <param name="Branches">Pages that came, went or moved, with all below them.</param>
public sealed record SiteChanges(bool IsAll, ImmutableHashSet<Guid> Keys, ImmutableHashSet<Guid> Branches)
{
    public static readonly SiteChanges None = new(false, [], []);

    public static readonly SiteChanges All = new(true, [], []);

    public bool IsNone => !IsAll && Keys.IsEmpty && Branches.IsEmpty;

    public static SiteChanges Key(Guid key) => None with { Keys = [key] };

    public static SiteChanges Branch(Guid key) => None with { Branches = [key] };

    public SiteChanges And(SiteChanges other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsAll || other.IsAll ? All : new SiteChanges(false, Keys.Union(other.Keys), Branches.Union(other.Branches));
    }
}

/// <summary>Tells the check of the whole site which pages or pictures changed.</summary>
public sealed class CheckChanges(SiteCheck check) :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<MediaCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var changes = notification.MessageObject is ContentCacheRefresher.JsonPayload[] payloads
            ? payloads.Where(payload => !payload.Blueprint)
                .Aggregate(SiteChanges.None, (all, payload) => all.And(Of(payload.Key, payload.ChangeTypes, payload.UnpublishedCultures?.Length > 0)))
            : SiteChanges.All;
        check.Mark(changes);
    }

    public void Handle(MediaCacheRefresherNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);

        // What lies in a folder isn't told with it.
        var changes = notification.MessageObject is MediaCacheRefresher.JsonPayload[] payloads
            ? payloads.Aggregate(SiteChanges.None, (all, payload) => all.And(
                payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshBranch) ? SiteChanges.All : Of(payload.Key, payload.ChangeTypes, isUnpublished: false)))
            : SiteChanges.All;
        check.Mark(changes);
    }

    public void Handle(ContentTypeCacheRefresherNotification notification) => check.Mark(SiteChanges.All);

    private static SiteChanges Of(Guid? key, TreeChangeTypes types, bool isUnpublished) => key is not { } known || types.HasFlag(TreeChangeTypes.RefreshAll) ? SiteChanges.All
        : isUnpublished || (types & (TreeChangeTypes.RefreshBranch | TreeChangeTypes.Remove)) != TreeChangeTypes.None ? SiteChanges.Branch(known)
        : SiteChanges.Key(known);
}

/// <summary>Puts it behind Umbraco's notifications, as any Umbraco site would.</summary>
public sealed class CheckComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, CheckChanges>()
            .AddNotificationHandler<MediaCacheRefresherNotification, CheckChanges>()
            .AddNotificationHandler<ContentTypeCacheRefresherNotification, CheckChanges>();
    }
}
