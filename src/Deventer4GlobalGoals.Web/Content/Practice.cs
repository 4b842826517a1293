using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Web.Content;

/// <summary>A page that happens somewhere.</summary>
public abstract class PlacedPage(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    public string? PlaceName => Plain("placeName");

    public string? Street => Plain("street");

    public string? PostalCode => Plain("postalCode");

    public string? Town => Plain("town");

    public decimal? Latitude => Get<decimal?>("latitude");

    public decimal? Longitude => Get<decimal?>("longitude");

    /// <summary>What is known of the place, on one line; empty when nothing is.</summary>
    public string Place => string.Join(", ", new[] { PlaceName, Street, Town }.Where(part => part is not null));

    public PageText Summary(string culture) => Text("summary", culture);
}

[PublishedModel("practice")]
public class Practice(IPublishedContent content, IPublishedValueFallback fallback) : PlacedPage(content, fallback)
{
    public IReadOnlyList<Organisation> Organisations => Picked<Organisation>("organisations");

    public IReadOnlyList<Guid> OrganisationKeys => PickedKeys("organisations");

    public PageHtml WhatWasDone(string culture) => Html("whatWasDone", culture);

    public IReadOnlyList<Result> Results => Blocks<Result>("results");

    public PageHtml ResultsText(string culture) => Html("resultsText", culture);

    public PageText Costs(string culture) => Text("costs", culture);

    public string? CostClass => Choice("costClass");

    public PageText TimeToResult(string culture) => Text("timeToResult", culture);

    public string? CompanySize => Choice("companySize");

    public IReadOnlyList<string> Sectors => Choices("sectors");

    public PageHtml Lessons(string culture) => Html("lessons", culture);

    public string? ContactPerson => Plain("contactPerson");

    public string? ContactEmail => Plain("contactEmail");

    public int? YearFrom => Get<int?>("yearFrom");

    public int? YearTo => Get<int?>("yearTo");

    public DateOnly? LastConfirmed => Get<DateOnly?>("lastConfirmed");

    public Practice? CopiedFrom => PickedOne<Practice>("copiedFrom");

    public Guid? CopiedFromKey => PickedKeys("copiedFrom") is [var first, ..] ? first : null;

    public IReadOnlyList<Link> Links => Urls("links");
}

/// <summary>One outcome of a practice: a figure and what it counts.</summary>
[PublishedModel("result")]
public class Result(IPublishedElement content, IPublishedValueFallback fallback) : PublishedElementModel(content, fallback)
{
    public decimal? Figure => GetProperty("figure") is { } property && property.HasValue() ? property.GetValue() as decimal? : null;

    public string? Unit => GetProperty("unit")?.GetValue() as string;

    public int? Year => GetProperty("year") is { } property && property.HasValue() ? property.GetValue() as int? : null;

    public string? Description => GetProperty("description")?.GetValue() as string;
}
