using System.Collections.Immutable;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Web.Common.Controllers;

namespace Deventer4GlobalGoals.Web.Search.Guide;

/// <summary>A step as it stands on the page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Questions">What can be chosen, per question.</param>
/// <param name="Answer">What was chosen; null while it is not.</param>
/// <param name="ChangeUrl">Asks it again.</param>
/// <param name="SkipUrl">Leaves it open and goes on.</param>
/// <param name="IsSkipped">Nothing is known that could be chosen here, so it isn't asked.</param>
public sealed record GuideStep(int Number, IReadOnlyList<FacetView> Questions, string? Answer, string ChangeUrl, string SkipUrl, bool IsSkipped);

/// <summary>The guide as a visitor has answered it.</summary>
public sealed class GuideState(GuidePage page) : ContentModel(page)
{
    public GuidePage Page => page;

    public required GuideAnswers Answers { get; init; }

    public required IReadOnlyList<GuideStep> Steps { get; init; }

    /// <summary>Practices of which all that was asked is known, and fits; the newest first.</summary>
    public required IReadOnlyList<CommunityItem> Fitting { get; init; }

    /// <summary>Practices that may fit: not all is known of them.</summary>
    public required IReadOnlyList<CommunityItem> Perhaps { get; init; }

    public bool IsDone => Answers.Step == Steps.Count;
}

/// <summary>"What can a company like mine do?": from answers to practices.</summary>
public sealed class GuideMaker(SiteView site)
{
    public GuideState Make(GuidePage page, IQueryCollection asked)
    {
        ArgumentNullException.ThrowIfNull(page);
        var answers = GuideAnswers.Read(asked, facet => FacetViews.Options(site, ListDefinition.Practices, facet));
        var practices = site.Community.Sorted(ItemKind.Practice, ItemOrder.Newest, site.Culture);
        var path = site.Url(page);
        var steps = new List<GuideStep>();
        foreach (var questions in GuideQuestion.Steps)
        {
            var step = Step(questions, steps.Count, answers, practices, path);
            answers = step.IsSkipped ? answers.With(questions[0].Key, null) : answers;
            steps.Add(step);
        }

        return new GuideState(page)
        {
            Answers = answers,
            Steps = steps,
            Fitting = [.. practices.Where(item => Fit(item, answers) == GuideFit.Fits)],
            Perhaps = [.. practices.Where(item => Fit(item, answers) == GuideFit.Perhaps)],
        };
    }

    private GuideStep Step(GuideQuestion[] questions, int index, GuideAnswers answers, CommunityItem[] practices, string path)
    {
        var before = answers.Until(index);
        var chosen = questions.Where(question => answers.Given.ContainsKey(question.Key)).ToList();
        var asked = questions.Select(question => Question(question, before, practices, path)).Where(view => view.Options.Any(option => option.Count > 0)).ToList();
        var isSkipped = asked.Count == 0 && answers.Step >= index && chosen.TrueForAll(question => answers.Given[question.Key] is null);
        return new GuideStep(
            index + 1,
            asked,
            chosen.Count == 0 || isSkipped ? null : string.Join(", ", chosen.Select(question => Said(question, answers.Given[question.Key]))),
            path + before,
            path + before.With(questions[0].Key, null),
            isSkipped);
    }

    private string Said(GuideQuestion question, string? answer) => answer is null ? site.T["guide.any"] : question.Facet.Label(answer, site);

    // Counted is what is known to fit: what may fit is shown whatever is chosen, so it says nothing about a choice.
    private FacetView Question(GuideQuestion question, GuideAnswers before, CommunityItem[] practices, string path)
    {
        var values = question.Facet.Order ?? [.. FacetViews.Options(site, ListDefinition.Practices, question.Facet).Values];
        var options = values
            .Select(value => (value, with: before.With(question.Key, value)))
            .Select(option => new FacetOption(
                option.value,
                question.Facet.Label(option.value, site),
                practices.Count(item => Fit(item, option.with) == GuideFit.Fits),
                IsChosen: false,
                path + option.with));
        return new FacetView(question.Facet, question.Facet.Order is null ? [.. options.OrderBy(option => option.Label, StringComparer.OrdinalIgnoreCase)] : [.. options]);
    }

    private GuideFit Fit(CommunityItem item, GuideAnswers answers) => answers.Fit(question => Known(item, question.Facet));

    // Where a practice doesn't say for what size of company it is, those who did it do.
    private ImmutableArray<string> Known(CommunityItem item, Facet facet) =>
        facet == SiteFacets.Size && item.Size.IsEmpty
            ? [.. item.Organisations.Select(site.Community.Find).OfType<CommunityItem>().SelectMany(organisation => organisation.Size).Distinct()]
            : facet.Values(item, site.Now);
}

/// <summary>The page of the guide.</summary>
public class GuideController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, GuideMaker guide)
    : RenderController(logger, views, contexts)
{
    public override IActionResult Index() => CurrentPage is GuidePage page ? CurrentTemplate(guide.Make(page, Request.Query)) : NotFound();
}
