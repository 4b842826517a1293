using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Deventer4GlobalGoals.Web.Storage;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteSiteDb --output-dir Storage/Migrations/Sqlite</c> see the model.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteSiteDb>
{
    public SqliteSiteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSiteDb>().UseSqlite("Data Source=design.db").WithPasskeys().Options);
}

/// <summary>The same for <c>--context PostgresSiteDb --output-dir Storage/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresSiteDb>
{
    public PostgresSiteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSiteDb>().UseNpgsql("Host=design").WithPasskeys().Options);
}

internal static class DesignTimeOptions
{
    /// <summary>Identity asks its options which tables there are; at run time those come from the application.</summary>
    public static DbContextOptionsBuilder<TDb> WithPasskeys<TDb>(this DbContextOptionsBuilder<TDb> builder)
        where TDb : DbContext => builder.UseApplicationServiceProvider(new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider());
}
