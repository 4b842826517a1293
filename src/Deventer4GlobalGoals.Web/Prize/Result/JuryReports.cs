using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Scoring;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>The file beside a report.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size; null while nobody asked for it.</param>
public sealed record ReportPdf(string Path, int? Bytes);

/// <summary>The jury report: it writes itself from the log.</summary>
/// <param name="Edition">That was decided.</param>
/// <param name="Boards">With names of winners and finalists only.</param>
/// <param name="Nominations">That were handed in.</param>
/// <param name="Recusals">Times that a juror had nothing to do with an entry.</param>
/// <param name="IsSealed">Whether the ceremony is still to come: only whoever is in it reads it then.</param>
public sealed record JuryReport(EditionNow Edition, IReadOnlyList<CategoryBoard> Boards, int Nominations, int Recusals, bool IsSealed)
{
    /// <summary>Null where the server makes none.</summary>
    public ReportPdf? Pdf { get; init; }

    /// <summary>Whether this page comes in the place of a PDF that could not be made.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Whether it is printed here, so without what only a screen has.</summary>
    public bool IsOnPaper { get; init; }

    public EditionState State => Edition.State!;

    public int Ballots => State.Counting().Count();

    /// <summary>The jurors whose ballots count, and those who are in it to the end.</summary>
    public int Jurors => State.Counting().Select(ballot => ballot.Juror).Union(State.Jurors).Count();

    /// <summary>The line of the log with which it was decided: what is printed stays true when lines follow.</summary>
    public LogEntry Decided { get; } = DecisionOf(Edition);

    internal static LogEntry DecisionOf(EditionNow edition) => edition.Log.Entries.Last(line => line.Read() is PhaseChanged { To: Phase.Decided });

    /// <summary>Over all entries of a category: the mean, and the mean of how far jurors were apart.</summary>
    public static (double Mean, double Spread)? Of(CategoryBoard board, Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(criterion);
        var results = board.Board.Entries.Select(entry => entry.Criteria.GetValueOrDefault(criterion.Key)).OfType<CriterionResult>().ToArray();
        return results.Length == 0 ? null : (results.Average(result => result.Mean), results.Average(result => result.Spread));
    }
}

/// <summary>Tells kept answers that show a result when an edition changes: what is erased isn't read a minute longer.</summary>
public sealed class KeptResults
{
    private static readonly AnswerTag Tag = new("prize results");

    private readonly ContentChanges _changes;

    public KeptResults(EditionCache cache, ContentChanges changes)
    {
        ArgumentNullException.ThrowIfNull(cache);
        _changes = changes;
        cache.Changed += Changed;
    }

    /// <summary>What shows a result may be another page now.</summary>
    public void Changed() => _changes.Touch(Tag);

    /// <summary>The answer that is being made shows a result, or that there is none.</summary>
    public void Shown() => AnswerUse.Shows(Tag);
}

/// <summary>Makes jury reports, for whoever may read them.</summary>
public sealed class JuryReports(SiteDb db, Editions editions, Boards boards, KeptResults kept, TimeProvider time)
{
    /// <summary>Null until the result is known, as when there is no such edition.</summary>
    public async Task<JuryReport?> FindPublicAsync(int year, CancellationToken cancellation) =>
        await editions.FindAsync(year, cancellation) is { State: not null } edition && IsPublic(edition) ? await MakeAsync(edition, cancellation) : null;

    /// <summary>Whether everybody may read it.</summary>
    public async Task<bool> IsPublicAsync(int year, CancellationToken cancellation) => await editions.FindAsync(year, cancellation) is { } edition && IsPublic(edition);

    public async Task<JuryReport> MakeAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var state = edition.State!;
        var named = state.Winners.Values.Select(winner => winner.Entry).OfType<string>().Concat(state.Finalists.Values.SelectMany(finalists => finalists)).ToHashSet(StringComparer.Ordinal);
        var handedIn = await db.Set<NominationRow>().CountAsync(row => row.Year == edition.Year && row.State != NominationState.Draft && row.State != NominationState.Unconfirmed, cancellation);
        return new JuryReport(edition, await boards.OfAsync(edition, new BoardView { Named = named }, cancellation), handedIn, state.Recused.Count, !IsPublic(edition));
    }

    internal bool IsPublic(EditionNow edition)
    {
        kept.Shown();
        return Permissions.Allow(PrizeAction.SeeResult, new Situation(PrizeRole.Visitor, edition.Phase) { CeremonyReached = time.GetUtcNow() >= edition.Rulebook.Ceremony.First() });
    }
}
