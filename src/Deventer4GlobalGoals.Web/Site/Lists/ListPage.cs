using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>A list as the visitor asked for it.</summary>
public sealed class ListPage(ListingPage page, ListDefinition definition, ListQuery query) : ContentModel(page)
{
    public ListingPage Page => page;

    public ListDefinition Definition => definition;

    public ListQuery Query => query;

    /// <summary>How many fit.</summary>
    public required int Total { get; init; }

    /// <summary>Those of this page.</summary>
    public required IReadOnlyList<CommunityItem> Items { get; init; }

    public required IReadOnlyList<FacetView> Facets { get; init; }

    /// <summary>What letting go of one filter would give; only when nothing fits.</summary>
    public required IReadOnlyList<Escape> Escapes { get; init; }

    /// <summary>What was found in the items of this page, marked; for a search, not for a list.</summary>
    public IReadOnlyDictionary<Guid, SearchHit> Marked { get; init; } = new Dictionary<Guid, SearchHit>();

    /// <summary>Another spelling that finds more, or of which these are the answers.</summary>
    public Correction? Correction { get; init; }

    /// <summary>Nothing has all the words; these have at least half of them.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The index is being filled: there is nothing to search in yet.</summary>
    public bool IsPreparing { get; init; }

    public ListOrder[] Orders => definition.OrdersFor(query.Text);

    public int Pages => Math.Max(1, (Total + ListDefinition.PageSize - 1) / ListDefinition.PageSize);

    public bool IsNarrowed => query.Choices.Length > 0 || query.Text.Length > 0;
}

/// <summary>A facet with what each option would give, its own choices left out of the count.</summary>
public sealed record FacetView(Facet Facet, IReadOnlyList<FacetOption> Options);

public sealed record FacetOption(string Value, string Label, int Count, bool IsChosen, string Url);

/// <summary>A way on from nothing found: a filter to let go of, or without a label the searched words.</summary>
public sealed record Escape(string? Label, int Count, string Url);
