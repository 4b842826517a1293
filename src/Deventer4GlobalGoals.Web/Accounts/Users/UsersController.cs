using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts.Users;

/// <summary>What stands in the form for an invitation.</summary>
public sealed class InviteForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public AccountRoles[] Roles { get; set; } = [];

    public AccountRoles Together => Roles.Aggregate(AccountRoles.None, (all, role) => all | role) & AccountRoles.Everyone;
}

/// <summary>Everybody with an account, and the form to invite somebody.</summary>
public sealed record UserList(IReadOnlyList<Account> Accounts, InviteForm Form, Refusal Refusal);

/// <summary>One account, as an administrator sees it.</summary>
public sealed record UserDetails(Account Account, IReadOnlyList<SessionRow> Sessions, bool IsLast, IReadOnlyList<AuditEntryRow> History)
{
    /// <summary>The name of the organisation that they write for; null for none.</summary>
    public string? Organisation { get; init; }

    /// <summary>To choose from.</summary>
    public IEnumerable<string> Organisations { get; init; } = [];

    public Refusal Refusal { get; init; } = Refusal.None;
}

/// <summary>Inviting people, and what they may do.</summary>
[Route("umbraco/users")]
public sealed class UsersController(
    Viewer viewer,
    SiteDb db,
    UserManager<Account> users,
    Administrators administrators,
    AccountLinks links,
    SessionStore sessions,
    OrganisationNames organisations,
    AuditLog audit,
    TimeProvider time) : DeskController(viewer)
{
    private const int LongestName = 200;
    private const int MostHistory = 50;

    [HttpGet("")]
    public Task<IActionResult> Show() => ShowAsync(new InviteForm { Roles = [AccountRoles.Editor] }, Refusal.None);

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(InviteForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var problems = Problems(form).ToList();
        if (problems.Count > 0)
        {
            return await ShowAsync(form, new Refusal(problems));
        }

        var account = new Account
        {
            Key = Guid.NewGuid(),
            Name = form.Name!.Trim(),
            UserName = form.Email,
            Email = form.Email,
            Roles = form.Together,
            Language = Viewer.Language,
            CreatedAt = time.GetUtcNow(),
        };
        var made = await users.CreateAsync(account);
        if (!made.Succeeded)
        {
            return await ShowAsync(form, PasswordWords.Explain(made, users, T));
        }

        await SendAsync(account);
        return RedirectToAction(nameof(Show));
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> One(Guid key) => await FindAsync(key) is { } account ? await OneAsync(account, Refusal.None) : NotFound();

    /// <summary>Sends the invitation once more.</summary>
    [HttpPost("{key:guid}/invite")]
    public async Task<IActionResult> InviteAgain(Guid key)
    {
        if (await FindAsync(key) is not { IsInvited: true } account)
        {
            return NotFound();
        }

        await SendAsync(account);
        return RedirectToAction(nameof(One), new { key });
    }

    [HttpPost("{key:guid}/roles")]
    public async Task<IActionResult> Roles(Guid key, AccountRoles[] roles)
    {
        if (await FindAsync(key) is null)
        {
            return NotFound();
        }

        var together = (roles ?? []).Aggregate(AccountRoles.None, (all, role) => all | role);
        if (!await administrators.SetRolesAsync(Viewer.Required.Id, key, together))
        {
            return await LastOneAsync(key, "rollen");
        }

        Tell(T("Bewaard.", "Saved."));
        return RedirectToAction(nameof(One), new { key });
    }

    /// <summary>For which organisation an author writes; an empty name for none.</summary>
    [HttpPost("{key:guid}/organisation")]
    public async Task<IActionResult> Organisation(Guid key, string? organisation)
    {
        if (await FindAsync(key) is not { } account)
        {
            return NotFound();
        }

        var name = organisation?.Trim() ?? string.Empty;
        var found = name.Length == 0 ? null : organisations.Find(name);
        if (name.Length > 0 && found is null)
        {
            return await OneAsync(
                account,
                Refusal.Of(T("Deze organisatie staat niet op de site. Kies een naam uit de lijst.", "This organisation is not on the site. Choose a name from the list."), "organisation"),
                name);
        }

        account.Organisation = found;
        audit.Add("account.organisation", Viewer.Required.Id, key.ToString(), name);
        await db.SaveChangesAsync();
        Tell(T("Bewaard.", "Saved."));
        return RedirectToAction(nameof(One), new { key });
    }

    [HttpPost("{key:guid}/access")]
    public async Task<IActionResult> Access(Guid key, bool disabled)
    {
        if (await FindAsync(key) is null)
        {
            return NotFound();
        }

        if (!await administrators.SetDisabledAsync(Viewer.Required.Id, key, disabled))
        {
            return await LastOneAsync(key, string.Empty);
        }

        Tell(disabled ? T("Dit account is afgesloten.", "This account is closed.") : T("Dit account is weer open.", "This account is open again."));
        return RedirectToAction(nameof(One), new { key });
    }

    private async Task SendAsync(Account account)
    {
        await links.InviteAsync(account, Viewer.Required);
        await audit.WriteAsync("account.invited", Viewer.Required.Id, account.Key.ToString(), account.Roles.ToString());
        Tell(T($"De uitnodiging voor {account.Name} is onderweg.", $"The invitation for {account.Name} is on its way."));
    }

    private async Task<IActionResult> ShowAsync(InviteForm form, Refusal refusal)
    {
        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("~/Accounts/Views/Users.cshtml", new UserList(await db.Users.AsNoTracking().OrderBy(account => account.Name).ToListAsync(), form, refusal));
    }

    /// <param name="account">That is shown.</param>
    /// <param name="refusal">Why a form on the page was refused.</param>
    /// <param name="typed">The organisation that was typed; null shows the one that is kept.</param>
    private async Task<IActionResult> OneAsync(Account account, Refusal refusal, string? typed = null)
    {
        Response.StatusCode = refusal.IsNone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var subject = account.Key.ToString();
        var history = await db.Set<AuditEntryRow>().AsNoTracking().Where(entry => entry.Subject == subject)
            .OrderByDescending(entry => entry.Id).Take(MostHistory).ToListAsync();
        return View("~/Accounts/Views/User.cshtml", new UserDetails(
            account, await sessions.OfAsync(account.Id), await administrators.IsLastAsync(account.Id), history)
        {
            Organisation = typed ?? (account.Organisation is { } own ? organisations.NameOf(own) : null),
            Organisations = organisations.All,
            Refusal = refusal,
        });
    }

    private IEnumerable<FormProblem> Problems(InviteForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > LongestName || form.Name.Any(char.IsControl))
        {
            yield return new FormProblem(T("Vul de naam in van wie u uitnodigt.", "Fill in the name of whom you invite."), "name");
        }

        if (!Mail.Outbox.IsAddress(form.Email))
        {
            yield return new FormProblem(T("Dit is geen mailadres. Het lijkt op naam@voorbeeld.nl.", "This is no mail address. It looks like name@example.org."), "email");
        }

        if (form.Together == AccountRoles.None)
        {
            yield return new FormProblem(T("Kies minstens één rol.", "Choose at least one role."), "rollen");
        }
    }

    /// <summary>The account as it is: what was asked would leave nobody to manage accounts.</summary>
    private async Task<IActionResult> LastOneAsync(Guid key, string field) => await OneAsync(
        (await FindAsync(key))!,
        Refusal.Of(
            T(
                "Dit kan niet: dan is er geen beheerder meer. Maak eerst iemand anders beheerder.",
                "This can't be done: there would be no administrator left. Make somebody else an administrator first."),
            field));

    private Task<Account?> FindAsync(Guid key) => db.Users.FirstOrDefaultAsync(account => account.Key == key);
}
