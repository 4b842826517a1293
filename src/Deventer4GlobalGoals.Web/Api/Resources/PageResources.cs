using System.ComponentModel;
using System.Text.Json.Serialization;
using Deventer4GlobalGoals.Web.Api.OpenApi;

namespace Deventer4GlobalGoals.Web.Api.Resources;

/// <summary>What all pages of the site have in common.</summary>
internal abstract record PageResource
{
    [Description("The key of the resource. It never changes.")]
    [JsonPropertyOrder(-1)]
    public required Guid Id { get; init; }

    [Description("The language of the texts; nl where there is no translation.")]
    [Example("nl")]
    public required string Language { get; init; }

    [Description("A summary in plain words.")]
    [Example("Oude gebouwen leveren materiaal voor nieuwe.")]
    public string? Summary { get; init; }

    [Description("Whether this is made up, to show how the site works.")]
    [JsonPropertyOrder(1)]
    [Example(false)]
    public required bool IsExample { get; init; }

    [Description("Where the facts come from, when it isn't the organisation itself.")]
    [JsonPropertyOrder(1)]
    public string? Source { get; init; }

    [Description("When it was last changed, in UTC.")]
    [JsonPropertyOrder(1)]
    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("Where it is.")]
    [JsonPropertyOrder(1)]
    public required ResourceLinks Links { get; init; }
}

/// <summary>A page that says what it does for the goals.</summary>
internal abstract record ContributingResource : PageResource
{
    [Description("What it does for the goals; the main ones first.")]
    public required IReadOnlyList<ContributionPart> Contributions { get; init; }

    [Description("The identifiers of those goals and targets with the United Nations.")]
    public required IReadOnlyList<Uri> About { get; init; }
}

/// <summary>Something that was done for the goals, told so that others can copy it.</summary>
internal sealed record PracticeResource : ContributingResource
{
    [Description("What it is called.")]
    [Example("Circulair bouwen")]
    public required string Title { get; init; }

    [Description("Who did it.")]
    public required IReadOnlyList<Reference> Organisations { get; init; }

    [Description("The sectors it belongs to, by their Dutch names.")]
    public required IReadOnlyList<string> Sectors { get; init; }

    [Description("What was done, as HTML.")]
    public string? Body { get; init; }

    [Description("What came of it, in figures.")]
    public required IReadOnlyList<ResultPart> Results { get; init; }

    [Description("What came of it, as HTML.")]
    public string? ResultsText { get; init; }

    [Description("What others can learn from it, as HTML.")]
    public string? Lessons { get; init; }

    [Description("What it cost, in words.")]
    public string? Costs { get; init; }

    [Description("What it cost, as a class, by its Dutch name.")]
    [Example("Tot 1.000 euro")]
    public string? CostClass { get; init; }

    [Description("How long it took until something came of it.")]
    public string? TimeToResult { get; init; }

    [Description("The size of the company that did it, by its Dutch name.")]
    [Example("10 tot 49 medewerkers")]
    public string? CompanySize { get; init; }

    [Description("The year in which it began.")]
    [Example(2019)]
    public int? YearFrom { get; init; }

    [Description("The year in which it ended; null when it goes on.")]
    [Example(2021)]
    public int? YearTo { get; init; }

    [Description("The day on which it was last confirmed.")]
    public DateOnly? LastConfirmed { get; init; }

    [Description("The practice that it was copied from.")]
    public Reference? CopiedFrom { get; init; }

    [Description("Where it happens.")]
    public PlacePart? Place { get; init; }
}

/// <summary>One outcome of a practice.</summary>
internal sealed record ResultPart
{
    [Description("How much.")]
    [Example(38)]
    public decimal? Figure { get; init; }

    [Description("Of what.")]
    [Example("ton")]
    public string? Unit { get; init; }

    [Description("In which year.")]
    [Example(2020)]
    public int? Year { get; init; }

    [Description("What it means.")]
    public string? Description { get; init; }
}

/// <summary>A company, school, club or other organisation that works at the goals.</summary>
internal sealed record OrganisationResource : ContributingResource
{
    [Description("What it is called.")]
    [Example("VDR Bouwgroep")]
    public required string Name { get; init; }

    [Description("What it is and does, as HTML.")]
    public string? Body { get; init; }

    [Description("The kind of organisation, by its Dutch name.")]
    [Example("Bedrijf")]
    public string? Kind { get; init; }

    [Description("The sectors it works in, by their Dutch names.")]
    public required IReadOnlyList<string> Sectors { get; init; }

    [Description("Its size, by its Dutch name.")]
    [Example("50 tot 249 medewerkers")]
    public string? Size { get; init; }

    [Description("Its own website.")]
    [Example("https://example.org/")]
    public Uri? Website { get; init; }

    [Description("Countries outside the Netherlands that it works in, by their Dutch names.")]
    public required IReadOnlyList<string> Countries { get; init; }

    [Description("Where it is.")]
    public PlacePart? Place { get; init; }
}

/// <summary>A meeting about the goals, to come or past.</summary>
internal sealed record MeetingResource : ContributingResource
{
    [Description("What it is called.")]
    [Example("Themabijeenkomst afval")]
    public required string Title { get; init; }

    [Description("The kind of meeting, by its Dutch name.")]
    [Example("Themabijeenkomst")]
    public string? Kind { get; init; }

    [Description("When it begins, in UTC; null when the time isn't known.")]
    [Example("2020-02-11T15:00:00Z")]
    public DateTimeOffset? Start { get; init; }

    [Description("When it ends, in UTC; null when that isn't known.")]
    [Example("2020-02-11T17:00:00Z")]
    public DateTimeOffset? End { get; init; }

    [Description("The day in Deventer; null when that isn't known.")]
    [Example("2020-02-11")]
    public DateOnly? Date { get; init; }

    [Description("The year.")]
    [Example(2020)]
    public int? Year { get; init; }

    [Description("What is known when there is no date.")]
    [Example("voorjaar 2019")]
    public string? Period { get; init; }

    [Description("Whether it goes on, by its Dutch name: Gepland, Vol, Afgelast, Verplaatst.")]
    [Example("Gepland")]
    public string? Status { get; init; }

    [Description("Whether it is held online.")]
    [Example(false)]
    public required bool IsOnline { get; init; }

    [Description("Where it is held.")]
    public PlacePart? Place { get; init; }

    [Description("Who holds it.")]
    public required IReadOnlyList<Reference> Organisers { get; init; }

    [Description("What it is about, as HTML.")]
    public string? Body { get; init; }

    [Description("What was said, as HTML, afterwards.")]
    public string? Report { get; init; }

    [Description("How many guests there is room for.")]
    [Example(80)]
    public int? Capacity { get; init; }

    [Description("How many guests came.")]
    [Example(64)]
    public int? Attendance { get; init; }
}

/// <summary>One year of the prize.</summary>
internal sealed record PrizeEditionResource : PageResource
{
    [Description("The year of the edition.")]
    [Example(2020)]
    public required int Year { get; init; }

    [Description("What it is called.")]
    [Example("2020")]
    public required string Title { get; init; }

    [Description("In what one could win.")]
    public required IReadOnlyList<string> Categories { get; init; }

    [Description("The day on which the prize was or will be awarded.")]
    [Example("2020-09-25")]
    public DateOnly? CeremonyDate { get; init; }

    [Description("The meeting at which the prize was or will be awarded.")]
    public Reference? Ceremony { get; init; }

    [Description("Who won; null as long as nobody did.")]
    public Reference? Winner { get; init; }

    [Description("Who was nominated.")]
    public required IReadOnlyList<Reference> Nominees { get; init; }

    [Description("The practices of that year.")]
    public required IReadOnlyList<Reference> Practices { get; init; }

    [Description("What the jury said, as HTML.")]
    public string? JuryStatement { get; init; }
}
