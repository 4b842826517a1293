using System.Security.Cryptography;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Records;

/// <summary>A juror of an edition, with who it is.</summary>
public sealed record JurorNow(Guid AccountKey, string Pseudonym, string Name, string Email, bool IsChair, bool IsInvited);

/// <summary>Who is who in an edition: the log calls people by pseudonyms, and only these rows know whose they are.</summary>
public sealed class PrizePeople(SiteDb db, Viewer viewer)
{
    private const int Letters = 8;

    /// <summary>A name that says nothing: "n-3f09c1ab".</summary>
    public static string Pseudonym(char kind) => $"{kind}-{RandomNumberGenerator.GetHexString(Letters, lowercase: true)}";

    /// <summary>Whether it is one that <see cref="Pseudonym"/> could have made.</summary>
    public static bool IsPseudonym(char kind, string? text) =>
        text?.Length == Letters + 2 && text[0] == kind && text[1] == '-' && text.Skip(2).All(char.IsAsciiHexDigitLower);

    /// <summary>What whoever is signed in is in this edition: the chair and jurors by their row, else the secretary by their account.</summary>
    public async Task<PrizeRole> RoleAsync(int year, CancellationToken cancellation)
    {
        var key = viewer.Required.Key;
        var row = await db.Set<PrizePersonRow>().AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.AccountKey == key && one.IsJuror, cancellation);
        return row is { IsChair: true } ? PrizeRole.Chair
            : row is not null ? PrizeRole.Juror
            : viewer.Is(AccountRoles.PrizeSecretary | AccountRoles.Administrator) ? PrizeRole.Secretary
            : PrizeRole.Visitor;
    }

    /// <summary>The pseudonym of whoever is signed in; made when they had none.</summary>
    public async Task<string> ActorAsync(int year, CancellationToken cancellation)
    {
        var key = viewer.Required.Key;
        if (await db.Set<PrizePersonRow>().AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.AccountKey == key, cancellation) is { } known)
        {
            return known.Pseudonym;
        }

        await using var transaction = await db.BeginAsync($"prize-person/{key:N}", cancellation);
        var row = await db.Set<PrizePersonRow>().FirstOrDefaultAsync(one => one.Year == year && one.AccountKey == key, cancellation);
        if (row is null)
        {
            row = new PrizePersonRow { Year = year, AccountKey = key, Pseudonym = Pseudonym('p') };
            db.Add(row);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return row.Pseudonym;
    }

    public async Task<IReadOnlyList<JurorNow>> JurorsAsync(int year, CancellationToken cancellation) => await (
        from person in db.Set<PrizePersonRow>().AsNoTracking()
        join account in db.Users.AsNoTracking() on person.AccountKey equals account.Key
        where person.Year == year && person.IsJuror
        orderby account.Name
        select new JurorNow(account.Key, person.Pseudonym, account.Name, account.Email!, person.IsChair, account.PasswordHash == null)).ToListAsync(cancellation);
}
