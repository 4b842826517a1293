using System.Globalization;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Log;

/// <summary>What each event does to an edition, and when it can't happen.</summary>
internal static class EventRules
{
    public static EditionState Open(RulebookLocked locked) => RulebookCheck.Problems(locked.Rulebook) is [var problem, ..]
        ? throw new EventRefusedException("unsound-rulebook", $"{problem.Path}: {problem.Message}")
        : new EditionState { Edition = new Edition(new LockedRulebook(locked.Rulebook), Phase.Nominations, []) };

    public static EditionState Apply(EditionState state, PrizeEvent happened, DateTimeOffset at, string actor) => happened switch
    {
        RulebookAmended amended => Amend(state, amended, at),
        PhaseChanged changed => Change(state, changed, at, actor),
        EntryAdmitted admitted => Admit(state, admitted),
        EntryWithdrawn withdrawn => Withdraw(state, withdrawn.Entry),
        JurorJoined joined => state.Jurors.Contains(joined.Juror)
            ? throw new EventRefusedException("duplicate", $"Juror {joined.Juror} is there already.")
            : Open(state) with { Jurors = state.Jurors.Add(joined.Juror), Discounted = state.Discounted.Remove(joined.Juror) },
        JurorLeft left => Leave(state, left),
        JurorAssigned assigned => Assign(state, new Pair(assigned.Entry, assigned.Juror)),
        JurorUnassigned unassigned => Unassign(state, new Pair(unassigned.Entry, unassigned.Juror)),
        JurorRecused recused => Recuse(state, new Pair(recused.Entry, recused.Juror)),
        BallotCast cast => Cast(state, cast.Ballot, actor),
        FinalistsChosen chosen => Choose(state, chosen),
        WinnerDecided decided => Decide(state, decided),
        _ => throw new EventRefusedException("already-open", "The rulebook is locked; it changes by amendment."),
    };

    private static EditionState Amend(EditionState state, RulebookAmended amended, DateTimeOffset at)
    {
        var scored = state.Ballots.Values.SelectMany(versions => versions[^1].Scores).Select(score => score.Criterion).ToHashSet(StringComparer.Ordinal);
        try
        {
            var rules = state.Edition.Rules.Amend(amended.Rulebook, amended.Reason, at, scored);
            return Open(state) with { Edition = state.Edition with { Rules = rules } };
        }
        catch (AmendmentRefusedException refused)
        {
            throw new EventRefusedException("amendment-refused", refused.Message);
        }
    }

    // Whether the step may be taken was judged from facts outside the log; here it must only exist and fit.
    private static EditionState Change(EditionState state, PhaseChanged changed, DateTimeOffset at, string actor)
    {
        if (changed.From != state.Edition.Phase || LifeCycle.Find(changed.From, changed.To) is not { } step)
        {
            throw new EventRefusedException("no-such-step", $"There is no step from {state.Edition.Phase} to {changed.To}.");
        }

        var change = new PhaseChange(changed.From, changed.To, at, actor, changed.Reason);
        return step.IsBack && string.IsNullOrWhiteSpace(changed.Reason)
            ? throw new EventRefusedException("reason-required", "Say why the edition goes back.")
            : state with { Edition = state.Edition with { Phase = changed.To, History = [.. state.Edition.History, change] } };
    }

    private static EditionState Admit(EditionState state, EntryAdmitted admitted)
    {
        if (state.Entries.ContainsKey(admitted.Entry))
        {
            throw new EventRefusedException("duplicate", $"Entry {admitted.Entry} is there already.");
        }

        KnownCategory(state, admitted.Category);
        return Open(state) with { Entries = state.Entries.Add(admitted.Entry, admitted.Category) };
    }

    private static EditionState Withdraw(EditionState state, string entry)
    {
        Known(state, entry);
        return Open(state) with { Entries = state.Entries.Remove(entry) };
    }

    private static EditionState Leave(EditionState state, JurorLeft left)
    {
        KnownJuror(state, left.Juror);
        return Open(state) with
        {
            Jurors = state.Jurors.Remove(left.Juror),
            Assigned = state.Assigned.Except(state.Assigned.Where(pair => pair.Juror == left.Juror)),
            Discounted = left.KeepBallots ? state.Discounted : state.Discounted.Add(left.Juror),
        };
    }

    private static EditionState Assign(EditionState state, Pair pair)
    {
        Known(state, pair.Entry);
        KnownJuror(state, pair.Juror);
        return state.Recused.Contains(pair)
            ? throw new EventRefusedException("recused", $"Juror {pair.Juror} is recused from entry {pair.Entry}.")
            : Open(state) with { Assigned = state.Assigned.Add(pair) };
    }

    private static EditionState Unassign(EditionState state, Pair pair) => state.Assigned.Contains(pair)
        ? Open(state) with { Assigned = state.Assigned.Remove(pair) }
        : throw new EventRefusedException("not-assigned", $"Juror {pair.Juror} isn't assigned to entry {pair.Entry}.");

    private static EditionState Recuse(EditionState state, Pair pair)
    {
        Known(state, pair.Entry);
        KnownJuror(state, pair.Juror);
        return Open(state) with { Recused = state.Recused.Add(pair), Assigned = state.Assigned.Remove(pair) };
    }

    private static EditionState Cast(EditionState state, Ballot ballot, string actor)
    {
        var pair = new Pair(ballot.Entry, ballot.Juror);
        if (actor != ballot.Juror)
        {
            throw new EventRefusedException("not-own", $"A ballot of juror {ballot.Juror} can't come from {actor}.");
        }

        Known(state, ballot.Entry);
        KnownJuror(state, ballot.Juror);
        if (state.Edition.Phase is not (Phase.Scoring or Phase.Deliberation))
        {
            throw new EventRefusedException("not-scoring", $"Ballots are taken while scoring and deliberating, not in {state.Edition.Phase}.");
        }

        if (state.Recused.Contains(pair) || !state.Assigned.Contains(pair))
        {
            throw new EventRefusedException("not-assigned", $"Juror {ballot.Juror} isn't to score entry {ballot.Entry}.");
        }

        var versions = state.Ballots.GetValueOrDefault(pair, []);
        if (ballot.Version != versions.Count + 1)
        {
            throw new EventRefusedException("stale", string.Create(
                CultureInfo.InvariantCulture,
                $"This would be version {ballot.Version}, and version {versions.Count} is in: another tab or device saved it."));
        }

        return BallotCheck.Problems(state.Rulebook, ballot) is [var problem, ..]
            ? throw new EventRefusedException(problem.Code, $"{problem.Criterion}: {problem.Message}")
            : state with { Ballots = state.Ballots.SetItem(pair, versions.Add(ballot)) };
    }

    private static EditionState Choose(EditionState state, FinalistsChosen chosen)
    {
        Deliberating(state);
        InCategory(state, chosen.Category, chosen.Entries);
        return chosen.Entries.Count > state.Rulebook.MostFinalists || chosen.Entries.Distinct().Count() < chosen.Entries.Count
            ? throw new EventRefusedException("too-many-finalists", string.Create(CultureInfo.InvariantCulture, $"At most {state.Rulebook.MostFinalists} different finalists."))
            : state with { Finalists = state.Finalists.SetItem(chosen.Category, chosen.Entries) };
    }

    private static EditionState Decide(EditionState state, WinnerDecided decided)
    {
        Deliberating(state);
        InCategory(state, decided.Category, decided.Entry is null ? [] : [decided.Entry]);
        return string.IsNullOrWhiteSpace(decided.Motivation)
            ? throw new EventRefusedException("reason-required", "A decision needs a motivation.")
            : state with { Winners = state.Winners.SetItem(decided.Category, decided) };
    }

    // What a result was decided on stays as it was then.
    private static EditionState Open(EditionState state) => state.Edition.Phase >= Phase.Decided
        ? throw new EventRefusedException("frozen", $"In {state.Edition.Phase} nothing changes that the result depends on.")
        : state;

    private static void Deliberating(EditionState state)
    {
        if (state.Edition.Phase != Phase.Deliberation)
        {
            throw new EventRefusedException("not-deliberating", $"This is decided in deliberation, not in {state.Edition.Phase}.");
        }
    }

    private static void InCategory(EditionState state, string category, IEnumerable<string> entries)
    {
        KnownCategory(state, category);
        if (entries.FirstOrDefault(entry => state.Entries.GetValueOrDefault(entry) != category) is { } stranger)
        {
            throw new EventRefusedException("unknown-entry", $"Entry {stranger} doesn't take part in category {category}.");
        }
    }

    private static void Known(EditionState state, string entry)
    {
        if (!state.Entries.ContainsKey(entry))
        {
            throw new EventRefusedException("unknown-entry", $"No entry {entry} takes part.");
        }
    }

    private static void KnownJuror(EditionState state, string juror)
    {
        if (!state.Jurors.Contains(juror))
        {
            throw new EventRefusedException("unknown-juror", $"There is no juror {juror}.");
        }
    }

    private static void KnownCategory(EditionState state, string category)
    {
        if (state.Rulebook.Categories.All(one => one.Key != category))
        {
            throw new EventRefusedException("unknown-category", $"There is no category {category}.");
        }
    }
}
