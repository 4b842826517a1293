using System.Globalization;
using AngleSharp.Dom;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Filters, counts and pages, with a linear scan over the published content as the oracle.</summary>
[Collection(ReadsOnly.Name)]
public class ListTests(SharedSite shared)
{
    private const int Seed = 20151;

    private static readonly string[] Facets = ["doel", "sector", "grootte", "kosten", "jaar"];

    [Fact]
    public async Task Every_count_of_the_practices_equals_a_scan_whatever_is_chosen()
    {
        var practices = All<Practice>("practice").Select(Values).ToList();
        var choices = Facets.ToDictionary(facet => facet, facet => practices.SelectMany(values => values[facet]).Distinct().Order(StringComparer.Ordinal).ToArray());
        var random = new Random(Seed);
        for (var round = 0; round < 60; round++)
        {
            var chosen = Facets.Where(facet => choices[facet].Length > 0 && random.Next(3) == 0)
                .ToDictionary(facet => facet, facet => Enumerable.Range(0, random.Next(1, 4)).Select(_ => choices[facet][random.Next(choices[facet].Length)]).Distinct().ToArray());
            var query = string.Join('&', chosen.SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={Uri.EscapeDataString(TextFolding.Slug(value, pair.Key == "doel"))}")));
            var page = await shared.Site.DocumentAsync("/praktijkvoorbeelden?" + query);

            Assert.True(practices.Count(values => Passes(values, chosen, null)) == Total(page), query);
            foreach (var facet in Facets)
            {
                var shown = (page.GetElementById("facet-" + facet)?.Closest(".d4-facet")?.QuerySelectorAll(".d4-facet__keuze") ?? Enumerable.Empty<IElement>())
                    .ToDictionary(Value, option => Number(option.QuerySelector(".d4-facet__aantal")!));

                // Of the 169 targets only those that were chosen are shown.
                foreach (var value in choices[facet].Where(value => !value.Contains('.', StringComparison.Ordinal) || chosen.GetValueOrDefault(facet)?.Contains(value) == true))
                {
                    var expected = practices.Count(values => values[facet].Contains(value) && Passes(values, chosen, but: facet));
                    Assert.True(expected == shown.GetValueOrDefault(value), $"?{query}: {facet} {value}, expected {expected}");
                }
            }
        }
    }

    [Theory]
    [InlineData("/praktijkvoorbeelden", "practice")]
    [InlineData("/organisaties", "organisation")]
    [InlineData("/agenda", "meeting")]
    [InlineData("/nieuws", "article")]
    [InlineData("/en/practices", "practice")]
    [InlineData("/de/organisationen", "organisation")]
    public async Task Paging_gives_every_item_once(string list, string alias)
    {
        var all = All<SitePage>(alias).Count;
        var seen = new List<string>();
        var next = list;
        while (next is not null)
        {
            var page = await shared.Site.DocumentAsync(next);
            Assert.Equal(all, Total(page));
            seen.AddRange(page.QuerySelectorAll("#gevonden").Single().Closest("section")!.QuerySelectorAll("h3 a[href]").Select(link => link.GetAttribute("href")!));
            next = page.QuerySelector(".d4-bladeren a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(all, seen.Count);
        Assert.Equal(all, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("?pagina=0")]
    [InlineData("?pagina=-1")]
    [InlineData("?pagina=abc")]
    [InlineData("?pagina=99999999999999999999")]
    [InlineData("?doel=99&sector=bestaat-niet&jaar=x&sorteer=zomaar")]
    [InlineData("?doel=&doel=&q=")]
    [InlineData("?q=%00%ff&doel=%zz")]
    public async Task What_cannot_be_meant_is_left_out(string query)
    {
        var plain = await shared.Site.DocumentAsync("/praktijkvoorbeelden");
        var page = await shared.Site.DocumentAsync("/praktijkvoorbeelden" + query);
        Assert.Empty(page.QuerySelectorAll(".d4-gekozen__filter"));
        Assert.True(Total(page) == Total(plain) || query.Contains("q=%00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last()
    {
        var page = await shared.Site.DocumentAsync("/praktijkvoorbeelden?pagina=999");
        Assert.Null(page.QuerySelector("a[rel=next]"));
        Assert.NotNull(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Words_in_a_list_are_looked_up_in_the_index_and_narrowed_down_by_facets()
    {
        var found = await shared.Site.DocumentAsync("/praktijkvoorbeelden?q=duurzame+ondernemers");
        var narrowed = await shared.Site.DocumentAsync("/praktijkvoorbeelden?q=duurzame+ondernemers&doel=12");
        Assert.InRange(Total(found), 1, All<Practice>("practice").Count - 1);
        Assert.InRange(Total(narrowed), 0, Total(found));
        Assert.Equal("beste eerst", found.QuerySelector("strong.d4-volgorde")!.TextContent);
    }

    [Fact]
    public async Task What_a_visitor_typed_is_shown_as_text()
    {
        var page = await shared.Site.DocumentAsync("/zoeken?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27");
        Assert.Contains("<script>alert(1)</script>\"'", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>\"'", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_figures_on_home_are_counted()
    {
        int[] counted = [All<Practice>("practice").Count, All<Organisation>("organisation").Count, All<Meeting>("meeting").Count];
        foreach (var home in new[] { "/", "/en", "/de" })
        {
            var shown = (await shared.Site.DocumentAsync(home)).QuerySelectorAll(".d4-cijfer dd").Select(Number).ToList();
            Assert.Equal(counted, shown.Take(3));
            var worked = All<Practice>("practice").Cast<SitePage>().Concat(All<Meeting>("meeting")).SelectMany(page => page.Contributions).Select(contribution => contribution.Target).Where(target => target is not null).Distinct();
            Assert.Equal(169 - worked.Count(), shown[3]);
        }
    }

    private static Dictionary<string, string[]> Values(Practice practice)
    {
        var from = practice.YearFrom ?? practice.YearTo;
        return new(StringComparer.Ordinal)
        {
            ["doel"] = [.. practice.Contributions.SelectMany(contribution => new[] { contribution.Goal.ToString(CultureInfo.InvariantCulture), contribution.Target?.ToString() }).OfType<string>().Distinct()],
            ["sector"] = [.. practice.Sectors],
            ["grootte"] = practice.CompanySize is { } size ? [size] : [],
            ["kosten"] = practice.CostClass is { } costs ? [costs] : [],
            ["jaar"] = from is { } first ? [.. Enumerable.Range(first, (practice.YearTo ?? first) - first + 1).Select(year => year.ToString(CultureInfo.InvariantCulture))] : [],
        };
    }

    private static bool Passes(Dictionary<string, string[]> values, Dictionary<string, string[]> chosen, string? but) =>
        chosen.All(pair => pair.Key == but || pair.Value.Intersect(values[pair.Key]).Any());

    private static string Value(IElement option)
    {
        var label = option.QuerySelector(":scope > span:not(.d4-facet__aantal)")!.TextContent;
        var goal = option.QuerySelector(":scope > b")?.TextContent;
        return goal is null ? label : label.StartsWith(goal + ".", StringComparison.Ordinal) ? label.Split(' ')[0] : goal;
    }

    private static int Total(IDocument page) => Number(page.GetElementById("gevonden")!) is >= 0 and var total ? total : 0;

    /// <summary>The number that a text begins with; none counts as nothing.</summary>
    private static int Number(IElement element) =>
        int.TryParse(string.Concat(element.TextContent.Trim().TakeWhile(character => char.IsDigit(character) || character is '.' or ',')).Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private List<T> All<T>(string alias)
        where T : SitePage
    {
        using var context = shared.Site.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        var type = shared.Site.Get<IPublishedContentTypeCache>().Get(Umbraco.Cms.Core.Models.PublishedContent.PublishedItemType.Content, alias);
        return [.. shared.Site.Get<IDocumentCacheService>().GetByContentType(type).OfType<T>()];
    }
}
