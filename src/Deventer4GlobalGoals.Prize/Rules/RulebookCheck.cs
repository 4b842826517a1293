using System.Globalization;

namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>Something in a rulebook that would make an edition impossible or unfair.</summary>
/// <param name="Code">Stable, so that a screen can say it in its own language.</param>
/// <param name="Path">Where: <c>criteria[2].weight</c>.</param>
/// <param name="Message">What, in English: the value and what is allowed.</param>
public sealed record RulebookProblem(string Code, string Path, string Message);

/// <summary>Finds every problem of a rulebook at once.</summary>
public static class RulebookCheck
{
    public const int EarliestYear = 2018;
    public const int LatestYear = 2100;
    public const int MostCriteria = 20;

    public static IReadOnlyList<RulebookProblem> Problems(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return
        [
            .. Numbers(rulebook),
            .. Keys("categories", [.. rulebook.Categories.Select(category => category.Key)]),
            .. Keys("criteria", [.. rulebook.Criteria.Select(criterion => criterion.Key)]),
            .. rulebook.Criteria.SelectMany((criterion, index) => Of(criterion, Path("criteria", index))),
            .. rulebook.TieBreaks.SelectMany((tieBreak, index) => Of(tieBreak, rulebook, Path("tieBreaks", index))),
            .. Windows(rulebook),
        ];
    }

    private static IEnumerable<RulebookProblem> Numbers(Rulebook rulebook)
    {
        if (rulebook.Year is < EarliestYear or > LatestYear)
        {
            yield return OutOfRange("year", rulebook.Year, $"from {EarliestYear} to {LatestYear}");
        }

        if (rulebook.Quorum < 1)
        {
            yield return OutOfRange("quorum", rulebook.Quorum, "1 or more");
        }

        foreach (var (path, value) in new[] { ("loadCap", rulebook.LoadCap), ("mostNominees", rulebook.MostNominees), ("mostFinalists", rulebook.MostFinalists) })
        {
            if (value < 1)
            {
                yield return OutOfRange(path, value.Value, "1 or more");
            }
        }

        if (rulebook.MostFinalists > rulebook.MostNominees)
        {
            yield return new("too-many-finalists", "mostFinalists", "There can't be more finalists than nominees.");
        }

        if (rulebook is { AudienceVote: not null, MostFinalists: null })
        {
            yield return new("no-finalists", "mostFinalists", "The public votes for finalists: say how many there are at most.");
        }

        if (rulebook.Categories.Count == 0)
        {
            yield return new("required", "categories", "An edition needs a category.");
        }

        if (rulebook.Criteria.Count > MostCriteria)
        {
            yield return OutOfRange("criteria", rulebook.Criteria.Count, $"at most {MostCriteria}");
        }

        if (!rulebook.Criteria.Any(criterion => criterion is { Independent: false, Weight: > 0 }))
        {
            yield return new("no-weight", "criteria", "No criterion counts: the weights add up to 0.");
        }
    }

    private static IEnumerable<RulebookProblem> Keys(string path, string[] keys)
    {
        for (var index = 0; index < keys.Length; index++)
        {
            var key = keys[index];
            if (key.Length is 0 or > 40 || !key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
            {
                yield return new("malformed-key", Path(path, index) + ".key", $"\"{key}\" is not a key: 1 to 40 lower-case letters, digits and hyphens.");
            }

            if (Array.IndexOf(keys, key) < index)
            {
                yield return new("duplicate", Path(path, index) + ".key", $"\"{key}\" is already there: give each its own key.");
            }
        }
    }

    private static IEnumerable<RulebookProblem> Of(Criterion criterion, string path)
    {
        var scale = criterion.Scale;
        if (criterion.Weight < 0 || (criterion.Weight == 0 && !criterion.Independent))
        {
            yield return OutOfRange(path + ".weight", criterion.Weight, "more than 0; a criterion that doesn't count is independent");
        }

        if (scale.Lowest >= scale.Highest || scale.Step <= 0 || (scale.Highest - scale.Lowest) % scale.Step != 0)
        {
            yield return new("malformed-scale", path + ".scale", "A scale goes up from its lowest to its highest score in equal steps.");
            yield break;
        }

        for (var index = 0; index < criterion.Levels.Count; index++)
        {
            var from = criterion.Levels[index].From;
            if (!scale.Has(from) || (index > 0 && from <= criterion.Levels[index - 1].From))
            {
                yield return OutOfRange(Path(path + ".levels", index) + ".from", from, "a score of the scale, higher than that of the level before it");
            }
        }
    }

    private static IEnumerable<RulebookProblem> Of(TieBreak tieBreak, Rulebook rulebook, string path)
    {
        if (tieBreak.Kind == TieBreakKind.Criterion && rulebook.Find(tieBreak.Criterion ?? string.Empty) is null)
        {
            yield return new("unknown-criterion", path + ".criterion", $"There is no criterion \"{tieBreak.Criterion}\".");
        }

        if (tieBreak.Kind == TieBreakKind.Lot && string.IsNullOrWhiteSpace(tieBreak.Seed))
        {
            yield return new("required", path + ".seed", "A lot needs a seed that is published beforehand.");
        }
    }

    private static IEnumerable<RulebookProblem> Windows(Rulebook rulebook)
    {
        foreach (var (path, window) in new[] { ("nominating", rulebook.Nominating), ("scoring", rulebook.Scoring), ("audienceVote", rulebook.AudienceVote) })
        {
            if (window is not null && window.From >= window.Until)
            {
                yield return new("malformed-window", path, $"It closes at {window.Until}, before it opens at {window.From}.");
            }
        }

        if (rulebook.Scoring.From < rulebook.Nominating.Until)
        {
            yield return new("overlap", "scoring.from", $"Scoring opens at {rulebook.Scoring.From}, while nominating goes on until {rulebook.Nominating.Until}.");
        }

        if (rulebook.Ceremony <= rulebook.Scoring.Until)
        {
            yield return new("overlap", "ceremony", $"The ceremony at {rulebook.Ceremony} is before scoring closes at {rulebook.Scoring.Until}.");
        }

        if (rulebook.AudienceVote is not { } vote)
        {
            yield break;
        }

        if (vote.From < rulebook.Nominating.Until)
        {
            yield return new("overlap", "audienceVote.from", $"The public votes from {vote.From}, while nominating goes on until {rulebook.Nominating.Until}.");
        }

        if (rulebook.Ceremony <= vote.Until)
        {
            yield return new("overlap", "audienceVote", $"The ceremony at {rulebook.Ceremony} is before the vote of the public closes at {vote.Until}.");
        }
    }

    private static RulebookProblem OutOfRange(string path, decimal value, string allowed) =>
        new("out-of-range", path, string.Create(CultureInfo.InvariantCulture, $"{value} is not allowed: {allowed}."));

    private static string Path(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
