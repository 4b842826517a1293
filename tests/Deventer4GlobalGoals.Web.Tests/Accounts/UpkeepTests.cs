using System.Globalization;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Storage;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

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

        await Upkeep.CleanAsync(databases, site.Get<MeetingReader>(), now, CancellationToken.None);
        var left = await site.AskAsync(db => db.Set<RegistrationRow>().OrderBy(row => row.Name).ToListAsync());
        Assert.Equal([("Net niet oud", null), ("Nieuw", "Geen noten")], left.Select(row => (row.Name, row.Needs)));
    }

    /// <summary>Regression of issue 6: needs were erased a week after the first date of a meeting, also when it had moved.</summary>
    [Theory]
    [InlineData("2099-06-01", true)]
    [InlineData("2099-03-01", false)]
    [InlineData(null, true)]
    public async Task What_guests_need_is_kept_until_a_week_after_their_meeting_wherever_that_moved(string? movedTo, bool isKept)
    {
        await using var site = await CommunitySite.StartAsync();
        var meeting = site.Announce(places: 2);
        site.Change(meeting, ("start", movedTo is null ? null : SiteMeetings.Moment(DateTime.Parse(movedTo, CultureInfo.InvariantCulture))));
        var databases = site.Get<ISiteDbFactory>();
        var now = new DateTimeOffset(2099, 3, 20, 9, 0, 0, TimeSpan.Zero);
        await using (var db = databases.Create())
        {
            // As it was written down for another day, and nobody wrote it since.
            var row = Registration("Gast", now - TimeSpan.FromDays(90), isKept ? now - TimeSpan.FromDays(1) : now + TimeSpan.FromDays(90));
            row.MeetingKey = meeting;
            db.Add(row);
            await db.SaveChangesAsync();
        }

        await Upkeep.CleanAsync(databases, site.Get<MeetingReader>(), now, CancellationToken.None);
        Assert.Equal(isKept ? "Geen noten" : null, await site.AskAsync(db => db.Set<RegistrationRow>().Select(row => row.Needs).SingleAsync()));

        // In the bin it still has its day.
        var contents = site.Get<IContentService>();
        contents.MoveToRecycleBin(contents.GetById(meeting)!);
        await Upkeep.CleanAsync(databases, site.Get<MeetingReader>(), new DateTimeOffset(2099, 6, 9, 9, 0, 0, TimeSpan.Zero), CancellationToken.None);
        Assert.Equal(movedTo is null ? "Geen noten" : null, await site.AskAsync(db => db.Set<RegistrationRow>().Select(row => row.Needs).SingleAsync()));
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

        await Upkeep.CleanAsync(databases, site.Get<MeetingReader>(), now, CancellationToken.None);
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
