using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Deventer4GlobalGoals.Cms.Persistence;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteCmsDb --output-dir Persistence/Migrations/Sqlite</c> see the model.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCmsDb>
{
    public SqliteCmsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCmsDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>The same for <c>--context PostgresCmsDb --output-dir Persistence/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCmsDb>
{
    public PostgresCmsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCmsDb>().UseNpgsql("Host=design").Options);
}
