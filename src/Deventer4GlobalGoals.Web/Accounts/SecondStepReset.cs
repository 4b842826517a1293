using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>
/// For who lost the telephone with the codes and the passkeys: both go, and so do the recovery codes and every session. The password is enough for
/// once; the site then asks for a new second step before anything else.
/// </summary>
public sealed class SecondStepReset(UserManager<Account> users, SessionStore sessions, Outbox mail, AuditLog audit)
{
    /// <summary>Where Identity keeps the recovery codes of its own stores.</summary>
    private const string Provider = "[AspNetUserStore]";

    private const string RecoveryCodes = "RecoveryCodes";

    /// <param name="account">Whose.</param>
    /// <param name="by">Who does it; null for who sits at the server.</param>
    public async Task ResetAsync(Account account, int? by)
    {
        ArgumentNullException.ThrowIfNull(account);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await users.RemoveAuthenticationTokenAsync(account, Provider, RecoveryCodes);
        foreach (var passkey in await users.GetPasskeysAsync(account))
        {
            await users.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        await sessions.EndAllAsync(account.Id);
        mail.Add(Mail(account));
        await audit.WriteAsync("account.code-reset", by, account.Key.ToString());
    }

    private static OutgoingMail Mail(Account account) => account.Language == "en"
        ? new OutgoingMail(
            $"code-reset/{account.Key}/{Guid.NewGuid():N}",
            account.Email!,
            "Your second step is off",
            $"Hello {account.Name},\n\nAn administrator turned off your second step and removed your passkeys. Sign in with your password, and set up a new second step.\n\nIf you did not ask for this, tell an administrator at once.")
        : new OutgoingMail(
            $"code-reset/{account.Key}/{Guid.NewGuid():N}",
            account.Email!,
            "Uw tweede stap staat uit",
            $"Beste {account.Name},\n\nEen beheerder zette uw tweede stap uit en haalde uw passkeys weg. Meld u aan met uw wachtwoord en stel een nieuwe tweede stap in.\n\nVroeg u dit niet? Zeg het dan meteen tegen een beheerder.");
}
