namespace Deventer4GlobalGoals.Search.Text;

/// <summary>A word of a text, or a term that stands beside the words, such as the code in "SDG 7".</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How many characters of the text it covers.</param>
/// <param name="Term">The folded word.</param>
/// <param name="IsBeside">It is no word of its own: it stands for words that are in the list too.</param>
internal readonly record struct Token(int Start, int Length, string Term, bool IsBeside = false)
{
    public int End => Start + Length;
}
