namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>
/// From evidence to confidence: a logistic curve over what the words say of a goal by themselves, and over how that compares to the
/// strongest goal and to all goals together. The constants are fitted on the tuning texts, see the README of this room.
/// </summary>
internal static class Confidence
{
    /// <summary>From here on a goal is proposed.</summary>
    public const double Threshold = 0.5;

    private const double Start = -4.6;
    private const double OfEvidence = 1.3;
    private const double OfStrongest = 2.2;
    private const double OfAll = 5.3;

    /// <summary>Points for no goal at all, so that one faint word does not have everything.</summary>
    private const double Doubt = 2;

    /// <summary>Texts up to about this many words count their evidence in full; of longer ones it is spread over more words.</summary>
    private const double UsualWords = 60;

    private const double LengthPower = 0.5;

    /// <param name="points">The evidence per goal.</param>
    /// <param name="words">The number of words in the text.</param>
    /// <returns>0 to 1 per goal, in the same order; exactly 0 where there is no evidence at all.</returns>
    public static double[] Of(IReadOnlyList<double> points, int words)
    {
        var (strongest, all) = (points.Max() + Doubt, points.Sum() + Doubt);
        var length = Math.Pow(Math.Max(1, words / UsualWords), LengthPower);
        return [.. points.Select(one => one <= 0 ? 0 : Logistic(Start + (OfEvidence * Math.Log(1 + (one / length))) + (OfStrongest * one / strongest) + (OfAll * one / all)))];
    }

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
