using Deventer4GlobalGoals.Cms.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.Scoping;

/// <summary>Umbraco's own scope (nesting, notifications, lock bookkeeping), with one database context and transaction on the outermost.</summary>
public sealed class EfScope : CoreScope
{
    private readonly EfScopeProvider _provider;
    private readonly bool _autoComplete;
    private CmsDb? _database;
    private bool _disposed;

    internal EfScope(
        EfScopeProvider provider,
        EfScope? parent,
        IDistributedLockingMechanismFactory locks,
        ILoggerFactory loggerFactory,
        FileSystems fileSystems,
        IEventAggregator events,
        RepositoryCacheMode cacheMode,
        bool? scopeFileSystems,
        IScopedNotificationPublisher? notifications,
        bool autoComplete)
        : base(parent, locks, loggerFactory, fileSystems, events, cacheMode, scopeFileSystems, notifications)
    {
        _provider = provider;
        Parent = parent;
        _autoComplete = autoComplete;
    }

    /// <summary>The scope this one is nested in; null for the outermost.</summary>
    public EfScope? Parent { get; }

    private EfScope Root
    {
        get
        {
            var scope = this;
            while (scope.Parent is not null)
            {
                scope = scope.Parent;
            }

            return scope;
        }
    }

    /// <summary>The context of the unit of work, opened on first use.</summary>
    public CmsDb Database()
    {
        var database = Root.OpenDatabase();
        Locks.EnsureLocks(InstanceId);
        return database;
    }

    /// <summary>The context without taking queued locks: for the locks themselves.</summary>
    internal CmsDb DatabaseForLocks() => Root.OpenDatabase();

    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_autoComplete && Completed is null)
        {
            Complete();
        }

        Locks.ClearLocks(InstanceId);
        _provider.Leave(this);
        if (Parent is not null)
        {
            base.Dispose();
            return;
        }

        Locks.Dispose();
        ScopeContext? context;
        var committed = false;
        try
        {
            committed = EndTransaction();
        }
        finally
        {
            context = _provider.Detach();
            if (!committed)
            {
                Completed = false;
            }
        }

        try
        {
            // Umbraco's contract: notifications run after the commit and outside the ambient scope.
            base.Dispose();
        }
        finally
        {
            context?.ScopeExit(committed);
        }
    }

    private CmsDb OpenDatabase()
    {
        if (_database is not null)
        {
            return _database;
        }

        _database = _provider.NewDatabase();
        _database.Database.OpenConnection();
        if (_database.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            // Scopes that complete by themselves only read, by Umbraco's convention. All others take SQLite's writer slot at
            // once: a snapshot that has read and then wants to write fails as soon as another writer has committed.
            _database.Database.UseTransaction(sqlite.BeginTransaction(deferred: _autoComplete));
        }
        else
        {
            _database.Database.BeginTransaction();
        }

        return _database;
    }

    private bool EndTransaction()
    {
        var completed = Completed == true;
        if (_database is null)
        {
            return completed;
        }

        using (_database)
        {
            // A transaction handed over with UseTransaction isn't disposed with the context.
            using var transaction = _database.Database.CurrentTransaction;
            if (completed)
            {
                transaction!.Commit();
            }
            else
            {
                transaction!.Rollback();
            }
        }

        return completed;
    }
}
