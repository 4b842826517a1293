using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>How editors hear that something waits for them.</summary>
public sealed class ReviewNoticeTests : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink(), services => services
        .AddSingleton<TimeProvider>(_clock)
        .Configure<WebRoutingSettings>(settings => settings.UmbracoApplicationUrl = "https://deventer.example"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Editors_hear_once_of_what_came_in_together_each_in_their_language_unless_they_do_not_want_to()
    {
        await _site.AddAsync("eva", AccountRoles.Editor);
        await _site.AddAsync("ben", AccountRoles.Administrator);
        var author = await _site.AddAsync("dora", AccountRoles.Author | AccountRoles.Editor);
        await _site.AddAsync("carl", AccountRoles.Author);
        await _site.AddAsync("jur", AccountRoles.Juror | AccountRoles.PrizeSecretary);
        await _site.AskAsync(db => db.Users.Where(account => account.Name == "ben").ExecuteUpdateAsync(set => set.SetProperty(account => account.Language, "en")));
        using var quiet = await _site.SignInAsync("stil", AccountRoles.Editor);
        var page = (await quiet.GetAsync("/umbraco/account")).Page;
        Assert.True(page.QuerySelector("#review")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.Redirect, (await quiet.PostAsync("/umbraco/account", "/umbraco/account/mail")).Status);
        Assert.False((await quiet.GetAsync("/umbraco/account")).Page.QuerySelector("#review")!.HasAttribute("checked"));

        var first = await WaitAsync("Kleinere schalen", null);
        await TellAsync();
        Assert.Empty(await NoticesAsync());
        await WaitAsync("Fietsen maken\r\nBcc: ander@voorbeeld.nl", author.Id);
        await DraftAsync("Nog niet af");
        Later();
        await TellAsync();
        var told = await NoticesAsync();
        Assert.Equal(["ben@voorbeeld.nl", "dora@voorbeeld.nl", "eva@voorbeeld.nl"], told.Select(mail => mail.To));
        Assert.Equal(["To review: 2 new entries", "Te beoordelen: Kleinere schalen", "Te beoordelen: 2 nieuwe inzendingen"], told.Select(mail => mail.Subject));
        Assert.Contains("- Kleinere schalen (shared on the site)\n- Fietsen maken", told[0].Text, StringComparison.Ordinal);
        Assert.Contains("\nhttps://deventer.example/umbraco/review\n", told[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet af", told[2].Text, StringComparison.Ordinal);

        // Nothing new, nothing said; sent back and sent again it is new.
        Later();
        await TellAsync();
        Assert.Equal(3, (await NoticesAsync()).Count);
        await ChangeAsync(first, row => row.State = ReviewState.Returned);
        await ChangeAsync(first, row => (row.State, row.AnnouncedAt) = (ReviewState.Waiting, null));
        Later();
        await TellAsync();
        Assert.Equal(6, (await NoticesAsync()).Count);
    }

    private void Later() => _clock.MoveTo(_clock.GetUtcNow() + ReviewNotices.Gathers + TimeSpan.FromSeconds(1));

    private Task<int> TellAsync() => _site.Get<ReviewNotices>().TellAsync(CancellationToken.None);

    private Task<List<MailRow>> NoticesAsync() =>
        _site.AskAsync(db => db.Set<MailRow>().AsNoTracking().Where(mail => mail.Key.StartsWith("review-notice/")).OrderBy(mail => mail.To).ToListAsync());

    private Task<Guid> WaitAsync(string title, int? account) => AddAsync(title, account, ReviewState.Waiting);

    private Task<Guid> DraftAsync(string title) => AddAsync(title, null, ReviewState.Draft);

    private async Task<Guid> AddAsync(string title, int? account, ReviewState state)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var row = new ReviewRow
        {
            Key = Guid.NewGuid(), State = state, AccountId = account, Name = "Nora", Email = "nora@voorbeeld.nl", Culture = "nl", Title = title, Version = 1, CreatedAt = _clock.GetUtcNow(),
        };
        await scope.ServiceProvider.GetRequiredService<Reviews>().AddAsync(row, "handed-in", null, CancellationToken.None);
        return row.Key;
    }

    private async Task ChangeAsync(Guid key, Action<ReviewRow> change)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var reviews = scope.ServiceProvider.GetRequiredService<Reviews>();
        var outcome = await reviews.ChangeAsync(
            key,
            row =>
            {
                change(row);
                reviews.Step(row, "saved", null, null);
                return ReviewOutcome.Done;
            },
            CancellationToken.None);
        Assert.Equal(ReviewOutcome.Done, outcome);
    }
}
