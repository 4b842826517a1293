using System.Globalization;
using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>From announcing a meeting with places to who comes.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private readonly MovedClock _clock = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(_mail, services => services
        .AddSingleton<TimeProvider>(_clock)
        .Configure<WebRoutingSettings>(settings => settings.UmbracoApplicationUrl = "https://deventer.example"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Who_cancels_makes_room_for_who_waits_longest()
    {
        var meeting = await AnnounceAsync(places: 2);
        using var visitor = new Person(_site);
        var page = await _site.DocumentAsync("/agenda/lunch-met-plekken");
        Assert.Equal($"/aanmelden/{meeting}", page.QuerySelector("a[href^='/aanmelden/']")!.GetAttribute("href"));
        foreach (var name in new[] { "een", "twee", "drie", "vier" })
        {
            Assert.Equal(HttpStatusCode.OK, (await RegisterAsync(visitor, meeting, name)).Status);
        }

        var mails = new Dictionary<string, string>();
        for (var i = 0; i < 4; i++)
        {
            var mail = await _mail.NextAsync();
            mails[mail.To] = mail.Text;
            Assert.Equal(mail.To is "een@voorbeeld.nl" or "twee@voorbeeld.nl", mail.Calendar is not null);
        }

        var link = mails["een@voorbeeld.nl"].Split('\n').Single(line => line.Contains("/aanmelding/", StringComparison.Ordinal));
        var path = new Uri(link).AbsolutePath;
        await visitor.PostAsync(path, path + "/afmelden");
        await visitor.PostAsync(path, path + "/afmelden");
        var after = new[] { await _mail.NextAsync(), await _mail.NextAsync() }.OrderBy(mail => mail.To, StringComparer.Ordinal).ToList();
        Assert.Equal(["drie@voorbeeld.nl", "een@voorbeeld.nl"], after.Select(mail => mail.To));
        Assert.Contains("BEGIN:VCALENDAR", after[0].Calendar, StringComparison.Ordinal);
        Assert.Equal(["twee", "drie", "vier:Waiting"], await StandAsync(meeting));
        Assert.Equal(6, _mail.Sent.Count);
    }

    [Fact]
    public async Task Of_sixty_at_once_exactly_as_many_get_a_place_as_there_are_and_everybody_is_mailed_once()
    {
        var meeting = await AnnounceAsync(places: 20);
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, cancellation) =>
        {
            await using var scope = _site.Services.CreateAsyncScope();
            var places = scope.ServiceProvider.GetRequiredService<MeetingReader>().Find(meeting, "nl")!;
            await scope.ServiceProvider.GetRequiredService<Registrations>().AddAsync(places, new NewRegistration($"n{number}", $"n{number}@voorbeeld.nl", 1, null, "nl"), cancellation);
        });

        var rows = await _site.AskAsync(db => db.Set<RegistrationRow>().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([.. Enumerable.Repeat(RegistrationState.Placed, 20), .. Enumerable.Repeat(RegistrationState.Waiting, 40)], rows.Select(row => row.State));
        for (var i = 0; i < 60; i++)
        {
            await _mail.NextAsync();
        }

        Assert.Equal(60, _mail.Sent.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(60, _mail.Sent.Count);
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Email", "geen adres")]
    [InlineData("Email", "een@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl")]
    [InlineData("Seats", "0")]
    [InlineData("Seats", "veel")]
    [InlineData("Website", "http://voorbeeld.nl")]
    public async Task What_is_wrong_is_said_and_nobody_is_registered(string field, string value)
    {
        var meeting = await AnnounceAsync(places: 2);
        using var visitor = new Person(_site);
        var answer = await RegisterAsync(visitor, meeting, "een", (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("[role=alert] p"));
        Assert.Empty(await StandAsync(meeting));
    }

    [Fact]
    public async Task Whoever_registers_twice_has_one_place_and_a_link_that_is_made_up_leads_nowhere()
    {
        var meeting = await AnnounceAsync(places: 2);
        using var visitor = new Person(_site);
        var first = await RegisterAsync(visitor, meeting, "een");
        var second = await RegisterAsync(visitor, meeting, "een");
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(["een"], await StandAsync(meeting));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/aanmelding/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/aanmelden/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task More_places_let_in_whoever_waits()
    {
        var meeting = await AnnounceAsync(places: 1);
        using var visitor = new Person(_site);
        await RegisterAsync(visitor, meeting, "een");
        await RegisterAsync(visitor, meeting, "twee");
        Assert.Equal(["een", "twee:Waiting"], await StandAsync(meeting));

        var contents = _site.Get<IContentService>();
        var item = contents.GetById(meeting)!;
        item.SetValue("capacity", 2);
        contents.Save(item);
        Assert.True(contents.Publish(item, ["nl"]).Success);
        Assert.Equal(["een", "twee"], await StandAsync(meeting));
    }

    [Fact]
    public async Task Whoever_has_the_link_changes_how_many_come_as_far_as_there_is_room()
    {
        var meeting = await AnnounceAsync(places: 4);
        using var visitor = new Person(_site);
        await RegisterAsync(visitor, meeting, "een", ("Seats", "2"));
        await RegisterAsync(visitor, meeting, "twee", ("Seats", "2"));
        await RegisterAsync(visitor, meeting, "drie");
        var path = $"/aanmelding/{(await RowAsync("een")).Key}";

        var refused = await visitor.PostAsync(path, path + "/wijzigen", ("Seats", "3"), ("Needs", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, (await RowAsync("een")).Seats);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(path, path + "/wijzigen", ("Seats", "1"), ("Needs", "Een rolstoel"))).Status);
        Assert.Equal((1, "Een rolstoel"), ((await RowAsync("een")).Seats, (await RowAsync("een")).Needs));
        Assert.Equal(["een", "twee", "drie"], await StandAsync(meeting));
    }

    [Fact]
    public async Task When_a_meeting_moves_everybody_gets_the_appointment_that_replaces_the_old_one()
    {
        var meeting = await AnnounceAsync(places: 1);
        using var visitor = new Person(_site);
        await RegisterAsync(visitor, meeting, "een");
        await RegisterAsync(visitor, meeting, "twee");
        var first = CalendarText.Read((await _mail.NextAsync()).Calendar!).Single();
        await _mail.NextAsync();

        // Sequences count seconds: the next change is to fall in another one.
        var moment = _clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.True(SpinWait.SpinUntil(() => _clock.GetUtcNow().ToUnixTimeSeconds() > moment, TimeSpan.FromSeconds(5)));
        using var bea = await _site.SignInAsync("bea", AccountRoles.Editor);
        await PublishAsync(bea, meeting, ("f.summary", "Een andere tekst."));
        await PublishAsync(bea, meeting, ("f.start.date", "2099-03-12"), ("f.end.date", "2099-03-12"));
        var moved = new[] { await _mail.NextAsync(), await _mail.NextAsync() }.OrderBy(mail => mail.To, StringComparer.Ordinal).ToList();
        Assert.All(moved, mail => Assert.StartsWith("Veranderd:", mail.Subject, StringComparison.Ordinal));
        Assert.Null(moved[1].Calendar);
        var second = CalendarText.Read(moved[0].Calendar!).Single();
        Assert.Equal(first["UID"], second["UID"]);
        Assert.Equal("20990312T110000Z", second["DTSTART"]);
        Assert.True(long.Parse(second["SEQUENCE"], CultureInfo.InvariantCulture) > long.Parse(first["SEQUENCE"], CultureInfo.InvariantCulture));

        // In the agenda of the site it is the same appointment.
        var agenda = CalendarText.Read(await _site.TextAsync("/agenda.ics")).Single(entry => entry["UID"] == first["UID"]);
        Assert.Equal((second["SEQUENCE"], second["DTSTART"]), (agenda["SEQUENCE"], agenda["DTSTART"]));

        await PublishAsync(bea, meeting, ("f.status", "Afgelast"));
        var off = new[] { await _mail.NextAsync(), await _mail.NextAsync() }.OrderBy(mail => mail.To, StringComparer.Ordinal).First();
        Assert.Equal("CANCELLED", CalendarText.Read(off.Calendar!).Single()["STATUS"]);
        Assert.Equal(6, _mail.Sent.Count);
    }

    [Fact]
    public async Task A_message_reaches_whom_it_is_for_once_however_often_it_is_sent()
    {
        var meeting = await AnnounceAsync(places: 2);
        using var visitor = new Person(_site);
        foreach (var name in new[] { "een", "twee", "drie" })
        {
            await RegisterAsync(visitor, meeting, name);
            await _mail.NextAsync();
        }

        using var bea = await _site.SignInAsync("bea", AccountRoles.Editor);
        var address = $"/umbraco/meetings/{meeting}/registrations/message";
        var form = (await bea.GetAsync(address)).Page.QuerySelector($"form[action='{address}']")!;
        (string, string)[] message = [("to", "placed"), ("subject", "De zaal\r\nBcc: ander@voorbeeld.nl"), ("text", "Beste {naam}, het is in zaal 2: {link}")];
        Assert.Equal(HttpStatusCode.Redirect, (await bea.SubmitAsync(form, address, message)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await bea.SubmitAsync(form, address, message)).Status);
        var sent = new[] { await _mail.NextAsync(), await _mail.NextAsync() }.OrderBy(mail => mail.To, StringComparer.Ordinal).ToList();
        Assert.Equal(["een@voorbeeld.nl", "twee@voorbeeld.nl"], sent.Select(mail => mail.To));
        Assert.StartsWith("Beste een, het is in zaal 2: http", sent[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sent[0].Subject);
        Assert.Equal(5, _mail.Sent.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await bea.SubmitAsync(form, address, ("to", "iedereen"), ("subject", "x"), ("text", "y"))).Status);

        var badges = (await bea.GetAsync($"/umbraco/meetings/{meeting}/registrations/badges")).Page.QuerySelectorAll(".d4-naamkaartjes strong");
        Assert.Equal(["een", "twee"], badges.Select(badge => badge.TextContent));
    }

    [Fact]
    public async Task The_day_before_whoever_has_a_place_is_reminded_once()
    {
        var meeting = await AnnounceAsync(places: 1);
        using var visitor = new Person(_site);
        await RegisterAsync(visitor, meeting, "een");
        await RegisterAsync(visitor, meeting, "twee");
        await _mail.NextAsync();
        await _mail.NextAsync();
        var reminders = _site.Get<MeetingReminders>();
        Assert.Equal(0, await reminders.RemindAsync(CancellationToken.None));
        _clock.MoveTo(new DateTimeOffset(2099, 3, 10, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await reminders.RemindAsync(CancellationToken.None));
        Assert.Equal(0, await reminders.RemindAsync(CancellationToken.None));
        var mail = await _mail.NextAsync();
        Assert.Equal("een@voorbeeld.nl", mail.To);
        Assert.Contains("https://deventer.example/aanmelding/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_for_a_spreadsheet_holds_no_formulas()
    {
        var meeting = await AnnounceAsync(places: 5);
        using var visitor = new Person(_site);
        await RegisterAsync(visitor, meeting, "een", ("Name", "=HYPERLINK(\"http://x\")"));
        using var bea = await _site.SignInAsync("bea", AccountRoles.Editor);
        var list = await bea.GetAsync($"/umbraco/meetings/{meeting}/registrations/csv");
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\";\"een@voorbeeld.nl\"", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_it_a_practice_that_came_out_of_it_begins_as_a_draft_with_its_goals_and_a_link()
    {
        var meeting = await AnnounceAsync(places: 5);
        using var anna = new Person(_site);
        await anna.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", "anna@voorbeeld.nl"), ("password", DeskSite.Password));
        var address = $"/umbraco/meetings/{meeting}/registrations";
        Assert.Null((await anna.GetAsync(address)).Page.QuerySelector("#naam"));
        _clock.MoveTo(new DateTimeOffset(2099, 3, 12, 12, 0, 0, TimeSpan.Zero));
        using var bea = await _site.SignInAsync("bea", AccountRoles.Editor);
        var form = (await bea.GetAsync(address)).Page.QuerySelector("form[action$='/practice']")!;
        Assert.Equal(address, (await bea.SubmitAsync(form, $"{address}/practice", ("name", " "))).Location);
        var made = await bea.SubmitAsync(form, $"{address}/practice", ("name", "Kleinere schalen"));
        var draft = _site.Get<IContentService>().GetById(Guid.Parse(made.Location!.Split('/')[^1]))!;
        Assert.Equal(("Kleinere schalen", "practice", false), (draft.Name, draft.ContentType.Alias, draft.Published));
        Assert.Contains("\"goal\":12", draft.GetValue<string>("contributions"), StringComparison.Ordinal);
        Assert.Contains("Lunch met plekken", (await bea.GetAsync(made.Location)).Page.QuerySelector("#veld-links")!.OuterHtml, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(Person person, Guid meeting, params (string Name, string Value)[] changes)
    {
        var address = $"/umbraco/items/{meeting}?culture=nl";
        var form = (await person.GetAsync(address)).Page.QuerySelector("form#bewerk")!;
        Assert.Equal(HttpStatusCode.Redirect, (await person.SubmitAsync(form, address, [.. changes, ("do", "publish")])).Status);
    }

    private Task<RegistrationRow> RowAsync(string name) => _site.AskAsync(db => db.Set<RegistrationRow>().SingleAsync(row => row.Name == name));

    private static Task<Answer> RegisterAsync(Person visitor, Guid meeting, string name, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] fields = [("Name", name), ("Email", $"{name}@voorbeeld.nl"), ("Seats", "1"), ("Needs", "")];
        return visitor.PostAsync($"/aanmelden/{meeting}", $"/aanmelden/{meeting}", [.. fields.Where(field => changes.All(change => change.Name != field.Name)), .. changes]);
    }

    private async Task<Guid> AnnounceAsync(int places)
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var made = await anna.PostAsync(
            "/umbraco/meetings/new",
            "/umbraco/meetings/new",
            ("Name", "Lunch met plekken"), ("Summary", "Een lunch."), ("Date", "2099-03-11"), ("From", "12:00"), ("Until", "13:30"), ("PlaceName", "Boreel 1"),
            ("Capacity", $"{places}"), ("Goals", "12"), ("do", "publish"));
        return Guid.Parse(made.Location!.Split('/')[^1]);
    }

    private async Task<IEnumerable<string>> StandAsync(Guid meeting)
    {
        var rows = await _site.AskAsync(db => db.Set<RegistrationRow>().Where(row => row.MeetingKey == meeting && row.State != RegistrationState.Cancelled).OrderBy(row => row.Id).ToListAsync());
        return rows.Select(row => row.State == RegistrationState.Waiting ? $"{row.Name}:Waiting" : row.Name);
    }
}
