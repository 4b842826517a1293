using Deventer4GlobalGoals.Cms.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>A database for one host, as the configuration names it.</summary>
public sealed record CmsDatabase(string ConnectionString, string ProviderName)
{
    public static CmsDatabase Sqlite(string file) => new($"Data Source={file}", SqliteCmsDb.ProviderName);

    public static CmsDatabase Postgres(string connectionString) => new(connectionString, PostgresCmsDb.ProviderName);

    /// <summary>A copy of this database. Nobody may be connected to it.</summary>
    public CmsDatabase CopyTo(string folder)
    {
        if (ProviderName == PostgresCmsDb.ProviderName)
        {
            NpgsqlConnection.ClearAllPools();
            return Postgres(PostgresCluster.Instance.NewDatabase(ConnectionString));
        }

        var copy = Path.Combine(folder, "cms.sqlite");
        File.Copy(new SqliteConnectionStringBuilder(ConnectionString).DataSource, copy);
        return Sqlite(copy);
    }
}
