using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Jury;

/// <summary>An entry as one juror sees it.</summary>
/// <param name="Number">Its place in this juror's own list, from 1: what they may not see isn't counted.</param>
/// <param name="Entry">What the log calls it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Ballot">The newest version of their own ballot; null when there is none.</param>
/// <param name="IsToScore">Whether they are to score it.</param>
public sealed record JuryEntry(int Number, string Entry, NominationText Text, Ballot? Ballot, bool IsToScore)
{
    /// <summary>Whether they read a copy without names.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Its organisation; while that may not be seen, its number.</summary>
    /// <param name="say">Chooses between the Dutch and the English text.</param>
    public string Name(Func<string, string, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return IsBlind ? say($"Inzending {Number}", $"Entry {Number}") : Text.Organisation;
    }
}

/// <summary>A juror in an edition, with what they may see of it.</summary>
/// <param name="Edition">As it is now.</param>
/// <param name="Juror">Their pseudonym.</param>
/// <param name="Role">Juror or chair.</param>
/// <param name="Entries">Only those that they may read.</param>
public sealed record Bench(EditionNow Edition, string Juror, PrizeRole Role, IReadOnlyList<JuryEntry> Entries)
{
    /// <summary>Conflicts that the site found and that they didn't answer yet.</summary>
    public int OpenConflicts { get; init; }

    public IEnumerable<JuryEntry> ToScore => Entries.Where(entry => entry.IsToScore);

    public int Done => ToScore.Count(entry => entry.Ballot is not null);

    /// <summary>The first one without a ballot, after this one and then from the start; null when all are done.</summary>
    public JuryEntry? NextOpen(string? after = null)
    {
        var open = ToScore.Where(entry => entry.Ballot is null && entry.Entry != after).ToList();
        var place = Entries.FirstOrDefault(entry => entry.Entry == after)?.Number ?? 0;
        return open.FirstOrDefault(entry => entry.Number > place) ?? open.FirstOrDefault();
    }
}

/// <summary>Where a juror begins.</summary>
/// <param name="Benches">The editions that they are a juror of.</param>
/// <param name="Unsound">Years of those whose log isn't what was written.</param>
public sealed record JuryHomePage(IReadOnlyList<Bench> Benches, IReadOnlyList<int> Unsound);

/// <summary>What others made of an entry, when it may be seen.</summary>
/// <param name="Name">Of the juror; null when that may not be seen.</param>
/// <param name="Ballot">Newest version.</param>
public sealed record OtherBallot(string? Name, Ballot Ballot);

/// <summary>What a juror sees and does. Everything is asked of the room's permission table, per entry.</summary>
public sealed class JuryRoom(SiteDb db, Editions editions, Nominations nominations, PrizePeople people, Boards boards, Viewer viewer, TimeProvider time)
{
    /// <summary>Why somebody is recused, as the log says it: nothing about people.</summary>
    private const string DeclaredReason = "declared by the juror";

    /// <summary>The editions that whoever is signed in is a juror of.</summary>
    public async Task<JuryHomePage> MineAsync(CancellationToken cancellation)
    {
        var key = viewer.Required.Key;
        var years = await db.Set<PrizePersonRow>().AsNoTracking().Where(row => row.AccountKey == key && row.IsJuror).OrderByDescending(row => row.Year).Select(row => row.Year).ToListAsync(cancellation);
        var (benches, unsound) = (new List<Bench>(), new List<int>());
        foreach (var year in years)
        {
            try
            {
                if (await EnterAsync(year, cancellation) is { } bench)
                {
                    benches.Add(bench);
                }
            }
            catch (TamperedLogException)
            {
                unsound.Add(year);
            }
        }

        return new JuryHomePage(benches, unsound);
    }

    /// <summary>Null when whoever is signed in is no juror of this edition, or it isn't open yet.</summary>
    public async Task<Bench?> EnterAsync(int year, CancellationToken cancellation)
    {
        var role = await people.RoleAsync(year, cancellation);
        if (role is not (PrizeRole.Juror or PrizeRole.Chair) || await editions.FindAsync(year, cancellation) is not { State: { } state } edition)
        {
            return null;
        }

        var juror = await people.ActorAsync(year, cancellation);
        if (!state.Jurors.Contains(juror))
        {
            return null;
        }

        var texts = await nominations.TextsAsync(year, cancellation);
        var entries = new List<JuryEntry>();
        foreach (var entry in state.Entries.Keys.Where(texts.ContainsKey))
        {
            var situation = Situation(edition, juror, role, entry);
            var isBlind = !Permissions.Allow(PrizeAction.SeeNomineeNames, situation);
            var text = isBlind ? texts[entry].Redacted : texts[entry].Text;
            if (text is not null && Permissions.Allow(PrizeAction.ReadEntry, situation))
            {
                entries.Add(new JuryEntry(entries.Count + 1, entry, text, state.Ballot(entry, juror), state.Assigned.Contains(new Pair(entry, juror))) { IsBlind = isBlind });
            }
        }

        var conflicts = await db.Set<PrizeConflictRow>().AsNoTracking().Where(row => row.Year == year && row.Juror == juror && row.State == ConflictState.Proposed).Select(row => row.Entry).ToListAsync(cancellation);
        return new Bench(edition, juror, role, entries) { OpenConflicts = conflicts.Count(state.Entries.ContainsKey) };
    }

    public bool May(PrizeAction action, Bench bench, string entry)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return Permissions.Allow(action, Situation(bench.Edition, bench.Juror, bench.Role, entry));
    }

    /// <summary>What others made of it; empty while that may not be seen.</summary>
    public async Task<IReadOnlyList<OtherBallot>> OthersAsync(Bench bench, string entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        if (!May(PrizeAction.SeeOthersBallots, bench, entry))
        {
            return [];
        }

        var names = await NamesAsync(bench, entry, cancellation);
        return [.. bench.Edition.State!.Counting().Where(ballot => ballot.Entry == entry && ballot.Juror != bench.Juror).Select(ballot => new OtherBallot(names.GetValueOrDefault(ballot.Juror), ballot))];
    }

    /// <summary>The scoreboard without what they are recused from; null while they may not see it.</summary>
    public async Task<IReadOnlyList<CategoryBoard>?> BoardsAsync(Bench bench, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var state = bench.Edition.State!;
        return Permissions.Allow(PrizeAction.SeeScoreboard, new Situation(bench.Role, bench.Edition.Phase) { IsSameEdition = true })
            ? await boards.OfAsync(bench.Edition, new BoardView
            {
                Hidden = state.Recused.Where(pair => pair.Juror == bench.Juror).Select(pair => pair.Entry).ToHashSet(StringComparer.Ordinal),
                JurorsNamed = bench.Edition.Rulebook.JurorsNamed,
            }, cancellation)
            : null;
    }

    /// <summary>Names of jurors by pseudonym; empty while those may not be seen.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(Bench bench, string entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return May(PrizeAction.SeeJurorNames, bench, entry)
            ? (await people.JurorsAsync(bench.Edition.Year, cancellation)).ToDictionary(one => one.Pseudonym, one => one.Name, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Hands in a ballot, or a revision of it. Whose it is, is who is signed in: there is no other way in.</summary>
    /// <param name="bench">The juror.</param>
    /// <param name="entry">Which entry.</param>
    /// <param name="version">The version that they saw; 0 for none.</param>
    /// <param name="scores">By criterion.</param>
    /// <param name="abstained">Why there are no scores, one of <see cref="JuryWords.AbstainReasons"/>; null when there are.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="EventRefusedException">"stale" when another tab or device saved meanwhile; else what is wrong.</exception>
    public Task<PrizeLog> CastAsync(Bench bench, string entry, int version, IEnumerable<Score> scores, string? abstained, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var ballot = new Ballot(entry, bench.Juror, version + 1, [.. scores.OrderBy(score => score.Criterion, StringComparer.Ordinal)], abstained);
        return AppendAsync(bench, PrizeAction.Score, entry, _ => Task.FromResult<IReadOnlyList<PrizeEvent>>([new BallotCast(ballot)]), cancellation);
    }

    /// <summary>
    /// Says that they have something to do with an entry. From the degree in the rules on they don't see it any more; below it, it is only written
    /// down. What they say of it stays out of the log.
    /// </summary>
    /// <returns>Whether they are recused.</returns>
    /// <exception cref="EventRefusedException">Not now.</exception>
    public async Task<bool> DeclareAsync(Bench bench, string entry, ConflictDegree degree, string explanation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var (year, juror) = (bench.Edition.Year, bench.Juror);
        var log = await AppendAsync(bench, PrizeAction.DeclareConflict, entry, async state =>
        {
            var row = await db.Set<PrizeConflictRow>().FirstOrDefaultAsync(
                one => one.Year == year && one.Entry == entry && one.Juror == juror && one.Kind == ConflictKind.Declared, cancellation);
            if (row is null)
            {
                row = new PrizeConflictRow { Year = year, Entry = entry, Juror = juror, Kind = ConflictKind.Declared };
                db.Add(row);
            }

            (row.Degree, row.State, row.Explanation, row.At) = (degree, ConflictState.Confirmed, explanation, time.GetUtcNow());
            return degree >= state.Rulebook.RecusedFrom && !state.Recused.Contains(new Pair(entry, juror)) ? [new JurorRecused(entry, juror, degree, DeclaredReason)] : [];
        }, cancellation);
        return log.State!.Recused.Contains(new Pair(entry, juror));
    }

    private Task<PrizeLog> AppendAsync(
        Bench bench, PrizeAction action, string entry, Func<EditionState, Task<IReadOnlyList<PrizeEvent>>> decide, CancellationToken cancellation) => editions.AppendAsync(
        bench.Edition.Year,
        bench.Juror,
        async state => state is not null && Permissions.Allow(action, Situation((await editions.FindAsync(bench.Edition.Year, cancellation))!, bench.Juror, bench.Role, entry))
            ? await decide(state)
            : throw new EventRefusedException("not-now", "The permission table doesn't allow it now."),
        cancellation: cancellation);

    private Situation Situation(EditionNow edition, string juror, PrizeRole role, string entry)
    {
        var (state, now, pair) = (edition.State!, time.GetUtcNow(), new Pair(entry, juror));
        return new Situation(role, edition.Phase)
        {
            IsSameEdition = state.Entries.ContainsKey(entry),
            IsOwn = true,
            IsAssigned = state.Assigned.Contains(pair),
            IsRecused = state.Recused.Contains(pair),
            OwnBallotIn = state.Ballots.ContainsKey(pair),
            AllOwnBallotsIn = state.ToCome().All(open => open.Juror != juror),
            ScoringOpen = edition.Rulebook.Scoring.IsOpen(now),
            CeremonyReached = now >= edition.Rulebook.Ceremony.First(),
            Blind = edition.Rulebook.Blind,
            JurorsNamed = edition.Rulebook.JurorsNamed,
            Visibility = edition.Rulebook.Visibility,
        };
    }
}
