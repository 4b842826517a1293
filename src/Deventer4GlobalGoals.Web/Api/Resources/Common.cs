using System.ComponentModel;
using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.OpenApi;

namespace Deventer4GlobalGoals.Web.Api.Resources;

/// <summary>An address.</summary>
internal sealed record ApiLink
{
    [Description("The whole address.")]
    [Example("https://deventer4globalgoals.nl/api/v1/goals/12")]
    public required string Href { get; init; }
}

/// <summary>Where a resource is.</summary>
internal sealed record ResourceLinks
{
    [Description("This resource in the API.")]
    public required ApiLink Self { get; init; }

    [Description("The page about it for people.")]
    public ApiLink? Page { get; init; }
}

/// <summary>Where the other pages of a list are.</summary>
internal sealed record PageLinks
{
    [Description("This page of the list.")]
    public required ApiLink Self { get; init; }

    [Description("The first page.")]
    public required ApiLink First { get; init; }

    [Description("The page before this one; null on the first.")]
    public ApiLink? Prev { get; init; }

    [Description("The page after this one; null on the last.")]
    public ApiLink? Next { get; init; }

    [Description("The last page.")]
    public required ApiLink Last { get; init; }
}

/// <summary>One page of a list.</summary>
internal sealed record ResourcePage<T>
{
    [Description("The items on this page.")]
    public required IReadOnlyList<T> Items { get; init; }

    [Description("How many items the whole list has.")]
    [Example(42)]
    public required int TotalItems { get; init; }

    [Description("The number of this page. The first is 1.")]
    [Example(1)]
    public required int Page { get; init; }

    [Description("How many items a page has at most.")]
    [Example(20)]
    public required int PageSize { get; init; }

    [Description("How many pages the list has; 1 when it is empty.")]
    [Example(3)]
    public required int TotalPages { get; init; }

    [Description("Where the other pages are.")]
    public required PageLinks Links { get; init; }
}

/// <summary>How much there is for a goal or target.</summary>
internal sealed record Counts
{
    [Description("Practices that contribute to it.")]
    [Example(7)]
    public required int Practices { get; init; }

    [Description("Organisations that contribute to it.")]
    [Example(12)]
    public required int Organisations { get; init; }

    [Description("Meetings about it.")]
    [Example(3)]
    public required int Meetings { get; init; }
}

/// <summary>Another resource that this one mentions.</summary>
internal sealed record Reference
{
    [Description("The key of the resource.")]
    public required Guid Id { get; init; }

    [Description("What it is called.")]
    [Example("VDR Bouwgroep")]
    public required string Name { get; init; }

    [Description("Where it is.")]
    public required ResourceLinks Links { get; init; }
}

/// <summary>What something does for a goal or one of its targets.</summary>
internal sealed record ContributionPart
{
    [Description("The number of the goal.")]
    [Example(12)]
    public required int Goal { get; init; }

    [Description("The code of the target; null when it is about the goal as a whole.")]
    [Example("12.5")]
    public string? Target { get; init; }

    [Description("Whether this is what it is about, or what it touches besides.")]
    [JsonConverter(typeof(CamelCaseEnum<ContributionRole>))]
    public required ContributionRole Role { get; init; }

    [Description("Whether the goal comes nearer, moves away, or some of both.")]
    [JsonConverter(typeof(CamelCaseEnum<ContributionDirection>))]
    public required ContributionDirection Direction { get; init; }

    [Description("What is claimed, in Dutch.")]
    [Example("Sloophout gaat terug in nieuwe gebouwen.")]
    public string? Claim { get; init; }

    [Description("What backs the claim; null when nothing was measured yet.")]
    public EvidencePart? Evidence { get; init; }
}

/// <summary>What backs a claim.</summary>
internal sealed record EvidencePart
{
    [Description("What was measured.")]
    [Example(38)]
    public decimal? Figure { get; init; }

    [Description("The unit of the figure.")]
    [Example("%")]
    public string? Unit { get; init; }

    [Description("The year in which it was measured.")]
    [Example(2025)]
    public int? Year { get; init; }

    [Description("Where it can be checked.")]
    [Example("https://example.org/meting")]
    public Uri? Link { get; init; }
}

/// <summary>Where something is. Only the parts that are known.</summary>
internal sealed record PlacePart
{
    [Description("The name of the building or place.")]
    [Example("Deventer Schouwburg")]
    public string? Name { get; init; }

    [Description("Street and number.")]
    [Example("Leeuwenbrug 2")]
    public string? Street { get; init; }

    [Description("Postal code.")]
    [Example("7411 TJ")]
    public string? PostalCode { get; init; }

    [Description("Town.")]
    [Example("Deventer")]
    public string? Town { get; init; }

    [Description("Degrees north (WGS 84).")]
    [Example(52.25)]
    public decimal? Latitude { get; init; }

    [Description("Degrees east (WGS 84).")]
    [Example(6.16)]
    public decimal? Longitude { get; init; }
}
