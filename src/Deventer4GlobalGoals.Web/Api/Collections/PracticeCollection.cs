using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>Practices, newest first. Contact persons are on the page, and stay out of what is harvested.</summary>
internal sealed class PracticeCollection() : CommunityCollection<PracticeResource>(
    Path, "Article", ApiKey.OfPage, ItemKind.Practice, ItemOrder.Newest, ApiParameter.Goal, ApiParameter.Target, ApiParameter.Sector, ApiParameter.Year)
{
    public const string Path = "practices";

    public override IReadOnlyList<CsvColumn<PracticeResource>> Columns { get; } =
    [
        new("id", practice => practice.Id),
        new("title", practice => practice.Title),
        .. Parts.ContributionColumns<PracticeResource>(),
        new("organisations", practice => practice.Organisations.Select(organisation => organisation.Name)),
        new("sectors", practice => practice.Sectors),
        new("costClass", practice => practice.CostClass),
        new("companySize", practice => practice.CompanySize),
        new("yearFrom", practice => practice.YearFrom),
        new("yearTo", practice => practice.YearTo),
        new("lastConfirmed", practice => practice.LastConfirmed),
        .. Parts.PlaceColumns<PracticeResource>(practice => practice.Place),
        .. Parts.PageColumns<PracticeResource>(),
    ];

    public override PracticeResource? Make(ApiView view, CommunityItem source) => view.Content<Practice>(source) is not { } page ? null : new PracticeResource
    {
        Id = source.Key,
        Title = source.Title(view.Culture).Text,
        Language = view.LanguageOf(source.Title(view.Culture)),
        Summary = Parts.Text(page.Summary(view.Culture)),
        Contributions = Parts.Contributions(page.Contributions),
        About = Parts.About(page.Contributions),
        Organisations = Parts.References(view, OrganisationCollection.Path, page.Organisations),
        Sectors = page.Sectors,
        Body = Parts.Html(page.WhatWasDone(view.Culture)),
        Results = [.. page.Results.Select(result => new ResultPart
        {
            Figure = result.Figure,
            Unit = result.Unit,
            Year = result.Year,
            Description = result.Description,
        })],
        ResultsText = Parts.Html(page.ResultsText(view.Culture)),
        Lessons = Parts.Html(page.Lessons(view.Culture)),
        Costs = Parts.Text(page.Costs(view.Culture)),
        CostClass = page.CostClass,
        TimeToResult = Parts.Text(page.TimeToResult(view.Culture)),
        CompanySize = page.CompanySize,
        YearFrom = page.YearFrom,
        YearTo = page.YearTo,
        LastConfirmed = page.LastConfirmed,
        CopiedFrom = Parts.Reference(view, Path, page.CopiedFrom),
        Place = Parts.Place(page),
        IsExample = page.IsDemo,
        Source = page.Source,
        UpdatedAt = Parts.Utc(page.UpdateDate),
        Links = Parts.Links(view, $"{Path}/{source.Key:D}", source),
    };
}
