using System.Globalization;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly MailSink _mail = new();
    private CommunitySite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(_mail);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Mail_is_sent_once_per_key_however_often_it_is_asked_for()
    {
        await QueueAsync(new OutgoingMail("welkom/1", "anna@voorbeeld.nl", "Welkom", "Dag Anna"));
        await Assert.ThrowsAsync<DbUpdateException>(() => QueueAsync(new OutgoingMail("welkom/1", "anna@voorbeeld.nl", "Welkom", "Dag Anna")));
        Assert.Equal("Welkom", (await _mail.NextAsync()).Subject);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _site.Get<MailSender>().SendWaitingAsync(CancellationToken.None)));
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task What_is_not_saved_is_not_sent()
    {
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Outbox>().Add(new OutgoingMail("weg", "anna@voorbeeld.nl", "Weg", "Weg"));
        }

        await _site.Get<MailSender>().SendWaitingAsync(CancellationToken.None);
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task A_server_that_is_down_gets_the_same_mail_again_later()
    {
        _mail.IsDown = true;
        await QueueAsync(new OutgoingMail("straks", "anna@voorbeeld.nl", "Straks", "Straks"));
        await UntilAsync(row => row.Attempts == 1 && row.LastError != null);
        var waiting = await RowAsync();
        Assert.Equal(("The mail server is down.", null), (waiting.LastError, waiting.SentAt));

        _mail.IsDown = false;
        await _site.AskAsync(db => db.Set<MailRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, row => row.QueuedAt)));
        await _site.Get<MailSender>().SendWaitingAsync(CancellationToken.None);
        Assert.Equal(waiting.MessageId, (await _mail.NextAsync()).MessageId);
        Assert.NotNull((await RowAsync()).SentAt);
    }

    [Fact]
    public async Task Of_mail_that_is_forgotten_nothing_is_left_once_it_is_sent_or_given_up()
    {
        await QueueAsync(new OutgoingMail("stem/1", "anna@voorbeeld.nl", "Bevestig", "Een link") { IsForgotten = true });
        Assert.Equal("Bevestig", (await _mail.NextAsync()).Subject);
        await UntilNoneAsync();

        _mail.IsDown = true;
        await QueueAsync(new OutgoingMail("stem/2", "bert@voorbeeld.nl", "Bevestig", "Een link") { IsForgotten = true });
        await UntilAsync(row => row.Attempts == 1 && row.LastError != null);
        await _site.AskAsync(db => db.Set<MailRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, row => row.QueuedAt).SetProperty(row => row.Attempts, Outbox.MostAttempts - 1)));
        await UntilNoneAsync();
        Assert.Single(_mail.Sent);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(7, 64)]
    public void Each_time_the_wait_is_twice_as_long(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), MailSender.Backoff(attempts));

    [Theory]
    [InlineData("anna@voorbeeld.nl", true)]
    [InlineData("anna@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl", false)]
    [InlineData("Anna <anna@voorbeeld.nl>", false)]
    [InlineData("anna@voorbeeld.nl,ander@voorbeeld.nl", false)]
    [InlineData("anna", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_is_one_bare_address(string? text, bool isAddress) => Assert.Equal(isAddress, Outbox.IsAddress(text));

    [Fact]
    public async Task A_subject_can_not_begin_another_header()
    {
        await QueueAsync(new OutgoingMail("kop", "anna@voorbeeld.nl", "Welkom\r\nBcc: ander@voorbeeld.nl\u2028x", "Tekst"));
        var mail = await _mail.NextAsync();
        Assert.Equal("Welkom  Bcc: ander@voorbeeld.nl x", mail.Subject);
        using var message = SmtpTransport.Message(mail, "site@voorbeeld.nl");
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"<{mail.MessageId:N}@voorbeeld.nl>"), message.Headers["Message-ID"]);
    }

    private async Task QueueAsync(OutgoingMail mail)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add(mail);
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
    }

    private Task<MailRow> RowAsync() => _site.AskAsync(db => db.Set<MailRow>().AsNoTracking().SingleAsync());

    private async Task UntilNoneAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _site.AskAsync(db => db.Set<MailRow>().AnyAsync(patience.Token)))
        {
            await _site.Get<MailSender>().SendWaitingAsync(patience.Token);
        }
    }

    private async Task UntilAsync(System.Linq.Expressions.Expression<Func<MailRow, bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await _site.AskAsync(db => db.Set<MailRow>().AnyAsync(condition, patience.Token)))
        {
            await _site.Get<MailSender>().SendWaitingAsync(patience.Token);
        }
    }
}
