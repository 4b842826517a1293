using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Web.Content;

[PublishedModel("meeting")]
public class Meeting(IPublishedContent content, IPublishedValueFallback fallback) : PlacedPage(content, fallback)
{
    public string? Kind => Choice("kind");

    public DateTimeOffset? Start => Get<DateTimeOffset?>("start");

    public DateTimeOffset? End => Get<DateTimeOffset?>("end");

    /// <summary>Only the date of <see cref="Start"/> is known, not its time.</summary>
    public bool IsTimeUnknown => Flag("timeUnknown");

    public int? Year => Get<int?>("year");

    /// <summary>What is known when there is no exact date: "voorjaar 2019".</summary>
    public PageText Period(string culture) => Text("period", culture);

    public bool IsOnline => Flag("online");

    public string? OnlineUrl => Plain("onlineUrl");

    /// <summary>Where to take part; null when the editor gave no address of a web page.</summary>
    public Uri? OnlineLink => Uri.TryCreate(OnlineUrl, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) ? link : null;

    public IReadOnlyList<Organisation> Organisers => Picked<Organisation>("organisers");

    public IReadOnlyList<Guid> OrganiserKeys => PickedKeys("organisers");

    public IReadOnlyList<ProgrammeItem> Programme => Blocks<ProgrammeItem>("programme");

    public IReadOnlyList<Speaker> Speakers => Blocks<Speaker>("speakers");

    public PageHtml Body(string culture) => Html("body", culture);

    public bool IsRegistrationOpen => Flag("registrationOpen");

    public int? Capacity => Get<int?>("capacity");

    public DateTimeOffset? RegistrationDeadline => Get<DateTimeOffset?>("registrationDeadline");

    public string? Status => Choice("status");

    public int? Attendance => Get<int?>("attendance");

    public PageHtml Report(string culture) => Html("report", culture);

    /// <summary>Whether something was written, without making it into a text.</summary>
    public bool HasReport => GetProperty("report")?.HasValue(DefaultCulture) == true;

    public IReadOnlyList<Link> Material => Urls("material");
}

[PublishedModel("programmeItem")]
public class ProgrammeItem(IPublishedElement content, IPublishedValueFallback fallback) : PublishedElementModel(content, fallback)
{
    /// <summary>As the editor wrote it: "19.30".</summary>
    public string? Time => GetProperty("time")?.GetValue() as string;

    public string? Title => GetProperty("title")?.GetValue() as string;

    public string? Text => GetProperty("text")?.GetValue() as string;
}

[PublishedModel("speaker")]
public class Speaker(IPublishedElement content, IPublishedValueFallback fallback) : PublishedElementModel(content, fallback)
{
    public string? Name => GetProperty("name")?.GetValue() as string;

    public string? Role => GetProperty("role")?.GetValue() as string;

    public IReadOnlyList<Organisation> Organisations =>
        [.. (GetProperty("organisation")?.GetValue() as IEnumerable<IPublishedContent> ?? []).OfType<Organisation>()];
}
