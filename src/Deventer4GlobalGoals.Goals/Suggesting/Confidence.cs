namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>
/// From evidence to confidence: a logistic curve over what the words say of a goal by themselves, how many different ones do, and how that
/// compares to the strongest goal and to all goals together. The constants are fitted on the tuning texts, see the README of this room.
/// </summary>
internal static class Confidence
{
    /// <summary>From here on a goal is proposed: half of the F1 that can be reached, which is where F1 is highest when confidences are what they say.</summary>
    public const double Threshold = 0.4;

    private const double Start = -3.97;
    private const double OfEvidence = 0.51;
    private const double OfStrongest = 2.92;
    private const double OfAll = 4.4;
    private const double OfTerms = 0.71;

    /// <summary>Points for no goal at all, so that one faint word does not have everything.</summary>
    private const double Doubt = 2;

    /// <summary>Texts up to about this many words count their evidence in full; of longer ones it is spread over more words.</summary>
    private const double UsualWords = 60;

    private const double LengthPower = 0.5;

    /// <param name="evidence">What the words say per goal.</param>
    /// <param name="words">The number of words in the text.</param>
    /// <returns>0 to 1 per goal, in the same order; exactly 0 where there is no evidence at all.</returns>
    public static double[] Of(IReadOnlyList<GoalEvidence> evidence, int words)
    {
        var strongest = evidence.Max(one => one.Points) + Doubt;
        var all = evidence.Sum(one => one.Points) + Doubt;
        var length = Math.Pow(Math.Max(1, words / UsualWords), LengthPower);
        return [.. evidence.Select(one => one.Points <= 0 ? 0 : Logistic(
            Start
            + (OfEvidence * Math.Log(1 + (one.Points / length)))
            + (OfStrongest * one.Points / strongest)
            + (OfAll * one.Points / all)
            + (OfTerms * Math.Log(one.Terms))))];
    }

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
