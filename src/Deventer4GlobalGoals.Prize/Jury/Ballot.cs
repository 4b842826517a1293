using System.Globalization;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Jury;

/// <summary>What one juror says of one entry: scores per criterion, or that they abstain and why. Abstaining is no score, never a zero.</summary>
/// <param name="Entry">Which entry.</param>
/// <param name="Juror">Whose ballot it is.</param>
/// <param name="Version">From 1; each revision is one more, and the earlier ones are kept.</param>
/// <param name="Scores">By criterion, ordered by its key; empty when abstaining.</param>
/// <param name="Abstained">The reason; null when there are scores.</param>
public sealed record Ballot(string Entry, string Juror, int Version, EquatableList<Score> Scores, string? Abstained = null)
{
    /// <summary>The weighted mean of the criteria that count and that have a score; null when there is none.</summary>
    public decimal? Mark(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        var (sum, weights) = (0m, 0m);
        foreach (var (key, value) in Scores)
        {
            if (rulebook.Find(key) is { Independent: false } criterion)
            {
                sum += criterion.Weight * value;
                weights += criterion.Weight;
            }
        }

        return weights > 0 ? sum / weights : null;
    }
}

/// <summary>The score on one criterion.</summary>
public sealed record Score(string Criterion, decimal Value);

/// <summary>Something wrong with a ballot.</summary>
/// <param name="Code">Stable, so that a screen can say it in its own language.</param>
/// <param name="Criterion">Which one; null when it is about the whole ballot.</param>
/// <param name="Message">What, in English.</param>
public sealed record BallotProblem(string Code, string? Criterion, string Message);

/// <summary>Checks a ballot against the rules, and finds everything at once.</summary>
public static class BallotCheck
{
    public static IReadOnlyList<BallotProblem> Problems(Rulebook rulebook, Ballot ballot)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(ballot);
        var problems = new List<BallotProblem>();
        if (ballot.Abstained is not null)
        {
            if (string.IsNullOrWhiteSpace(ballot.Abstained))
            {
                problems.Add(new("reason-required", null, "Say why there are no scores."));
            }

            if (ballot.Scores.Count > 0)
            {
                problems.Add(new("scores-and-abstained", null, "A ballot that abstains has no scores."));
            }

            return problems;
        }

        foreach (var (key, value) in ballot.Scores)
        {
            if (rulebook.Find(key) is not { } criterion)
            {
                problems.Add(new("unknown-criterion", key, $"There is no criterion \"{key}\"."));
            }
            else if (!criterion.Scale.Has(value))
            {
                problems.Add(new("outside-scale", key, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value} is not on the scale of {criterion.Scale.Lowest} to {criterion.Scale.Highest} in steps of {criterion.Scale.Step}.")));
            }
        }

        foreach (var twice in ballot.Scores.GroupBy(score => score.Criterion).Where(group => group.Count() > 1))
        {
            problems.Add(new("duplicate", twice.Key, $"\"{twice.Key}\" has two scores."));
        }

        foreach (var missing in rulebook.Criteria.Where(criterion => criterion.Required && ballot.Scores.All(score => score.Criterion != criterion.Key)))
        {
            problems.Add(new("required", missing.Key, $"\"{missing.Key}\" has no score."));
        }

        if (problems.Count == 0 && ballot.Mark(rulebook) is null)
        {
            problems.Add(new("nothing-counts", null, "No criterion that counts has a score."));
        }

        return problems;
    }
}
