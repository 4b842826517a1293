using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Deventer4GlobalGoals.Cms.Persistence;

/// <summary>Which database the site uses, from Umbraco's own configuration keys.</summary>
/// <param name="ConnectionString"><c>ConnectionStrings:umbracoDbDSN</c>; by default the file <c>umbraco/Data/Umbraco.sqlite.db</c> in the content root.</param>
/// <param name="IsPostgres">Whether <c>ConnectionStrings:umbracoDbDSN_ProviderName</c> is <c>Npgsql</c>; the default is <c>Microsoft.Data.Sqlite</c>.</param>
public sealed record DatabaseConnection(string ConnectionString, bool IsPostgres)
{
    /// <summary>Umbraco's placeholder for the data folder in a connection string.</summary>
    private const string DataDirectory = "|DataDirectory|";

    /// <exception cref="InvalidOperationException">The provider name is neither of the two that are supported; the message says so.</exception>
    public static DatabaseConnection From(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var provider = configuration["ConnectionStrings:umbracoDbDSN_ProviderName"];
        var connection = configuration["ConnectionStrings:umbracoDbDSN"];
        var folder = Path.Combine(contentRoot, "umbraco", "Data");
        return provider switch
        {
            PostgresCmsDb.ProviderName => new DatabaseConnection(
                connection ?? throw new InvalidOperationException("ConnectionStrings:umbracoDbDSN is empty: PostgreSQL needs a connection string."), true),
            null or "" or SqliteCmsDb.ProviderName => new DatabaseConnection(Sqlite(connection, folder), false),
            _ => throw new InvalidOperationException(
                $"ConnectionStrings:umbracoDbDSN_ProviderName is '{provider}'; it must be '{SqliteCmsDb.ProviderName}' or '{PostgresCmsDb.ProviderName}'."),
        };
    }

    /// <summary>Sets up a context for this database.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Whether the migrations hold the whole model is for a test to say; comparing them takes a second of every start.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (IsPostgres)
        {
            options.UseNpgsql(ConnectionString);
        }
        else
        {
            options.UseSqlite(ConnectionString).AddInterceptors(new SqliteConnectionSettings());
        }
    }

    private static string Sqlite(string? connection, string folder)
    {
        var builder = new SqliteConnectionStringBuilder(
            (string.IsNullOrWhiteSpace(connection) ? $"Data Source={DataDirectory}/Umbraco.sqlite.db" : connection).Replace(DataDirectory, folder, StringComparison.Ordinal))
        {
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        if (Path.GetDirectoryName(builder.DataSource) is { Length: > 0 } directory)
        {
            Directory.CreateDirectory(directory);
        }

        return builder.ToString();
    }
}
