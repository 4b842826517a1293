using System.Text;
using System.Xml;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Feeds;

/// <summary>sitemap.xml with each page's other languages, and robots.txt that points to it.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The protocol's own limit for one file.</summary>
    private const int MostUrls = 50_000;

    public static void MapSitemap(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sitemap.xml", (FeedSource source) => Results.Bytes(Write(source), "application/xml; charset=utf-8"));
        endpoints.MapGet("/robots.txt", (FeedSource source) => Results.Text($"User-agent: *\nDisallow: /umbraco\nDisallow: /jury\n\nSitemap: {source.Origin}/sitemap.xml\n"));
    }

    private static byte[] Write(FeedSource source)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var (item, urls, url) in Pages(source).Take(MostUrls))
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, url);
                xml.WriteElementString("lastmod", Namespace, item.Updated.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                foreach (var (culture, alternate) in urls.Count > 1 ? urls : [])
                {
                    xml.WriteStartElement("link", Xhtml);
                    xml.WriteAttributeString("rel", "alternate");
                    xml.WriteAttributeString("hreflang", LocalisedText.LanguageOf(culture));
                    xml.WriteAttributeString("href", alternate);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static IEnumerable<(CommunityItem Item, List<(string Culture, string Url)> Urls, string Url)> Pages(FeedSource source)
    {
        foreach (var item in source.Community.Items.Values.Where(item => !item.IsHidden && !item.IsDemo).OrderBy(item => item.Path.Length).ThenBy(item => item.Kind).ThenBy(item => item.SortOrder))
        {
            var urls = SiteLinks.Cultures
                .Where(item.Has)
                .Select(culture => (culture, url: source.Url(item, culture)!))
                .Where(pair => pair.url is not null)
                .ToList();
            foreach (var (_, url) in urls)
            {
                yield return (item, urls, url);
            }
        }
    }
}
