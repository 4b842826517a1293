namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>
/// From evidence to confidence: a logistic curve over what the words say of a goal compared to the strongest goal and to all goals together,
/// how many different ones say it, and which goal it is. The constants are fitted on texts that the word lists were not made with, see the
/// README of this room.
/// </summary>
internal static class Confidence
{
    /// <summary>From here on a goal is proposed: where F1 is highest, a little to the side of precision.</summary>
    public const double Threshold = 0.35;

    private const double Start = -3.16;
    private const double OfStrongest = 1.78;
    private const double OfAll = 3.33;
    private const double OfTerms = 1.42;

    /// <summary>Points for no goal at all, so that one faint word does not have everything.</summary>
    private const double Doubt = 1;

    /// <summary>Of some goals the words are everyday words (school, street), of others hardly anybody uses them in passing (poverty, climate). Goal 1 first.</summary>
    private static readonly double[] OfGoal =
        [0.68, -0.19, -0.3, -1, 0.74, 0.34, 0.33, -0.09, -0.28, -0.05, -0.98, -0.28, 0.76, 0.1, -0.13, 0.16, 0.2];

    /// <param name="evidence">What the words say per goal, goal 1 first.</param>
    /// <returns>0 to 1 per goal, in the same order; exactly 0 where there is no evidence at all.</returns>
    public static double[] Of(IReadOnlyList<GoalEvidence> evidence)
    {
        var strongest = evidence.Max(one => one.Points) + Doubt;
        var all = evidence.Sum(one => one.Points) + Doubt;
        return [.. evidence.Select((one, index) => one.Points <= 0 ? 0 : Logistic(
            Start
            + OfGoal[index]
            + (OfStrongest * one.Points / strongest)
            + (OfAll * one.Points / all)
            + (OfTerms * Math.Log(one.Terms))))];
    }

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
