using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Web.Content;

[PublishedModel("home")]
public class Home(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    public PageText HeroTitle(string culture) => Text("heroTitle", culture);

    public PageText HeroIntro(string culture) => Text("heroIntro", culture);

    public PageText AboutTitle(string culture) => Text("aboutTitle", culture);

    public PageHtml AboutText(string culture) => Html("aboutText", culture);

    public PageText FooterText(string culture) => Text("footerText", culture);

    public Practice? FeaturedPractice => PickedOne<Practice>("featuredPractice");
}

/// <summary>A page that lists others: an introduction, and what is below it.</summary>
public abstract class ListingPage(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    public PageText Intro(string culture) => Text("intro", culture);
}

[PublishedModel("goals")]
public class GoalsPage(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

[PublishedModel("practices")]
public class Practices(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

[PublishedModel("organisations")]
public class Organisations(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

[PublishedModel("meetings")]
public class Meetings(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

[PublishedModel("news")]
public class News(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

[PublishedModel("search")]
public class SearchPage(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

/// <summary>"What can a company like mine do?"</summary>
[PublishedModel("guide")]
public class GuidePage(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

/// <summary>What the site covers of the goals, counted.</summary>
[PublishedModel("monitor")]
public class MonitorPage(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback);

[PublishedModel("prize")]
public class Prize(IPublishedContent content, IPublishedValueFallback fallback) : ListingPage(content, fallback)
{
    public PageHtml Body(string culture) => Html("body", culture);
}

[PublishedModel("goal")]
public class GoalPage(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    /// <summary>1 to 17; 0 when the editor has not given it yet.</summary>
    public int Number => Get<int>("number");

    public PageHtml Meaning(string culture) => Html("meaning", culture);

    public PageHtml InDeventer(string culture) => Html("inDeventer", culture);

    public PageText CallToAction(string culture) => Text("callToAction", culture);
}

[PublishedModel("article")]
public class Article(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    public DateOnly? Date => Get<DateOnly?>("date");

    public PageText Summary(string culture) => Text("summary", culture);

    public PageHtml Body(string culture) => Html("body", culture);

    public IReadOnlyList<SitePage> Related => Picked<SitePage>("related");

    public IReadOnlyList<Link> Links => Urls("links");
}

[PublishedModel("page")]
public class TextPage(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    public PageText Summary(string culture) => Text("summary", culture);

    public PageHtml Body(string culture) => Html("body", culture);

    public IReadOnlyList<Link> Links => Urls("links");
}

[PublishedModel("prizeEdition")]
public class PrizeEdition(IPublishedContent content, IPublishedValueFallback fallback) : SitePage(content, fallback)
{
    public int? Year => Get<int?>("year");

    public IReadOnlyList<string> Categories => Choices("categories");

    public DateOnly? CeremonyDate => Get<DateOnly?>("ceremonyDate");

    public Meeting? Ceremony => PickedOne<Meeting>("ceremony");

    public PageText Summary(string culture) => Text("summary", culture);

    public PageHtml JuryStatement(string culture) => Html("juryStatement", culture);

    public Organisation? Winner => PickedOne<Organisation>("winner");

    public IReadOnlyList<Organisation> Nominees => Picked<Organisation>("nominees");

    public IReadOnlyList<Practice> PracticesOfTheYear => Picked<Practice>("practices");
}
