using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>Fills a fresh database from <c>uSync/v17</c>.</summary>
public static class FirstBoot
{
    private const int Step = 100;

    /// <summary>Imports when there isn't a single document type yet. Failures are shown and don't keep the site from starting.</summary>
    public static async Task FillAsync(WebApplication app, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IContentTypeService>().GetAll().Any())
        {
            return;
        }

        await Console.Out.WriteLineAsync("A fresh database: filling it from uSync/v17.");
        var folder = Path.Combine(app.Environment.ContentRootPath, "uSync", "v17");
        var report = await app.Services.GetRequiredService<USyncImporter>().ImportAsync(folder, write: true, new Progress(), cancellation);
        await Console.Out.WriteLineAsync(report.ToString());
    }

    /// <summary>A line per hundred items, and one for each that failed.</summary>
    private sealed class Progress : IProgress<USyncResult>
    {
        private int _count;

        public void Report(USyncResult value)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Change == USyncChange.Failed)
            {
                Console.Error.WriteLine(value);
            }

            if (++_count % Step == 0)
            {
                Console.Out.WriteLine($"… {_count} items");
            }
        }
    }
}
