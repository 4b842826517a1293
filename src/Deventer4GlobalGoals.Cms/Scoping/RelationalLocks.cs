using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.DistributedLocking;

namespace Deventer4GlobalGoals.Cms.Scoping;

/// <summary>
/// Umbraco's named locks. SQLite has one writer, and a writing scope holds it from its start, so there is nothing more to take.
/// PostgreSQL takes advisory locks that end with the transaction (documentation, chapter 13.3.5).
/// </summary>
public sealed class RelationalLocks(Lazy<EfScopeProvider> scopes) : IDistributedLockingMechanismFactory, IDistributedLockingMechanism
{
    /// <summary>Sets Umbraco's lock ids apart from other users of advisory locks in the same database.</summary>
    private const int AdvisoryClass = 0x44344747;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    public IDistributedLockingMechanism DistributedLockingMechanism => this;

    public bool Enabled => true;

    /// <param name="lockId">One of Umbraco's lock ids.</param>
    /// <param name="obtainLockTimeout">How long to wait; 30 seconds when not given.</param>
    public IDistributedLock ReadLock(int lockId, TimeSpan? obtainLockTimeout = null)
    {
        TakeAdvisoryLock("pg_advisory_xact_lock_shared", lockId, obtainLockTimeout);
        return new HeldLock(lockId, DistributedLockType.ReadLock);
    }

    /// <inheritdoc cref="ReadLock"/>
    public IDistributedLock WriteLock(int lockId, TimeSpan? obtainLockTimeout = null)
    {
        TakeAdvisoryLock("pg_advisory_xact_lock", lockId, obtainLockTimeout);
        return new HeldLock(lockId, DistributedLockType.WriteLock);
    }

    private void TakeAdvisoryLock(string function, int lockId, TimeSpan? timeout)
    {
        var scope = scopes.Value.Ambient ?? throw new InvalidOperationException("Locks are only taken inside a scope.");
        var database = scope.DatabaseForLocks().Database;
        if (database.ProviderName != Persistence.PostgresCmsDb.Provider)
        {
            return;
        }

        var milliseconds = (int)(timeout ?? DefaultTimeout).TotalMilliseconds;
        database.ExecuteSqlRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"SET LOCAL lock_timeout = {milliseconds}; SELECT {function}({AdvisoryClass}, {lockId}); SET LOCAL lock_timeout = 0;"));
    }

    private sealed record HeldLock(int LockId, DistributedLockType LockType) : IDistributedLock
    {
        public void Dispose()
        {
            // The lock ends with the transaction.
        }
    }
}
