using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>
/// The day before a meeting: a mail to whoever has a place. Links in it need a public address, so that nothing is sent while
/// <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c> isn't set.
/// </summary>
public sealed partial class MeetingReminders(IServiceScopeFactory scopes, MeetingReader meetings, SiteOrigin origin, TimeProvider time, ILogger<MeetingReminders> logger) : BackgroundService
{
    /// <summary>How long before a meeting begins it is reminded of.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(30);

    /// <summary>Who registered this short a while ago has just had a mail.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemindAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next hour tries again; nobody is reminded twice.
                LogFailed(failure);
            }
        }
    }

    /// <summary>Queues what is due.</summary>
    /// <returns>How many mails.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellation)
    {
        if (!origin.IsKnown)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, outbox, mails) = (services.GetRequiredService<SiteDb>(), services.GetRequiredService<Outbox>(), services.GetRequiredService<RegistrationMails>());
        var now = time.GetUtcNow();
        var before = now - Fresh;
        var rows = await db.Set<RegistrationRow>().AsNoTracking().Where(row => row.State == RegistrationState.Placed && row.At < before).ToListAsync(cancellation);
        var due = rows.GroupBy(row => row.MeetingKey)
            .Select(group => (Meeting: meetings.Find(group.Key, SitePage.DefaultCulture), Rows: group))
            .Where(pair => pair.Meeting is { IsCalledOff: false } meeting && meeting.Start > now && meeting.Start - now <= Ahead)
            .SelectMany(pair => pair.Rows.Select(row => mails.Reminder(meetings.Find(row.MeetingKey, row.Culture) ?? pair.Meeting!, row)))
            .ToList();
        var left = await outbox.NewAsync(due, cancellation);
        left.ForEach(outbox.Add);
        await db.SaveChangesAsync(cancellation);
        return left.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of meetings could not be queued; they are tried again in an hour.")]
    private partial void LogFailed(Exception failure);
}
