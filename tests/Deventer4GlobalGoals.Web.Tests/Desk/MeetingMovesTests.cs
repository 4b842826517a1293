using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>What people who registered hear when their meeting moves, and what their calendar makes of it.</summary>
public sealed class MeetingMovesTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private CommunitySite? _site;

    private CommunitySite Site => _site!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_registered_hears_of_a_move_once_also_when_the_process_ends_before_that_mail_is_queued()
    {
        using var crash = new CrashCopy(mail => mail.Key.Contains("/moved/", StringComparison.Ordinal));
        _site = await DeskSite.StartAsync(_mail, Configure);
        var meeting = Site.Announce(places: 1);
        await Site.RegisterAsync(meeting, "een");
        await Site.RegisterAsync(meeting, "twee", culture: "en-US");
        await _mail.NextAsync();
        await _mail.NextAsync();
        Site.Change(meeting, ("start", SiteMeetings.Moment(SiteMeetings.First.AddDays(1))));
        await DisposeAsync();
        _site = null;

        // What was on the disk at that moment: the meeting has moved, and nobody was told.
        var after = new MailSink();
        _site = CommunitySite.StartOn(crash.Database, services => Configure(services.AddSingleton<IMailTransport>(after)));
        MailRow[] told = [.. new[] { await after.NextAsync(), await after.NextAsync() }.OrderBy(mail => mail.To, StringComparer.Ordinal)];
        Assert.Equal(["een@voorbeeld.nl", "twee@voorbeeld.nl"], told.Select(mail => mail.To));
        Assert.StartsWith("Veranderd:", told[0].Subject, StringComparison.Ordinal);
        Assert.StartsWith("Changed:", told[1].Subject, StringComparison.Ordinal);
        Assert.Equal(SiteMeetings.First.AddDays(1), DeventerTime.In((await ForeignCalendar.ReadAsync(told[0].Calendar!)).Events.Single().Start.Instant!.Value).DateTime);

        // The next start, and whoever comes to it later, tell nobody again.
        Assert.Equal(0, await TellAllAsync());
        await Site.RegisterAsync(meeting, "drie");
        Assert.Equal("drie@voorbeeld.nl", (await after.NextAsync()).To);
        Assert.Equal(0, await TellAllAsync());
        Assert.Equal(2, await Site.AskAsync(db => db.Set<MailRow>().CountAsync(mail => mail.Key.Contains("/moved/"))));
    }

    [Fact]
    public async Task A_calendar_takes_the_move_in_the_place_of_the_old_one_and_lets_go_of_what_is_off()
    {
        _site = await DeskSite.StartAsync(_mail, Configure);
        var meeting = Site.Announce(places: 2);
        await Site.RegisterAsync(meeting, "een");
        await Site.RegisterAsync(meeting, "twee");
        var invited = await ReadAsync("een@voorbeeld.nl", "twee@voorbeeld.nl");
        Tick();
        Site.Change(meeting, ("placeName", "Grote Kerk, zaal 2; links"));
        var moved = await ReadAsync("een@voorbeeld.nl", "twee@voorbeeld.nl");
        var feed = await FeedAsync(meeting);

        // Who doesn't come is let go, and nobody else.
        var two = await Site.AskAsync(db => db.Set<RegistrationRow>().SingleAsync(row => row.Name == "twee"));
        await Site.AskAsync<Registrations, int>(async registrations =>
        {
            await registrations.CancelAsync(Site.Get<MeetingReader>().Find(meeting, "nl")!, two.Key, CancellationToken.None);
            return 0;
        });
        var gone = await ReadAsync("twee@voorbeeld.nl");
        Tick();
        Site.Change(meeting, ("status", "Afgelast"));
        var off = await ReadAsync("een@voorbeeld.nl");

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL", "CANCEL"], new[] { invited, moved, gone, off }.Select(calendar => calendar.Method));
        var events = new[] { invited, moved, gone, off }.Select(calendar => calendar.Events.Single()).ToList();
        Assert.Single(events.Select(read => read.Uid).Distinct());
        Assert.True(events[0].Sequence < events[1].Sequence && events[1].Sequence == events[2].Sequence && events[2].Sequence < events[3].Sequence);
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED"], events.Select(read => read.Status));
        Assert.StartsWith("Grote Kerk, zaal 2; links", events[1].Location, StringComparison.Ordinal);
        Assert.Equal("mailto:twee@voorbeeld.nl", Assert.Single(events[2].Attendees).Address);
        Assert.Equal((events[1].Uid, events[1].Sequence, events[1].Start, events[1].Location), (feed.Uid, feed.Sequence, feed.Start, feed.Location));
        Assert.Equal(("CANCELLED", events[3].Sequence), ((await FeedAsync(meeting)).Status, (await FeedAsync(meeting)).Sequence));
    }

    [Fact]
    public async Task What_is_kept_of_a_guest_is_found_and_erased_and_their_place_goes_to_who_waits()
    {
        _site = await DeskSite.StartAsync(_mail, Configure);
        var meeting = Site.Announce(places: 1);
        await Site.RegisterAsync(meeting, "een", needs: "Een rolstoel");
        await Site.RegisterAsync(meeting, "twee");
        await _mail.NextAsync();
        await _mail.NextAsync();

        var found = await Site.AskAsync<PersonFile, IReadOnlyList<PersonalData>>(file => file.ReadAsync("EEN@voorbeeld.nl", CancellationToken.None));
        Assert.Equal(["mail", "needs", "registration"], found.Select(one => one.As).Order(StringComparer.Ordinal));
        var registration = found.Single(one => one.As == "registration");
        Assert.Equal("een, een@voorbeeld.nl (1): Lunch met plekken, 2099-03-11 12:00", registration.What);
        Assert.Equal(registration.At + Registrations.Kept, registration.Until);
        var needs = found.Single(one => one.As == "needs");
        Assert.Equal(("Een rolstoel", DeventerTime.In(needs.Until!.Value).DateTime), (needs.What, SiteMeetings.First.AddHours(2) + Registrations.NeedsKept));

        await Site.AskAsync<PersonFile, int>(async file =>
        {
            await file.EraseAsync("een@voorbeeld.nl", CancellationToken.None);
            return 0;
        });
        var mail = await _mail.NextAsync();
        Assert.Equal(("twee@voorbeeld.nl", "U komt: Lunch met plekken"), (mail.To, mail.Subject));
        Assert.Equal("REQUEST", (await ForeignCalendar.ReadAsync(mail.Calendar!)).Method);
        var left = await Site.AskAsync(db => db.Set<RegistrationRow>().Select(row => new { row.Name, row.State }).ToListAsync());
        Assert.Equal([("twee", RegistrationState.Placed)], left.Select(row => (row.Name, row.State)));
        Assert.Empty(await Site.AskAsync<PersonFile, IReadOnlyList<PersonalData>>(file => file.ReadAsync("een@voorbeeld.nl", CancellationToken.None)));
    }

    private static void Configure(IServiceCollection services) =>
        services.Configure<WebRoutingSettings>(settings => settings.UmbracoApplicationUrl = "https://deventer.example");

    /// <summary>The calendars of the next mails, to whom they are to go; that of the first is read.</summary>
    private async Task<ForeignCalendar> ReadAsync(params string[] to)
    {
        var mails = new List<MailRow>();
        foreach (var _ in to)
        {
            mails.Add(await _mail.NextAsync());
        }

        Assert.Equal(to, mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        return await ForeignCalendar.ReadAsync(mails.Single(mail => mail.To == to[0]).Calendar!);
    }

    private async Task<ForeignEvent> FeedAsync(Guid meeting) =>
        (await ForeignCalendar.ReadAsync(await Site.TextAsync("/agenda.ics"))).Events.Single(read => read.Uid.StartsWith(meeting.ToString(), StringComparison.Ordinal));

    /// <summary>Sequences count seconds: the next change is to fall in another one.</summary>
    private static void Tick()
    {
        var moment = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Assert.True(SpinWait.SpinUntil(() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() > moment, TimeSpan.FromSeconds(5)));
    }

    private Task<int> TellAllAsync() => Site.AskAsync<MeetingNews, int>(news => news.TellAllAsync(CancellationToken.None));
}
