using System.Net;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What every answer carries, whatever it is.</summary>
[Collection(ReadsOnly.Name)]
public class HeaderTests(SharedSite shared)
{
    /// <summary>The directives that internet.nl asks to be named, and what they may hold here.</summary>
    private static readonly string[] Named = ["default-src", "base-uri", "form-action", "frame-ancestors", "object-src"];

    private static readonly string[] Narrow = ["'none'", "'self'"];

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/praktijkvoorbeelden?doel=12", 200)]
    [InlineData("/doelen/", 301)]
    [InlineData("/bestaat-niet", 404)]
    [InlineData("/css/tokens.css", 200)]
    [InlineData("/img/beeldmerk.svg", 200)]
    [InlineData("/css/bestaat-niet.css", 404)]
    [InlineData("/feed.atom", 200)]
    [InlineData("/agenda.ics", 200)]
    [InlineData("/sitemap.xml", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/umbraco/delivery/api/v2/content/item/doelen", 200)]
    [InlineData("/umbraco/delivery/api/v2/content/item/bestaat-niet", 404)]
    [InlineData("/media/bestaat-niet.jpg", 404)]
    public async Task Every_kind_of_answer_has_them(string url, int status)
    {
        using var answer = await shared.Site.Http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        AssertSafe(answer);
    }

    [Fact]
    public async Task A_page_from_the_cache_has_them_too()
    {
        using var first = await shared.Site.Http.GetAsync(new Uri("/over-ons", UriKind.Relative));
        using var second = await shared.Site.Http.GetAsync(new Uri("/over-ons", UriKind.Relative));
        AssertSafe(second);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Strict_transport_is_said_over_tls_only()
    {
        using var plain = await shared.Site.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_address_with_a_version_is_kept_for_good()
    {
        var page = await shared.Site.DocumentAsync("/");
        var style = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).First(href => href.Contains("?v=", StringComparison.Ordinal));
        using var answer = await shared.Site.Http.GetAsync(new Uri(style, UriKind.Relative));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString().Replace("immutable", string.Empty, StringComparison.Ordinal).TrimEnd(',', ' ') + ", immutable");
    }

    internal static void AssertSafe(HttpResponseMessage answer)
    {
        var policy = Header(answer, "Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1..]);
        Assert.All(Named, directive => Assert.Contains(directive, policy.Keys));
        Assert.All(policy.Values.SelectMany(sources => sources), source => Assert.Contains(source, Narrow));
        Assert.Equal(["'none'"], policy["object-src"]);
        Assert.Equal(["'none'"], policy["base-uri"]);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : throw new Xunit.Sdk.XunitException($"{answer.RequestMessage!.RequestUri} has no {name}.");
}

/// <summary>The page for when the site itself fails.</summary>
public class ServerErrorTests
{
    [Fact]
    public async Task A_failure_gets_the_sites_500_with_all_headers_and_tells_nothing_of_the_cause()
    {
        await using var site = await CommunitySite.StartAsync(services => services.AddScoped<SiteView>(_ => throw new InvalidOperationException("the secret cause")));
        using var answer = await site.Http.GetAsync(new Uri("/", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("<h1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret cause", text, StringComparison.Ordinal);
        HeaderTests.AssertSafe(answer);
    }
}
