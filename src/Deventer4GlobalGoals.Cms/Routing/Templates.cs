using System.Collections.Concurrent;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>Templates by id, so that rendering a page asks no database. Emptied when Umbraco says that a template changed.</summary>
internal sealed class Templates(ITemplateService templates) : INotificationHandler<TemplateCacheRefresherNotification>
{
    private readonly ConcurrentDictionary<int, ITemplate?> _byId = new();

    public ITemplate? Find(int? id)
    {
        if (id is not { } wanted)
        {
            return null;
        }

        return _byId.TryGetValue(wanted, out var known)
            ? known
            : _byId[wanted] = templates.GetAsync(wanted).GetAwaiter().GetResult();
    }

    public void Handle(TemplateCacheRefresherNotification notification) => _byId.Clear();
}
