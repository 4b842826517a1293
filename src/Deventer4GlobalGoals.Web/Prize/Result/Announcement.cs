using System.Globalization;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>
/// Makes a decided edition known when its ceremony has come. Until then the winner is in the log only: no draft, index or schedule has it, because
/// every editor can read those.
/// </summary>
public sealed class Announcement(
    Editions editions, Nominations nominations, IContentService contents, ICoreScopeProvider scopes, IUmbracoContextFactory contexts, TimeProvider time)
{
    /// <summary>In the log, when nobody pressed a button.</summary>
    public const string Clock = "by-clock";

    /// <summary>So long after it a page that a crash left out is still made.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private const int MostPages = 200;

    /// <summary>Does what is due now.</summary>
    /// <returns>Whether the result was made known.</returns>
    public async Task<bool> RunAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Phase == Phase.Decided && IsReached(edition))
        {
            await editions.AppendAsync(
                edition.Year,
                Clock,
                state => Task.FromResult<IReadOnlyList<PrizeEvent>>(state?.Edition.Phase == Phase.Decided && IsReached(edition) ? [new PhaseChanged(Phase.Decided, Phase.Announced)] : []),
                cancellation: cancellation);
        }

        return await editions.FindAsync(edition.Year, cancellation) is { Phase: Phase.Announced } announced
            && time.GetUtcNow() - announced.State!.Edition.History[^1].At < Patience
            && await PublishAsync(announced, cancellation);
    }

    /// <summary>Puts the result on the page of the edition, which is made when there is none, and publishes it.</summary>
    /// <returns>False when it is there already, or the site has no page for prizes.</returns>
    public async Task<bool> PublishAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.State is not { Edition.Phase: Phase.Announced or Phase.Archived } state || !IsReached(edition))
        {
            return false;
        }

        var texts = await nominations.TextsAsync(edition.Year, cancellation);
        using var context = contexts.EnsureUmbracoContext();
        using var scope = scopes.CreateCoreScope();
        scope.EagerWriteLock(Constants.Locks.ContentTree);
        if (Prizes() is not { Published: true } parent)
        {
            return false;
        }

        var page = Children(parent.Id).FirstOrDefault(child => child.ContentType.Alias == "prizeEdition" && child.GetValue<int?>("year") == edition.Year)
            ?? contents.Create(edition.Year.ToString(CultureInfo.InvariantCulture), parent, "prizeEdition");
        if (page.Published && !string.IsNullOrEmpty(page.GetValue<string>("juryStatement", SiteLinks.Cultures[0])))
        {
            return false;
        }

        Fill(page, edition, state, texts);
        var published = contents.SaveAndPublish(page, [.. SiteLinks.Cultures]);
        if (!published.Success)
        {
            throw new InvalidOperationException($"The page of {edition.Year} can't be published: {published.Result}.");
        }

        scope.Complete();
        return true;
    }

    private bool IsReached(EditionNow edition) => time.GetUtcNow() >= edition.Rulebook.Ceremony.First();

    private void Fill(IContent page, EditionNow edition, EditionState state, IReadOnlyDictionary<string, EntryText> texts)
    {
        var rules = edition.Rulebook;
        var winners = state.Winners.Values.Where(winner => winner.Entry is not null && texts.ContainsKey(winner.Entry)).ToList();
        var named = winners.Select(winner => winner.Entry!).Concat(state.Finalists.Values.SelectMany(finalists => finalists)).Distinct(StringComparer.Ordinal).Where(texts.ContainsKey);
        var date = rules.Ceremony.First();
        page.SetValue("year", edition.Year);
        page.SetValue("categories", rules.Categories.Count > 1 ? string.Join('\n', rules.Categories.Select(category => category.Name.Nl)) : null);
        page.SetValue("ceremonyDate", string.Create(CultureInfo.InvariantCulture, $$"""{"date":"{{date:yyyy-MM-dd}}T00:00:00+00:00","timeZone":null}"""));
        page.SetValue("winner", Picked(winners.Take(1).Select(winner => texts[winner.Entry!].Text.OrganisationKey)));
        page.SetValue("nominees", Picked(named.Select(entry => texts[entry].Text.OrganisationKey)));
        page.SetValue("juryStatement", string.Join("\n\n", state.Winners.Values.Select(winner => winner.Motivation)), SiteLinks.Cultures[0]);
        foreach (var culture in SiteLinks.Cultures)
        {
            var words = SiteTexts.In(culture);
            page.SetCultureName(edition.Year.ToString(CultureInfo.InvariantCulture), culture);
            var lines = winners.Select(winner => words.Format("report.wins", texts[winner.Entry!].Text.Organisation, edition.Year) + Category(rules, winner.Category, culture) + ".");
            page.SetValue("summary", winners.Count == 0 ? words["report.summaryNobody"] : string.Join(' ', lines), culture);
        }
    }

    private static string? Category(Rulebook rules, string category, string culture) =>
        rules.Categories.Count > 1 ? $" ({NominationWords.Of(rules.Categories.First(one => one.Key == category).Name, culture)})" : null;

    /// <summary>Organisations of the directory that are on the site; who isn't in it is in the summary by name.</summary>
    private string? Picked(IEnumerable<Guid?> organisations) =>
        string.Join(',', organisations.OfType<Guid>().Distinct().Where(key => contents.GetById(key) is { Published: true }).Select(key => new GuidUdi(Constants.UdiEntityType.Document, key).ToString())) is { Length: > 0 } picked
            ? picked
            : null;

    private IContent? Prizes() => contents.GetRootContent().SelectMany(home => Children(home.Id)).FirstOrDefault(page => page.ContentType.Alias == "prize");

    private IEnumerable<IContent> Children(int parent) => contents.GetPagedChildren(parent, 0, MostPages, out _, null, null, Ordering.By("sortOrder"));
}
