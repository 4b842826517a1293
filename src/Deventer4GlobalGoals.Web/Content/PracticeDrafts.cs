using System.Globalization;
using System.Text.Json;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Content;

/// <summary>A practice as somebody told it.</summary>
public sealed record DraftedPractice(string Name)
{
    /// <summary>Of the page that it fills; null for a new one.</summary>
    public Guid? Key { get; init; }

    /// <summary>The language that its words are in. They go into it on a new page and on one that has it; else they are taken for Dutch.</summary>
    public string Culture { get; init; } = SiteLinks.Cultures[0];

    public string Summary { get; init; } = string.Empty;

    public string WhatWasDone { get; init; } = string.Empty;

    public string ResultsText { get; init; } = string.Empty;

    public string Town { get; init; } = string.Empty;

    /// <summary>The first is the main one. What a page says already of a goal that stays, stays.</summary>
    public IReadOnlyList<int> Goals { get; init; } = [];

    public ContributionSource Source { get; init; }

    /// <summary>In the directory.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>Of an organisation that isn't in the directory: it gets a draft there too.</summary>
    public string? NewOrganisation { get; init; }

    /// <summary>Null leaves whom to ask as it is.</summary>
    public string? ContactPerson { get; init; }

    public string? ContactEmail { get; init; }

    /// <summary>The page of which it came, and its name: a new practice begins with a link to it.</summary>
    public (Guid Key, string Name)? CameFrom { get; init; }

    /// <summary>When somebody who knows said that it is so; null leaves that as it is.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}

/// <summary>Turns what people told into the draft of a practice. An editor completes and publishes it; nothing goes online by itself.</summary>
public sealed class PracticeDrafts(IContentService contents, ICoreScopeProvider scopes, IUmbracoContextFactory contexts)
{
    private const int LongestSummary = 300;
    private const int MostPages = 200;

    /// <param name="practice">What was told.</param>
    /// <param name="userId">Of who made it a page; -1 for nobody in particular.</param>
    /// <returns>The draft; null when the site has no page for practices.</returns>
    public Guid? Put(DraftedPractice practice, int userId = -1)
    {
        ArgumentNullException.ThrowIfNull(practice);
        using var context = contexts.EnsureUmbracoContext();
        using var scope = scopes.CreateCoreScope();
        scope.EagerWriteLock(Constants.Locks.ContentTree);
        var known = practice.Key is { } key ? contents.GetById(key) : null;
        if ((known ?? New(practice, userId)) is not { Trashed: false } page)
        {
            return null;
        }

        Fill(page, practice, userId);
        if (!contents.Save(page, userId).Success)
        {
            return null;
        }

        scope.Complete();
        return page.Key;
    }

    private IContent? New(DraftedPractice practice, int userId)
    {
        if (Parent("practices") is not { } parent)
        {
            return null;
        }

        var page = contents.Create(practice.Name, parent, "practice", userId);
        page.Key = practice.Key ?? page.Key;
        if (practice.CameFrom is { } origin)
        {
            page.SetValue("links", JsonSerializer.Serialize(new[] { new { name = origin.Name, udi = new GuidUdi(Constants.UdiEntityType.Document, origin.Key).ToString() } }));
        }

        return page;
    }

    private void Fill(IContent page, DraftedPractice practice, int userId)
    {
        var culture = !page.HasIdentity || page.IsCultureAvailable(practice.Culture) ? practice.Culture : SiteLinks.Cultures[0];
        page.SetCultureName(practice.Name, culture);
        page.SetValue("summary", practice.Summary.Length <= LongestSummary ? practice.Summary : FormText.Cut(practice.Summary, LongestSummary).TrimEnd() + "…", culture);
        page.SetValue("whatWasDone", practice.WhatWasDone, culture);
        page.SetValue("resultsText", practice.ResultsText, culture);
        page.SetValue("town", practice.Town);
        page.SetValue("contributions", ContributionJson.Write(Contributions(page, practice)));
        if (practice.ContactPerson is not null)
        {
            page.SetValue("contactPerson", practice.ContactPerson);
            page.SetValue("contactEmail", practice.ContactEmail);
        }

        if (practice.ConfirmedOn is { } day)
        {
            page.SetValue("lastConfirmed", Stored(day));
        }

        var organisation = practice.Organisation is { } key && contents.GetById(key) is { Trashed: false } ? key : Organisation(practice, userId);
        if (organisation is { } found)
        {
            // Who else is behind it stays.
            var udi = new GuidUdi(Constants.UdiEntityType.Document, found).ToString();
            var others = (page.GetValue<string>("organisations") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
            page.SetValue("organisations", others.Contains(udi) ? string.Join(',', others) : string.Join(',', others.Skip(1).Prepend(udi)));
        }
    }

    /// <summary>A day as its editor stores it.</summary>
    public static string Stored(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $$"""{"date":"{{day:yyyy-MM-dd}}T00:00:00+00:00","timeZone":null}""");

    private static List<Contribution> Contributions(IContent page, DraftedPractice practice)
    {
        var kept = ContributionJson.TryParse(page.GetValue<string>("contributions"), out var known, out _)
            ? known.Where(contribution => practice.Goals.Contains(contribution.Goal)).ToList()
            : [];
        var more = practice.Goals.Where(goal => kept.TrueForAll(contribution => contribution.Goal != goal)).Select((goal, index) => new Contribution(goal)
        {
            Role = kept.Count + index == 0 ? ContributionRole.Primary : ContributionRole.Secondary,
            Direction = ContributionDirection.Positive,
            Source = practice.Source,
        });
        return [.. kept, .. more];
    }

    /// <summary>The draft of an organisation that is new here; the same one for the same name.</summary>
    private Guid? Organisation(DraftedPractice practice, int userId)
    {
        if (string.IsNullOrWhiteSpace(practice.NewOrganisation) || Parent("organisations") is not { } parent)
        {
            return null;
        }

        var name = practice.NewOrganisation;
        var known = contents.GetPagedChildren(parent.Id, 0, 1, out _, null, scopes.CreateQuery<IContent>().Where(item => item.Name == name), Ordering.By("sortOrder")).FirstOrDefault();
        if (known is not null)
        {
            return known.Key;
        }

        var page = contents.Create(name, parent, "organisation", userId);
        page.SetCultureName(name, SiteLinks.Cultures[0]);
        page.SetValue("town", practice.Town);
        return contents.Save(page, userId).Success ? page.Key : null;
    }

    private IContent? Parent(string type) => contents.GetRootContent()
        .SelectMany(home => contents.GetPagedChildren(home.Id, 0, MostPages, out _, null, null, Ordering.By("sortOrder")))
        .FirstOrDefault(page => page.ContentType.Alias == type);
}
