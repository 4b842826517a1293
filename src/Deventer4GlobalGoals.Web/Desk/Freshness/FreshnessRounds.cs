using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>
/// Once a year: a mail to whom visitors may ask about a practice, or else to an author of its organisation. Links in it need a public address, so
/// that nothing is sent while <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c> isn't set.
/// </summary>
public sealed partial class FreshnessRounds(
    IServiceScopeFactory scopes, CommunityIndex community, IUmbracoContextFactory contexts, SiteOrigin origin, TimeProvider time, ILogger<FreshnessRounds> logger) : BackgroundService
{
    /// <summary>After this a practice should be confirmed again, and nobody is asked sooner a second time.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromDays(365);

    /// <summary>Most mails in one round: the rest comes an hour later.</summary>
    private const int Most = 50;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AskAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next hour tries again; nobody is asked twice.
                LogFailed(failure);
            }
        }
    }

    /// <summary>Queues what is due.</summary>
    /// <returns>How many mails.</returns>
    public async Task<int> AskAsync(CancellationToken cancellation)
    {
        if (origin.Current.Length == 0)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        var before = now - Between;
        var old = community.Current.Items.Values.Where(item => item is { Kind: ItemKind.Practice, IsDemo: false } && ConfirmedAt(item) < before).OrderBy(ConfirmedAt).ToList();
        if (old.Count == 0)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, outbox, mails) = (services.GetRequiredService<SiteDb>(), services.GetRequiredService<Outbox>(), services.GetRequiredService<FreshnessMails>());
        var authors = await db.Users.AsNoTracking()
            .Where(account => account.Organisation != null && !account.IsDisabled && (account.Roles & AccountRoles.Author) != AccountRoles.None && account.PasswordHash != null)
            .OrderBy(account => account.Id).ToListAsync(cancellation);
        await using var transaction = await db.BeginAsync("freshness", cancellation);
        var asked = await db.Set<FreshnessRow>().ToDictionaryAsync(row => row.Practice, cancellation);
        var count = 0;
        foreach (var item in old.Where(item => !asked.TryGetValue(item.Key, out var row) || row.AskedAt < before))
        {
            if (count == Most || Owner(item, authors) is not { } owner)
            {
                continue;
            }

            if (!asked.TryGetValue(item.Key, out var row))
            {
                db.Add(row = new FreshnessRow { Practice = item.Key });
            }

            row.AskedAt = now;
            outbox.Add(mails.Ask(new FreshnessLink(item.Key, owner.Email), owner.Name, item.Title(owner.Culture).Text, owner.Culture, now));
            count++;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return count;
    }

    /// <summary>What nobody confirmed was so when it was changed last.</summary>
    private static DateTimeOffset ConfirmedAt(CommunityItem item) => item.LastConfirmed is { } day
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : new DateTimeOffset(DateTime.SpecifyKind(item.Updated, DateTimeKind.Utc));

    private (string Email, string? Name, string Culture)? Owner(CommunityItem item, List<Account> authors)
    {
        using var context = contexts.EnsureUmbracoContext();
        if (context.UmbracoContext.Content?.GetById(item.Key) is Practice practice && Outbox.IsAddress(practice.ContactEmail?.Trim()))
        {
            return (practice.ContactEmail!.Trim(), practice.ContactPerson, SitePage.DefaultCulture);
        }

        return authors.Find(account => item.Organisations.Contains(account.Organisation!.Value)) is { } author
            ? (author.Email!, author.Name, author.Language == "en" ? "en-US" : SitePage.DefaultCulture)
            : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Questions about practices could not be queued; they are tried again in an hour.")]
    private partial void LogFailed(Exception failure);
}
