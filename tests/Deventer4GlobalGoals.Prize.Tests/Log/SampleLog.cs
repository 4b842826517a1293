using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;

namespace Deventer4GlobalGoals.Prize.Tests.Log;

/// <summary>A log of a small edition, up to its winner.</summary>
internal static class SampleLog
{
    public static readonly string[] Entries = ["e1", "e2", "e3"];
    public static readonly string[] Jurors = ["anna", "bram", "cato"];

    public static PrizeLog Scoring()
    {
        var log = PrizeLog.Empty.Then(new RulebookLocked(Sample.Rulebook));
        foreach (var entry in Entries)
        {
            log = log.Then(new EntryAdmitted(entry, "bedrijf"));
        }

        log = log.Then(new PhaseChanged(Phase.Nominations, Phase.Screening, null));
        foreach (var juror in Jurors)
        {
            log = log.Then(new JurorJoined(juror));
            foreach (var entry in Entries)
            {
                log = log.Then(new JurorAssigned(entry, juror));
            }
        }

        return log.Then(new PhaseChanged(Phase.Screening, Phase.Scoring, null));
    }

    public static PrizeLog Decided()
    {
        var log = Scoring().Then(new JurorRecused("e3", "cato", Prize.Rules.ConflictDegree.Own, "Eigen bedrijf."));
        foreach (var (juror, shift) in new[] { ("anna", 0), ("bram", -2), ("cato", 1) })
        {
            foreach (var (entry, level) in new[] { ("e1", 7), ("e2", 6), ("e3", 5) }.Where(pair => (juror, pair.Item1) != ("cato", "e3")))
            {
                log = log.Then(Cast(entry, juror, 1, level + shift));
            }
        }

        return log
            .Then(new PhaseChanged(Phase.Scoring, Phase.Deliberation, null))
            .Then(Cast("e2", "bram", 2, 5))
            .Then(new FinalistsChosen("bedrijf", ["e1", "e2"]))
            .Then(new WinnerDecided("bedrijf", "Het duidelijkst voor de stad.", "e1"))
            .Then(new PhaseChanged(Phase.Deliberation, Phase.Decided, null));
    }

    public static PrizeLog Then(this PrizeLog log, PrizeEvent happened) =>
        log.Add(happened, happened is BallotCast cast ? cast.Ballot.Juror : "secretaris", Sample.Now.AddMinutes(log.Entries.Count));

    public static BallotCast Cast(string entry, string juror, int version, decimal score) => new(Ballot(entry, juror, version, score));

    public static Ballot Ballot(string entry, string juror, int version, decimal score) => new(
        entry,
        juror,
        version,
        [.. new[] { "groei", "impact", "samen", "verhaal" }.Select(key => new Score(key, score))]);
}
