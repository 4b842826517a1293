using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.USync;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>The hosted CMS over a SQLite file of its own, without a web server.</summary>
public sealed class ImportedSite : IAsyncDisposable
{
    private readonly TemporaryFolder _root;
    private readonly WebApplication _application;

    private ImportedSite(TemporaryFolder root, WebApplication application)
    {
        _root = root;
        _application = application;
    }

    public IServiceProvider Services => _application.Services;

    public static async Task<ImportedSite> StartAsync()
    {
        var root = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = root.Path,
            WebRootPath = root.Path,
            ApplicationName = typeof(ImportedSite).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders();
        builder.AddCms();
        builder.Services.AddUSync();
        var application = builder.Build();
        await application.StartCmsAsync();
        return new ImportedSite(root, application);
    }

    /// <summary>A new site demands Dutch of every page; the foreign export has none.</summary>
    public static async Task<ImportedSite> StartWithoutDutchAsync()
    {
        var site = await StartAsync();
        var languages = site.Get<ILanguageService>();
        var dutch = await languages.GetAsync("nl");
        dutch!.IsMandatory = false;
        await languages.UpdateAsync(dutch, Constants.Security.SuperUserKey);
        return site;
    }

    /// <summary>Shows the results that shouldn't be there, whole.</summary>
    public static void AssertNone(USyncReport report, params USyncChange[] changes)
    {
        var found = report.Results.Where(result => changes.Contains(result.Change)).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<USyncReport> ImportAsync(string folder, bool write = true) =>
        Get<USyncImporter>().ImportAsync(folder, write, null, CancellationToken.None);

    public Task<USyncReport> ExportAsync(string folder) =>
        Get<USyncExporter>().ExportAsync(folder, null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _root.Dispose();
    }
}
