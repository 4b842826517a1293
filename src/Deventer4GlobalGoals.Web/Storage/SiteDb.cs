using Deventer4GlobalGoals.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Deventer4GlobalGoals.Web.Storage;

/// <summary>
/// The site's own tables, in the same database as the content: accounts and their sessions, mail that waits, what was done. Tables
/// are mapped by the <see cref="IEntityTypeConfiguration{TEntity}"/> beside each row; the two descendants differ in provider and
/// migrations only.
/// </summary>
public abstract class SiteDb(DbContextOptions options) : IdentityUserContext<Account, int>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<int>>().ToTable("AccountClaim");
        builder.Entity<IdentityUserLogin<int>>().ToTable("AccountLogin");
        builder.Entity<IdentityUserToken<int>>().ToTable("AccountToken");
        builder.Entity<IdentityUserPasskey<int>>().ToTable("AccountPasskey");
        builder.ApplyConfigurationsFromAssembly(typeof(SiteDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
    }

    /// <summary>A moment is kept as ticks of UTC: SQLite has no type that compares moments.</summary>
    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(
        moment => moment.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

/// <summary>The tables on SQLite.</summary>
public sealed class SqliteSiteDb(DbContextOptions<SqliteSiteDb> options) : SiteDb(options);

/// <summary>The tables on PostgreSQL.</summary>
public sealed class PostgresSiteDb(DbContextOptions<PostgresSiteDb> options) : SiteDb(options);

/// <summary>Opens contexts outside a request, without knowing which provider was configured.</summary>
public interface ISiteDbFactory
{
    SiteDb Create();
}

internal sealed class SiteDbFactory<TDb>(IDbContextFactory<TDb> contexts) : ISiteDbFactory
    where TDb : SiteDb
{
    public SiteDb Create() => contexts.CreateDbContext();
}
