using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Items;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>What came of accepting.</summary>
/// <param name="Item">The page; null when there is none and none could be made.</param>
/// <param name="IsOnline">Whether it is on the site now.</param>
public sealed record Accepted(Guid? Item, bool IsOnline);

/// <summary>How the language of what was sent stands.</summary>
public static class ReviewLanguages
{
    /// <summary>Whether a Dutch text has to be written before it can come on the site.</summary>
    /// <param name="row">What was sent.</param>
    /// <param name="item">Its page; null while there is none.</param>
    public static bool WantsDutch(ReviewRow row, IContent? item)
    {
        ArgumentNullException.ThrowIfNull(row);
        return item is null ? row is { AccountId: null, Item: null } && row.Culture != SitePage.DefaultCulture : ItemStates.Of(item, SitePage.DefaultCulture) == ItemState.Absent;
    }
}

/// <summary>What authors and editors do with the queue.</summary>
public sealed class ReviewDesk(
    Reviews reviews, ReviewMails mails, PracticeDrafts practices, ItemPublishing publishing, IContentService contents, IPublishedUrlProvider urls, Viewer viewer, TimeProvider time)
{
    /// <summary>An author asks an editor to put a page on the site. Asking twice is asking once.</summary>
    public async Task<ReviewOutcome> SendAsync(IContent item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var account = viewer.Required;
        if (!viewer.Is(AccountRoles.Author) || !ItemAccess.MayEdit(viewer, item))
        {
            return ReviewOutcome.NotAllowed;
        }

        var title = ItemForm.NameOf(item, SitePage.DefaultCulture) is { Length: > 0 } name ? name : item.Name ?? string.Empty;
        if (await reviews.OfItemAsync(item.Key, cancellation) is { } now && now.Row.AccountId == account.Id && Reviews.IsOpen(now.Row.State))
        {
            return await reviews.ChangeAsync(
                now.Row.Key,
                row =>
                {
                    row.AnnouncedAt = row.State == ReviewState.Waiting ? row.AnnouncedAt : null;
                    (row.State, row.Title, row.Version) = (ReviewState.Waiting, title, row.Version + 1);
                    reviews.Step(row, "sent", account.Id, null);
                    return ReviewOutcome.Done;
                },
                cancellation);
        }

        var fresh = new ReviewRow
        {
            Key = Guid.NewGuid(),
            State = ReviewState.Waiting,
            AccountId = account.Id,
            Name = account.Name,
            Email = account.Email!,
            Culture = account.Language == "en" ? "en-US" : SitePage.DefaultCulture,
            Title = title,
            Item = item.Key,
            Version = 1,
            CreatedAt = time.GetUtcNow(),
        };
        await reviews.AddAsync(fresh, "sent", null, cancellation);
        return ReviewOutcome.Done;
    }

    /// <summary>Sees to it that what was sent is a page with what was sent last; an editor may have changed it since.</summary>
    /// <returns>The page; null when there is none and none could be made, or it isn't waiting any more.</returns>
    public async Task<Guid?> PrepareAsync(ReviewNow now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.Text is not { } text)
        {
            return now.Row.Item is { } own && contents.GetById(own) is { Trashed: false } ? own : null;
        }

        // The key comes first: two editors at once, or a crash in between, make one page.
        var (page, isFilled) = (Guid.Empty, false);
        var reserved = await reviews.ChangeAsync(
            now.Row.Key,
            row =>
            {
                row.Item ??= Guid.NewGuid();
                (page, isFilled) = (row.Item.Value, row.AppliedVersion >= row.Version);
                return row.State != ReviewState.Waiting ? ReviewOutcome.NotAllowed : row.Version != now.Row.Version ? ReviewOutcome.Stale : ReviewOutcome.Done;
            },
            cancellation);
        if (reserved != ReviewOutcome.Done)
        {
            return null;
        }

        if (isFilled)
        {
            return contents.GetById(page) is { Trashed: false } ? page : null;
        }

        var made = practices.Put(
            new DraftedPractice(text.Title)
            {
                Key = page,
                Culture = now.Row.Culture,
                Summary = text.Summary,
                WhatWasDone = text.WhatWasDone,
                ResultsText = text.Outcome,
                Town = text.Town,
                Goals = text.Goals,
                Source = ContributionSource.Member,
                Organisation = text.OrganisationKey,
                NewOrganisation = text.OrganisationKey is null ? text.Organisation : null,
                ContactPerson = text.ContactPerson,
                ContactEmail = text.ContactEmail,
                ConfirmedOn = DateOnly.FromDateTime(viewer.Now.DateTime),
            },
            viewer.Required.Id);
        if (made is not null)
        {
            await reviews.ChangeAsync(
                now.Row.Key,
                row =>
                {
                    row.AppliedVersion = now.Row.Version;
                    return ReviewOutcome.Done;
                },
                cancellation);
        }

        return made;
    }

    /// <summary>Puts it on the site, when the checks find nothing wrong with it.</summary>
    public async Task<Accepted> AcceptAsync(ReviewNow now, CancellationToken cancellation)
    {
        if (await PrepareAsync(now, cancellation) is not { } key || contents.GetById(key) is not { } item)
        {
            return new Accepted(null, false);
        }

        if (!await publishing.PublishAsync(item, viewer.Required))
        {
            return new Accepted(key, false);
        }

        await PublishedAsync(key, cancellation);
        return new Accepted(key, true);
    }

    /// <summary>A page went online: who sent it hears of it, however it went.</summary>
    public async Task PublishedAsync(Guid item, CancellationToken cancellation)
    {
        foreach (var (key, culture) in await reviews.AnsweredByAsync(item, cancellation))
        {
            // The words that were sent go online with their translation.
            if (viewer.Account is { } editor && culture != SitePage.DefaultCulture && contents.GetById(item) is { } page)
            {
                await publishing.PublishAsync(page, culture, editor);
            }

            var path = Path(item, culture) ?? Path(item, SitePage.DefaultCulture);
            await reviews.ChangeAsync(
                key,
                row =>
                {
                    row.State = ReviewState.Accepted;
                    reviews.Mail(mails.Decided(row, reviews.Step(row, "accepted", viewer.Account?.Id, null), path));
                    return ReviewOutcome.Done;
                },
                cancellation);
        }
    }

    /// <summary>Sends it back with what is missing, or says that it doesn't come on the site, and why.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="version">That the editor read.</param>
    /// <param name="reject">Else it is sent back.</param>
    /// <param name="note">What the sender reads.</param>
    /// <param name="cancellation">Until it is saved.</param>
    public Task<ReviewOutcome> AnswerAsync(Guid key, int version, bool reject, string note, CancellationToken cancellation) => reviews.ChangeAsync(
        key,
        row =>
        {
            if (row.State != ReviewState.Waiting || row.Version != version)
            {
                return row.State == ReviewState.Waiting ? ReviewOutcome.Stale : ReviewOutcome.NotAllowed;
            }

            row.State = reject ? ReviewState.Rejected : ReviewState.Returned;
            reviews.Mail(mails.Decided(row, reviews.Step(row, reject ? "rejected" : "returned", viewer.Required.Id, note), null));
            return ReviewOutcome.Done;
        },
        cancellation);

    /// <summary>Where a page is on the site in this language; null when it isn't.</summary>
    public string? Path(Guid item, string culture)
    {
        var path = urls.GetUrl(item, UrlMode.Relative, culture);
        return string.IsNullOrEmpty(path) || path.StartsWith('#') ? null : path;
    }
}
