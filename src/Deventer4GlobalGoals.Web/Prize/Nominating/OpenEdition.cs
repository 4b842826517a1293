using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Web.Prize.Audience;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>
/// The edition that anybody may nominate for, or vote in, now, for pages that lead to the form. It is asked for on every practice, so it is known without
/// the database: read again after each change in this process, and after a minute for what came from elsewhere.
/// </summary>
public sealed class OpenEdition
{
    private static readonly AnswerTag Tag = new("prize editions");

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private Known? _known;
    private long _changes;

    public OpenEdition(IServiceScopeFactory scopes, EditionCache cache, ContentChanges changes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(cache);
        _scopes = scopes;
        _time = time;
        cache.Changed += () =>
        {
            Interlocked.Increment(ref _changes);
            changes.Touch(Tag);
        };
    }

    /// <summary>Null when there is none.</summary>
    public async ValueTask<EditionNow?> FindAsync(CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(edition => Nominations.IsOpen(edition, _time.GetUtcNow()));

    /// <summary>The edition that the public may vote in now; null when there is none.</summary>
    public async ValueTask<EditionNow?> FindVoteAsync(CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(edition => AudienceVote.IsOpen(edition, _time.GetUtcNow()));

    /// <summary>The edition of this year; null when the public can't vote in it now.</summary>
    public async ValueTask<EditionNow?> FindVoteAsync(int? year, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(edition => edition.Year == year && AudienceVote.IsOpen(edition, _time.GetUtcNow()));

    private async ValueTask<IReadOnlyList<EditionNow>> AllAsync(CancellationToken cancellation)
    {
        AnswerUse.Shows(Tag);
        var now = _time.GetUtcNow();
        var number = Interlocked.Read(ref _changes);
        var known = Volatile.Read(ref _known);
        if (known is null || known.Number != number || (now - known.At).Duration() > Longest)
        {
            await using var scope = _scopes.CreateAsyncScope();
            known = new Known(await scope.ServiceProvider.GetRequiredService<Editions>().AllAsync(cancellation), number, now);
            Volatile.Write(ref _known, known);
        }

        return known.Editions;
    }

    /// <param name="Editions">All of them: one opens and closes by the clock.</param>
    /// <param name="Number">Of the latest change that it knows of.</param>
    /// <param name="At">When it was read.</param>
    private sealed record Known(IReadOnlyList<EditionNow> Editions, long Number, DateTimeOffset At);
}
