using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Deventer4GlobalGoals.Web.Feeds;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Mail;

/// <summary>Takes one mail to where it goes; throws when that doesn't work now.</summary>
public interface IMailTransport
{
    Task SendAsync(MailRow mail, CancellationToken cancellation);
}

/// <summary>
/// By SMTP as <c>Umbraco:CMS:Global:Smtp</c> says. Without a host, mail is put as files in its pickup folder; by default <c>umbraco/Data/Mail</c>.
/// </summary>
public sealed class SmtpTransport(IOptionsMonitor<GlobalSettings> settings, IHostEnvironment host, TimeProvider time) : IMailTransport
{
    /// <summary>What that address is called.</summary>
    public const string SenderName = "Deventer4GlobalGoals";

    private const string DefaultSender = "noreply@deventer4globalgoals.nl";

    /// <summary>TLS before anything is said, which <see cref="SmtpClient"/> doesn't speak.</summary>
    private const int ImplicitTls = 465;

    /// <summary>For one mail: the others wait behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The server took longer than half a minute.</exception>
    public async Task SendAsync(MailRow mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var smtp = settings.CurrentValue.Smtp;
        using var client = Client(smtp);
        using var message = Message(mail, SenderOf(smtp));
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await client.SendMailAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {smtp?.Host} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>The address that the site's mail comes from.</summary>
    public static string SenderOf(SmtpSettings? smtp) => string.IsNullOrWhiteSpace(smtp?.From) ? DefaultSender : smtp.From;

    public static MailMessage Message(MailRow mail, string from)
    {
        var message = new MailMessage(new MailAddress(from, SenderName, Encoding.UTF8), new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{mail.MessageId:N}@{message.From!.Host}>"));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        // What a program can show best comes last, so after the text and before the calendar.
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(MailHtml.From(mail.Subject, mail.Text), Encoding.UTF8, MediaTypeNames.Text.Html));
        if (mail.Calendar is { } calendar)
        {
            // Calendars look for it beside the text, people among the files.
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(calendar, Kind(calendar, null)));
            message.Attachments.Add(Attachment.CreateAttachmentFromString(calendar, Kind(calendar, "bijeenkomst.ics")));
        }

        return message;
    }

    private static ContentType Kind(string calendar, string? name)
    {
        var kind = new ContentType("text/calendar") { CharSet = "utf-8", Name = name };
        kind.Parameters.Add("method", ICalendar.MethodOf(calendar));
        return kind;
    }

    private SmtpClient Client(SmtpSettings? smtp)
    {
        var isPickup = string.IsNullOrWhiteSpace(smtp?.Host) || smtp.DeliveryMethod == SmtpDeliveryMethod.SpecifiedPickupDirectory;
        if (isPickup)
        {
            var folder = smtp?.PickupDirectoryLocation is { Length: > 0 } configured ? configured : Path.Combine("umbraco", "Data", "Mail");
            folder = Path.GetFullPath(folder, host.ContentRootPath);
            Directory.CreateDirectory(folder);
            return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        }

        if (smtp!.Port == ImplicitTls || smtp.SecureSocketOptions == SecureSocketOptions.SslOnConnect)
        {
            throw new NotSupportedException("Umbraco:CMS:Global:Smtp asks for TLS on connect (port 465), which is not supported here. Use port 587 with StartTls.");
        }

        return new SmtpClient(smtp.Host, smtp.Port > 0 ? smtp.Port : 25)
        {
            EnableSsl = smtp.SecureSocketOptions is not (SecureSocketOptions.None or SecureSocketOptions.Auto) || smtp.Port == 587,
            Credentials = string.IsNullOrEmpty(smtp.Username) ? null : new NetworkCredential(smtp.Username, smtp.Password),
        };
    }
}
