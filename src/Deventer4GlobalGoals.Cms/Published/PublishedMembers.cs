using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>This application hosts no Umbraco members, so there is never one to publish, nor a type to publish it in.</summary>
internal sealed class PublishedMembers(IPublishedContentTypeCache types) : IPublishedMemberCache
{
    public IPublishedMember? Get(IMember member) => null;

    public Task<IPublishedMember?> GetAsync(IMember member) => Task.FromResult<IPublishedMember?>(null);

    /// <exception cref="InvalidOperationException">Always: there are no member types.</exception>
    public IPublishedContentType GetContentType(int id) => types.Get(PublishedItemType.Member, id);

    /// <inheritdoc cref="GetContentType(int)"/>
    public IPublishedContentType GetContentType(string alias) => types.Get(PublishedItemType.Member, alias);
}

internal sealed class CacheManager(
    IPublishedContentCache content,
    IPublishedMediaCache media,
    IPublishedMemberCache members,
    IDomainCache domains,
    Generations generations) : ICacheManager
{
    public IPublishedContentCache Content => content;

    public IPublishedMediaCache Media => media;

    public IPublishedMemberCache Members => members;

    public IDomainCache Domains => domains;

    public Umbraco.Cms.Core.Cache.IAppCache ElementsCache => generations.Elements;
}
