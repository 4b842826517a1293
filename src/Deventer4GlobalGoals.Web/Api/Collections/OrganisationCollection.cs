using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>Organisations, by name.</summary>
internal sealed class OrganisationCollection() : CommunityCollection<OrganisationResource>(
    Path, "Organization", ApiKey.OfPage, ItemKind.Organisation, ItemOrder.Name, ApiParameter.Goal, ApiParameter.Target, ApiParameter.Sector)
{
    public const string Path = "organisations";

    public override IReadOnlyList<CsvColumn<OrganisationResource>> Columns { get; } =
    [
        new("id", organisation => organisation.Id),
        new("name", organisation => organisation.Name),
        .. Parts.ContributionColumns<OrganisationResource>(),
        new("kind", organisation => organisation.Kind),
        new("sectors", organisation => organisation.Sectors),
        new("size", organisation => organisation.Size),
        new("website", organisation => organisation.Website?.AbsoluteUri),
        new("countries", organisation => organisation.Countries),
        .. Parts.PlaceColumns<OrganisationResource>(organisation => organisation.Place),
        .. Parts.PageColumns<OrganisationResource>(),
    ];

    public override OrganisationResource? Make(ApiView view, CommunityItem source) => view.Content<Organisation>(source) is not { } page ? null : new OrganisationResource
    {
        Id = source.Key,
        Name = source.Title(view.Culture).Text,
        Language = view.LanguageOf(source.Title(view.Culture)),
        Summary = Parts.Text(page.Summary(view.Culture)),
        Contributions = Parts.Contributions(page.Contributions),
        About = Parts.About(page.Contributions),
        Body = Parts.Html(page.Body(view.Culture)),
        Kind = page.Kind,
        Sectors = page.Sectors,
        Size = page.Size,
        Website = page.Website,
        Countries = page.Countries,
        Place = Parts.Place(page),
        IsExample = page.IsDemo,
        Source = page.Source,
        UpdatedAt = Parts.Utc(page.UpdateDate),
        Links = Parts.Links(view, $"{Path}/{source.Key:D}", source),
    };
}
