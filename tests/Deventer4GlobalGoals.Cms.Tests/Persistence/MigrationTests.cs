using Deventer4GlobalGoals.Cms.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence;

public sealed class MigrationTests
{
    /// <summary>Nothing is asked of the databases, so they need not exist.</summary>
    public static TheoryData<string> Providers => [SqliteCmsDb.ProviderName, PostgresCmsDb.ProviderName];

    [Theory]
    [MemberData(nameof(Providers))]
    public void the_migrations_hold_the_whole_model(string provider)
    {
        using CmsDb db = provider == PostgresCmsDb.ProviderName
            ? new PostgresCmsDb(new DbContextOptionsBuilder<PostgresCmsDb>().UseNpgsql("Host=nowhere").Options)
            : new SqliteCmsDb(new DbContextOptionsBuilder<SqliteCmsDb>().UseSqlite("Data Source=nowhere.db").Options);

        Assert.False(db.Database.HasPendingModelChanges(), $"Add a migration for {db.GetType().Name}: the model changed and its migrations did not.");
    }
}
