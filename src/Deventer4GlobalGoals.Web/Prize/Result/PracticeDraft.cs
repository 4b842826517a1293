using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>Turns what was nominated into the draft of a practice. An editor completes and publishes it; nothing goes online by itself.</summary>
public sealed class PracticeDraft(IContentService contents, ICoreScopeProvider scopes, IUmbracoContextFactory contexts)
{
    private const int LongestSummary = 300;
    private const int MostPages = 200;

    /// <returns>The draft; null when the site has no page for practices.</returns>
    public Guid? Make(NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        var (row, text, dutch) = (nomination.Row, nomination.Text, SiteLinks.Cultures[0]);
        using var context = contexts.EnsureUmbracoContext();
        using var scope = scopes.CreateCoreScope();
        scope.WriteLock(Constants.Locks.ContentTree);
        var parent = contents.GetRootContent()
            .SelectMany(home => contents.GetPagedChildren(home.Id, 0, MostPages, out _, null, null, Ordering.By("sortOrder")))
            .FirstOrDefault(page => page.ContentType.Alias == "practices");
        if (parent is null)
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{text.Organisation}, prijs {row.Year}");
        var page = contents.Create(name, parent, "practice");
        page.SetCultureName(name, dutch);
        page.SetValue("summary", text.Why.Length <= LongestSummary ? text.Why : text.Why[..LongestSummary].TrimEnd() + "…", dutch);
        page.SetValue("whatWasDone", text.Why, dutch);
        page.SetValue("resultsText", text.Contribution, dutch);
        page.SetValue("town", text.Town);
        page.SetValue("contributions", ContributionJson.Write(text.Goals.Select((goal, index) => new Contribution(goal)
        {
            Role = index == 0 ? ContributionRole.Primary : ContributionRole.Secondary,
            Direction = ContributionDirection.Positive,
        })));
        if (text.OrganisationKey is { } organisation && contents.GetById(organisation) is not null)
        {
            page.SetValue("organisations", new GuidUdi(Constants.UdiEntityType.Document, organisation).ToString());
        }

        if (!contents.Save(page).Success)
        {
            return null;
        }

        scope.Complete();
        return page.Key;
    }
}
