namespace Deventer4GlobalGoals.Search.Index;

/// <summary>A text that can be found, in one culture. Four tiers of text: a word in a higher one weighs more.</summary>
/// <param name="Id">With the culture, what makes it one; an item that exists in three cultures is three documents.</param>
/// <param name="Culture">Where it is shown, such as "nl" or "en-US"; a request searches one culture.</param>
public sealed record SearchDocument(string Id, string Culture)
{
    /// <summary>The language of its texts when that is not the culture's: Dutch text that stands in for English.</summary>
    public string? Language { get; init; }

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Tags, and names of people, organisations and places.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Plain text, without markup.</summary>
    public string Body { get; init; } = "";

    /// <summary>Its values per field. A field that the index does not have is an error.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Of those, the values in which it has a main role, such as its primary goals: a search for one ranks it higher.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Main { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The later, the higher it ranks, a little; and the order of answers sorted by date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Anything the caller wants back with an answer, such as an address; it is not searched.</summary>
    public string Stored { get; init; } = "";
}

/// <summary>What the caller stored with a document.</summary>
public readonly record struct StoredDocument(string Id, string Culture, string Stored);

/// <summary>What happened to a document since the index last looked.</summary>
public abstract record IndexChange
{
    private IndexChange()
    {
    }

    /// <summary>It is new, or different.</summary>
    public sealed record Put(SearchDocument Document) : IndexChange;

    /// <summary>It is gone: in one culture, or in all when no culture is given. What was not there is no error.</summary>
    public sealed record Remove(string Id, string? Culture = null) : IndexChange;
}

/// <param name="Documents">How many are in the new index so far.</param>
/// <param name="Finished">The new index answers.</param>
public readonly record struct RebuildProgress(int Documents, bool Finished);

/// <summary>Why an index file was replaced by an empty one; said once, when it happens.</summary>
/// <param name="Index">The name of the index.</param>
/// <param name="File">The file that was replaced.</param>
/// <param name="Reason">Damaged, foreign or outdated, in a sentence.</param>
public sealed record IndexReplaced(string Index, string File, string Reason);
