using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Deventer4GlobalGoals.Web.Storage;

/// <summary>Transactions that wait for each other.</summary>
public static class OneAtATime
{
    /// <summary>
    /// Begins a transaction in which nobody else changes what goes by this name: SQLite has one writer, who begins at once; PostgreSQL locks
    /// the name until the end of the transaction.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginAsync(this SiteDb db, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var transaction = await db.Database.BeginTransactionAsync(db is PostgresSiteDb ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable, cancellation);
        await db.LockAsync(name, cancellation);
        return transaction;
    }

    /// <summary>Goes by one more name for what is left of a transaction that <see cref="BeginAsync"/> began.</summary>
    public static async Task LockAsync(this SiteDb db, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db is PostgresSiteDb)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellation);
        }
    }
}
