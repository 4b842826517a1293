using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Feeds, calendars and the files for machines, against the rules of their formats.</summary>
[Collection(ReadsOnly.Name)]
public class FeedTests(SharedSite shared)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("/feed.atom", "nl")]
    [InlineData("/en/feed.atom", "en")]
    [InlineData("/de/feed.atom", "de")]
    public async Task The_feed_has_what_rfc_4287_asks(string url, string language)
    {
        var feed = XDocument.Parse(await shared.Site.TextAsync(url)).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(shared.Site.Origin + url, Assert.Single(feed.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.All(new[] { feed }.Concat(feed.Elements(Atom + "entry")), part =>
        {
            Assert.True(Uri.TryCreate(Assert.Single(part.Elements(Atom + "id")).Value, UriKind.Absolute, out _));
            Assert.NotEmpty(Assert.Single(part.Elements(Atom + "title")).Value);
            Assert.True(DateTimeOffset.TryParseExact(Assert.Single(part.Elements(Atom + "updated")).Value, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        });
        Assert.All(feed.Elements(Atom + "entry"), entry =>
        {
            Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.Single(entry.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
        });
        var ids = feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(language != "nl" || ids.Count > 10);
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/en/feed.atom")]
    public async Task What_the_feed_links_to_is_there(string url)
    {
        var feed = XDocument.Parse(await shared.Site.TextAsync(url));
        foreach (var href in feed.Descendants(Atom + "link").Select(link => link.Attribute("href")!.Value))
        {
            using var answer = await shared.Site.Http.GetAsync(new Uri(href));
            Assert.True(answer.IsSuccessStatusCode, href);
        }
    }

    [Fact]
    public async Task The_sitemap_lists_pages_that_are_there_with_their_other_languages()
    {
        var map = XDocument.Parse(await shared.Site.TextAsync("/sitemap.xml")).Root!;

        Assert.Equal(Map + "urlset", map.Name);
        Assert.True(map.Elements(Map + "url").Count() > 200);
        foreach (var url in map.Elements(Map + "url"))
        {
            var address = url.Element(Map + "loc")!.Value;
            Assert.StartsWith(shared.Site.Origin + "/", address, StringComparison.Ordinal);
            Assert.Matches(@"^\d{4}-\d\d-\d\d$", url.Element(Map + "lastmod")!.Value);
            var others = url.Elements(XName.Get("link", "http://www.w3.org/1999/xhtml")).Select(link => link.Attribute("href")!.Value).ToList();
            Assert.True(others.Count == 0 || others.Contains(address), address);
        }
    }

    [Fact]
    public async Task Robots_are_shown_the_sitemap_and_kept_from_the_desk()
    {
        var lines = (await shared.Site.TextAsync("/robots.txt")).Split('\n');
        Assert.Contains("User-agent: *", lines);
        Assert.Contains("Disallow: /umbraco", lines);
        Assert.Contains($"Sitemap: {shared.Site.Origin}/sitemap.xml", lines);
    }

    [Fact]
    public async Task Security_txt_names_a_contact_that_is_there_and_expires_within_a_year()
    {
        var fields = (await shared.Site.TextAsync("/.well-known/security.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0], parts => parts[1]);
        var now = TimeProvider.System.GetUtcNow();

        Assert.InRange(DateTimeOffset.Parse(Assert.Single(fields["Expires"]), CultureInfo.InvariantCulture), now, now.AddYears(1));
        using var contact = await shared.Site.Http.GetAsync(new Uri(Assert.Single(fields["Contact"])));
        Assert.True(contact.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("/agenda.ics")]
    [InlineData("/en/agenda.ics")]
    [InlineData("/de/agenda.ics")]
    public async Task The_calendar_keeps_to_rfc_5545(string url)
    {
        var text = await shared.Site.TextAsync(url);

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = Unfold(text);
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines[..2]);
        Assert.Equal(1, lines.Count(line => line.StartsWith("PRODID:", StringComparison.Ordinal)));
        var events = Events(lines);
        Assert.NotEmpty(events);
        Assert.Equal(events.Count, events.Select(properties => properties["UID"]).Distinct().Count());
        Assert.All(events, properties =>
        {
            Assert.Matches(@"^\d{8}T\d{6}Z$", properties["DTSTAMP"]);
            var start = properties.Keys.Single(key => key.StartsWith("DTSTART", StringComparison.Ordinal));
            Assert.Matches(start == "DTSTART" ? @"^\d{8}T\d{6}Z$" : @"^\d{8}$", properties[start]);
            Assert.Matches(@"^([^\\;,]|\\[\\;,nN])+$", properties["SUMMARY"]);
            Assert.Matches(@"^([^\\;,]|\\[\\;,nN])*$", properties.GetValueOrDefault("DESCRIPTION", string.Empty));
        });
    }

    [Fact]
    public async Task Every_meeting_with_a_date_has_its_own_calendar_file()
    {
        var all = Events(Unfold(await shared.Site.TextAsync("/agenda.ics"))).ToDictionary(properties => properties["UID"]);
        foreach (var entry in all.Values)
        {
            var own = Assert.Single(Events(Unfold(await shared.Site.TextAsync(new Uri(entry["URL"]).AbsolutePath + ".ics"))));
            Assert.Equal(entry["UID"], own["UID"]);
            Assert.Equal(entry["SUMMARY"], own["SUMMARY"]);
        }
    }

    [Theory]
    [InlineData("/agenda/bestaat-niet.ics")]
    [InlineData("/fr/agenda.ics")]
    [InlineData("/xx/feed.atom")]
    public async Task A_feed_of_nothing_is_not_there(string url) => Assert.Equal(404, (int)(await shared.Site.PageAsync(url)).Status);

    private static string[] Unfold(string text) => text.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static List<Dictionary<string, string>> Events(string[] lines)
    {
        var events = new List<Dictionary<string, string>>();
        foreach (var parts in lines.Select(line => line.Split(':', 2)))
        {
            if (parts is ["BEGIN", "VEVENT"])
            {
                events.Add(new Dictionary<string, string>(StringComparer.Ordinal));
            }
            else if (events.Count > 0 && parts[0] != "END")
            {
                events[^1].Add(parts[0], parts[1]);
            }
        }

        return events;
    }
}
