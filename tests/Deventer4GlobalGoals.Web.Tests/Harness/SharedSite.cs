using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>One site for all tests that only read.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    private Task<IReadOnlyList<CrawledPage>>? _pages;

    public CommunitySite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await CommunitySite.StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>Every page that a visitor can reach from the home pages by links without a query; read once for all tests.</summary>
    public Task<IReadOnlyList<CrawledPage>> PagesAsync() => _pages ??= Crawl.PagesAsync(Site);
}

/// <summary>Test classes in this collection share one <see cref="SharedSite"/> and leave it as it is.</summary>
[CollectionDefinition(Name)]
public sealed class ReadsOnly : ICollectionFixture<SharedSite>
{
    public const string Name = "reads only";
}

/// <summary>A page as a visitor got it.</summary>
public sealed record CrawledPage(string Path, HttpStatusCode Status, IDocument Document)
{
    public string Language => Path == "/en" || Path.StartsWith("/en/", StringComparison.Ordinal) ? "en"
        : Path == "/de" || Path.StartsWith("/de/", StringComparison.Ordinal) ? "de" : "nl";

    /// <summary>Paths on this site that the page links to, without query and fragment.</summary>
    public IEnumerable<string> Links => Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)
        .Where(href => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal))
        .Select(href => href.Split('?', '#')[0]);
}

/// <summary>Gets pages the way a visitor does.</summary>
public static class Crawl
{
    public static async Task<IDocument> DocumentAsync(this CommunitySite site, string path)
    {
        var (status, page) = await site.PageAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    public static async Task<(HttpStatusCode Status, IDocument Document)> PageAsync(this CommunitySite site, string path)
    {
        using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, await new HtmlParser().ParseDocumentAsync(text));
    }

    public static async Task<string> TextAsync(this CommunitySite site, string path)
    {
        using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    internal static async Task<IReadOnlyList<CrawledPage>> PagesAsync(CommunitySite site)
    {
        var pages = new List<CrawledPage>();
        var waiting = new Queue<string>(["/", "/en", "/de"]);
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = new CrawledPage(path.Split('?')[0], answer.StatusCode, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
            if (page.Path == path)
            {
                pages.Add(page);
            }

            // Further pages of a list are walked through for what they link to; they are the same page.
            var further = page.Document.QuerySelectorAll(".d4-bladeren a[rel=next]").Select(link => link.GetAttribute("href")!);
            foreach (var link in page.Links.Concat(further).Where(seen.Add))
            {
                waiting.Enqueue(link);
            }
        }

        return pages;
    }
}
