using System.Globalization;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>Signed links for who shares a practice without an account.</summary>
public sealed class SubmissionLinks(SealedTexts texts)
{
    /// <summary>How long a link holds after it was mailed: as long as what it is about is kept.</summary>
    public static readonly TimeSpan Holds = Reviews.Kept;

    private const string Purpose = "Deventer4GlobalGoals.Submission";

    /// <summary>The form's path, in each language.</summary>
    public static IReadOnlyDictionary<string, string> Addresses { get; } = SiteLinks.Cultures.ToDictionary(culture => culture, FormPath);

    public static string FormPath(string culture) => SiteLinks.FeedPath(Goals.LocalisedText.LanguageOf(culture), "praktijkvoorbeeld-delen");

    /// <summary>The path of the page that a link leads to.</summary>
    public static string Path(string culture, string token) => $"{FormPath(culture)}/{token}";

    public string Make(Guid key) => texts.SealFor(Purpose, key.ToString("N", CultureInfo.InvariantCulture), Holds);

    /// <summary>Null when it isn't one of ours, or is too old.</summary>
    public Guid? Read(string? token) => Guid.TryParseExact(texts.OpenInTime(Purpose, token), "N", out var key) ? key : null;
}

/// <summary>What people hear of what they sent, in their language. Each mail is sent once.</summary>
public sealed class ReviewMails(SiteOrigin origin, SubmissionLinks links)
{
    /// <summary>To go on with a draft, or to confirm the address.</summary>
    public OutgoingMail Link(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Make(row, row.State == ReviewState.Draft ? "saved" : "confirm", Page(row), null, string.Empty);
    }

    /// <summary>It waits for an editor now.</summary>
    public OutgoingMail Received(ReviewRow row, ReviewStepRow step) => Make(row, "received", Page(row), step, Once(step));

    /// <summary>What an editor decided.</summary>
    /// <param name="row">Of what.</param>
    /// <param name="step">"returned", "accepted" or "rejected".</param>
    /// <param name="path">Where it is on the site; null when it isn't.</param>
    public OutgoingMail Decided(ReviewRow row, ReviewStepRow step, string? path)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(step);
        return Make(row, step.Kind, path is null ? Page(row) : origin.Current + path, step, Once(step));
    }

    private static string Once(ReviewStepRow step) => string.Create(CultureInfo.InvariantCulture, $"/{step.At.UtcTicks}");

    /// <summary>Where who sent it goes on: by a link that needs no account, or at the desk.</summary>
    private string Page(ReviewRow row) =>
        origin.Current + (row.AccountId is null ? SubmissionLinks.Path(row.Culture, links.Make(row.Key)) : $"/umbraco/items/{row.Item}");

    private static OutgoingMail Make(ReviewRow row, string kind, string link, ReviewStepRow? step, string once)
    {
        ArgumentNullException.ThrowIfNull(row);
        var texts = SiteTexts.In(row.Culture);
        var name = row.Name.Length > 0 ? row.Name : row.Email;
        var title = row.Title.Length > 0 ? row.Title : texts["share.untitled"];
        return new OutgoingMail($"review/{row.Key:N}/{kind}{once}", row.Email, texts.Format($"share.{kind}Subject", title), texts.Format($"share.{kind}Mail", name, title, link, step?.Note));
    }
}
