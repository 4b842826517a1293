using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Webhooks;

/// <summary>What came of each attempt; newest first.</summary>
public sealed class WebhookLogRepository(EfScopeProvider scopes) : IWebhookLogRepository
{
    private IQueryable<WebhookLogRow> Rows => scopes.Db.Set<WebhookLogRow>().AsNoTracking();

    public Task CreateAsync(WebhookLog log)
    {
        var row = new WebhookLogRow
        {
            Key = log.Key,
            WebhookKey = log.WebhookKey,
            Url = log.Url,
            StatusCode = log.StatusCode,
            Date = log.Date,
            EventAlias = log.EventAlias,
            RetryCount = log.RetryCount,
            RequestHeaders = log.RequestHeaders,
            RequestBody = log.RequestBody,
            ResponseHeaders = log.ResponseHeaders,
            ResponseBody = log.ResponseBody,
            ExceptionOccured = log.ExceptionOccured,
            IsSuccessStatusCode = log.IsSuccessStatusCode,
        };
        scopes.Db.Insert(row);
        log.Id = row.Id;
        return Task.CompletedTask;
    }

    public Task<PagedModel<WebhookLog>> GetPagedAsync(int skip, int take) => PageAsync(Rows, skip, take);

    public Task<PagedModel<WebhookLog>> GetPagedAsync(Guid webhookKey, int skip, int take) => PageAsync(Rows.Where(row => row.WebhookKey == webhookKey), skip, take);

    public async Task<IEnumerable<WebhookLog>> GetOlderThanDate(DateTime date) =>
        (await Rows.Where(row => row.Date < date).OrderBy(row => row.Id).ToListAsync().ConfigureAwait(false)).ConvertAll(Model);

    public Task DeleteByIds(int[] ids) => scopes.Db.Set<WebhookLogRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync();

    /// <summary>Forgets attempts before a moment, without reading them.</summary>
    public Task<int> ForgetAsync(DateTime before) => scopes.Db.Set<WebhookLogRow>().Where(row => row.Date < before).ExecuteDeleteAsync();

    private static async Task<PagedModel<WebhookLog>> PageAsync(IQueryable<WebhookLogRow> rows, int skip, int take)
    {
        var total = await rows.LongCountAsync().ConfigureAwait(false);
        var page = await rows.OrderByDescending(row => row.Date).ThenByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync().ConfigureAwait(false);
        return new PagedModel<WebhookLog>(total, page.ConvertAll(Model));
    }

    private static WebhookLog Model(WebhookLogRow row) => new()
    {
        Id = row.Id,
        Key = row.Key,
        WebhookKey = row.WebhookKey,
        Url = row.Url,
        StatusCode = row.StatusCode,
        Date = row.Date,
        EventAlias = row.EventAlias,
        RetryCount = row.RetryCount,
        RequestHeaders = row.RequestHeaders,
        RequestBody = row.RequestBody,
        ResponseHeaders = row.ResponseHeaders,
        ResponseBody = row.ResponseBody,
        ExceptionOccured = row.ExceptionOccured,
        IsSuccessStatusCode = row.IsSuccessStatusCode,
    };
}
