using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Changes;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Pages and pictures by the names that people know them by.</summary>
public sealed class PageNames(IEntityService entities, IContentTypeService types, IMediaTypeService mediaTypes)
{
    /// <summary>What the list of pictures is called.</summary>
    public const string OfPictures = "pictures";

    /// <summary>How many names are offered for what was typed.</summary>
    public const int MostOffered = 20;

    private const int MostMeant = 5;

    private readonly NameIndex _pages = new(entities, UmbracoObjectTypes.Document);
    private readonly NameIndex _pictures = new(entities, UmbracoObjectTypes.Media);

    /// <summary>What can be picked.</summary>
    /// <param name="filter">Keys or aliases of types, with commas; empty for all.</param>
    public NameList Pages(string filter) => _pages.List(filter, () => Types(filter));

    /// <summary>Pictures and other files, without the folders.</summary>
    public NameList Pictures() => _pictures.List(OfPictures, () => mediaTypes.GetAll().Select(type => type.Alias)
        .Where(alias => alias != Constants.Conventions.MediaTypes.Folder).ToHashSet(StringComparer.Ordinal));

    /// <param name="list"><see cref="OfPictures"/>, or the filter of a list of pages.</param>
    public NameList Of(string list) => list == OfPictures ? Pictures() : Pages(list);

    public Guid? Find(string filter, string name) => Pages(filter).Find(name);

    public Guid? FindPicture(string name) => Pictures().Find(name);

    /// <summary>The key itself for a page that isn't there.</summary>
    public string Name(Guid key) => _pages.NameOf(key) ?? key.ToString();

    public string PictureName(Guid key) => _pictures.NameOf(key) ?? key.ToString();

    /// <summary>What to say of a name that nothing has, with those that may be meant.</summary>
    public static FieldException Unknown(NameList names, string name, string dutch, string english)
    {
        ArgumentNullException.ThrowIfNull(names);
        var meant = names.Like(name, MostMeant) is { Count: > 0 } like ? $"\"{string.Join("\", \"", like)}\"" : null;
        return new FieldException(
            $"{dutch} \"{name}\". " + (meant is null ? "Kies een naam uit de lijst." : $"Bedoelt u {meant}?"),
            $"{english} \"{name}\". " + (meant is null ? "Choose a name from the list." : $"Do you mean {meant}?"));
    }

    internal void Mark(UmbracoObjectTypes kind, int id, TreeChangeTypes change) => (kind == UmbracoObjectTypes.Media ? _pictures : _pages).Mark(id, change);

    private HashSet<string> Types(string filter)
    {
        var wanted = filter.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return types.GetAll()
            .Where(type => wanted.Length == 0 || wanted.Contains(type.Key.ToString(), StringComparer.OrdinalIgnoreCase) || wanted.Contains(type.Alias, StringComparer.OrdinalIgnoreCase))
            .Select(type => type.Alias).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>Tells the names what changed.</summary>
public sealed class NameChanges(PageNames names) : INotificationHandler<ContentCacheRefresherNotification>, INotificationHandler<MediaCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var payloads = (notification.MessageObject as ContentCacheRefresher.JsonPayload[])?.Select(payload => (payload.Id, payload.ChangeTypes));
        Mark(UmbracoObjectTypes.Document, payloads);
    }

    public void Handle(MediaCacheRefresherNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var payloads = (notification.MessageObject as MediaCacheRefresher.JsonPayload[])?.Select(payload => (payload.Id, payload.ChangeTypes));
        Mark(UmbracoObjectTypes.Media, payloads);
    }

    private void Mark(UmbracoObjectTypes kind, IEnumerable<(int Id, TreeChangeTypes Change)>? changes)
    {
        foreach (var (id, change) in changes ?? [(0, TreeChangeTypes.RefreshAll)])
        {
            names.Mark(kind, id, change);
        }
    }
}

/// <summary>Puts it behind Umbraco's notifications, as any Umbraco site would.</summary>
public sealed class NameComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, NameChanges>()
            .AddNotificationHandler<MediaCacheRefresherNotification, NameChanges>();
    }
}
