using System.Net;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>The site as it is in the world: behind a proxy that ends TLS, with an address of its own. Issue 2.</summary>
public sealed class BehindProxyTests(BehindProxyTests.Proxied proxied) : IClassFixture<BehindProxyTests.Proxied>
{
    private const string Address = "https://deventer4globalgoals.example";
    private const string Asked = "anders.example";

    [Theory]
    [InlineData("/")]
    [InlineData("/doelen")]
    [InlineData("/feed.atom")]
    [InlineData("/api/v1/goals")]
    [InlineData("/css/tokens.css")]
    [InlineData("/bestaat-niet")]
    public async Task Strict_transport_is_said_over_tls_also_by_a_kept_answer(string path)
    {
        for (var round = 0; round < 2; round++)
        {
            using var answer = await AskAsync(path);
            Assert.Equal("max-age=63072000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        }
    }

    [Theory]
    [InlineData("/doelen/12-verantwoord-verbruik", $"<link rel=\"canonical\" href=\"{Address}/doelen/12-verantwoord-verbruik\"")]
    [InlineData("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep", $"\"url\":\"{Address}/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep\"")]
    [InlineData("/sitemap.xml", $"<loc>{Address}/doelen</loc>")]
    [InlineData("/robots.txt", $"Sitemap: {Address}/sitemap.xml")]
    [InlineData("/feed.atom", $"{Address}/feed.atom")]
    [InlineData("/agenda.ics", $"URL:{Address}/agenda/")]
    [InlineData("/.well-known/security.txt", $"Canonical: {Address}/.well-known/security.txt")]
    [InlineData("/api/v1/practices", $"\"{Address}/api/v1/")]
    [InlineData("/api/v1/catalogue", $"{Address}/api/v1")]
    public async Task What_is_named_in_full_has_the_sites_own_address_and_not_the_one_that_was_asked_for(string path, string expected)
    {
        using var answer = await AskAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = Asked;
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await proxied.Site.Http.SendAsync(request);
    }

    public sealed class Proxied : IAsyncLifetime
    {
        public CommunitySite Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await CommunitySite.StartAsync(
            null,
            ("ForwardedHeaders_Enabled", "true"),
            ("Umbraco:CMS:WebRouting:UmbracoApplicationUrl", Address + "/"));

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
