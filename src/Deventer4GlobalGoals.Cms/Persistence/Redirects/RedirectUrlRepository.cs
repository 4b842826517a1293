using System.Security.Cryptography;
using System.Text;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Redirects;

/// <summary>Former addresses of documents. They end with the document.</summary>
public sealed class RedirectUrlRepository(EfScopeProvider scopes) : IRedirectUrlRepository
{
    private static readonly QueryMap<RedirectRow> Map = new QueryMap<RedirectRow>()
        .WithAll(row => row)
        .With(nameof(IRedirectUrl.Key), row => row.Id)
        .With(nameof(IRedirectUrl.ContentKey), row => row.Content.Key);

    private IQueryable<RedirectRow> Rows => scopes.Db.Set<RedirectRow>().AsNoTracking();

    public IRedirectUrl? Get(Guid id) => First(Rows.Where(row => row.Id == id));

    public IEnumerable<IRedirectUrl> GetMany(params Guid[]? ids) =>
        Models(Newest(ids is { Length: > 0 } ? Rows.Where(row => ids.Contains(row.Id)) : Rows));

    public bool Exists(Guid id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IRedirectUrl> Get(IQuery<IRedirectUrl> query) => Models(Newest(Matching(query)));

    public int Count(IQuery<IRedirectUrl>? query) => Matching(query).Count();

    public IRedirectUrl? Get(string url, Guid contentKey, string? culture)
    {
        var (hash, normalised) = (Hash(url), Normalise(culture));
        return First(Rows.Where(row => row.UrlHash == hash && row.Url == url && row.Content.Key == contentKey && row.Culture == normalised));
    }

    public IRedirectUrl? GetMostRecentUrl(string url)
    {
        var hash = Hash(url);
        return First(Newest(Rows.Where(row => row.UrlHash == hash && row.Url == url)));
    }

    public IRedirectUrl? GetMostRecentUrl(string url, string culture)
    {
        var (hash, normalised) = (Hash(url), Normalise(culture));
        return First(Newest(Rows.Where(row => row.UrlHash == hash && row.Url == url && (row.Culture == normalised || row.Culture == null))));
    }

    public async Task<IRedirectUrl?> GetMostRecentUrlAsync(string url)
    {
        var hash = Hash(url);
        return await FirstAsync(Newest(Rows.Where(row => row.UrlHash == hash && row.Url == url))).ConfigureAwait(false);
    }

    public async Task<IRedirectUrl?> GetMostRecentUrlAsync(string url, string culture)
    {
        var (hash, normalised) = (Hash(url), Normalise(culture));
        var rows = Rows.Where(row => row.UrlHash == hash && row.Url == url && (row.Culture == normalised || row.Culture == null));
        return await FirstAsync(Newest(rows)).ConfigureAwait(false);
    }

    public IEnumerable<IRedirectUrl> GetContentUrls(Guid contentKey) => Models(Newest(Rows.Where(row => row.Content.Key == contentKey)));

    public IEnumerable<IRedirectUrl> GetAllUrls(long pageIndex, int pageSize, out long total) => Page(Rows, pageIndex, pageSize, out total);

    /// <summary>The redirects of everything below a node.</summary>
    public IEnumerable<IRedirectUrl> GetAllUrls(int rootContentId, long pageIndex, int pageSize, out long total)
    {
        var path = scopes.Db.Set<NodeRow>().Where(node => node.Id == rootContentId).Select(node => node.Path).FirstOrDefault();
        if (path is null)
        {
            total = 0;
            return [];
        }

        return Page(Rows.WhereBelow(row => row.Content.Path, path), pageIndex, pageSize, out total);
    }

    public IEnumerable<IRedirectUrl> SearchUrls(string searchTerm, long pageIndex, int pageSize, out long total) =>
        Page(Rows.Where(row => row.Url.Contains(searchTerm)), pageIndex, pageSize, out total);

    /// <exception cref="InvalidOperationException">The document does not exist.</exception>
    public void Save(IRedirectUrl entity)
    {
        var culture = Normalise(entity.Culture);
        var contentId = scopes.Db.Set<NodeRow>().Where(node => node.Key == entity.ContentKey).Select(node => (int?)node.Id).FirstOrDefault()
            ?? throw new InvalidOperationException($"The document {entity.ContentKey} to redirect to does not exist.");
        var updated = scopes.Db.Set<RedirectRow>().Where(row => row.Id == entity.Key).ExecuteUpdate(set => set
            .SetProperty(row => row.ContentId, contentId)
            .SetProperty(row => row.Url, entity.Url)
            .SetProperty(row => row.UrlHash, Hash(entity.Url))
            .SetProperty(row => row.Culture, culture)
            .SetProperty(row => row.CreateDateUtc, entity.CreateDateUtc));
        if (updated == 0)
        {
            scopes.Db.Insert(new RedirectRow
            {
                Id = entity.Key,
                ContentId = contentId,
                Url = entity.Url,
                UrlHash = Hash(entity.Url),
                Culture = culture,
                CreateDateUtc = entity.CreateDateUtc,
            });
        }

        entity.ContentId = contentId;
        entity.ResetDirtyProperties();
    }

    public void Delete(IRedirectUrl entity) => Delete(entity.Key);

    public void Delete(Guid id) => scopes.Db.Set<RedirectRow>().Where(row => row.Id == id).ExecuteDelete();

    public void DeleteAll() => scopes.Db.Set<RedirectRow>().ExecuteDelete();

    public void DeleteContentUrls(Guid contentKey) => scopes.Db.Set<RedirectRow>().Where(row => row.Content.Key == contentKey).ExecuteDelete();

    private static string Hash(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)));

    private static string? Normalise(string? culture) => string.IsNullOrWhiteSpace(culture) ? null : culture.ToLowerInvariant();

    private static IOrderedQueryable<RedirectRow> Newest(IQueryable<RedirectRow> rows) =>
        rows.OrderByDescending(row => row.CreateDateUtc).ThenBy(row => row.Id);

    private static IRedirectUrl[] Page(IQueryable<RedirectRow> rows, long pageIndex, int pageSize, out long total)
    {
        total = rows.LongCount();
        return Models(Newest(rows).Page(pageIndex, pageSize));
    }

    private static IRedirectUrl[] Models(IQueryable<RedirectRow> rows) =>
        [.. rows.Include(row => row.Content).AsEnumerable().Select(ToModel)];

    private static RedirectUrl? First(IQueryable<RedirectRow> rows) =>
        rows.Include(row => row.Content).FirstOrDefault() is { } row ? ToModel(row) : null;

    private static async Task<RedirectUrl?> FirstAsync(IQueryable<RedirectRow> rows) =>
        await rows.Include(row => row.Content).FirstOrDefaultAsync().ConfigureAwait(false) is { } row ? ToModel(row) : null;

    private static RedirectUrl ToModel(RedirectRow row)
    {
        var model = new RedirectUrl
        {
            Key = row.Id,
            ContentId = row.ContentId,
            ContentKey = row.Content.Key,
            Url = row.Url,
            Culture = row.Culture,
            CreateDateUtc = row.CreateDateUtc,
        };
        model.ResetDirtyProperties(false);
        return model;
    }

    private IQueryable<RedirectRow> Matching(IQuery<IRedirectUrl>? query) => query is EfQuery<IRedirectUrl> filter ? filter.Apply(Rows, Map) : Rows;
}
