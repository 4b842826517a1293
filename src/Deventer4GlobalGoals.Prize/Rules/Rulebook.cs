namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>What is agreed before an edition opens. Afterwards it changes by <see cref="Amendment"/> only.</summary>
public sealed record Rulebook
{
    /// <summary>The year the edition is called after; the ceremony may be in the year after it.</summary>
    public required int Year { get; init; }

    public required Label Title { get; init; }

    public required EquatableList<Category> Categories { get; init; }

    public required EquatableList<Criterion> Criteria { get; init; }

    /// <summary>Ballots with scores that each entry needs before a result may be decided on; 1 or more.</summary>
    public required int Quorum { get; init; }

    /// <summary>Entries that one juror scores at most; null for no limit.</summary>
    public int? LoadCap { get; init; }

    /// <summary>From which degree of conflict a juror is recused.</summary>
    public ConflictDegree RecusedFrom { get; init; } = ConflictDegree.Close;

    /// <summary>When a juror sees what others made of an entry.</summary>
    public VisibilityMode Visibility { get; init; } = VisibilityMode.AfterOwn;

    /// <summary>Whether jurors read a copy without the names of nominees until deliberation.</summary>
    public bool Blind { get; init; }

    /// <summary>Whether jurors see each other's names beside ballots.</summary>
    public bool JurorsNamed { get; init; } = true;

    /// <summary>Which ranking decides; both are always shown.</summary>
    public RankingKind Ranking { get; init; } = RankingKind.Corrected;

    /// <summary>What makes the winner: the ranking, the jury after talking, or a pitch at the event.</summary>
    public DecisionKind Decision { get; init; } = DecisionKind.Deliberation;

    public EquatableList<TieBreak> TieBreaks { get; init; } = [];

    public required Window Nominating { get; init; }

    public required Window Scoring { get; init; }

    /// <summary>When the result becomes public, on the clock of the city.</summary>
    public required CityTime Ceremony { get; init; }

    /// <summary>Nominees per category that go to the jury at most; null for no limit.</summary>
    public int? MostNominees { get; init; }

    /// <summary>Finalists per category at most; null when there are none.</summary>
    public int? MostFinalists { get; init; }

    /// <summary>When the public may vote, counted apart from the jury; null when it doesn't.</summary>
    public Window? AudienceVote { get; init; }

    /// <summary>The SHA-256 of the rulebook in its one form.</summary>
    public string Hash() => Fingerprint.Of(CanonicalJson.Write(this));

    public Criterion? Find(string criterion) => Criteria.FirstOrDefault(one => one.Key == criterion);
}

/// <summary>Dutch is always there, and stands in for the others.</summary>
public sealed record Label(string Nl, string? En = null, string? De = null);

/// <summary>Its key is of lower-case letters, digits and hyphens, and stays when the name changes.</summary>
public sealed record Category(string Key, Label Name, Label? Explanation = null);

/// <summary>
/// What jurors score. The weight is more than 0, and weights need not add up to anything; an independent criterion is shown and
/// never in the total. The key is of lower-case letters, digits and hyphens, and stays when the name changes.
/// </summary>
public sealed record Criterion(string Key, Label Name, decimal Weight, Scale Scale, bool Required = true, bool Independent = false)
{
    /// <summary>What a score stands for, so that jurors mean the same by it.</summary>
    public EquatableList<Level> Levels { get; init; } = [];

    public Label? Explanation { get; init; }
}

/// <summary>Scores are the lowest plus a whole number of steps, up to the highest; a step is more than 0.</summary>
public sealed record Scale(decimal Lowest, decimal Highest, decimal Step)
{
    public bool Has(decimal score) => score >= Lowest && score <= Highest && (score - Lowest) % Step == 0;
}

/// <summary>What scores from here up to the next level stand for.</summary>
public sealed record Level(decimal From, Label Description);

/// <summary>How close somebody is to an entry.</summary>
public enum ConflictDegree
{
    None,

    /// <summary>They know each other, or met at the same event.</summary>
    Slight,

    /// <summary>Partners in a project, client or supplier, family or friends.</summary>
    Close,

    /// <summary>Their own organisation or nomination.</summary>
    Own,
}

public enum RankingKind
{
    Raw,
    Corrected,
}

public enum DecisionKind
{
    Ranking,
    Deliberation,
    Pitch,
}

/// <param name="Kind">What is compared among entries that are equal so far.</param>
/// <param name="Criterion">For <see cref="TieBreakKind.Criterion"/>: its key.</param>
/// <param name="Seed">For <see cref="TieBreakKind.Lot"/>: the published seed.</param>
public sealed record TieBreak(TieBreakKind Kind, string? Criterion = null, string? Seed = null);

public enum TieBreakKind
{
    /// <summary>The higher mean on one criterion.</summary>
    Criterion,

    /// <summary>More jurors who gave no other entry a higher mark.</summary>
    FirstPlaces,

    /// <summary>The smaller standard deviation between jurors.</summary>
    LowerSpread,

    /// <summary>A lot that anyone can draw again from the seed.</summary>
    Lot,
}
