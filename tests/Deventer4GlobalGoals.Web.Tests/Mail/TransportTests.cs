using System.Net;
using System.Net.Sockets;
using System.Text;
using Deventer4GlobalGoals.Web.Mail;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Tests.Mail;

/// <summary>The way to the mail server, and what a mail looks like on it.</summary>
public sealed class TransportTests
{
    private static readonly MailRow Mail = new() { Key = "1", To = "anna@voorbeeld.nl", Subject = "Welkom & dag", Text = "Dag Anna,\n\nKijk op https://voorbeeld.nl/a?b=1&c=2.\nTot dan" };

    /// <summary>Mail goes out one by one: such a server kept all mail until the next start (issue 6).</summary>
    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_given_up_after_a_while()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var clock = new HandClock();
        var sending = Transport(clock, new SmtpSettings { From = "site@voorbeeld.nl", Host = "127.0.0.1", Port = ((IPEndPoint)server.LocalEndpoint).Port }).SendAsync(Mail, CancellationToken.None);
        using var connection = await server.AcceptTcpClientAsync();

        clock.Ring();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => sending);
        Assert.Equal("The mail server 127.0.0.1 did not answer within 30 seconds.", error.Message);
    }

    [Theory]
    [InlineData(465, SecureSocketOptions.Auto)]
    [InlineData(2525, SecureSocketOptions.SslOnConnect)]
    public async Task A_way_that_is_not_supported_is_refused_with_the_one_that_is(int port, SecureSocketOptions how)
    {
        var transport = Transport(TimeProvider.System, new SmtpSettings { From = "site@voorbeeld.nl", Host = "127.0.0.1", Port = port, SecureSocketOptions = how });
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => transport.SendAsync(Mail, CancellationToken.None));
        Assert.EndsWith("Use port 587 with StartTls.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_go_as_text_and_as_html_with_links_that_can_be_pressed()
    {
        using var message = SmtpTransport.Message(Mail, "site@voorbeeld.nl");
        Assert.Equal(Mail.Text, message.Body);
        var view = Assert.Single(message.AlternateViews);
        Assert.Equal("text/html", view.ContentType.MediaType);
        using var reader = new StreamReader(view.ContentStream, Encoding.UTF8);
        var html = reader.ReadToEnd();
        Assert.Contains("<title>Welkom &amp; dag</title>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<p>Dag Anna,</p><p>Kijk op <a href=\"https://voorbeeld.nl/a?b=1&amp;c=2\">https://voorbeeld.nl/a?b=1&amp;c=2</a>.<br>Tot dan</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("https://voorbeeld.nl/\"onclick=\"x", "<p><a href=\"https://voorbeeld.nl/\">https://voorbeeld.nl/</a>&quot;onclick=&quot;x</p>")]
    [InlineData("javascript:alert(1)", "<p>javascript:alert(1)</p>")]
    [InlineData("\r\n\r\n a \r\n\r\n\r\n", "<p>a</p>")]
    public void Nothing_in_a_text_becomes_html_but_paragraphs_and_links(string text, string body) =>
        Assert.Contains($">{body}</body>", MailHtml.From("Kop", text), StringComparison.Ordinal);

    private static SmtpTransport Transport(TimeProvider time, SmtpSettings smtp) =>
        new(new Fixed(new GlobalSettings { Smtp = smtp }), new HostingEnvironment { ContentRootPath = Path.GetTempPath() }, time);

    private sealed class Fixed(GlobalSettings settings) : IOptionsMonitor<GlobalSettings>
    {
        public GlobalSettings CurrentValue => settings;

        public GlobalSettings Get(string? name) => settings;

        public IDisposable? OnChange(Action<GlobalSettings, string?> listener) => null;
    }

    /// <summary>Its timers end when it is rung.</summary>
    private sealed class HandClock : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _waiting = [];

        public void Ring() => _waiting.ForEach(one => one.Callback(one.State));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waiting.Add((callback, state));
            return new Nothing();
        }

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
