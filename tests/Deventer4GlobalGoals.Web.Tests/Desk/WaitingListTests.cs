using System.Net;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Who gets a place, and who doesn't. Each is a regression of issue 6.</summary>
public sealed class WaitingListTests(MeetingSite desk) : IClassFixture<MeetingSite>
{
    private CommunitySite Site => desk.Site;

    [Theory]
    [InlineData("over")]
    [InlineData("called off")]
    [InlineData("unpublished")]
    [InlineData("binned")]
    public async Task Nobody_gets_a_place_in_what_is_over_called_off_or_off_the_site(string state)
    {
        var meeting = Site.Announce(places: 1);
        var (one, two) = (await Site.RegisterAsync(meeting, "een"), await Site.RegisterAsync(meeting, "twee"));
        var contents = Site.Get<IContentService>();
        switch (state)
        {
            // In one go with places for all, which nobody is to get either.
            case "over":
                Site.Change(meeting, ("start", SiteMeetings.Moment(new DateTime(2020, 3, 11, 12, 0, 0, DateTimeKind.Unspecified))), ("capacity", null));
                break;
            case "called off":
                Site.Change(meeting, ("status", "Afgelast"), ("capacity", null));
                break;
            case "unpublished":
                Assert.True(contents.Unpublish(contents.GetById(meeting)!).Success);
                break;
            default:
                Assert.True(contents.MoveToRecycleBin(contents.GetById(meeting)!).Success);
                break;
        }

        Assert.Equal(["een", "twee:Waiting"], await desk.StandAsync(meeting));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.CancelAsync(one)).Status);
        Assert.Equal(["twee:Waiting"], await desk.StandAsync(meeting));

        // Nor when an editor takes somebody off the list, or a person is erased.
        var three = await Site.AskAsync(async db =>
        {
            var row = await db.Set<RegistrationRow>().AsNoTracking().SingleAsync(row => row.Key == one.Key);
            (row.Id, row.Key, row.Name, row.State) = (0, Guid.NewGuid(), "drie", RegistrationState.Placed);
            db.Add(row);
            await db.SaveChangesAsync();
            return row;
        });
        Assert.Equal(HttpStatusCode.Redirect, (await desk.SendAsync($"/umbraco/meetings/{meeting}/registrations/cancel", ("registration", three.Key.ToString()))).Status);
        Assert.Equal(["twee:Waiting"], await desk.StandAsync(meeting));
        Assert.DoesNotContain("placed", await desk.MailsAsync(two));
    }

    [Fact]
    public async Task More_people_than_a_meeting_has_places_for_are_refused()
    {
        var meeting = Site.Announce(places: 2);
        var address = $"/aanmelden/{meeting}";
        Assert.Equal(["1", "2"], (await desk.Guest.GetAsync(address)).Page.QuerySelectorAll("#Seats option").Select(option => option.TextContent));
        var refused = await desk.Guest.PostAsync(address, address, ("Name", "een"), ("Email", "een@voorbeeld.nl"), ("Seats", "3"), ("Needs", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Deze bijeenkomst heeft 2 plekken.", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await desk.StandAsync(meeting));

        var one = await Site.RegisterAsync(meeting, "een");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ChangeAsync(one, 3)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.ChangeAsync(one, 2)).Status);
    }

    [Fact]
    public async Task Who_asks_for_more_than_there_is_by_now_keeps_their_place_in_the_line_and_holds_up_nobody()
    {
        var meeting = Site.Announce(places: 4);
        var one = await Site.RegisterAsync(meeting, "een", seats: 4);
        var group = await Site.RegisterAsync(meeting, "groep", seats: 3);
        await Site.RegisterAsync(meeting, "twee");
        Site.Change(meeting, ("capacity", 2));
        Site.Change(meeting, ("summary", "Een andere lunch."));
        Assert.Equal(["waiting", "too-many/2"], await desk.MailsAsync(group));
        Assert.Contains("u vroeg er 3", (await desk.Guest.GetAsync($"/aanmelding/{group.Key}")).Text, StringComparison.Ordinal);

        await desk.CancelAsync(one);
        await Site.RegisterAsync(meeting, "drie");
        await Site.RegisterAsync(meeting, "vier");
        Assert.Equal(["groep:Waiting", "twee", "drie", "vier:Waiting"], await desk.StandAsync(meeting));

        // Two places come free: the first in the line asks for two of them now, and was there before "vier".
        Assert.Equal(HttpStatusCode.Redirect, (await desk.ChangeAsync(group, 2)).Status);
        Site.Change(meeting, ("capacity", 4));
        Assert.Equal(["groep", "twee", "drie", "vier:Waiting"], await desk.StandAsync(meeting));
    }

    [Fact]
    public async Task A_free_place_that_somebody_waits_for_goes_to_nobody_who_is_in_already()
    {
        var meeting = Site.Announce(places: 3);
        var one = await Site.RegisterAsync(meeting, "een", seats: 2);
        await Site.RegisterAsync(meeting, "twee", seats: 2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ChangeAsync(one, 3)).Status);
        Assert.Equal(["een", "twee:Waiting"], await desk.StandAsync(meeting));
    }

    [Fact]
    public async Task An_address_is_the_same_by_whatever_capitals()
    {
        var meeting = Site.Announce(places: 4);
        var address = $"/aanmelden/{meeting}";
        foreach (var email in new[] { "Anna@voorbeeld.nl", "anna@Voorbeeld.NL" })
        {
            var answer = await desk.Guest.PostAsync(address, address, ("Name", "Anna"), ("Email", email), ("Seats", "1"), ("Needs", ""));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }

        Assert.Equal(["Anna"], await desk.StandAsync(meeting));
    }

    [Fact]
    public async Task How_long_needs_are_kept_follows_a_meeting_that_moves()
    {
        var meeting = Site.Announce(places: 2);
        var row = await Site.RegisterAsync(meeting, "een", needs: "Geen noten");
        Site.Change(meeting, ("start", SiteMeetings.Moment(SiteMeetings.First.AddDays(80))));
        var until = await Site.AskAsync(db => db.Set<RegistrationRow>().Where(one => one.Key == row.Key).Select(one => one.NeedsUntil).SingleAsync());
        Assert.Equal(SiteMeetings.First.AddDays(80).AddHours(2) + Registrations.NeedsKept, DeventerTime.In(until!.Value).DateTime);
    }
}

/// <summary>Where the links in our mail lead. Each is a regression of issue 6.</summary>
public sealed class MailedLinkTests : IAsyncLifetime
{
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task While_anybody_could_say_where_they_lead_none_are_mailed()
    {
        var meeting = _site.Announce(places: 1);
        using var guest = new Person(_site);
        var address = $"/aanmelden/{meeting}";
        (string Name, string Value)[] fields = [("Name", "een"), ("Email", "een@voorbeeld.nl"), ("Seats", "1"), ("Needs", "")];
        var token = (await guest.GetAsync(address)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Host = "kwaad.example";
        using var answer = await guest.SendAsync(request);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(0, await _site.AskAsync(db => db.Set<RegistrationRow>().CountAsync()));

        // At this machine itself it is known where we are; when a page goes online by the clock, it isn't.
        Assert.Equal(HttpStatusCode.OK, (await guest.PostAsync(address, address, fields)).Status);
        await guest.PostAsync(address, address, ("Name", "twee"), ("Email", "twee@voorbeeld.nl"), ("Seats", "1"), ("Needs", ""));
        _site.Change(meeting, ("capacity", 2));
        Assert.Equal([RegistrationState.Placed, RegistrationState.Waiting], await _site.AskAsync(db => db.Set<RegistrationRow>().OrderBy(row => row.Id).Select(row => row.State).ToListAsync()));
        Assert.DoesNotContain(await _site.AskAsync(db => db.Set<MailRow>().Select(mail => mail.Text).ToListAsync()), text => text.Contains("\n/aanmelding", StringComparison.Ordinal));
    }
}
