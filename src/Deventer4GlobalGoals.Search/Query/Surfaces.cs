using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Query;

/// <summary>Gives a folded word back as it is written in a text that has it: "cafe" as "café".</summary>
internal sealed class Surfaces(IndexReader reader, IReadOnlyList<Partition> partitions)
{
    public string Of(string term)
    {
        var partition = partitions.FirstOrDefault(partition => partition.Vocabulary.Documents(term) > 0);
        return partition is null ? term : partition.Vocabulary.Surface(term, word => Find(partition, word));
    }

    private string Find(Partition partition, string term)
    {
        var rows = new List<long>();
        reader.NewestPostings(partition.Number, term, most: 1, rows);
        if (rows.Count == 0)
        {
            return term;
        }

        var stored = reader.Text(Posting.Document(rows[0]));
        var text = Posting.Tier(rows[0]) switch
        {
            (int)Tier.Title => stored.Title,
            (int)Tier.Summary => stored.Summary,
            (int)Tier.Tags => stored.Tags,
            _ => stored.Body,
        };
        var token = Tokenizer.Tokenize(text).Find(token => !token.IsBeside && token.Term == term);
        return token.Length == 0 ? term : Lower(text.Substring(token.Start, token.Length), term);
    }

    // "Café" at the start of a sentence is café; GFT stays GFT. A possessive s was no part of the word.
    private static string Lower(string surface, string term)
    {
        var word = Folding.Fold(surface) == term ? surface : term;
        return word.Skip(1).Any(char.IsUpper) ? word : word.ToLowerInvariant();
    }
}
