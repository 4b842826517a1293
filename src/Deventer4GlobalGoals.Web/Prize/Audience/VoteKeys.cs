using System.Globalization;
using System.Security.Cryptography;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>Keeps the key of each edition's hashes, as long as there may be votes to tell apart.</summary>
public sealed class VoteKeys(SiteDb db, SealedTexts texts)
{
    private const string Purpose = "Deventer4GlobalGoals.Prize.VoteKey";

    /// <summary>What the votes of an edition are changed under, one at a time.</summary>
    public static string Name(int year) => string.Create(CultureInfo.InvariantCulture, $"prize-vote/{year}");

    /// <summary>Null before the first who asked to vote, and after the term.</summary>
    public async Task<VoterHash?> FindAsync(int year, CancellationToken cancellation) =>
        await db.Set<PrizeVoteKeyRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Year == year, cancellation) is { } row && texts.Open(Purpose, row.Sealed) is { } key
            ? new VoterHash(Convert.FromBase64String(key))
            : null;

    /// <summary>Makes the key when there is none yet.</summary>
    public async Task<VoterHash> MakeAsync(int year, CancellationToken cancellation)
    {
        if (await FindAsync(year, cancellation) is { } known)
        {
            return known;
        }

        await using var transaction = await db.BeginAsync(Name(year), cancellation);
        if (await FindAsync(year, cancellation) is { } meanwhile)
        {
            return meanwhile;
        }

        var key = RandomNumberGenerator.GetBytes(VoterHash.KeyLength);
        db.Add(new PrizeVoteKeyRow { Year = year, Sealed = texts.Seal(Purpose, Convert.ToBase64String(key)) });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new VoterHash(key);
    }

    /// <summary>The editions that can still tell whose a vote was.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancellation) => db.Set<PrizeVoteKeyRow>().Select(row => row.Year).ToListAsync(cancellation);
}
