using System.Globalization;
using System.Net;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>What the desk does before, at and after a meeting. Each is a regression of issue 6.</summary>
public sealed class MeetingDayTests(MeetingSite desk) : IClassFixture<MeetingSite>
{
    private static readonly string Past = SiteMeetings.Moment(new DateTime(2020, 3, 11, 12, 0, 0, DateTimeKind.Unspecified));

    private CommunitySite Site => desk.Site;

    private IContentService Contents => Site.Get<IContentService>();

    [Theory]
    [InlineData("unpublish")]
    [InlineData("bin")]
    public async Task A_meeting_with_guests_goes_off_the_site_only_when_somebody_is_sure_and_stays_theirs(string action)
    {
        var meeting = Site.Announce(places: 4);
        var (one, two) = (await Site.RegisterAsync(meeting, "een", seats: 2), await Site.RegisterAsync(meeting, "twee"));
        var item = $"/umbraco/items/{meeting}";
        var question = await desk.SendAsync($"{item}/{action}?culture=nl");
        Assert.Equal(HttpStatusCode.OK, question.Status);
        Assert.Contains("hebben zich 3 mensen aangemeld", question.Page.QuerySelector(".utrecht-alert--warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([$"{item}#veld-status", $"/umbraco/meetings/{meeting}/registrations/message"], question.Page.QuerySelectorAll(".utrecht-alert--warning a").Select(link => link.GetAttribute("href")));
        Assert.True(Contents.GetById(meeting)!.Published);
        await desk.SendAsync("/umbraco/items/bulk", ("keys", meeting.ToString()), ("do", action));
        Assert.True(Contents.GetById(meeting)!.Published);

        // So does what it lies under.
        Assert.Contains("hebben zich 3 mensen aangemeld", (await desk.SendAsync($"/umbraco/items/{Site.Agenda().Key}/{action}?culture=nl")).Text, StringComparison.Ordinal);

        await desk.Bea.SubmitAsync(question.Page.QuerySelector($"form[action*='/{action}']")!, $"{item}/{action}?culture=nl");
        Assert.Null(Site.Get<MeetingReader>().Find(meeting, "nl"));
        var list = $"/umbraco/meetings/{meeting}/registrations";
        foreach (var address in new[] { list, $"{list}/csv", $"{list}/badges", $"{list}/message" })
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.Bea.GetAsync(address)).Status);
        }

        var form = (await desk.Bea.GetAsync($"{list}/message")).Page.QuerySelector($"form[action='{list}/message']")!;
        await desk.Bea.SubmitAsync(form, $"{list}/message", ("to", "all"), ("subject", "Later"), ("text", "Wij laten het weten: {link}"));
        Assert.Equal($"Wij laten het weten: https://deventer.example/aanmelding/{one.Key}", await Site.AskAsync(db => db.Set<MailRow>().Where(mail => mail.Key.StartsWith($"registration/{one.Key}/message/")).Select(mail => mail.Text).SingleAsync()));
        var yours = await desk.Guest.GetAsync($"/aanmelding/{two.Key}");
        Assert.Equal(HttpStatusCode.OK, yours.Status);
        Assert.Contains("staat nu niet op de site", yours.Page.QuerySelector(".utrecht-alert--warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.CancelAsync(two)).Status);
        Assert.Equal(["een"], await desk.StandAsync(meeting));

        // Nobody registers any more, and nobody is mailed by itself.
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Guest.GetAsync($"/aanmelden/{meeting}")).Status);
        Assert.Equal(["placed"], (await desk.MailsAsync(one)).Where(mail => !mail.StartsWith("message/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_came_is_counted_at_the_door_and_becomes_the_figure_on_the_page()
    {
        var meeting = Site.Announce(places: 4);
        var (one, two) = (await Site.RegisterAsync(meeting, "een", seats: 3), await Site.RegisterAsync(meeting, "twee"));
        await Site.RegisterAsync(meeting, "wacht");
        var list = $"/umbraco/meetings/{meeting}/registrations";
        Assert.Null((await desk.Bea.GetAsync(list)).Page.QuerySelector("a[href$='#veld-material']"));
        await SeenAsync(one);
        await SeenAsync(two);
        Assert.Contains("4 van 4 aanwezig", (await desk.Bea.GetAsync(list)).Text, StringComparison.Ordinal);
        await SeenAsync(one, ("came", "2"));
        await SeenAsync(two, ("came", "1"));

        Site.Change(meeting, ("start", Past));
        Site.Change(meeting, ("summary", "Zo staat het er."));
        var draft = Contents.GetById(meeting)!;
        draft.SetValue("summary", "Nog niet af.", "nl");
        Contents.Save(draft);
        var after = (await desk.Bea.GetAsync(list)).Page;
        Assert.Contains("3 van 4 aanwezig", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/umbraco/items/{meeting}#veld-material", after.QuerySelector("a[href$='#veld-material']")!.GetAttribute("href"));
        await desk.Bea.SubmitAsync(after.QuerySelector("form[action$='/attendance']")!, $"{list}/attendance");
        Assert.Equal(3, Site.Get<MeetingReader>().Find(meeting, "nl")!.Attendance);
        Assert.Null((await desk.Bea.GetAsync(list)).Page.QuerySelector("form[action$='/attendance']"));
        var item = Contents.GetById(meeting)!;
        Assert.Equal(("Zo staat het er.", "Nog niet af."), (item.GetValue<string>("summary", "nl", published: true), item.GetValue<string>("summary", "nl")));

        var csv = (await desk.Bea.GetAsync($"{list}/csv")).Text;
        Assert.Contains("Naam;Mailadres;Aantal;Stand;Aanwezig;Nodig;Aangemeld op", csv, StringComparison.Ordinal);
        Assert.Contains("\"een\";\"een@voorbeeld.nl\";\"3\";\"Plek\";\"2\";", csv, StringComparison.Ordinal);
        await desk.SendAsync("/umbraco/language", ("language", "en"), ("returnUrl", "/umbraco"));
        var english = (await desk.Bea.GetAsync($"{list}/csv")).Text;
        await desk.SendAsync("/umbraco/language", ("language", "nl"), ("returnUrl", "/umbraco"));
        Assert.Contains("Name;Email;People;State;Came;Needs;Registered at", english, StringComparison.Ordinal);
        Assert.Contains("\"wacht@voorbeeld.nl\";\"1\";\"Waiting list\";\"0\";", english, StringComparison.Ordinal);

        Task<Answer> SeenAsync(RegistrationRow row, params (string Name, string Value)[] count) =>
            desk.SendAsync($"{list}/attended", [("registration", row.Key.ToString()), ("attended", "true"), .. count]);
    }

    [Fact]
    public async Task A_new_meeting_begins_with_a_text_or_with_an_earlier_one_and_never_with_its_day()
    {
        var earlier = Site.Announce(places: 40);
        Site.Change(earlier, ("body", "Neem honger mee."), ("street", "Boreelplein 1"), ("end", SiteMeetings.Moment(SiteMeetings.First.AddMinutes(90))), ("contributions", "[{\"goal\":12,\"role\":\"primary\",\"direction\":\"positive\",\"source\":\"editor\"}]"));
        var first = (await desk.Bea.GetAsync("/umbraco/meetings/new")).Page;
        Assert.StartsWith("**Voor wie?**", first.QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(first.QuerySelectorAll("nav a[href*='?from=']").Length, 1, 6);
        Assert.NotNull(first.QuerySelector($"a[href='/umbraco/meetings/new?from={earlier}']"));

        var form = (await desk.Bea.GetAsync($"/umbraco/meetings/new?from={earlier}")).Page.QuerySelector("form[action='/umbraco/meetings/new']")!;
        string Value(string field) => form.QuerySelector($"#{field}")!.GetAttribute("value") ?? string.Empty;
        Assert.Equal(["", "", "12:00", "13:30", "Boreel 1", "Boreelplein 1", "40"], new[] { "Name", "Date", "From", "Until", "PlaceName", "Street", "Capacity" }.Select(Value));
        Assert.Equal(("Een lunch.", "Neem honger mee."), (form.QuerySelector("#Summary")!.TextContent, form.QuerySelector("#Body")!.TextContent));
        Assert.Equal(["12"], form.QuerySelectorAll("[name=Goals][checked]").Select(goal => goal.GetAttribute("value")));
        Assert.Equal(12, form.QuerySelectorAll("[name]:not([type=hidden]):not(button)").Select(field => field.GetAttribute("name")).Distinct().Count());
        var made = await desk.Bea.SubmitAsync(form, "/umbraco/meetings/new", ("Name", "De volgende lunch"), ("Date", "2099-04-11"), ("do", "publish"));
        Assert.Equal(40, Site.Get<MeetingReader>().Find(Guid.Parse(made.Location!.Split('/')[^1]), "nl")!.Capacity);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Bea.GetAsync($"/umbraco/meetings/new?from={Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("0", false)]
    public async Task Without_a_number_of_places_everybody_registers_and_with_none_the_page_says_so(string places, bool isOpen)
    {
        var made = await desk.SendAsync(
            "/umbraco/meetings/new", ("Name", $"Zonder grens {isOpen}"), ("Summary", "Een lunch."), ("Date", "2099-05-11"), ("From", "12:00"), ("PlaceName", "Boreel 1"), ("Capacity", places), ("Goals", "12"), ("do", "publish"));
        var meeting = Site.Get<MeetingReader>().Find(Guid.Parse(made.Location!.Split('/')[^1]), "nl")!;
        Assert.Equal((null, isOpen), (meeting.Capacity, meeting.IsOpen));
        var page = await Site.DocumentAsync(meeting.Path);
        Assert.Equal(isOpen, page.QuerySelector("a[href^='/aanmelden/']") is not null);
        Assert.Equal(!isOpen, page.Body!.TextContent.Contains("U kunt zich niet op deze site aanmelden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_desk_says_how_many_places_are_free_and_what_goes_off_the_site()
    {
        var meeting = Site.Announce(places: 2);
        Site.Change(meeting, ("start", SiteMeetings.Moment(new DateTime(2090, 1, 1, 12, 0, 0, DateTimeKind.Unspecified))));
        await Site.RegisterAsync(meeting, "een");
        await Site.RegisterAsync(meeting, "twee", seats: 2);
        var offAt = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.SendAsync($"/umbraco/items/{meeting}/schedule?culture=nl", ("release", ""), ("expire", offAt))).Status);

        var home = (await desk.Bea.GetAsync("/umbraco")).Page;
        var link = home.QuerySelector($"section[aria-labelledby=komt] a[href='/umbraco/meetings/{meeting}/registrations']")!;
        Assert.Contains("1 van 2 plekken vrij, 2 wachten", link.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gaat vanzelf van de site op", home.QuerySelector($"section[aria-labelledby=todo] a[href='/umbraco/items/{meeting}']")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // All practices that somebody has to confirm, of which the home names the first.
        var rest = home.QuerySelector("a[href*='state=old']")!;
        var count = rest.TextContent.Split(' ').Single(word => int.TryParse(word, CultureInfo.InvariantCulture, out _));
        Assert.StartsWith(count, (await desk.Bea.GetAsync(rest.GetAttribute("href")!)).Page.QuerySelector("#gevonden")!.TextContent, StringComparison.Ordinal);
    }
}
