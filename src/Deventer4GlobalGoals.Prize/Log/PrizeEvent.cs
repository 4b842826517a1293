using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Log;

/// <summary>Something that happened in an edition and that its result depends on. People and entries are called by pseudonyms.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RulebookLocked), "rulebookLocked")]
[JsonDerivedType(typeof(RulebookAmended), "rulebookAmended")]
[JsonDerivedType(typeof(PhaseChanged), "phaseChanged")]
[JsonDerivedType(typeof(EntryAdmitted), "entryAdmitted")]
[JsonDerivedType(typeof(EntryWithdrawn), "entryWithdrawn")]
[JsonDerivedType(typeof(JurorJoined), "jurorJoined")]
[JsonDerivedType(typeof(JurorLeft), "jurorLeft")]
[JsonDerivedType(typeof(JurorAssigned), "jurorAssigned")]
[JsonDerivedType(typeof(JurorUnassigned), "jurorUnassigned")]
[JsonDerivedType(typeof(JurorRecused), "jurorRecused")]
[JsonDerivedType(typeof(BallotCast), "ballotCast")]
[JsonDerivedType(typeof(FinalistsChosen), "finalistsChosen")]
[JsonDerivedType(typeof(WinnerDecided), "winnerDecided")]
public abstract record PrizeEvent;

/// <summary>The rules at opening; always the first event.</summary>
public sealed record RulebookLocked(Rulebook Rulebook) : PrizeEvent;

public sealed record RulebookAmended(Rulebook Rulebook, string Reason) : PrizeEvent;

public sealed record PhaseChanged(Phase From, Phase To, string? Reason = null) : PrizeEvent;

public sealed record EntryAdmitted(string Entry, string Category) : PrizeEvent;

public sealed record EntryWithdrawn(string Entry, string Reason) : PrizeEvent;

public sealed record JurorJoined(string Juror) : PrizeEvent;

/// <summary>A juror stops. Their ballots stay, or go when they should not count.</summary>
public sealed record JurorLeft(string Juror, string Reason, bool KeepBallots) : PrizeEvent;

public sealed record JurorAssigned(string Entry, string Juror) : PrizeEvent;

public sealed record JurorUnassigned(string Entry, string Juror, string Reason) : PrizeEvent;

/// <summary>A juror has nothing to do with an entry any more; a ballot for it doesn't count.</summary>
public sealed record JurorRecused(string Entry, string Juror, ConflictDegree Degree, string Reason) : PrizeEvent;

public sealed record BallotCast(Ballot Ballot) : PrizeEvent;

public sealed record FinalistsChosen(string Category, EquatableList<string> Entries) : PrizeEvent;

/// <summary>The winner of a category, or null when nobody wins.</summary>
public sealed record WinnerDecided(string Category, string Motivation, string? Entry = null) : PrizeEvent;
