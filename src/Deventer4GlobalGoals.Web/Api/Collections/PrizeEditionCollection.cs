using System.Globalization;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>The years of the prize, newest first; each is found by its year.</summary>
internal sealed class PrizeEditionCollection() : CommunityCollection<PrizeEditionResource>(
    Path, "Event", new ApiKey("year", "The year of the edition.", "2020", ApiParameter.Year.Schema), ItemKind.PrizeEdition, ItemOrder.Newest, ApiParameter.Year)
{
    public const string Path = "prize-editions";

    public override IReadOnlyList<CsvColumn<PrizeEditionResource>> Columns { get; } =
    [
        new("id", edition => edition.Id),
        new("year", edition => edition.Year),
        new("title", edition => edition.Title),
        new("language", edition => edition.Language),
        new("summary", edition => edition.Summary),
        new("categories", edition => edition.Categories),
        new("ceremonyDate", edition => edition.CeremonyDate),
        new("winner", edition => edition.Winner?.Name),
        new("nominees", edition => edition.Nominees.Select(nominee => nominee.Name)),
        new("practices", edition => edition.Practices.Select(practice => practice.Name)),
        .. Parts.PageColumns<PrizeEditionResource>(),
    ];

    public override IReadOnlyList<CommunityItem> Find(ApiView view, ApiRequest request) =>
        [.. base.Find(view, request).Where(item => item.When.Year is not null)];

    public override CommunityItem? Get(ApiView view, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? Find(view, new ApiRequest()).FirstOrDefault(item => item.When.Year == year)
            : null;

    public override PrizeEditionResource? Make(ApiView view, CommunityItem source) => view.Content<PrizeEdition>(source) is not { Year: { } year } page ? null : new PrizeEditionResource
    {
        Id = source.Key,
        Year = year,
        Title = source.Title(view.Culture).Text,
        Language = view.LanguageOf(source.Title(view.Culture)),
        Summary = Parts.Text(page.Summary(view.Culture)),
        Categories = page.Categories,
        CeremonyDate = page.CeremonyDate,
        Ceremony = Parts.Reference(view, MeetingCollection.Path, page.Ceremony),
        Winner = Parts.Reference(view, OrganisationCollection.Path, page.Winner),
        Nominees = Parts.References(view, OrganisationCollection.Path, page.Nominees),
        Practices = Parts.References(view, PracticeCollection.Path, page.PracticesOfTheYear),
        JuryStatement = Parts.Html(page.JuryStatement(view.Culture)),
        IsExample = page.IsDemo,
        Source = page.Source,
        UpdatedAt = Parts.Utc(page.UpdateDate),
        Links = Parts.Links(view, string.Create(CultureInfo.InvariantCulture, $"{Path}/{year}"), source),
    };
}
