using System.Globalization;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>Which practice a link is about, and to whom it was mailed.</summary>
public sealed record FreshnessLink(Guid Practice, string Email);

/// <summary>Signed links for who knows whether a practice is still so.</summary>
public sealed class FreshnessLinks(SealedTexts texts)
{
    /// <summary>How long a link holds: until the next mail.</summary>
    public static readonly TimeSpan Holds = FreshnessRounds.Between;

    private const string Purpose = "Deventer4GlobalGoals.Freshness";

    public string Make(FreshnessLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return texts.SealFor(Purpose, string.Create(CultureInfo.InvariantCulture, $"{link.Practice:N} {link.Email}"), Holds);
    }

    /// <summary>Null when it isn't one of ours, or is too old.</summary>
    public FreshnessLink? Read(string? token) =>
        texts.OpenInTime(Purpose, token)?.Split(' ') is [var key, var email] ? new FreshnessLink(Guid.ParseExact(key, "N"), email) : null;

    /// <summary>The path of the page with the button.</summary>
    public static string Path(string culture, string token) => SiteLinks.FeedPath(Goals.LocalisedText.LanguageOf(culture), $"praktijkvoorbeeld-actueel/{token}");
}

/// <summary>The yearly question to who owns a practice.</summary>
public sealed class FreshnessMails(SiteOrigin origin, FreshnessLinks links)
{
    /// <param name="link">To whom, about what.</param>
    /// <param name="name">Of who gets it; the title of the practice where that isn't known.</param>
    /// <param name="title">Of the practice.</param>
    /// <param name="culture">Of the mail.</param>
    /// <param name="at">Makes it another mail than that of a year before.</param>
    public OutgoingMail Ask(FreshnessLink link, string? name, string title, string culture, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(link);
        var texts = SiteTexts.In(culture);
        return new OutgoingMail(
            string.Create(CultureInfo.InvariantCulture, $"fresh/{link.Practice:N}/{at.UtcTicks}"),
            link.Email,
            texts.Format("fresh.askSubject", title),
            texts.Format("fresh.askMail", string.IsNullOrWhiteSpace(name) ? link.Email : name, title, origin.Current + FreshnessLinks.Path(culture, links.Make(link))));
    }
}
