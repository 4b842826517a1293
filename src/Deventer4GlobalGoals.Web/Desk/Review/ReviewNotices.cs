using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>
/// Mails editors that something new waits for them; what comes in shortly after each other is one mail. That it was told stands with what waits, in one
/// transaction with the mail. The link in it needs a public address, so that nothing is sent while <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c>
/// isn't set.
/// </summary>
public sealed partial class ReviewNotices(IServiceScopeFactory scopes, SiteOrigin origin, TimeProvider time, ILogger<ReviewNotices> logger) : BackgroundService
{
    /// <summary>How long the first of them waits for others to go with it.</summary>
    public static readonly TimeSpan Gathers = TimeSpan.FromMinutes(5);

    /// <summary>As many are named in one mail.</summary>
    private const int MostNamed = 10;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next minute tries again; nobody is told twice.
                LogFailed(failure);
            }
        }
    }

    /// <summary>Queues what is due.</summary>
    /// <returns>How many mails.</returns>
    public async Task<int> TellAsync(CancellationToken cancellation)
    {
        if (origin.Current.Length == 0)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var (db, outbox) = (scope.ServiceProvider.GetRequiredService<SiteDb>(), scope.ServiceProvider.GetRequiredService<Outbox>());
        var now = time.GetUtcNow();
        var before = now - Gathers;
        var fresh = db.Set<ReviewRow>().Where(row => row.State == ReviewState.Waiting && row.AnnouncedAt == null);
        if (!await fresh.AnyAsync(row => row.ChangedAt <= before, cancellation))
        {
            return 0;
        }

        await using var transaction = await db.BeginAsync("review-notices", cancellation);
        var rows = await fresh.OrderBy(row => row.ChangedAt).ToListAsync(cancellation);
        var readers = await db.Users.AsNoTracking()
            .Where(account => !account.IsDisabled && !account.SkipsReviewMail && account.PasswordHash != null && (account.Roles & AccountRoles.Publishers) != AccountRoles.None)
            .OrderBy(account => account.Id).ToListAsync(cancellation);
        rows.ForEach(row => row.AnnouncedAt = now);

        // What somebody sent themselves is no news to them.
        var mails = readers.Select(reader => (Reader: reader, Rows: rows.FindAll(row => row.AccountId != reader.Id))).Where(pair => pair.Rows.Count > 0)
            .Select(pair => Mail(pair.Reader, pair.Rows, now)).ToList();
        mails.ForEach(outbox.Add);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return mails.Count;
    }

    private OutgoingMail Mail(Account reader, List<ReviewRow> rows, DateTimeOffset now)
    {
        string T(string dutch, string english) => reader.Language == "en" ? english : dutch;
        var words = new ReviewWords(T);
        string Title(ReviewRow row) => row.Title.Length > 0 ? row.Title : T("Zonder titel", "Without a title");
        var subject = rows is [var only]
            ? T($"Te beoordelen: {Title(only)}", $"To review: {Title(only)}")
            : T($"Te beoordelen: {rows.Count} nieuwe inzendingen", $"To review: {rows.Count} new entries");
        var list = string.Join('\n', rows.Take(MostNamed).Select(row => $"- {Title(row)} ({words.Source(row)})"));
        var more = rows.Count > MostNamed ? T($"\nen nog {rows.Count - MostNamed}.", $"\nand {rows.Count - MostNamed} more.") : string.Empty;
        var (queue, account) = (origin.Current + "/umbraco/review", origin.Current + "/umbraco/account");
        var text = T(
            $"Beste {reader.Name},\n\nDit wacht op een redacteur:\n\n{list}{more}\n\nU vindt het hier:\n{queue}\n\nWilt u deze mails niet? Zet ze uit bij uw account:\n{account}",
            $"Hello {reader.Name},\n\nThis waits for an editor:\n\n{list}{more}\n\nYou find it here:\n{queue}\n\nDon't you want these mails? Turn them off at your account:\n{account}");
        return new OutgoingMail(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"review-notice/{reader.Key:N}/{now.UtcTicks}"), reader.Email!, subject, text);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Editors could not be told what waits for them; it is tried again in a minute.")]
    private partial void LogFailed(Exception failure);
}
