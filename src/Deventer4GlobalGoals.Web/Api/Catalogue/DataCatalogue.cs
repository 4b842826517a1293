using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Collections;
using Deventer4GlobalGoals.Web.Api.ForPeople;
using Deventer4GlobalGoals.Web.Api.OpenApi;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Api.Catalogue;

/// <summary>
/// What data there is, for whoever gathers data of many: a catalogue with datasets, their files and the API, by DCAT-AP-NL 3.0.
/// Code lists are the EU's; the place is the municipality of Deventer, by its TOOI address.
/// </summary>
internal sealed class DataCatalogue(ApiView view, ApiContact contact)
{
    public const string Path = "catalogue";

    private const string Deventer = "https://identifier.overheid.nl/tooi/id/gemeente/gm0150";
    private const string DesignRules = "https://gitdocumentatie.logius.nl/publicatie/api/adr/2.0.0";

    /// <summary>The datasets: their path, and the pages whose last change is theirs.</summary>
    public static IReadOnlyList<DataSet> Sets { get; } =
    [
        new(GoalCollection.Path, [ItemKind.Practice, ItemKind.Organisation, ItemKind.Meeting], HasLinkedData: true),
        new(TargetCollection.Path, [ItemKind.Practice, ItemKind.Organisation, ItemKind.Meeting], HasLinkedData: true),
        new(PracticeCollection.Path, [ItemKind.Practice], HasLinkedData: true),
        new(OrganisationCollection.Path, [ItemKind.Organisation], HasLinkedData: true),
        new(MeetingCollection.Path, [ItemKind.Meeting], HasLinkedData: true),
        new(PrizeEditionCollection.Path, [ItemKind.PrizeEdition], HasLinkedData: true),
        new(CoverageEndpoint.Path, [ItemKind.Practice, ItemKind.Organisation], HasLinkedData: false),
    ];

    private string Here => view.Address(Path);

    private string Service => $"{Here}#api";

    private string ForPeople => view.Origin + OpenDataController.Path(SitePage.DefaultCulture);

    public IReadOnlyList<RdfNode> Nodes() => [Catalog(), .. Sets.SelectMany(Described), Api(), Publisher()];

    private static IEnumerable<RdfText> Texts(string key) => LocalisedText.Languages.Select(language => new RdfText(SiteTexts.In(language)[key], language));

    private static void SayLanguages(RdfNode node)
    {
        node.Say("dct:language", new RdfIri("lang:NLD")).Say("dct:language", new RdfIri("lang:ENG")).Say("dct:language", new RdfIri("lang:DEU"));
    }

    private RdfNode Catalog()
    {
        var catalogue = new RdfNode(Here, "dcat:Catalog").Say("dct:title", Texts("openData.title")).Say("dct:description", Texts("openData.description"));
        SayWho(catalogue);
        SayLanguages(catalogue);
        catalogue
            .Say("dct:license", new RdfIri(contact.License.AbsoluteUri))
            .Say("foaf:homepage", new RdfIri($"{view.Origin}/"))
            .Say("dct:spatial", new RdfIri(Deventer))
            .Say("dct:modified", Modified([.. Sets.SelectMany(set => set.Kinds)]));
        foreach (var set in Sets)
        {
            catalogue.Say("dcat:dataset", new RdfIri(Address(set)));
        }

        return catalogue.Say("dcat:service", new RdfIri(Service));
    }

    private IEnumerable<RdfNode> Described(DataSet set)
    {
        var files = Files(set).ToArray();
        var node = new RdfNode(Address(set), "dcat:Dataset")
            .Say("dct:title", Texts($"openData.{set.TextKey}"))
            .Say("dct:description", Texts($"openData.{set.TextKey}Text"))
            .Say("dct:identifier", new RdfText(Address(set)))
            .Say("dct:accessRights", new RdfIri("access:PUBLIC"));
        SayWho(node);
        SayLanguages(node);
        node
            .Say("dcat:theme", new RdfIri("theme:SOCI"))
            .Say("dcat:theme", new RdfIri("theme:ENVI"))
            .Say("dcat:keyword", Texts("openData.keyword"))
            .Say("dct:accrualPeriodicity", new RdfIri("frequency:IRREG"))
            .Say("dct:spatial", new RdfIri(Deventer))
            .Say("dcat:landingPage", new RdfIri(ForPeople))
            .Say("dct:modified", Modified(set.Kinds));
        foreach (var file in files)
        {
            node.Say("dcat:distribution", new RdfIri(file.Iri!));
        }

        return files.Prepend(node);
    }

    private IEnumerable<RdfNode> Files(DataSet set)
    {
        yield return File(set, ApiFormat.Csv, "CSV");
        yield return File(set, ApiFormat.Json, "JSON");
        if (set.HasLinkedData)
        {
            yield return File(set, ApiFormat.JsonLd, "JSON_LD");
        }
    }

    /// <summary>CSV is all of it in one file; the others come in pages, so they have no address for a download.</summary>
    private RdfNode File(DataSet set, ApiFormat form, string type)
    {
        var address = view.Address($"{set.Path}?format={form.Name}");
        return new RdfNode($"{Address(set)}-{form.Name}", "dcat:Distribution")
            .Say("dct:title", LocalisedText.Languages.Select(language => new RdfText($"{SiteTexts.In(language)[$"openData.{set.TextKey}"]} ({type.Replace('_', '-')})", language)))
            .Say("dct:description", Texts($"openData.{set.TextKey}Text"))
            .Say("dcat:accessURL", new RdfIri(address))
            .Say("dcat:downloadURL", form == ApiFormat.Csv ? new RdfIri(address) : null)
            .Say("dcat:accessService", new RdfIri(Service))
            .Say("dct:format", new RdfIri($"filetype:{type}"))
            .Say("dcat:mediaType", new RdfIri($"https://www.iana.org/assignments/media-types/{form.MediaType}"))
            .Say("dct:license", new RdfIri(contact.License.AbsoluteUri));
    }

    private RdfNode Api()
    {
        var api = new RdfNode(Service, "dcat:DataService")
            .Say("dct:title", Texts("openData.api"))
            .Say("dct:description", Texts("openData.apiText"))
            .Say("dct:identifier", new RdfText(Service))
            .Say("dct:accessRights", new RdfIri("access:PUBLIC"));
        SayWho(api);
        SayLanguages(api);
        api
            .Say("dcat:theme", new RdfIri("theme:SOCI"))
            .Say("dct:license", new RdfIri(contact.License.AbsoluteUri))
            .Say("dct:conformsTo", new RdfIri(DesignRules))
            .Say("dcat:endpointURL", new RdfIri(view.Origin + ApiVersion.Base))
            .Say("dcat:endpointDescription", new RdfIri(view.Address(ApiDocument.Path)))
            .Say("foaf:page", new RdfIri(ForPeople));
        foreach (var set in Sets)
        {
            api.Say("dcat:servesDataset", new RdfIri(Address(set)));
        }

        return api;
    }

    private void SayWho(RdfNode node)
    {
        node
            .Say("dct:publisher", new RdfIri(contact.PublisherUri.AbsoluteUri))
            .Say("dct:creator", new RdfIri(contact.PublisherUri.AbsoluteUri))
            .Say("dcat:contactPoint", new RdfNode(null, "vcard:Kind")
                .Say("vcard:fn", new RdfText(contact.Publisher))
                .Say("vcard:hasEmail", contact.Mail is { } mail ? new RdfIri($"mailto:{mail}") : null)
                .Say("vcard:hasURL", new RdfIri(contact.Page.AbsoluteUri)));
    }

    private RdfNode Publisher() => new RdfNode(contact.PublisherUri.AbsoluteUri, "foaf:Agent").Say("foaf:name", new RdfText(contact.Publisher));

    private string Address(DataSet set) => $"{Here}#{set.Path}";

    private RdfText? Modified(IReadOnlyList<ItemKind> kinds) =>
        view.Community.Items.Values.Where(item => kinds.Contains(item.Kind)).Select(item => (DateTime?)item.Updated).Max() is { } latest ? RdfText.Moment(latest) : null;
}

/// <summary>One dataset of the catalogue.</summary>
/// <param name="Path">Its path in the API.</param>
/// <param name="Kinds">The pages it is made of.</param>
/// <param name="HasLinkedData">Whether there is JSON-LD of it.</param>
internal sealed record DataSet(string Path, IReadOnlyList<ItemKind> Kinds, bool HasLinkedData)
{
    /// <summary>The key of its texts: "prizeEditions".</summary>
    public string TextKey
    {
        get
        {
            var words = Path.Split('-');
            return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        }
    }
}

/// <summary>Where the catalogue is.</summary>
internal static class CatalogueEndpoint
{
    private static readonly ApiFormat[] Forms = [ApiFormat.JsonLd, ApiFormat.Turtle];
    private static readonly ApiParameter[] Parameters = [ApiParameter.Format(Forms)];

    public static void MapCatalogue(this IEndpointRouteBuilder api) => api
        .MapRead($"/{DataCatalogue.Path}", (HttpContext http, ApiView view, ApiContact contact) =>
        {
            var request = ApiRequest.Read(http.Request.Query, Parameters);
            var form = ApiFormat.Choose(http.Request, request.Format, Forms);
            var nodes = new DataCatalogue(view, contact).Nodes();
            return new ApiBody(form == ApiFormat.Turtle ? Turtle.Write(nodes) : JsonLdGraph.Write(nodes), form.ContentType).SendAsync(http);
        })
        .Describe<object>(new ApiDescription("get-catalogue", DataCatalogue.Path, "What data there is, by DCAT-AP-NL")
        {
            Parameters = Parameters,
            Forms = Forms,
        });
}
