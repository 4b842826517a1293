using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Persistence.Webhooks;

/// <summary>
/// Messages that wait to be sent. Umbraco's contract knows waiting ones only; when the next attempt is, and what was given up, is ours.
/// </summary>
public sealed class WebhookRequestRepository(EfScopeProvider scopes, TimeProvider clock) : IWebhookRequestRepository
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<WebhookRequestRow> Rows => scopes.Db.Set<WebhookRequestRow>().AsNoTracking();

    public Task<WebhookRequest> CreateAsync(WebhookRequest webhookRequest)
    {
        var row = new WebhookRequestRow
        {
            Key = Guid.NewGuid(),
            WebhookKey = webhookRequest.WebhookKey,
            EventAlias = webhookRequest.EventAlias,
            Payload = webhookRequest.RequestObject,
            RetryCount = webhookRequest.RetryCount,
            CreateDate = Now,
            NextDate = Now,
        };
        scopes.Db.Insert(row);
        webhookRequest.Id = row.Id;
        return Task.FromResult(webhookRequest);
    }

    public Task DeleteAsync(WebhookRequest webhookRequest) => DeleteAsync(webhookRequest.Id);

    /// <summary>Done when it returns: Umbraco's service ends its scope without waiting for the answer.</summary>
    public Task<IEnumerable<WebhookRequest>> GetAllAsync() =>
        Task.FromResult<IEnumerable<WebhookRequest>>(Rows.Where(row => row.DeadDate == null).OrderBy(row => row.Id).AsEnumerable().Select(Model).ToArray());

    public async Task<WebhookRequest> UpdateAsync(WebhookRequest webhookRequest)
    {
        await scopes.Db.Set<WebhookRequestRow>().Where(row => row.Id == webhookRequest.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EventAlias, webhookRequest.EventAlias)
            .SetProperty(row => row.Payload, webhookRequest.RequestObject)
            .SetProperty(row => row.RetryCount, webhookRequest.RetryCount)).ConfigureAwait(false);
        return webhookRequest;
    }

    public Task DeleteAsync(int id) => scopes.Db.Set<WebhookRequestRow>().Where(row => row.Id == id).ExecuteDeleteAsync();

    /// <summary>What may be sent now, longest waiting first.</summary>
    public async Task<IReadOnlyList<WebhookRequestRow>> DueAsync(int most)
    {
        var now = Now;
        return await Rows.Where(row => row.DeadDate == null && row.NextDate <= now).OrderBy(row => row.NextDate).ThenBy(row => row.Id).Take(most).ToListAsync().ConfigureAwait(false);
    }

    /// <summary>Takes a message for an attempt. When this process ends meanwhile, it is due again after a while.</summary>
    /// <returns>False when another process was first.</returns>
    public async Task<bool> ClaimAsync(int id, TimeSpan until)
    {
        var (now, later) = (Now, Now + until);
        return await scopes.Db.Set<WebhookRequestRow>()
            .Where(row => row.Id == id && row.DeadDate == null && row.NextDate <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextDate, later)).ConfigureAwait(false) == 1;
    }

    /// <summary>To be tried again.</summary>
    public Task PostponeAsync(int id, int retryCount, TimeSpan until)
    {
        var later = Now + until;
        return scopes.Db.Set<WebhookRequestRow>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.RetryCount, retryCount)
            .SetProperty(row => row.NextDate, later));
    }

    /// <summary>Gives a message up. It stays, to be looked at and perhaps tried again.</summary>
    public Task BuryAsync(int id)
    {
        var now = Now;
        return scopes.Db.Set<WebhookRequestRow>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadDate, now));
    }

    /// <summary>Tries again what was given up.</summary>
    /// <param name="webhook">For one webhook only; null for all.</param>
    /// <returns>How many messages.</returns>
    public Task<int> ReviveAsync(Guid? webhook)
    {
        var now = Now;
        return scopes.Db.Set<WebhookRequestRow>()
            .Where(row => row.DeadDate != null && (webhook == null || row.WebhookKey == webhook))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.DeadDate, (DateTime?)null)
                .SetProperty(row => row.RetryCount, 0)
                .SetProperty(row => row.NextDate, now));
    }

    /// <summary>Forgets what was given up before a moment.</summary>
    public Task<int> ForgetAsync(DateTime before) =>
        scopes.Db.Set<WebhookRequestRow>().Where(row => row.DeadDate < before).ExecuteDeleteAsync();

    /// <summary>How many messages wait, and how many were given up, per webhook.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Waiting, int Dead)>> CountAsync()
    {
        var counts = await Rows.GroupBy(row => row.WebhookKey)
            .Select(group => new { group.Key, Waiting = group.Count(row => row.DeadDate == null), Dead = group.Count(row => row.DeadDate != null) })
            .ToListAsync().ConfigureAwait(false);
        return counts.ToDictionary(count => count.Key, count => (count.Waiting, count.Dead));
    }

    private static WebhookRequest Model(WebhookRequestRow row) => new()
    {
        Id = row.Id,
        WebhookKey = row.WebhookKey,
        EventAlias = row.EventAlias,
        RequestObject = row.Payload,
        RetryCount = row.RetryCount,
    };
}
