using System.Globalization;
using System.Text;
using System.Xml;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Feeds;

/// <param name="Title">Of the feed.</param>
/// <param name="Self">Its own address, with host.</param>
/// <param name="Page">The page that shows the same, with host.</param>
internal sealed record AtomHead(string Title, string Self, string Page);

/// <summary>Pages as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 50;

    /// <summary>News and practices, newest first.</summary>
    public static byte[] Write(FeedSource source, string language)
    {
        var culture = FeedSource.CultureOf(language);
        var items = source.Community.Sorted(ItemKind.Article, ItemOrder.Newest, culture)
            .Concat(source.Community.Sorted(ItemKind.Practice, ItemOrder.Newest, culture))
            .Where(item => item.Has(culture) && !item.IsHidden && !item.IsDemo)
            .OrderByDescending(Published)
            .Take(MostEntries)
            .ToList();
        var news = source.Community.Section(ItemKind.News);
        return Write(
            source,
            language,
            new AtomHead(SiteTexts.In(culture)["feed.title"], source.Origin + SiteLinks.FeedPath(language, "feed.atom"), news is null ? source.Origin : source.AnyUrl(news, culture)),
            items);
    }

    /// <summary>These items, in this order.</summary>
    public static byte[] Write(FeedSource source, string language, AtomHead head, IReadOnlyList<CommunityItem> items)
    {
        var culture = FeedSource.CultureOf(language);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, language);
            xml.WriteElementString("id", Namespace, head.Self);
            xml.WriteElementString("title", Namespace, head.Title);
            xml.WriteElementString("updated", Namespace, Moment(items.Count == 0 ? source.Now : items.Max(item => new DateTimeOffset(item.Updated.ToUniversalTime()))));
            Link(xml, "self", head.Self, "application/atom+xml");
            Link(xml, "alternate", head.Page, "text/html");
            foreach (var item in items)
            {
                Entry(xml, item, culture, source.AnyUrl(item, culture));
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Entry(XmlWriter xml, CommunityItem item, string culture, string url)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, $"urn:uuid:{item.Key}");
        xml.WriteElementString("title", Namespace, item.Title(culture).Text);
        xml.WriteElementString("updated", Namespace, Moment(new DateTimeOffset(item.Updated.ToUniversalTime())));
        if (item.When.Start is { } published)
        {
            xml.WriteElementString("published", Namespace, Moment(published));
        }

        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, Site.Data.SiteData.SiteName);
        xml.WriteEndElement();
        Link(xml, "alternate", url, "text/html");
        foreach (var goal in item.Goals)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", string.Create(CultureInfo.InvariantCulture, $"http://metadata.un.org/sdg/{goal.Number}"));
            xml.WriteEndElement();
        }

        xml.WriteElementString("summary", Namespace, item.Summary(culture).Text);
        xml.WriteEndElement();
    }

    private static DateTimeOffset Published(CommunityItem item) => item.When.Start ?? new DateTimeOffset(item.Updated.ToUniversalTime());

    private static void Link(XmlWriter xml, string relation, string url, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
