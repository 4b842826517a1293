using System.Net;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>The page for people about the open data.</summary>
[Collection(ReadsOnly.Name)]
public class OpenDataPageTests(SharedSite shared)
{
    [Theory]
    [InlineData("/", "/open-data", "nl", "Noem daarbij Deventer4GlobalGoals als bron.")]
    [InlineData("/en", "/en/open-data", "en", "Please name Deventer4GlobalGoals as the source.")]
    [InlineData("/de", "/de/open-data", "de", "Nennen Sie dabei Deventer4GlobalGoals als Quelle.")]
    public async Task It_is_linked_from_every_page_and_says_what_there_is_and_on_which_terms(string home, string path, string language, string terms)
    {
        Assert.NotNull((await shared.Site.DocumentAsync(home)).QuerySelector($"footer a[href='{path}']"));
        var page = await shared.Site.DocumentAsync(path);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(shared.Site.Origin + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(7, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("CC BY 4.0", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(terms, page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/de/open-data", "/en/open-data", "/open-data"], page.QuerySelectorAll("header a[hreflang]").Select(link => link.GetAttribute("href")!).Append(path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Everything_that_it_links_to_is_there()
    {
        var page = await shared.Site.DocumentAsync("/open-data");
        var links = page.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.InRange(links.Count, 20, 100);
        foreach (var link in links)
        {
            using var answer = await shared.Site.Http.GetAsync(new Uri(link, UriKind.Relative));
            Assert.Equal((link, HttpStatusCode.OK), (link, answer.StatusCode));
        }
    }
}
