namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>Which of the three languages a text is in, when nobody says so: the one of which it has most small words. Words that other languages share are left out.</summary>
internal static class LanguageGuess
{
    private static readonly Dictionary<string, HashSet<string>> SmallWords = new(StringComparer.Ordinal)
    {
        ["nl"] = ["het", "een", "van", "voor", "met", "zijn", "niet", "dat", "wij", "worden", "wordt", "bij", "naar", "ook", "uit", "om", "aan", "deze", "hun", "er", "onze", "maar", "door", "op"],
        ["en"] = ["the", "and", "to", "for", "that", "with", "are", "on", "as", "by", "this", "from", "our", "be", "which", "their", "have", "has", "it", "at"],
        ["de"] = ["der", "die", "das", "und", "ist", "mit", "fur", "von", "den", "ein", "eine", "nicht", "auf", "im", "zu", "werden", "wird", "wir", "bei", "dem", "sich", "auch", "einer", "durch", "sie"],
    };

    /// <returns>"nl", "en" or "de"; Dutch when nothing decides.</returns>
    public static string Of(IReadOnlyList<Word> words) =>
        LocalisedText.Languages.MaxBy(language => words.Count(word => SmallWords[language].Contains(word.Folded)))!;
}
