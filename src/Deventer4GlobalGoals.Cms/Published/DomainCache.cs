using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// The domains (and path-only "domains" such as /en) of the site. There are a handful: a change reads all of them again.
/// Every request asks for the default culture, so that is kept too.
/// </summary>
internal sealed class DomainCache(IDomainService domains, IDefaultCultureAccessor defaultCulture)
    : IDomainCache, IDomainCacheService, INotificationHandler<LanguageCacheRefresherNotification>
{
    private readonly Lock _loading = new();
    private volatile Domain[]? _all;
    private volatile string? _defaultCulture;

    public string DefaultCulture => _defaultCulture ??= defaultCulture.DefaultCulture;

    public IEnumerable<Domain> GetAll(bool includeWildcards) =>
        All().Where(domain => includeWildcards || !domain.IsWildcard);

    public IEnumerable<Domain> GetAssigned(int documentId, bool includeWildcards = false) =>
        GetAll(includeWildcards).Where(domain => domain.ContentId == documentId);

    public bool HasAssigned(int documentId, bool includeWildcards = false) => GetAssigned(documentId, includeWildcards).Any();

    public void Refresh(DomainCacheRefresher.JsonPayload[] payloads)
    {
        lock (_loading)
        {
            _all = Read();
        }
    }

    public void Handle(LanguageCacheRefresherNotification notification) => _defaultCulture = null;

    private Domain[] All()
    {
        if (_all is { } known)
        {
            return known;
        }

        lock (_loading)
        {
            return _all ??= Read();
        }
    }

    private Domain[] Read() =>
    [
        .. domains.GetAllAsync(includeWildcards: true).GetAwaiter().GetResult()
            .Where(domain => domain.RootContentId is not null && !string.IsNullOrEmpty(domain.LanguageIsoCode))
            .OrderBy(domain => domain.SortOrder)
            .Select(domain => new Domain(
                domain.Id, domain.DomainName, domain.RootContentId!.Value, domain.LanguageIsoCode, domain.IsWildcard, domain.SortOrder)),
    ];
}
