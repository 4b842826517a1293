using System.Data;
using System.Runtime.ExceptionServices;
using Deventer4GlobalGoals.Cms.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
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
    private readonly Dictionary<string, Action> _afterCommit = new(StringComparer.Ordinal);
    private readonly Dictionary<object, object> _items = [];
    private readonly CommitNotifications? _waiting;
    private CmsDb? _database;
    private bool _disposed;
    private long _openedAt;

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
        _waiting = notifications as CommitNotifications;
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

    /// <summary>The provider's commit counter when the transaction began; see <see cref="EfScopeProvider.Commits"/>.</summary>
    internal long OpenedAt => Root._openedAt;

    /// <summary>Runs once, directly after the commit and before any notification, so that handlers read what was committed.</summary>
    internal void AfterCommit(string key, Action action) => Root._afterCommit[key] = action;

    /// <summary>What belongs to this unit of work only, made on first use.</summary>
    internal T Item<T>(object key, Func<T> create)
        where T : class
    {
        if (!Root._items.TryGetValue(key, out var item))
        {
            Root._items[key] = item = create();
        }

        return (T)item;
    }

    /// <summary>What <see cref="Item{T}"/> made earlier, or null.</summary>
    internal T? ExistingItem<T>(object key)
        where T : class => Root._items.GetValueOrDefault(key) as T;

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

        var refused = WriteAlong();
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

        refused?.Throw();
    }

    /// <summary>What belongs into the same transaction as the change that will be told of.</summary>
    /// <returns>Why it can't be; then nothing is committed.</returns>
    private ExceptionDispatchInfo? WriteAlong()
    {
        if (_waiting is { Waiting.Count: > 0 } told && Completed == true && _database is not null)
        {
            try
            {
                _provider.TellCommitting(told.Waiting);
            }
            catch (Exception refused)
            {
                Completed = false;
                return ExceptionDispatchInfo.Capture(refused);
            }
        }

        return null;
    }

    private CmsDb OpenDatabase()
    {
        if (_database is not null)
        {
            return _database;
        }

        _openedAt = _provider.Commits;
        _database = _provider.NewDatabase();
        if (_database.Database.GetDbConnection().State != ConnectionState.Open)
        {
            _database.Database.OpenConnection();
        }

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
            using var transaction = _database.Database.CurrentTransaction!;
            using var own = transaction.GetDbTransaction();
            if (completed)
            {
                _provider.Commit(() =>
                {
                    transaction.Commit();
                    _provider.CountCommit();
                    foreach (var action in _afterCommit.Values)
                    {
                        action();
                    }
                });
            }
            else
            {
                transaction.Rollback();
            }
        }

        return completed;
    }
}
