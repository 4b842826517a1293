using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>What the owner of a practice does with it by a mailed link: say that it is still so, or begin to correct it.</summary>
public sealed class PracticeKeeping(
    IContentService contents, OnlineValues online, CommunityIndex community, SiteDb db, AuditLog audit, TimeProvider time)
{
    private const string LastConfirmed = "lastConfirmed";

    /// <summary>The practice as it is on the site; null when it isn't there any more.</summary>
    public CommunityItem? Find(Guid key) => community.Current.Find(key) is { Kind: ItemKind.Practice } item ? item : null;

    /// <summary>What the form begins with: what is on the site, in this language or else in Dutch.</summary>
    public SubmissionText? TextOf(Guid key, string culture)
    {
        if (Find(key) is not { } known || contents.GetById(key) is not { Published: true, Trashed: false } item)
        {
            return null;
        }

        var language = item.IsCulturePublished(culture) ? culture : SitePage.DefaultCulture;
        string Text(string alias, string? varies = null) => item.GetValue<string>(alias, varies, published: true) ?? string.Empty;
        var organisation = known.Organisations.Select(community.Current.Find).OfType<CommunityItem>().FirstOrDefault();
        return new SubmissionText
        {
            Organisation = organisation?.In(SitePage.DefaultCulture).Title ?? string.Empty,
            OrganisationKey = organisation?.Key,
            Town = Text("town"),
            Title = known.In(language).Title,
            Summary = Text("summary", language),
            WhatWasDone = Text("whatWasDone", language),
            Outcome = Text("resultsText", language),
            Goals = [.. known.Goals.Select(goal => goal.Number)],
            ContactPerson = Text("contactPerson"),
            ContactEmail = Text("contactEmail"),
        };
    }

    /// <summary>Puts the day of today on the page, and that page on the site. What an editor is writing meanwhile stays a draft.</summary>
    /// <returns>False when it isn't on the site.</returns>
    public async Task<bool> ConfirmAsync(Guid key, CancellationToken cancellation)
    {
        if (!online.Put(key, "practice", LastConfirmed, PracticeDrafts.Stored(DateOnly.FromDateTime(DeventerTime.Now(time).DateTime))))
        {
            return false;
        }

        if (await db.Set<FreshnessRow>().FirstOrDefaultAsync(row => row.Practice == key, cancellation) is { } row)
        {
            row.ConfirmedAt = time.GetUtcNow();
        }

        await audit.WriteAsync("practice.confirmed", null, key.ToString(), cancellation: cancellation);
        return true;
    }
}
