using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Deventer4GlobalGoals.Cms.Persistence;

/// <summary>
/// The one relational model. Tables are mapped by the <see cref="IEntityTypeConfiguration{TEntity}"/> beside each row and reached
/// by <see cref="DbContext.Set{TEntity}()"/>; the two descendants differ in provider and migrations only.
/// </summary>
public abstract class CmsDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CmsDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <summary>Every moment is stored as UTC and comes back marked as UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}

/// <summary>The model on SQLite: the default, one file.</summary>
public sealed class SqliteCmsDb(DbContextOptions<SqliteCmsDb> options) : CmsDb(options)
{
    /// <summary>Where it goes when its user is done; null for one that ends then.</summary>
    internal OpenSqliteContexts? Home { get; init; }

    /// <summary>The value of <c>ConnectionStrings:umbracoDbDSN_ProviderName</c> that chooses it.</summary>
    public const string ProviderName = "Microsoft.Data.Sqlite";

    public override void Dispose()
    {
        if (Home?.Keep(this) != true)
        {
            base.Dispose();
        }
    }

    public override ValueTask DisposeAsync() => Home?.Keep(this) == true ? ValueTask.CompletedTask : base.DisposeAsync();
}

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresCmsDb(DbContextOptions<PostgresCmsDb> options) : CmsDb(options)
{
    /// <summary>The value of <c>ConnectionStrings:umbracoDbDSN_ProviderName</c> that chooses it.</summary>
    public const string ProviderName = "Npgsql";

    /// <summary>Entity Framework's name of the provider.</summary>
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Paths are compared by range; only the C collation orders ',' before '-' as that needs.
        modelBuilder.Entity<Nodes.NodeRow>().Property(node => node.Path).UseCollation("C");
    }
}

/// <summary>Opens database contexts without knowing which provider was configured.</summary>
public interface ICmsDbFactory
{
    CmsDb Create();
}

/// <inheritdoc/>
public sealed class CmsDbFactory<TDb>(IDbContextFactory<TDb> contexts) : ICmsDbFactory
    where TDb : CmsDb
{
    public CmsDb Create() => contexts.CreateDbContext();
}

/// <summary>
/// Contexts whose connection stays open between two uses. Opening one costs more than most of what is asked over it: pragmas, and
/// the functions that Entity Framework adds to SQLite, each time anew.
/// </summary>
public sealed class OpenSqliteContexts(DbContextOptions<SqliteCmsDb> options) : ICmsDbFactory, IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentStack<SqliteCmsDb> _kept = new();
    private volatile bool _disposed;

    public CmsDb Create() => _kept.TryPop(out var context) ? context : new SqliteCmsDb(options) { Home = this };

    public void Dispose()
    {
        _disposed = true;
        while (_kept.TryPop(out var context))
        {
            context.Dispose();
        }
    }

    /// <returns>False when the context should end instead.</returns>
    internal bool Keep(SqliteCmsDb context)
    {
        if (_disposed || _kept.Count >= MostKept || context.Database.CurrentTransaction is not null)
        {
            return false;
        }

        context.ChangeTracker.Clear();
        _kept.Push(context);
        return true;
    }
}

/// <summary>Sets what SQLite keeps per connection: commits reach the disk before they are acknowledged.</summary>
public sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
