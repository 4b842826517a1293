using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What holds for every page that a visitor can reach.</summary>
[Collection(ReadsOnly.Name)]
public partial class WholeSiteTests(SharedSite shared)
{
    private static readonly string[] Languages = ["de", "en", "nl"];

    private static readonly string[] Loading = ["src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping"];

    [Fact]
    public async Task Every_link_on_the_site_leads_to_a_page()
    {
        var pages = await shared.PagesAsync();

        Assert.Empty(pages.Where(page => page.Status != HttpStatusCode.OK)
            .Select(page => $"{page.Path} {(int)page.Status}, linked from {pages.First(other => other.Links.Contains(page.Path)).Path}"));
        Assert.True(pages.Count > 300, $"Only {pages.Count} pages can be reached.");
    }

    [Fact]
    public async Task Every_page_in_the_sitemap_can_be_reached_by_links()
    {
        var map = System.Xml.Linq.XDocument.Parse(await shared.Site.TextAsync("/sitemap.xml"));
        var inMap = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).AbsolutePath).ToList();
        var reached = (await shared.PagesAsync()).Select(page => page.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(inMap.Count, inMap.Distinct().Count());
        Assert.All(inMap, path => Assert.Contains(path, reached));
    }

    [Fact]
    public async Task Every_link_to_a_place_on_a_page_finds_it()
    {
        foreach (var page in await shared.PagesAsync())
        {
            foreach (var link in page.Document.QuerySelectorAll("a[href^='#']"))
            {
                Assert.True(page.Document.GetElementById(link.GetAttribute("href")![1..]) is not null, $"{page.Path}: {link.GetAttribute("href")}");
            }

            var twice = page.Document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key);
            Assert.True(!twice.Any(), $"{page.Path}: id twice: {string.Join(", ", twice)}");
        }
    }

    [Fact]
    public async Task No_page_loads_anything_from_elsewhere()
    {
        foreach (var page in await shared.PagesAsync())
        {
            var loaded = page.Document.QuerySelectorAll("*").SelectMany(element => element.Attributes)
                .Where(attribute => Loading.Contains(attribute.Name))
                .SelectMany(attribute => attribute.Name == "srcset" ? attribute.Value.Split(',', StringSplitOptions.TrimEntries) : [attribute.Value])
                .Concat(page.Document.QuerySelectorAll("link:not([rel=canonical]):not([rel=alternate])").Select(link => link.GetAttribute("href") ?? string.Empty))
                .Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal));
            Assert.True(!loaded.Any(), $"{page.Path}: {string.Join(", ", loaded)}");
        }
    }

    [Fact]
    public async Task Stylesheets_load_nothing_from_elsewhere_and_what_they_load_is_there()
    {
        var home = await shared.Site.DocumentAsync("/");
        var styles = home.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var style in styles)
        {
            var css = CssComment().Replace(await shared.Site.TextAsync(style), string.Empty);
            Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
            foreach (var url in CssUrl().Matches(css).Select(match => match.Groups[1].Value.Trim('"', '\'')))
            {
                var target = new Uri(new Uri(shared.Site.Origin + style), url);
                Assert.True(target.GetLeftPart(UriPartial.Authority) == shared.Site.Origin, $"{style}: {url}");
                using var answer = await shared.Site.Http.GetAsync(target);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{style}: {url}");
            }
        }
    }

    [Fact]
    public async Task No_page_has_anything_inline_that_the_policy_blocks()
    {
        foreach (var page in await shared.PagesAsync())
        {
            Assert.True(page.Document.QuerySelector("style, [style], base, script:not([src]):not([type='application/ld+json'])") is null, page.Path);
            var handlers = page.Document.QuerySelectorAll("*").SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
            Assert.True(!handlers.Any(), $"{page.Path}: {string.Join(", ", handlers.Select(attribute => attribute.Name))}");
        }
    }

    [Fact]
    public async Task Every_page_says_its_language_title_and_address()
    {
        foreach (var page in await shared.PagesAsync())
        {
            var document = page.Document;
            Assert.True(document.DocumentElement.GetAttribute("lang") == page.Language, page.Path);
            Assert.True(!string.IsNullOrWhiteSpace(document.Title), page.Path);
            Assert.True(document.QuerySelectorAll("h1").Length == 1, page.Path);
            Assert.True(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") == shared.Site.Origin + page.Path, page.Path);
            Assert.True(document.QuerySelectorAll("img:not([alt])").Length == 0, page.Path);
            Assert.True(document.QuerySelector("main#inhoud") is not null, page.Path);
        }
    }

    [Fact]
    public async Task A_page_and_its_other_languages_point_to_one_another()
    {
        var pages = (await shared.PagesAsync()).ToDictionary(page => page.Path, page => Alternates(page), StringComparer.Ordinal);
        foreach (var (path, alternates) in pages)
        {
            Assert.True(alternates.ContainsValue(path), $"{path} doesn't name itself.");
            foreach (var (language, other) in alternates)
            {
                Assert.True(pages.TryGetValue(other, out var back) && back.OrderBy(pair => pair.Key).SequenceEqual(alternates.OrderBy(pair => pair.Key)), $"{path} -> {language} {other}");
            }
        }
    }

    [Fact]
    public async Task The_language_switch_leads_to_the_same_page_or_else_to_that_languages_home()
    {
        foreach (var page in await shared.PagesAsync())
        {
            var alternates = Alternates(page);
            var links = page.Document.QuerySelectorAll(".d4-talen a").ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href")!);
            Assert.True(links.Keys.Order().SequenceEqual(Languages.Where(language => language != page.Language)), page.Path);
            foreach (var (language, url) in links)
            {
                Assert.True(url == alternates.GetValueOrDefault(language, language == "nl" ? "/" : $"/{language}"), $"{page.Path}: {language} {url}");
            }
        }
    }

    [Fact]
    public async Task Links_to_pages_in_another_language_say_so()
    {
        foreach (var page in (await shared.PagesAsync()).Where(page => page.Language != "nl"))
        {
            var unmarked = page.Document.QuerySelectorAll("main a[href^='/']")
                .Where(link => LanguageOf(link.GetAttribute("href")!) is { } language && language != page.Language
                    && link.GetAttribute("hreflang") != language && link.Closest("[lang]")?.GetAttribute("lang") != language && link.QuerySelector("[lang]")?.GetAttribute("lang") != language);
            Assert.True(!unmarked.Any(), $"{page.Path}: {string.Join(", ", unmarked.Select(link => link.GetAttribute("href")))}");
        }
    }

    [Fact]
    public async Task Dutch_texts_on_pages_in_other_languages_are_marked()
    {
        var pages = await shared.PagesAsync();
        var dutch = pages.Where(page => page.Language == "nl").ToDictionary(page => page.Path, page => page.Document.QuerySelector("h1")!.TextContent.Trim(), StringComparer.Ordinal);
        foreach (var page in pages.Where(page => page.Language != "nl"))
        {
            foreach (var link in page.Document.QuerySelectorAll("main h3 a[href]").Where(link => dutch.ContainsKey(link.GetAttribute("href")!)))
            {
                Assert.True(
                    link.QuerySelector("[lang]")?.GetAttribute("lang") == "nl" || link.Closest("[lang]")?.GetAttribute("lang") == "nl",
                    $"{page.Path}: {link.TextContent}");
            }
        }
    }

    private static Dictionary<string, string> Alternates(CrawledPage page) => page.Document.QuerySelectorAll("link[rel=alternate][hreflang]")
        .ToDictionary(link => link.GetAttribute("hreflang")!, link => new Uri(link.GetAttribute("href")!).AbsolutePath);

    // Files have no language, and data is in the one that is asked for.
    private static string? LanguageOf(string path) => path.Contains('.', StringComparison.Ordinal) || path.StartsWith("/api/", StringComparison.Ordinal) ? null
        : path == "/en" || path.StartsWith("/en/", StringComparison.Ordinal) ? "en" : path == "/de" || path.StartsWith("/de/", StringComparison.Ordinal) ? "de" : "nl";

    [GeneratedRegex(@"url\(([^)]*)\)")]
    private static partial Regex CssUrl();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CssComment();
}
