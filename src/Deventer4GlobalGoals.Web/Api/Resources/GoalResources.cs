using System.ComponentModel;
using Deventer4GlobalGoals.Web.Api.OpenApi;

namespace Deventer4GlobalGoals.Web.Api.Resources;

/// <summary>One of the seventeen Sustainable Development Goals, and how much happens for it.</summary>
internal sealed record GoalResource
{
    [Description("1 to 17.")]
    [Example(12)]
    public required int Number { get; init; }

    [Description("A short name, in the language of the answer.")]
    [Example("Verantwoord verbruik")]
    public required string Name { get; init; }

    [Description("What the goal asks, in one sentence.")]
    [Example("Zorgen dat wij minder weggooien en minder grondstoffen gebruiken.")]
    public required string Description { get; init; }

    [Description("The language of name and description.")]
    [Example("nl")]
    public required string Language { get; init; }

    [Description("The identifier that the United Nations gave the goal.")]
    [Example("http://metadata.un.org/sdg/12")]
    public required Uri Uri { get; init; }

    [Description("The colour of the goal, as #RRGGBB.")]
    [Example("#BF8B2E")]
    public required string Color { get; init; }

    [Description("How much there is for it.")]
    public required Counts Counts { get; init; }

    [Description("Where the goal, its page and its targets are.")]
    public required GoalLinks Links { get; init; }
}

/// <summary>Where a goal is, and what belongs to it.</summary>
internal sealed record GoalLinks
{
    [Description("This goal in the API.")]
    public required ApiLink Self { get; init; }

    [Description("The page about it for people.")]
    public ApiLink? Page { get; init; }

    [Description("Its targets.")]
    public required ApiLink Targets { get; init; }

    [Description("Practices that contribute to it.")]
    public required ApiLink Practices { get; init; }
}

/// <summary>One of the 169 targets of the goals, and how much happens for it.</summary>
internal sealed record TargetResource
{
    [Description("The code of the target.")]
    [Example("12.5")]
    public required string Code { get; init; }

    [Description("The number of its goal.")]
    [Example(12)]
    public required int Goal { get; init; }

    [Description("A short name, in the language of the answer.")]
    [Example("Minder afval")]
    public required string Name { get; init; }

    [Description("What the target asks, in one sentence.")]
    [Example("In 2030 gooien wij veel minder weg.")]
    public required string Description { get; init; }

    [Description("The language of name and description.")]
    [Example("nl")]
    public required string Language { get; init; }

    [Description("The identifier that the United Nations gave the target.")]
    [Example("http://metadata.un.org/sdg/12.5")]
    public required Uri Uri { get; init; }

    [Description("Whether no practice and no meeting works at it yet, as far as the site knows.")]
    [Example(false)]
    public required bool IsWhiteSpot { get; init; }

    [Description("How much there is for it.")]
    public required Counts Counts { get; init; }

    [Description("Where the target and its goal are.")]
    public required TargetLinks Links { get; init; }
}

/// <summary>Where a target and its goal are.</summary>
internal sealed record TargetLinks
{
    [Description("This target in the API.")]
    public required ApiLink Self { get; init; }

    [Description("Its goal.")]
    public required ApiLink Goal { get; init; }
}

/// <summary>Goals against sectors: how much there is in each combination, so that white spots show.</summary>
internal sealed record CoverageResource
{
    [Description("The sectors that occur, by their Dutch names.")]
    public required IReadOnlyList<string> Sectors { get; init; }

    [Description("All seventeen goals, each with a cell per sector.")]
    public required IReadOnlyList<CoverageRow> Goals { get; init; }

    [Description("Where the matrix is.")]
    public required ResourceLinks Links { get; init; }
}

/// <summary>One goal of the coverage matrix.</summary>
internal sealed record CoverageRow
{
    [Description("1 to 17.")]
    [Example(12)]
    public required int Goal { get; init; }

    [Description("A short name, in the language of the answer.")]
    [Example("Verantwoord verbruik")]
    public required string Name { get; init; }

    [Description("How much there is in all sectors together. What belongs to two sectors counts once.")]
    public required Counts Counts { get; init; }

    [Description("One per sector, in the order of the sectors.")]
    public required IReadOnlyList<CoverageCell> Cells { get; init; }
}

/// <summary>One goal in one sector.</summary>
internal sealed record CoverageCell
{
    [Description("The sector, by its Dutch name.")]
    [Example("Bouw en wonen")]
    public required string Sector { get; init; }

    [Description("Practices of this sector that contribute to the goal.")]
    [Example(4)]
    public required int Practices { get; init; }

    [Description("Organisations of this sector that contribute to the goal.")]
    [Example(6)]
    public required int Organisations { get; init; }
}
