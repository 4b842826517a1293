using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>What the owner of a practice does with it by a mailed link: say that it is still so, or begin to correct it.</summary>
public sealed class PracticeKeeping(
    IContentService contents, ICoreScopeProvider scopes, IUmbracoContextFactory contexts, CommunityIndex community, SiteDb db, AuditLog audit, TimeProvider time)
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
        if (!Publish(key, PracticeDrafts.Stored(DateOnly.FromDateTime(DeventerTime.Now(time).DateTime))))
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

    private bool Publish(Guid key, string today)
    {
        using var context = contexts.EnsureUmbracoContext();
        using var scope = scopes.CreateCoreScope();
        scope.EagerWriteLock(Constants.Locks.ContentTree);
        if (contents.GetById(key) is not { Published: true, Trashed: false } item || item.ContentType.Alias != "practice")
        {
            return false;
        }

        var draft = item.Edited ? contents.GetById(key) : null;
        if (draft is not null)
        {
            // Of the same version Umbraco copies what is on the site, but names as they are being written.
            var names = item.PublishedCultures.Select(culture => (Culture: culture, Name: item.GetPublishName(culture))).ToList();
            item.CopyFrom(draft);
            names.ForEach(name => item.SetCultureName(name.Name, name.Culture));
        }

        item.SetValue(LastConfirmed, today);
        if (!contents.Save(item).Success || !contents.Publish(item, [.. item.PublishedCultures]).Success)
        {
            return false;
        }

        if (draft is not null && contents.GetById(key) is { } again)
        {
            again.CopyFrom(draft);
            again.SetValue(LastConfirmed, today);
            contents.Save(again);
        }

        scope.Complete();
        return true;
    }
}
