using System.Security.Cryptography;
using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Webhooks;

/// <summary>
/// Webhooks. Every publish asks which there are, so they are kept whole; a tool or another node may change them without telling, so not for
/// longer than <see cref="Longest"/>.
/// </summary>
public sealed class WebhookRepository : IWebhookRepository
{
    /// <summary>How long a change by another process may take to be noticed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int SecretBytes = 32;

    /// <summary>What a secret begins with, before it is protected; those of before there was protection still do in the database.</summary>
    private const string SecretPrefix = "whsec_";

    private readonly EfScopeProvider _scopes;
    private readonly TimeProvider _clock;
    private readonly IDataProtector _protector;
    private readonly FullSet<WebhookRow[]> _all;
    private DateTimeOffset _readAt;

    public WebhookRepository(EfScopeProvider scopes, TimeProvider clock, IDataProtectionProvider protection)
    {
        _protector = protection.CreateProtector("Deventer4GlobalGoals.Webhooks.Secret");
        (_scopes, _clock) = (scopes, clock);
        _all = new FullSet<WebhookRow[]>(scopes, Load);
    }

    private WebhookRow[] Rows
    {
        get
        {
            if (_clock.GetUtcNow() - _readAt > Longest)
            {
                _all.Invalidate();
            }

            return _all.Value;
        }
    }

    public Task<PagedModel<IWebhook>> GetAllAsync(int skip, int take) => Task.FromResult(Paged(Rows, skip, take));

    public Task<IWebhook?> GetAsync(Guid key) => Task.FromResult(Rows.FirstOrDefault(row => row.Key == key) is { } row ? Model(row) : null);

    public Task<PagedModel<IWebhook>> GetByIdsAsync(IEnumerable<Guid> keys)
    {
        var wanted = keys.ToHashSet();
        return Task.FromResult(Paged([.. Rows.Where(row => wanted.Contains(row.Key))], 0, int.MaxValue));
    }

    public Task<PagedModel<IWebhook>> GetByAliasAsync(string alias) =>
        Task.FromResult(Paged([.. Rows.Where(row => Read<string[]>(row.Events).Contains(alias, StringComparer.Ordinal))], 0, int.MaxValue));

    /// <summary>What messages to this webhook are signed with; null when there is no such webhook.</summary>
    /// <exception cref="CryptographicException">The keys that it was protected with are gone.</exception>
    public string? Secret(Guid key) => Rows.FirstOrDefault(row => row.Key == key)?.Secret switch
    {
        null => null,
        var plain when plain.StartsWith(SecretPrefix, StringComparison.Ordinal) => plain,
        var kept => _protector.Unprotect(kept),
    };

    public Task<IWebhook> CreateAsync(IWebhook webhook)
    {
        webhook.AddingEntity();
        var row = new WebhookRow
        {
            Key = webhook.Key,
            Secret = _protector.Protect(SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes))),
            CreateDate = webhook.CreateDate,
        };
        Fill(row, webhook);
        _scopes.Db.Insert(row);
        webhook.Id = row.Id;
        (webhook as IRememberBeingDirty)?.ResetDirtyProperties(false);
        _all.Changed();
        return Task.FromResult(webhook);
    }

    public async Task UpdateAsync(IWebhook webhook)
    {
        webhook.UpdatingEntity();
        var row = new WebhookRow();
        Fill(row, webhook);
        await _scopes.Db.Set<WebhookRow>().Where(one => one.Key == webhook.Key).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Name, row.Name)
            .SetProperty(one => one.Description, row.Description)
            .SetProperty(one => one.Url, row.Url)
            .SetProperty(one => one.Enabled, row.Enabled)
            .SetProperty(one => one.Events, row.Events)
            .SetProperty(one => one.ContentTypeKeys, row.ContentTypeKeys)
            .SetProperty(one => one.Headers, row.Headers)
            .SetProperty(one => one.UpdateDate, row.UpdateDate)).ConfigureAwait(false);
        (webhook as IRememberBeingDirty)?.ResetDirtyProperties(false);
        _all.Changed();
    }

    public async Task DeleteAsync(IWebhook webhook)
    {
        await _scopes.Db.Set<WebhookRow>().Where(row => row.Key == webhook.Key).ExecuteDeleteAsync().ConfigureAwait(false);
        _all.Changed();
    }

    private static PagedModel<IWebhook> Paged(WebhookRow[] rows, int skip, int take) => new(rows.Length, rows.Skip(skip).Take(take).Select(Model).ToArray());

    private static void Fill(WebhookRow row, IWebhook webhook)
    {
        row.Name = webhook.Name;
        row.Description = webhook.Description;
        row.Url = webhook.Url;
        row.Enabled = webhook.Enabled;
        row.Events = JsonSerializer.Serialize(webhook.Events);
        row.ContentTypeKeys = JsonSerializer.Serialize(webhook.ContentTypeKeys);
        row.Headers = JsonSerializer.Serialize(webhook.Headers);
        row.UpdateDate = webhook.UpdateDate;
    }

    private static IWebhook Model(WebhookRow row)
    {
        var webhook = new Webhook(row.Url, row.Enabled, Read<Guid[]>(row.ContentTypeKeys), Read<string[]>(row.Events), Read<Dictionary<string, string>>(row.Headers))
        {
            Id = row.Id,
            Key = row.Key,
            Name = row.Name,
            Description = row.Description,
            CreateDate = row.CreateDate,
            UpdateDate = row.UpdateDate,
        };
        webhook.ResetDirtyProperties(false);
        return webhook;
    }

    private static T Read<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json) ?? throw new InvalidDataException($"A webhook has '{json}' where a {typeof(T).Name} belongs.");

    private WebhookRow[] Load(CmsDb db)
    {
        var rows = db.Set<WebhookRow>().AsNoTracking().OrderBy(row => row.Id).ToArray();
        _readAt = _clock.GetUtcNow();
        return rows;
    }
}
