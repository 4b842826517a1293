using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>Fills a fresh database from <c>uSync/v17</c>.</summary>
public static class FirstBoot
{
    /// <summary>Imports when there isn't a single document type yet. Failures are shown and don't keep the site from starting.</summary>
    public static async Task FillAsync(WebApplication app, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IContentTypeService>().GetAll().Any())
        {
            return;
        }

        await Console.Out.WriteLineAsync("A fresh database: filling it from uSync/v17.");
        await new USyncCommand(app.Environment.ContentRootPath).RunAsync(["import"], app.Services, Console.Out, Console.Error, cancellation);
    }
}
