using System.Globalization;

namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>A text of which somebody said which goals it is about.</summary>
/// <param name="Id">How the text is called in reports.</param>
/// <param name="Language">"nl", "en" or "de".</param>
/// <param name="Goals">1 to 17; empty when "don't know" is the right answer.</param>
/// <param name="Text">The text.</param>
/// <param name="Source">Where what it tells of is public; null when the file doesn't say.</param>
public sealed record LabelledText(string Id, string Language, IReadOnlySet<int> Goals, string Text, string? Source = null)
{
    /// <summary>Reads a tab-separated file with the columns id, lang, goals, text, why and, if it likes, source. Goals are separated by commas, "-" is none.</summary>
    /// <exception cref="InvalidDataException">A line is not in order; the message starts with its number.</exception>
    public static IReadOnlyList<LabelledText> Read(IEnumerable<string> lines) =>
        [.. lines.Select((line, index) => (line, number: index + 1)).Skip(1).Where(row => row.line.Length > 0).Select(row => Row(row.line, row.number))];

    private static LabelledText Row(string line, int number)
    {
        if (line.Split('\t') is not [var id, var language, var goals, var text, { Length: > 0 }, .. { Length: <= 1 } rest] || !LocalisedText.Languages.Contains(language))
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {number}: expected id, lang, goals, text and why, with tabs between them"));
        }

        var numbers = new HashSet<int>();
        foreach (var goal in goals == "-" ? [] : goals.Split(','))
        {
            if (!GoalReference.TryParse(goal, out var reference) || !numbers.Add(reference.Goal))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {number}: \"{goal}\" is no goal, or stands there twice"));
            }
        }

        return new LabelledText(id, language, numbers, text, rest is [{ Length: > 0 } source] ? source : null);
    }
}

/// <summary>How often proposals were right.</summary>
/// <param name="Right">Proposed, and said.</param>
/// <param name="Wrong">Proposed, but not said.</param>
/// <param name="Missed">Said, but not proposed.</param>
public sealed record Hits(int Right, int Wrong, int Missed)
{
    /// <summary>0 to 1: which part of what was proposed is right; 1 when nothing was proposed.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    /// <summary>0 to 1: which part of what was said is proposed; 1 when nothing was said.</summary>
    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    /// <summary>0 to 1: the harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>What the suggester makes of texts of which the goals are known.</summary>
/// <param name="PerGoal">Goal 1 first.</param>
/// <param name="Overall">All proposals together.</param>
/// <param name="Silent">Of the texts about no goal: how many got no proposal (right), and how many got one (missed). Wrong: texts about a goal that got none.</param>
/// <param name="FirstRight">The share of the texts about a goal whose highest score is for one of their goals, 0 to 1.</param>
/// <param name="Calibration">Per tenth of confidence, of all goals of all texts: how many, their mean confidence, and the share that is right. Less than 0.05 is left out: nearly all pairs of a text and a goal have that, rightly.</param>
public sealed record SuggestionMeasure(
    IReadOnlyList<Hits> PerGoal,
    Hits Overall,
    Hits Silent,
    double FirstRight,
    IReadOnlyList<(int Count, double Confidence, double Right)> Calibration)
{
    private const double LeastCounted = 0.05;

    /// <summary>The expected calibration error, 0 to 1: how far confidence and share of right ones are apart, on average over the confidences.</summary>
    public double CalibrationError { get; } =
        Calibration.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Right)) / Math.Max(1, Calibration.Sum(bin => bin.Count));

    public static SuggestionMeasure Of(GoalSuggester suggester, IReadOnlyList<LabelledText> texts)
    {
        ArgumentNullException.ThrowIfNull(suggester);
        ArgumentNullException.ThrowIfNull(texts);
        var answers = texts.Select(text => (Said: text.Goals, Answer: suggester.Suggest(text.Text, text.Language))).ToList();
        Hits[] perGoal =
        [
            .. Enumerable.Range(1, GoalCatalogue.Count).Select(goal => Count(answers.Select(one =>
                (one.Said.Contains(goal), one.Answer.Goals.Any(proposed => proposed.Goal == goal))))),
        ];
        var scores = answers
            .SelectMany(one => one.Answer.Scores.Select((confidence, index) => (Confidence: confidence, Right: one.Said.Contains(index + 1))))
            .Where(score => score.Confidence >= LeastCounted)
            .ToList();
        var aboutGoals = answers.Where(one => one.Said.Count > 0).ToList();
        return new SuggestionMeasure(
            perGoal,
            new Hits(perGoal.Sum(one => one.Right), perGoal.Sum(one => one.Wrong), perGoal.Sum(one => one.Missed)),
            Count(answers.Select(one => (one.Said.Count == 0, one.Answer.DoesNotKnow))),
            aboutGoals.Count == 0 ? 1 : aboutGoals.Average(one => one.Said.Contains(Highest(one.Answer.Scores)) ? 1 : 0),
            [
                .. Enumerable.Range(0, 10).Select(tenth => scores.Where(score => Math.Clamp((int)(score.Confidence * 10), 0, 9) == tenth).ToList()).Select(bin => bin.Count == 0
                    ? (0, 0, 0)
                    : (bin.Count, bin.Average(score => score.Confidence), bin.Average(score => score.Right ? 1.0 : 0))),
            ]);
    }

    /// <returns>Tables in Markdown.</returns>
    public override string ToString() => SuggestionReport.Write(this);

    private static int Highest(IReadOnlyList<double> scores) => scores.Select((score, index) => (score, index)).MaxBy(one => one.score).index + 1;

    private static Hits Count(IEnumerable<(bool Said, bool Proposed)> answers)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var (said, proposed) in answers)
        {
            right += said && proposed ? 1 : 0;
            wrong += !said && proposed ? 1 : 0;
            missed += said && !proposed ? 1 : 0;
        }

        return new Hits(right, wrong, missed);
    }
}
