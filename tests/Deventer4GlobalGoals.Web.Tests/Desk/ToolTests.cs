using System.Net;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Who did what, mail that went wrong, and throwing a picture away for good (issue 6).</summary>
public sealed class ToolTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(_mail);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_was_done_names_who_and_what_it_was_done_to_and_can_be_narrowed_down()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var contents = _site.Get<IContentService>();
        var practices = contents.GetRootContent().SelectMany(home => contents.GetPagedChildren(home.Id, 0, 100, out _, null, null, null, false)).Single(item => item.ContentType.Alias == "practices");
        var two = contents.GetPagedChildren(practices.Id, 0, 2, out _, null, null, null, false).ToList();
        await anna.PostAsync(
            "/umbraco/tree",
            "/umbraco/tree/sort",
            ("under", practices.Key.ToString()), ("keys", two[0].Key.ToString()), ("keys", two[1].Key.ToString()), ("places", "2"), ("places", "1"));
        await anna.PostAsync("/umbraco/account", "/umbraco/account/profile", ("name", "Anna Vos"));
        await anna.PostAsync("/umbraco/media", "/umbraco/media/folders", ("name", "Lunches"));
        await anna.PostAsync("/umbraco", "/umbraco/sign-out");

        var page = await kees.GetAsync("/umbraco/history");
        var lines = page.Page.QuerySelectorAll(".d4-controle li").Select(line => (
            What: line.QuerySelector("strong")!.TextContent,
            Subject: line.QuerySelector("a")?.TextContent,
            Url: line.QuerySelector("a")?.GetAttribute("href"),
            IsAnna: line.TextContent.Contains("Anna Vos", StringComparison.Ordinal))).ToList();
        Assert.Contains(("Volgorde veranderd", practices.Name, $"/umbraco/items/{practices.Key}", true), lines);
        var account = $"/umbraco/users/{(await _site.AccountAsync("Anna Vos")).Key}";
        Assert.Contains(("Naam veranderd", "Anna Vos", account, true), lines);
        Assert.Contains(("Afgemeld", "Anna Vos", account, true), lines);
        Assert.Contains(lines, line => line is { What: "Map gemaakt", Subject: "Lunches" });
        Assert.Contains("127.0.0.1", page.Text, StringComparison.Ordinal);

        var id = (await _site.AccountAsync("kees")).Id;
        Assert.Equal(["Aangemeld"], await WordsAsync(kees, $"by={id}"));
        Assert.Equal(["Volgorde veranderd"], await WordsAsync(kees, "kind=item"));
        Assert.Equal(["Map gemaakt"], await WordsAsync(kees, "kind=media"));
        Assert.Contains("Niets past hierbij", (await kees.GetAsync($"/umbraco/history?kind=media&by={id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_was_given_up_is_shown_with_why_and_goes_out_when_it_is_asked_for_again()
    {
        using var kees = await _site.SignInAsync("kees", AccountRoles.Administrator);
        Assert.Contains("Alles is aangekomen", (await kees.GetAsync("/umbraco/mail")).Text, StringComparison.Ordinal);
        _mail.IsDown = true;
        await QueueAsync("een", "anna@voorbeeld.nl", "Uw plek");
        await QueueAsync("twee", "bert@voorbeeld.nl", "Geheim");
        await GiveUpAsync();

        var page = await kees.GetAsync("/umbraco/mail");
        Assert.Contains("2 mails kwamen nog niet aan", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Page.QuerySelectorAll(".d4-staat--fout").Length);
        Assert.Contains("The mail server is down.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("De tekst", page.Text, StringComparison.Ordinal);

        var second = page.Page.QuerySelectorAll(".d4-taken li").Single(line => line.TextContent.Contains("Geheim", StringComparison.Ordinal)).QuerySelector("form[action='/umbraco/mail/remove'] input[name=id]")!.GetAttribute("value")!;
        await kees.PostAsync("/umbraco/mail", "/umbraco/mail/remove", ("id", second));
        _mail.IsDown = false;
        await kees.PostAsync("/umbraco/mail", "/umbraco/mail/retry");

        Assert.Equal(("anna@voorbeeld.nl", "Uw plek"), (await _mail.NextAsync()) is var sent ? (sent.To, sent.Subject) : default);
        Assert.Equal(["Uw plek"], await _site.AskAsync(db => db.Set<MailRow>().Select(mail => mail.Subject).ToListAsync()));
    }

    [Fact]
    public async Task Mail_that_was_given_up_is_erased_after_its_term()
    {
        _mail.IsDown = true;
        await QueueAsync("een", "anna@voorbeeld.nl", "Uw plek");
        await GiveUpAsync();
        var failed = (await _site.AskAsync(db => db.Set<MailRow>().AsNoTracking().SingleAsync())).FailedAt!.Value;

        await Upkeep.CleanAsync(_site.Get<ISiteDbFactory>(), _site.Get<MeetingReader>(), failed + Outbox.Kept, CancellationToken.None);
        Assert.Equal(1, await _site.AskAsync(db => db.Set<MailRow>().CountAsync()));
        await Upkeep.CleanAsync(_site.Get<ISiteDbFactory>(), _site.Get<MeetingReader>(), failed + Outbox.Kept + TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.Equal(0, await _site.AskAsync(db => db.Set<MailRow>().CountAsync()));
    }

    [Fact]
    public async Task A_picture_is_thrown_away_for_good_from_the_bin_alone_and_its_address_with_it()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        await anna.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", "weg.png", TestPicture.Quarters(40, 40).ToPng(), ("text0", "Iemand die weg wil."));
        var key = (await anna.GetAsync("/umbraco/media?q=weg")).Page.QuerySelector(".d4-beeldraster a")!.GetAttribute("href")!.Split('/')[^1];
        var file = (await anna.GetAsync($"/umbraco/media/{key}")).Page.QuerySelector("main a[href^='/media/']")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.NotFound, (await anna.PostAsync("/umbraco/media", $"/umbraco/media/{key}/delete")).Status);
        await anna.PostAsync("/umbraco/media", $"/umbraco/media/{key}/bin");
        Assert.Single((await anna.GetAsync("/umbraco/media?view=bin")).Page.QuerySelectorAll($"form[action='/umbraco/media/{key}/delete']"));
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync("/umbraco/media?view=bin", $"/umbraco/media/{key}/delete")).Status);

        Assert.Null(_site.Get<IMediaService>().GetById(Guid.Parse(key)));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(file)).Status);
    }

    private static async Task<IReadOnlyList<string>> WordsAsync(Person person, string query) =>
        [.. (await person.GetAsync($"/umbraco/history?{query}")).Page.QuerySelectorAll(".d4-controle li strong").Select(line => line.TextContent)];

    private async Task QueueAsync(string key, string to, string subject)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add(new OutgoingMail(key, to, subject, "De tekst"));
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
    }

    /// <summary>Its last attempt comes at once.</summary>
    private async Task GiveUpAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _site.AskAsync(db => db.Set<MailRow>().AnyAsync(mail => mail.FailedAt == null, patience.Token)))
        {
            await _site.AskAsync(db => db.Set<MailRow>().Where(mail => mail.Attempts > 0 && mail.LastError != null && mail.FailedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, mail => mail.QueuedAt).SetProperty(mail => mail.Attempts, Outbox.MostAttempts - 1), patience.Token));
            await _site.Get<MailSender>().SendWaitingAsync(patience.Token);
        }
    }
}
