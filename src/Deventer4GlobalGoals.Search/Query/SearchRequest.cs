using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Query;

public enum SearchSort
{
    /// <summary>The best answers first; without words, the newest.</summary>
    Relevance,

    Newest,

    Oldest,
}

/// <summary>One question to an index.</summary>
/// <param name="Culture">The culture whose documents are searched, such as "nl".</param>
public sealed record SearchRequest(string Culture)
{
    /// <summary>The most that is shown on one page.</summary>
    public const int LargestPage = 100;

    /// <summary>The index that is asked; by default what is published.</summary>
    public string Index { get; init; } = SearchSchema.External;

    /// <summary>What the visitor typed, in the language of Specs/query-syntax.md. Nothing means: everything.</summary>
    public string Query { get; init; } = "";

    /// <summary>Chosen values per field: one of the values, in each of the fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The fields to count; all when null.</summary>
    public IReadOnlyList<string>? Facets { get; init; }

    public SearchSort Sort { get; init; }

    /// <summary>From 1; a lower number counts as 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>From 0 to <see cref="LargestPage"/>; 0 gives counts without answers.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Whether a question that finds nothing may be corrected or taken more loosely.</summary>
    public bool Forgiving { get; init; } = true;
}
