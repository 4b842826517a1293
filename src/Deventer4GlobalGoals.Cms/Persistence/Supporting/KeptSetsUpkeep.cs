using Deventer4GlobalGoals.Cms.Persistence.Dictionary;
using Deventer4GlobalGoals.Cms.Persistence.Domains;
using Deventer4GlobalGoals.Cms.Persistence.Relations;
using Deventer4GlobalGoals.Cms.Persistence.Templates;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Persistence.Supporting;

/// <summary>
/// Drops what is kept in memory when it changed elsewhere: rows that went with a document or a language, and changes of other
/// nodes, which arrive as cache refreshes.
/// </summary>
public sealed class KeptSetsUpkeep(
    DomainRepository domains,
    DictionaryRepository dictionary,
    TemplateRepository templates,
    RelationTypeRepository relationTypes) :
    INotificationHandler<ContentDeletedNotification>,
    INotificationHandler<LanguageDeletedNotification>,
    INotificationHandler<DomainCacheRefresherNotification>,
    INotificationHandler<DictionaryCacheRefresherNotification>,
    INotificationHandler<TemplateCacheRefresherNotification>,
    INotificationHandler<RelationTypeCacheRefresherNotification>
{
    public void Handle(ContentDeletedNotification notification) => domains.ClearCache();

    public void Handle(LanguageDeletedNotification notification)
    {
        domains.ClearCache();
        dictionary.ClearCache();
    }

    public void Handle(DomainCacheRefresherNotification notification) => domains.ClearCache();

    public void Handle(DictionaryCacheRefresherNotification notification) => dictionary.ClearCache();

    public void Handle(TemplateCacheRefresherNotification notification) => templates.ClearCache();

    public void Handle(RelationTypeCacheRefresherNotification notification) => relationTypes.ClearCache();
}
