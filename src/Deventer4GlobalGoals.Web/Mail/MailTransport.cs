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
public sealed class SmtpTransport(IOptionsMonitor<GlobalSettings> settings, IHostEnvironment host) : IMailTransport
{
    /// <summary>What that address is called.</summary>
    public const string SenderName = "Deventer4GlobalGoals";

    private const string DefaultSender = "noreply@deventer4globalgoals.nl";

    /// <summary>In milliseconds.</summary>
    private const int Patience = 30_000;

    public async Task SendAsync(MailRow mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var smtp = settings.CurrentValue.Smtp;
        using var client = Client(smtp);
        using var message = Message(mail, SenderOf(smtp));
        await client.SendMailAsync(message, cancellation);
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

        return new SmtpClient(smtp!.Host, smtp.Port > 0 ? smtp.Port : 25)
        {
            EnableSsl = smtp.SecureSocketOptions is not (SecureSocketOptions.None or SecureSocketOptions.Auto) || smtp.Port is 465 or 587,
            Timeout = Patience,
            Credentials = string.IsNullOrEmpty(smtp.Username) ? null : new NetworkCredential(smtp.Username, smtp.Password),
        };
    }
}
