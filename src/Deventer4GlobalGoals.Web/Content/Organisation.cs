using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Web.Content;

[PublishedModel("organisation")]
public class Organisation(IPublishedContent content, IPublishedValueFallback fallback) : PlacedPage(content, fallback)
{
    public PageHtml Body(string culture) => Html("body", culture);

    public string? Kind => Choice("kind");

    public IReadOnlyList<string> Sectors => Choices("sectors");

    public string? Size => Choice("size");

    /// <summary>Null unless it is an http or https address.</summary>
    public Uri? Website =>
        Uri.TryCreate(Plain("website"), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;

    public IReadOnlyList<string> Countries => Choices("countries");

    public bool IsInCoreGroup => Flag("coreGroup");

    public bool IsInInternationalOffice => Flag("internationalOffice");

    public bool IsInPeriodicConsultation => Flag("periodicConsultation");
}
