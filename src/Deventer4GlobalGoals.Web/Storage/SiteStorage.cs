using Deventer4GlobalGoals.Cms.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Storage;

/// <summary>Wires the site's own tables to the database that Umbraco's connection string names.</summary>
public static class SiteStorage
{
    /// <summary>Beside the content's own history: two sets of migrations share one database.</summary>
    private const string History = "__SiteMigrationsHistory";

    public static WebApplicationBuilder AddSiteStorage(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var connection = DatabaseConnection.From(builder.Configuration, builder.Environment.ContentRootPath);
        if (connection.IsPostgres)
        {
            Add<PostgresSiteDb>(builder.Services, options => options.UseNpgsql(connection.ConnectionString, npgsql => npgsql.MigrationsHistoryTable(History)));
        }
        else
        {
            Add<SqliteSiteDb>(builder.Services, options => options
                .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(History))
                .AddInterceptors(new SqliteConnectionSettings()));
        }

        // What signs cookies and links lives where accounts live: it survives a restart, and every node has the same.
        builder.Services.AddDataProtection().SetApplicationName("Deventer4GlobalGoals");
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<KeyRing>()));
        return builder;
    }

    /// <summary>Brings the tables up to date.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        await using var db = services.GetRequiredService<ISiteDbFactory>().Create();
        await db.Database.MigrateAsync(cancellation);
    }

    private static void Add<TDb>(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TDb : SiteDb
    {
        services.AddDbContextFactory<TDb>(configure);
        services.AddSingleton<ISiteDbFactory, SiteDbFactory<TDb>>();
        services.AddScoped<SiteDb>(provider => provider.GetRequiredService<TDb>());
    }
}
