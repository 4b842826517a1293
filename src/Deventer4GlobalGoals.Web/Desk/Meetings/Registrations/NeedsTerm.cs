using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>Until when is kept what guests need. That goes by the meeting, which moves: it is asked again when one changes, and before anything is erased.</summary>
public static class NeedsTerm
{
    /// <summary>Of everybody who needs something. A meeting that was deleted changes nothing.</summary>
    public static async Task FollowAsync(SiteDb db, MeetingReader meetings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(meetings);
        foreach (var key in await db.Set<RegistrationRow>().Where(row => row.Needs != null).Select(row => row.MeetingKey).Distinct().ToListAsync(cancellation))
        {
            if (meetings.FindKept(key, SitePage.DefaultCulture) is { } meeting)
            {
                await FollowAsync(db, meeting, cancellation);
            }
        }
    }

    /// <summary>Of who comes to this meeting.</summary>
    public static async Task FollowAsync(SiteDb db, MeetingPlaces meeting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(meeting);
        var until = meeting.NeedsUntil;
        var other = db.Set<RegistrationRow>().Where(row => row.MeetingKey == meeting.Key && row.Needs != null && row.NeedsUntil != until);
        if (await other.AnyAsync(cancellation))
        {
            await other.ExecuteUpdateAsync(set => set.SetProperty(row => row.NeedsUntil, until), cancellation);
        }
    }
}
