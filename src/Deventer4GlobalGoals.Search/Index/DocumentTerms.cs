using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>The four tiers of text, as they are numbered in the index.</summary>
internal enum Tier
{
    Title,
    Summary,
    Tags,
    Body,
}

/// <summary>What the index keeps of a document's texts: a pure function of the document and the schema.</summary>
internal sealed class DocumentTerms
{
    public const int Tiers = 4;

    // Stands between two tags, so that no phrase runs across them.
    private const string Border = "¶";

    private DocumentTerms(Dictionary<string, int>[] counts, int[] lengths, string[] phrases, HashSet<string> words)
    {
        Counts = counts;
        Lengths = lengths;
        Phrases = phrases;
        Words = words;
    }

    /// <summary>Per tier: how often each term occurs.</summary>
    public IReadOnlyList<Dictionary<string, int>> Counts { get; }

    /// <summary>Per tier: how many words that say something; at most 65,535.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Per tier: all words in their order.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>The different words that say something, without terms that stand beside words.</summary>
    public IReadOnlySet<string> Words { get; }

    public static DocumentTerms Of(SearchDocument document, SearchSchema schema)
    {
        var language = LanguageAnalysis.For(document.Language ?? document.Culture);
        var counts = new Dictionary<string, int>[Tiers];
        var lengths = new int[Tiers];
        var phrases = new string[Tiers];
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var tier = 0; tier < Tiers; tier++)
        {
            counts[tier] = new Dictionary<string, int>(StringComparer.Ordinal);
            var phrase = new List<string>();
            foreach (var text in Texts(document, (Tier)tier))
            {
                if (phrase.Count > 0)
                {
                    phrase.Add(Border);
                }

                foreach (var token in Tokenizer.Tokenize(text))
                {
                    if (!token.IsBeside)
                    {
                        phrase.Add(token.Term);
                    }

                    if (!language.IsStopWord(token.Term))
                    {
                        counts[tier][token.Term] = counts[tier].GetValueOrDefault(token.Term) + 1;
                        if (!token.IsBeside)
                        {
                            lengths[tier] = Math.Min(lengths[tier] + 1, ushort.MaxValue);
                            words.Add(token.Term);
                        }
                    }
                }
            }

            phrases[tier] = string.Join(' ', phrase);
        }

        AddCodes(document, schema, counts[(int)Tier.Tags]);
        return new DocumentTerms(counts, lengths, phrases, words);
    }

    private static IEnumerable<string> Texts(SearchDocument document, Tier tier) => tier switch
    {
        Tier.Title => [document.Title],
        Tier.Summary => [document.Summary],
        Tier.Tags => document.Tags,
        _ => [document.Body],
    };

    private static void AddCodes(SearchDocument document, SearchSchema schema, Dictionary<string, int> tags)
    {
        foreach (var field in schema.Fields.Where(field => field.CodePrefix is not null))
        {
            foreach (var value in document.Fields.GetValueOrDefault(field.Name, []))
            {
                tags.TryAdd(field.CodePrefix + Folding.Fold(value), 1);
            }
        }
    }
}
