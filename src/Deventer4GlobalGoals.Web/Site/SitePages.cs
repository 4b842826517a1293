using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Microsoft.AspNetCore.Html;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>What views of more than one document type work out alike.</summary>
public static class SitePages
{
    private const int LongestDescription = 160;

    /// <summary>The head of a page: what the editor wrote for search engines, or else its name and summary.</summary>
    public static PageHead HeadFor(this SiteView site, SitePage page, PageText summary) => new(
        page.SeoTitle(site.Culture) is { IsEmpty: false } title ? title.Text : page.Title(site.Culture).Text,
        Shortened(page.SeoDescription(site.Culture) is { IsEmpty: false } description ? description.Text : summary.Text))
    {
        IsHidden = page.HideFromSearchEngines || page.IsDemo,
        Image = site.Picture(page)?.Shared,
    };

    /// <summary>Where somebody goes who wants to take part: the page about us.</summary>
    public static string JoinUrl(this SiteView site) =>
        site.Community.Section(ItemKind.Home) is { } home && site.Community.Children(home.Key, ItemKind.Page).FirstOrDefault() is { } about
            ? site.Url(about)
            : "/";

    /// <summary>The prizes that a practice or an organisation won.</summary>
    public static IReadOnlyList<CommunityItem> PrizesOf(this CommunitySnapshot community, SiteView site, Guid key) =>
        [.. community.Sorted(ItemKind.PrizeEdition, ItemOrder.Newest, site.Culture)
            .Where(item => site.Content<PrizeEdition>(item.Key) is { } edition
                && (edition.Winner?.Key == key || edition.PracticesOfTheYear.Any(practice => practice.Key == key)))];

    /// <summary>The title with its number of goals ("17 doelen") in the colour of the city.</summary>
    public static IHtmlContent Emphasised(this SiteView _, string title)
    {
        var at = title.IndexOf("17 ", StringComparison.Ordinal);
        return at < 0
            ? new HtmlContentBuilder().Append(title)
            : new HtmlContentBuilder().Append(title[..at]).AppendHtml("<em>").Append($"17\u00a0{title[(at + 3)..]}").AppendHtml("</em>");
    }

    /// <summary>At most as long as search engines show, and cut between words.</summary>
    private static string Shortened(string text)
    {
        if (text.Length <= LongestDescription)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', LongestDescription);
        return $"{text[..(space > 0 ? space : LongestDescription)]}…";
    }
}
