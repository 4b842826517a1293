using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Storage;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Accounts;

/// <summary>What the privacy page promises to erase is erased, and nothing before its time.</summary>
public class UpkeepTests
{
    [Fact]
    public async Task Registrations_and_what_guests_need_are_erased_after_their_term()
    {
        await using var site = await CommunitySite.StartAsync();
        var databases = site.Get<ISiteDbFactory>();
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        await using (var db = databases.Create())
        {
            db.AddRange(
                Registration("Oud", now - Registrations.Kept - TimeSpan.FromMinutes(1), null),
                Registration("Net niet oud", now - Registrations.Kept + TimeSpan.FromMinutes(1), now - TimeSpan.FromMinutes(1)),
                Registration("Nieuw", now - TimeSpan.FromDays(1), now + TimeSpan.FromMinutes(1)));
            await db.SaveChangesAsync();
        }

        await Upkeep.CleanAsync(databases, now, CancellationToken.None);
        var left = await site.AskAsync(db => db.Set<RegistrationRow>().OrderBy(row => row.Name).ToListAsync());
        Assert.Equal([("Net niet oud", null), ("Nieuw", "Geen noten")], left.Select(row => (row.Name, row.Needs)));
    }

    [Fact]
    public async Task What_was_shared_is_erased_after_its_term_and_never_while_an_editor_has_to_look()
    {
        await using var site = await CommunitySite.StartAsync();
        var databases = site.Get<ISiteDbFactory>();
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        var moment = TimeSpan.FromMinutes(1);
        await using (var db = databases.Create())
        {
            db.AddRange(
                Review("Oud concept", ReviewState.Draft, now - Reviews.DraftKept - moment), Review("Concept", ReviewState.Draft, now - Reviews.DraftKept + moment),
                Review("Oud onbevestigd", ReviewState.Unconfirmed, now - Reviews.DraftKept - moment), Review("Wacht lang", ReviewState.Waiting, now - Reviews.Kept - moment),
                Review("Oud besluit", ReviewState.Accepted, now - Reviews.Kept - moment), Review("Besluit", ReviewState.Rejected, now - Reviews.Kept + moment));
            await db.SaveChangesAsync();
        }

        await Upkeep.CleanAsync(databases, now, CancellationToken.None);
        Assert.Equal(["Besluit", "Concept", "Wacht lang"], await site.AskAsync(db => db.Set<ReviewRow>().OrderBy(row => row.Title).Select(row => row.Title).ToListAsync()));
    }

    private static ReviewRow Review(string title, ReviewState state, DateTimeOffset at) => new()
    {
        Key = Guid.NewGuid(),
        State = state,
        Name = "Gast",
        Email = "gast@voorbeeld.nl",
        Culture = "nl",
        Title = title,
        CreatedAt = at,
        ChangedAt = at,
    };

    private static RegistrationRow Registration(string name, DateTimeOffset at, DateTimeOffset? needsUntil) => new()
    {
        Key = Guid.NewGuid(),
        MeetingKey = Guid.NewGuid(),
        Name = name,
        Email = "gast@voorbeeld.nl",
        Seats = 1,
        Needs = "Geen noten",
        NeedsUntil = needsUntil,
        Culture = "nl",
        At = at,
    };
}
