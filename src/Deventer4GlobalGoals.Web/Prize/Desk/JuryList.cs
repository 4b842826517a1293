using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Who is in the jury of an edition. Inviting somebody, their account and the line in the log are saved together.</summary>
public sealed class JuryList(
    SiteDb db, Editions editions, PrizePeople people, UserManager<Account> users, AccountLinks links, AuditLog audit, Viewer viewer, TimeProvider time)
{
    /// <summary>In the log, which keeps it for good: why somebody stops is theirs.</summary>
    public const string Stopped = "stopped";

    /// <summary>Lets somebody into the jury: with the account they have, or with a new one that they get by mail.</summary>
    /// <returns>False when they are in it already, or when their account may not be one of the jury: whoever runs the edition doesn't judge it.</returns>
    public Task<bool> InviteAsync(EditionNow edition, string name, string email, CancellationToken cancellation)
    {
        var juror = PrizePeople.Pseudonym('j');
        return AddAsync(edition, name, email, juror, state => state is null ? [] : [new JurorJoined(juror)], null, cancellation);
    }

    /// <summary>Carries out the plan for a juror who comes when the entries are divided already.</summary>
    /// <param name="edition">As the plan was shown.</param>
    /// <param name="name">Of whom.</param>
    /// <param name="email">Of whom.</param>
    /// <param name="juror">What the log is to call them, as in the plan: who gets what may depend on it.</param>
    /// <param name="head">The log that the plan was made from.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>As <see cref="InviteAsync"/>.</returns>
    /// <exception cref="StaleEditionException">The log has grown since the plan was shown.</exception>
    /// <exception cref="EventRefusedException">It is too late.</exception>
    public Task<bool> JoinAsync(EditionNow edition, string name, string email, string juror, string? head, CancellationToken cancellation) =>
        AddAsync(edition, name, email, juror, state => PanelChange.Join(state!, juror, []).Events, head ?? string.Empty, cancellation);

    /// <summary>Whether they could be invited now.</summary>
    public async Task<bool> MayJoinAsync(int year, string email, CancellationToken cancellation) =>
        await users.FindByEmailAsync(email) is not { } account || await MayJoinAsync(year, account, cancellation);

    private async Task<bool> MayJoinAsync(int year, Account account, CancellationToken cancellation) =>
        !account.IsDisabled && (account.Roles & (AccountRoles.PrizeSecretary | AccountRoles.Administrator)) == AccountRoles.None
        && !await db.Set<PrizePersonRow>().AnyAsync(row => row.Year == year && row.AccountKey == account.Key, cancellation);

    private async Task<bool> AddAsync(
        EditionNow edition, string name, string email, string juror, Func<EditionState?, IReadOnlyList<PrizeEvent>> follow, string? head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var account = await users.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account
            {
                Key = Guid.NewGuid(),
                Name = name,
                UserName = email,
                Email = email,
                Roles = AccountRoles.Juror,
                CreatedAt = time.GetUtcNow(),
            };
            var made = await users.CreateAsync(account);
            if (!made.Succeeded)
            {
                return false;
            }
        }

        if (!await MayJoinAsync(edition.Year, account, cancellation))
        {
            return false;
        }

        var actor = await people.ActorAsync(edition.Year, cancellation);
        account.Roles |= AccountRoles.Juror;
        db.Add(new PrizePersonRow { Year = edition.Year, AccountKey = account.Key, Pseudonym = juror, IsJuror = true });
        audit.Add("prize.juror", viewer.Required.Id, account.Key.ToString());
        if (account.IsInvited)
        {
            await links.InviteAsync(account, viewer.Required);
        }

        await editions.AppendAsync(edition.Year, actor, state => Task.FromResult(follow(state)), head, cancellation);
        return true;
    }

    /// <summary>Makes one juror the chair, and nobody else.</summary>
    /// <returns>False when this isn't a juror of the edition.</returns>
    public async Task<bool> AppointAsync(int year, Guid accountKey, CancellationToken cancellation)
    {
        var jurors = await db.Set<PrizePersonRow>().Where(row => row.Year == year && row.IsJuror).ToListAsync(cancellation);
        if (jurors.All(row => row.AccountKey != accountKey))
        {
            return false;
        }

        foreach (var juror in jurors)
        {
            juror.IsChair = juror.AccountKey == accountKey;
        }

        audit.Add("prize.chair", viewer.Required.Id, accountKey.ToString());
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Carries out the plan for a juror who stops. Their name stays beside what they scored; a chair is no chair any more.</summary>
    /// <exception cref="StaleEditionException">The log has grown since the plan was shown.</exception>
    /// <exception cref="EventRefusedException">It is too late.</exception>
    public async Task StopAsync(EditionNow edition, JurorNow juror, bool keepBallots, string? head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(juror);
        var actor = await people.ActorAsync(edition.Year, cancellation);
        audit.Add("prize.juror-stopped", viewer.Required.Id, juror.AccountKey.ToString());
        await editions.AppendAsync(
            edition.Year,
            actor,
            async state =>
            {
                (await db.Set<PrizePersonRow>().SingleAsync(row => row.Year == edition.Year && row.Pseudonym == juror.Pseudonym, cancellation)).IsChair = false;
                return PanelChange.Stop(state!, juror.Pseudonym, Stopped, keepBallots).Events;
            },
            head,
            cancellation);
    }
}
