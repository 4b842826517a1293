using Deventer4GlobalGoals.Cms.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>The whole CMS as the site hosts it, without a web server.</summary>
public sealed class CmsHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CmsHost(WebApplication application) => _application = application;

    public IServiceProvider Services => _application.Services;

    /// <param name="database">Where the content is.</param>
    /// <param name="folder">Content root: media files and views.</param>
    /// <param name="configure">What a test changes before the host is built.</param>
    public static async Task<CmsHost> StartAsync(CmsDatabase database, string folder, Action<WebApplicationBuilder>? configure = null)
    {
        var host = new CmsHost(Builder(database, folder, configure).Build());
        await host._application.StartCmsAsync();
        return host;
    }

    public static WebApplicationBuilder Builder(CmsDatabase database, string folder, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = folder,
            WebRootPath = folder,
            ApplicationName = typeof(CmsHost).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:umbracoDbDSN"] = database.ConnectionString;
        builder.Configuration["ConnectionStrings:umbracoDbDSN_ProviderName"] = database.ProviderName;
        builder.Configuration["Umbraco:CMS:RequestHandler:AddTrailingSlash"] = "false";
        builder.Configuration["Umbraco:CMS:Webhook:PayloadType"] = "Minimal";
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        configure?.Invoke(builder);
        builder.AddCms();
        return builder;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
