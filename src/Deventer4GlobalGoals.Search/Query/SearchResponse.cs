namespace Deventer4GlobalGoals.Search.Query;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Total">How many documents answer to words and filters, on all pages together.</param>
/// <param name="Hits">Those of the page.</param>
/// <param name="Facets">Per counted field, in the order of the schema, its values that occur.</param>
public sealed record SearchResponse(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<Facet> Facets)
{
    /// <summary>Another spelling of the question that finds more, or null.</summary>
    public Correction? Correction { get; init; }

    /// <summary>No document had all words: these have at least half of them.</summary>
    public bool IsLoose { get; init; }
}

/// <param name="Query">The question in its other spelling.</param>
/// <param name="IsApplied">The question as it was typed finds nothing, and this is the answer to the other spelling.</param>
public sealed record Correction(string Query, bool IsApplied);

/// <summary>A document that was found.</summary>
/// <param name="Id">As it was put in.</param>
/// <param name="Culture">As it was put in.</param>
/// <param name="Title">As it was put in; plain text.</param>
/// <param name="TitleHtml">The title, safe HTML, with <c>mark</c> around what was found.</param>
/// <param name="SnippetHtml">A part of the summary or the body, safe HTML, with <c>mark</c> around what was found.</param>
/// <param name="Date">As it was put in.</param>
/// <param name="Stored">As it was put in.</param>
/// <param name="Score">Higher is better; 0 without words. To compare within one answer only.</param>
public sealed record SearchHit(string Id, string Culture, string Title, string TitleHtml, string SnippetHtml, DateOnly? Date, string Stored, float Score);

/// <summary>How the answers are spread over the values of a field.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Values">The most frequent first, then in alphabetical order; a chosen value is there even when nothing has it.</param>
public sealed record Facet(string Field, IReadOnlyList<FacetCount> Values);

/// <param name="Value">As it was put in.</param>
/// <param name="Count">How many documents answer to the words and to the filters of the other fields, and have this value.</param>
/// <param name="IsChosen">It is among the filters.</param>
public sealed record FacetCount(string Value, int Count, bool IsChosen);

/// <param name="Queries">Finished questions, each starting with the words that were typed.</param>
/// <param name="Documents">Some of the latest documents with these words in their title; without snippets.</param>
public sealed record Suggestions(IReadOnlyList<string> Queries, IReadOnlyList<SearchHit> Documents);
