using System.Net;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Identity;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>Links with which somebody chooses a password, by mail: to get in for the first time, and to get in again.</summary>
public sealed partial class AccountLinks(
    UserManager<Account> users,
    Outbox mail,
    SiteOrigin origin,
    ILogger<AccountLinks> logger)
{
    private const string Invitation = "invitation";

    /// <summary>Puts an invitation in the queue; it is sent when the changes are saved.</summary>
    public async Task InviteAsync(Account account, Account by)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(by);
        var token = await users.GenerateUserTokenAsync(account, InvitationTokens.Name, Invitation);
        var link = Link(origin.Current, account, token);
        mail.Add(account.Language == "en"
            ? new OutgoingMail(
                $"invitation/{account.Key}/{account.SecurityStamp}/{Guid.NewGuid():N}",
                account.Email!,
                "Your account for Deventer4GlobalGoals",
                $"Hello {account.Name},\n\n{by.Name} made an account for you. Choose a password here, within seven days:\n\n{link}\n\nIf you did not expect this, you can ignore this mail.")
            : new OutgoingMail(
                $"invitation/{account.Key}/{account.SecurityStamp}/{Guid.NewGuid():N}",
                account.Email!,
                "Uw account voor Deventer4GlobalGoals",
                $"Beste {account.Name},\n\n{by.Name} maakte een account voor u. Kies hier binnen zeven dagen uw wachtwoord:\n\n{link}\n\nVerwachtte u dit niet? Dan hoeft u niets te doen."));
    }

    /// <summary>Where links for whoever isn't signed in lead; null, and said in the log, while anybody could say where.</summary>
    public string? FindOrigin()
    {
        if (origin.IsKnown)
        {
            return origin.Current;
        }

        AddressUnknown(logger);
        return null;
    }

    /// <summary>Puts a mail with a link for a new password in the queue; it is sent when the changes are saved.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="from">As <see cref="FindOrigin"/> said during the request.</param>
    public async Task ResetAsync(Account account, string from)
    {
        ArgumentNullException.ThrowIfNull(account);
        var link = Link(from, account, await users.GeneratePasswordResetTokenAsync(account));
        mail.Add(account.Language == "en"
            ? new OutgoingMail(
                $"password/{account.Key}/{Guid.NewGuid():N}",
                account.Email!,
                "Choose a new password",
                $"Hello {account.Name},\n\nChoose a new password here, within two hours:\n\n{link}\n\nIf you did not ask for this, you can ignore this mail.")
            : new OutgoingMail(
                $"password/{account.Key}/{Guid.NewGuid():N}",
                account.Email!,
                "Kies een nieuw wachtwoord",
                $"Beste {account.Name},\n\nKies hier binnen twee uur een nieuw wachtwoord:\n\n{link}\n\nVroeg u dit niet aan? Dan hoeft u niets te doen."));
    }

    /// <summary>A link for a new password, for who sits at the server; holds two hours.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="from">Where the site is.</param>
    public async Task<string> RecoverAsync(Account account, string from)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Link(from, account, await users.GeneratePasswordResetTokenAsync(account));
    }

    public async Task<bool> IsGoodAsync(Account account, string token)
    {
        ArgumentNullException.ThrowIfNull(account);
        return !account.IsDisabled
            && (await users.VerifyUserTokenAsync(account, InvitationTokens.Name, Invitation, token)
                || await users.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, UserManager<Account>.ResetPasswordTokenPurpose, token));
    }

    private static string Link(string from, Account account, string token) =>
        $"{from}/umbraco/password/new?key={account.Key:N}&token={WebUtility.UrlEncode(token)}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody asked for a new password, but Umbraco:CMS:WebRouting:UmbracoApplicationUrl is empty, so no link can be sent.")]
    private static partial void AddressUnknown(ILogger logger);
}
