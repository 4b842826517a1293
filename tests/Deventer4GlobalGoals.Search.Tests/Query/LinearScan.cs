using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Tests.Query;

/// <summary>The oracle: answers a question by looking at every document, with the same words, stems and word lists and nothing else in common.</summary>
internal sealed class LinearScan(IReadOnlyList<SearchDocument> documents, SearchSchema schema)
{
    private static readonly LanguageAnalysis Dutch = LanguageAnalysis.For("nl");
    private readonly Dictionary<string, (List<List<string>> Tiers, HashSet<string> Terms)> texts =
        documents.ToDictionary(document => document.Id, document => Read(document, schema));
    private HashSet<string>? vocabulary;

    private HashSet<string> Vocabulary =>
        vocabulary ??= [.. texts.Values.SelectMany(text => text.Tiers).SelectMany(words => words).Where(word => !Dutch.IsStopWord(word))];

    public IEnumerable<SearchDocument> Matching(QueryNode query) => documents.Where(document => Matches(document, query));

    public static bool Passes(SearchDocument document, IEnumerable<(string Field, string Value)> filters, string? except = null) =>
        filters.Where(filter => filter.Field != except).GroupBy(filter => filter.Field).All(group => group.Any(filter => document.Fields.GetValueOrDefault(filter.Field, []).Contains(filter.Value)));

    private bool Matches(SearchDocument document, QueryNode node) => node switch
    {
        QueryNode.Word word => HasWord(document, word.Term),
        QueryNode.Synonym synonym => HasSynonym(document, synonym.Words),
        QueryNode.Phrase phrase => texts[document.Id].Tiers.Exists(words => Enumerable.Range(0, words.Count).Any(i => words.Skip(i).Take(phrase.Words.Count).SequenceEqual(phrase.Words))),
        QueryNode.Prefix prefix => texts[document.Id].Terms.Any(term => term.StartsWith(prefix.Start, StringComparison.Ordinal)),
        QueryNode.Field field => Values(document, field.Number).Any(value => FieldValue.FoldedText(value) == field.Value),
        QueryNode.Range range => Values(document, range.Number).Select(value => long.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).Any(value => value >= range.From && value <= range.To),
        QueryNode.And and => and.Parts.All(part => Matches(document, part)),
        QueryNode.Or or => or.Parts.Any(part => Matches(document, part)),
        QueryNode.Not not => !Matches(document, not.Part),
        _ => true,
    };

    private IReadOnlyList<string> Values(SearchDocument document, int field) => document.Fields.GetValueOrDefault(schema.Fields[field].Name, []);

    private bool HasWord(SearchDocument document, string word)
    {
        var terms = texts[document.Id].Terms;
        return HasInflected(document, word)
            || (Tokenizer.IsCode(word) && word.Contains('.', StringComparison.Ordinal) && terms.Contains("sdg" + word))
            || terms.Any(term => Vocabulary.Contains(term) && Parts(term, word).Any(part => Dutch.Stem(part) == Dutch.Stem(word)))
            || (Parts(word, null) is { Count: > 0 } parts && parts.All(part => HasInflected(document, part)))
            || HasSynonym(document, [word]);
    }

    private bool HasInflected(SearchDocument document, string word) =>
        texts[document.Id].Terms.Any(term => term == word || (Vocabulary.Contains(term) && Dutch.Stem(term) == Dutch.Stem(word)));

    private bool HasSynonym(SearchDocument document, IReadOnlyList<string> words) =>
        Synonyms.Default.Of(words, Dutch).Any(member => member.All(word => HasInflected(document, word)));

    private IReadOnlyList<string> Parts(string word, string? asked) =>
        new CompoundSplitter(Dutch, part => Vocabulary.Contains(part.ToString()) || Synonyms.Default.Knows(part) || part.SequenceEqual(asked)).Split(word);

    private static (List<List<string>>, HashSet<string>) Read(SearchDocument document, SearchSchema schema)
    {
        var tiers = new List<List<string>>();
        var terms = new HashSet<string>();
        foreach (var text in new[] { document.Title, document.Summary, string.Join(" ¶ ", document.Tags), document.Body })
        {
            var tokens = Tokenizer.Tokenize(text);
            tiers.Add([.. tokens.Where(token => !token.IsBeside).Select(token => token.Term)]);
            terms.UnionWith(tokens.Select(token => token.Term).Where(term => !Dutch.IsStopWord(term)));
        }

        foreach (var field in schema.Fields.Where(field => field.CodePrefix is not null))
        {
            terms.UnionWith(document.Fields.GetValueOrDefault(field.Name, []).Select(value => field.CodePrefix + value));
        }

        return (tiers, terms);
    }
}
