namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>
/// Proposes goals and targets for a text in Dutch, English or German, and shows the words it goes by. It is a word list with
/// weights and one formula; both are explained in the README of this room. Safe to use from several threads.
/// </summary>
public sealed class GoalSuggester
{
    /// <summary>More goals than this are never proposed for one text.</summary>
    public const int MostGoals = 3;

    /// <summary>More targets than this are never proposed for one goal.</summary>
    public const int MostTargets = 3;

    /// <summary>Longer texts are read up to this many characters.</summary>
    public const int LongestText = 100_000;

    /// <summary>A target is proposed when at least this share of the evidence for its goal is for this target.</summary>
    private const double LeastTargetShare = 0.25;

    private static readonly Lazy<GoalSuggester> Shipped = new(() => new GoalSuggester(Lexicon.Shipped));
    private readonly Dictionary<string, Lazy<Lexicon>> _lexicons;

    internal GoalSuggester(Func<string, Lexicon> lexicon) =>
        _lexicons = LocalisedText.Languages.ToDictionary(language => language, language => new Lazy<Lexicon>(() => lexicon(language)), StringComparer.Ordinal);

    /// <summary>The suggester with the word lists that ship with the application. A list is read when its language is first asked for.</summary>
    public static GoalSuggester Default => Shipped.Value;

    /// <param name="text">Any text; the longer, the more there is to go by. A sentence is enough.</param>
    /// <param name="language">"nl", "en" or "de", with or without a region. Anything else, and null, means: find out.</param>
    public GoalSuggestions Suggest(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words.Of(text.Length > LongestText ? text[..LongestText] : text);
        var read = Known(language) ?? LanguageGuess.Of(words);
        var found = _lexicons[read].Value.Find(words);
        found.Sort(MostPreciseFirst);
        var evidence = GoalEvidence.OfAll(found, words.Count);
        var scores = Confidence.Of(evidence);
        return new GoalSuggestions(
            read,
            scores,
            [
                .. Enumerable.Range(1, GoalCatalogue.Count)
                    .Where(goal => scores[goal - 1] >= Confidence.Threshold)
                    .OrderByDescending(goal => scores[goal - 1])
                    .ThenBy(goal => goal)
                    .Take(MostGoals)
                    .Select(goal => new SuggestedGoal(goal, scores[goal - 1], Targets(evidence[goal - 1], scores[goal - 1]), Triggers(text, words, evidence[goal - 1]))),
            ]);
    }

    private static string? Known(string? language) =>
        LocalisedText.LanguageOf(language) is var known && language.AsSpan().Trim().StartsWith(known, StringComparison.OrdinalIgnoreCase) ? known : null;

    private static int MostPreciseFirst(Occurrence one, Occurrence other) =>
        (other.Term.Precision, one.From).CompareTo((one.Term.Precision, other.From)) is var order && order != 0
            ? order
            : string.CompareOrdinal(one.Term.Text, other.Term.Text);

    private static IReadOnlyList<SuggestedTarget> Targets(GoalEvidence evidence, double confidence) =>
    [
        .. evidence.Targets
            .Where(target => target.Value >= LeastTargetShare * evidence.Points)
            .OrderByDescending(target => target.Value)
            .ThenBy(target => target.Key)
            .Take(MostTargets)
            .Select(target => new SuggestedTarget(target.Key, confidence * Math.Min(1, target.Value / evidence.Points))),
    ];

    private static IReadOnlyList<TriggerWord> Triggers(string text, List<Word> words, GoalEvidence evidence) =>
    [
        .. evidence.Occurrences.Select(one =>
        {
            var start = words[one.Occurrence.From].Start;
            var last = words[one.Occurrence.To - 1];
            var length = last.Start + last.Length - start;
            return new TriggerWord(start, length, text.Substring(start, length), one.Occurrence.Term.Text, one.Weight);
        }),
    ];
}
