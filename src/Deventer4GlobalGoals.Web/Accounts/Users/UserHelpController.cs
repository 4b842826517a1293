using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts.Users;

/// <summary>Helping somebody who can't get in: a lost telephone, or an address that is wrong or no longer theirs.</summary>
[Route("umbraco/users/{key:guid}")]
public sealed class UserHelpController(
    Viewer viewer, SiteDb db, UserManager<Account> users, SecondStepReset secondSteps, AccountLinks links, Outbox mail, AuditLog audit) : DeskController(viewer)
{
    /// <summary>One's own is turned off at "Your account", where one sees what goes.</summary>
    [HttpPost("code/off")]
    public async Task<IActionResult> CodeOff(Guid key)
    {
        if (await FindAsync(key) is not { } account)
        {
            return NotFound();
        }

        if (account.Id == Viewer.Required.Id)
        {
            return Redirect("/umbraco/account");
        }

        await secondSteps.ResetAsync(account, Viewer.Required.Id);
        Tell(T($"De tweede stap en de passkeys van {account.Name} zijn weg. {account.Name} krijgt hierover mail.", $"The second step and the passkeys of {account.Name} are gone. {account.Name} gets mail about it."));
        return Back(key);
    }

    /// <summary>Links that were sent to the old address stop working. Both addresses hear of it, or the invitation goes to the new one.</summary>
    [HttpPost("email")]
    public async Task<IActionResult> Email(Guid key, string? email)
    {
        if (await FindAsync(key) is not { } account)
        {
            return NotFound();
        }

        var (before, chosen) = (account.Email!, email?.Trim());
        if (!Outbox.IsAddress(chosen))
        {
            Tell(T("Dit is geen mailadres. Het lijkt op naam@voorbeeld.nl.", "This is no mail address. It looks like name@example.org."));
            return Back(key);
        }

        if (string.Equals(before, chosen, StringComparison.Ordinal))
        {
            return Back(key);
        }

        account.Email = chosen;
        account.UserName = chosen;
        var changed = await users.UpdateAsync(account);
        if (!changed.Succeeded)
        {
            await db.Entry(account).ReloadAsync();
            Tell(string.Join(' ', PasswordWords.Explain(changed, users, T).Problems.Select(problem => problem.Text)));
            return Back(key);
        }

        await users.UpdateSecurityStampAsync(account);
        if (account.IsInvited)
        {
            await links.InviteAsync(account, Viewer.Required);
        }
        else
        {
            foreach (var address in new[] { before, chosen! })
            {
                mail.Add(Changed(account, address));
            }
        }

        await audit.WriteAsync("account.email", Viewer.Required.Id, key.ToString());
        Tell(account.IsInvited
            ? T("Bewaard. De uitnodiging gaat naar het nieuwe adres; de oude werkt niet meer.", "Saved. The invitation goes to the new address; the old one works no longer.")
            : T("Bewaard. Beide adressen krijgen hierover mail.", "Saved. Both addresses get mail about it."));
        return Back(key);
    }

    private static OutgoingMail Changed(Account account, string to) => account.Language == "en"
        ? new OutgoingMail(
            $"address/{account.Key}/{Guid.NewGuid():N}",
            to,
            "The address of your account has changed",
            $"Hello {account.Name},\n\nAn administrator changed the address of your account for Deventer4GlobalGoals. From now on you sign in with {account.Email}.\n\nIf this is not right, tell an administrator.")
        : new OutgoingMail(
            $"address/{account.Key}/{Guid.NewGuid():N}",
            to,
            "Het adres van uw account is veranderd",
            $"Beste {account.Name},\n\nEen beheerder veranderde het adres van uw account voor Deventer4GlobalGoals. Voortaan meldt u zich aan met {account.Email}.\n\nKlopt dit niet? Zeg het tegen een beheerder.");

    private RedirectResult Back(Guid key) => Redirect($"/umbraco/users/{key}");

    private Task<Account?> FindAsync(Guid key) => db.Users.FirstOrDefaultAsync(account => account.Key == key);
}
