using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>From announcing a meeting with places to who comes.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(_mail);

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
    public async Task The_list_for_a_spreadsheet_holds_no_formulas()
    {
        var meeting = await AnnounceAsync(places: 5);
        using var visitor = new Person(_site);
        await RegisterAsync(visitor, meeting, "een", ("Name", "=HYPERLINK(\"http://x\")"));
        using var bea = await _site.SignInAsync("bea", AccountRoles.Editor);
        var list = await bea.GetAsync($"/umbraco/meetings/{meeting}/registrations/csv");
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\";\"een@voorbeeld.nl\"", list.Text, StringComparison.Ordinal);
    }

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
