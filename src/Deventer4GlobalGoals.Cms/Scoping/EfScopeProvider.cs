using System.Data;
using Deventer4GlobalGoals.Cms.Persistence;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.Scoping;

/// <summary>
/// Gives Umbraco's services their units of work. The ambient scope flows with the asynchronous call;
/// the outermost one owns one database context and one transaction.
/// </summary>
public sealed class EfScopeProvider(
    ICmsDbFactory databases,
    IDistributedLockingMechanismFactory locks,
    ILoggerFactory loggerFactory,
    FileSystems fileSystems,
    IEventAggregator events) : ICoreScopeProvider
{
    private readonly AsyncLocal<AmbientFlow?> _current = new();
    private long _commits;
    private int _committing;

    /// <summary>The innermost open scope of this flow, or null.</summary>
    public EfScope? Ambient => _current.Value?.Scope;

    /// <summary>What must happen when the outermost scope ends; null outside a scope.</summary>
    public IScopeContext? Context => _current.Value is { Scope: not null } flow ? flow.Context ??= new ScopeContext() : null;

    /// <summary>The ambient scope's database context. Its locks are taken before it is handed out.</summary>
    /// <exception cref="InvalidOperationException">There is no ambient scope.</exception>
    public CmsDb Db => (Ambient ?? throw new InvalidOperationException("The database is only reached inside a scope.")).Database();

    public ICoreScope CreateCoreScope(
        IsolationLevel isolationLevel = IsolationLevel.Unspecified,
        RepositoryCacheMode repositoryCacheMode = RepositoryCacheMode.Unspecified,
        IEventDispatcher? eventDispatcher = null,
        IScopedNotificationPublisher? scopedNotificationPublisher = null,
        bool? scopeFileSystems = null,
        bool callContext = false,
        bool autoComplete = false)
    {
        // A nested scope tells through the outermost one.
        var parent = Ambient;
        var notifications = parent is null ? scopedNotificationPublisher ?? new CommitNotifications(events) : scopedNotificationPublisher;
        var scope = new EfScope(this, parent, locks, loggerFactory, fileSystems, events, repositoryCacheMode, scopeFileSystems, notifications, autoComplete);
        if (_current.Value is { Scope: not null } flow)
        {
            flow.Scope = scope;
        }
        else
        {
            // A fresh holder per outermost scope: a task started inside an earlier one may still carry that one's holder.
            _current.Value = new AmbientFlow { Scope = scope };
        }

        return scope;
    }

    public IQuery<T> CreateQuery<T>() => new EfQuery<T>();

    /// <summary>How many transactions this process committed. What was read in a transaction that began earlier may be outdated.</summary>
    internal long Commits => Interlocked.Read(ref _commits);

    internal long CountCommit() => Interlocked.Increment(ref _commits);

    /// <summary>Whether a transaction may be committed whose <see cref="EfScope.AfterCommit"/> has yet to run: what is kept may be outdated already.</summary>
    internal bool IsCommitting => Volatile.Read(ref _committing) > 0;

    /// <summary>Commits, and what comes directly after it.</summary>
    internal void Commit(Action commit)
    {
        Interlocked.Increment(ref _committing);
        try
        {
            commit();
        }
        finally
        {
            Interlocked.Decrement(ref _committing);
        }
    }

    /// <summary>
    /// Directly before the transaction of an outermost scope is committed, inside it: what will be told once it is. Who throws here undoes all of it.
    /// </summary>
    internal event Action<IReadOnlyList<INotification>>? Committing;

    internal void TellCommitting(IReadOnlyList<INotification> notifications) => Committing?.Invoke(notifications);

    internal CmsDb NewDatabase() => databases.Create();

    internal void Leave(EfScope scope)
    {
        if (_current.Value is not { } flow || flow.Scope != scope)
        {
            throw new InvalidOperationException("Scopes must be disposed in the reverse order of their creation, in the flow that created them.");
        }

        flow.Scope = scope.Parent;
    }

    /// <summary>Ends the flow of an outermost scope, so that what runs on its exit starts outside any scope.</summary>
    internal ScopeContext? Detach()
    {
        var context = _current.Value?.Context;
        _current.Value = null;
        return context;
    }

    private sealed class AmbientFlow
    {
        public EfScope? Scope { get; set; }

        public ScopeContext? Context { get; set; }
    }
}
