using System.Globalization;
using System.Text.Json;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>Something in the queue, with what it says and what happened to it.</summary>
public sealed record ReviewNow(ReviewRow Row, SubmissionText? Text, IReadOnlyList<ReviewStepRow> Steps)
{
    /// <summary>What an editor asked for last; null when nothing was sent back.</summary>
    public string? Asked => Row.State == ReviewState.Returned ? Steps.LastOrDefault(step => step.Kind == "returned")?.Note : null;
}

/// <summary>How a step went.</summary>
public enum ReviewOutcome
{
    Done,

    /// <summary>Not in this state, or not theirs.</summary>
    NotAllowed,

    /// <summary>Somebody saved meanwhile; nothing was overwritten.</summary>
    Stale,
}

/// <summary>
/// The queue: every step is dated, written down, and saved with the mail that tells of it; one thing is changed by one at a time. What is past its
/// term is erased by the upkeep.
/// </summary>
public sealed class Reviews(SiteDb db, Outbox outbox, AuditLog audit, TimeProvider time)
{
    /// <summary>How long something is kept that was never handed in, or not from a confirmed address. The form says so too.</summary>
    public static readonly TimeSpan DraftKept = TimeSpan.FromDays(90);

    /// <summary>How long it is kept after the last step, except while it waits for an editor. The form and the privacy page say so too.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>When it goes by itself; null while it waits for an editor.</summary>
    public static DateTimeOffset? ErasedAt(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.State switch
        {
            ReviewState.Draft or ReviewState.Unconfirmed => row.ChangedAt + DraftKept,
            ReviewState.Waiting => null,
            _ => row.ChangedAt + Kept,
        };
    }

    /// <summary>States in which who sent it may change it.</summary>
    public static bool IsOpen(ReviewState state) => state is ReviewState.Draft or ReviewState.Unconfirmed or ReviewState.Waiting or ReviewState.Returned;

    public async Task<ReviewNow?> FindAsync(Guid key, CancellationToken cancellation) =>
        await db.Set<ReviewRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? new ReviewNow(row, Read(row), await db.Set<ReviewStepRow>().AsNoTracking().Where(step => step.Review == key).OrderBy(step => step.Id).ToListAsync(cancellation))
            : null;

    /// <summary>What is going on about a page: what waits or was sent back, else what was decided last; null when there is nothing.</summary>
    public async Task<ReviewNow?> OfItemAsync(Guid item, CancellationToken cancellation)
    {
        var rows = await db.Set<ReviewRow>().AsNoTracking().Where(row => row.Item == item).ToListAsync(cancellation);
        var row = rows.OrderByDescending(one => IsOpen(one.State)).ThenByDescending(one => one.ChangedAt).FirstOrDefault();
        return row is null ? null : await FindAsync(row.Key, cancellation);
    }

    /// <summary>What is answered when this page goes online, with its language: an author's, and a visitor's whose words are on it.</summary>
    public async Task<IReadOnlyList<(Guid Key, string Culture)>> AnsweredByAsync(Guid item, CancellationToken cancellation) =>
    [
        .. (await In(ReviewState.Waiting, ReviewState.Returned).Where(row => row.Item == item && (row.Text == null || row.AppliedVersion >= row.Version)).ToListAsync(cancellation))
            .Select(row => (row.Key, row.Text is null ? SitePage.DefaultCulture : row.Culture)),
    ];

    /// <summary>What waits, longest first.</summary>
    public async Task<IReadOnlyList<ReviewRow>> WaitingAsync(int most, CancellationToken cancellation) =>
        await In(ReviewState.Waiting).OrderBy(row => row.ChangedAt).Take(most).ToListAsync(cancellation);

    public Task<int> CountAsync(CancellationToken cancellation) => In(ReviewState.Waiting).CountAsync(cancellation);

    /// <summary>What was sent back or decided, newest first.</summary>
    public async Task<IReadOnlyList<ReviewRow>> LatestAsync(int most, CancellationToken cancellation) =>
        await In(ReviewState.Returned, ReviewState.Accepted, ReviewState.Rejected, ReviewState.Withdrawn).OrderByDescending(row => row.ChangedAt).Take(most).ToListAsync(cancellation);

    /// <summary>Pages of an author that were sent, by their keys.</summary>
    public async Task<IReadOnlyDictionary<Guid, ReviewState>> OfAuthorAsync(int account, CancellationToken cancellation) =>
        (await db.Set<ReviewRow>().AsNoTracking().Where(row => row.AccountId == account && row.Item != null).ToListAsync(cancellation))
            .GroupBy(row => row.Item!.Value).ToDictionary(group => group.Key, group => group.MaxBy(row => row.ChangedAt)!.State);

    /// <summary>Puts something new in, with its first step and its mail.</summary>
    public async Task AddAsync(ReviewRow row, string step, OutgoingMail? mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        db.Add(row);
        Step(row, step, row.AccountId, null);
        if (mail is not null)
        {
            outbox.Add(mail);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Changes something, when it may be.</summary>
    /// <param name="key">Of what is changed.</param>
    /// <param name="change">Says how it went; only with <see cref="ReviewOutcome.Done"/> something is saved.</param>
    /// <param name="cancellation">Until it is saved.</param>
    public async Task<ReviewOutcome> ChangeAsync(Guid key, Func<ReviewRow, ReviewOutcome> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var transaction = await db.BeginAsync("review/" + key.ToString("N", CultureInfo.InvariantCulture), cancellation);
        if (await db.Set<ReviewRow>().FirstOrDefaultAsync(row => row.Key == key, cancellation) is not { } row)
        {
            return ReviewOutcome.NotAllowed;
        }

        await db.Entry(row).ReloadAsync(cancellation);
        var outcome = change(row);
        if (outcome != ReviewOutcome.Done)
        {
            return outcome;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return outcome;
    }

    /// <summary>A step of something that is being added or changed; mail goes with it.</summary>
    public ReviewStepRow Step(ReviewRow row, string kind, int? account, string? note)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.ChangedAt = time.GetUtcNow();
        var step = new ReviewStepRow { Review = row.Key, At = row.ChangedAt, Kind = kind, AccountId = account, Note = note };
        db.Add(step);
        audit.Add("review." + kind, account, (row.Item ?? row.Key).ToString(), row.AccountId is null ? row.Key.ToString() : null);
        return step;
    }

    public void Mail(OutgoingMail mail) => outbox.Add(mail);

    public static string Write(SubmissionText text) => JsonSerializer.Serialize(text, Json);

    private static SubmissionText? Read(ReviewRow row) => row.Text is null ? null : JsonSerializer.Deserialize<SubmissionText>(row.Text, Json);

    private IQueryable<ReviewRow> In(params ReviewState[] states) => db.Set<ReviewRow>().AsNoTracking().Where(row => states.Contains(row.State));
}
