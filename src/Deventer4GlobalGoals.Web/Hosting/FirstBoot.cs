using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>Fills a fresh database from <c>uSync/v17</c>.</summary>
public static class FirstBoot
{
    private const int Step = 100;

    /// <summary>Where it says, among Umbraco's key-values, how far the first filling got.</summary>
    public const string Mark = "d4gg/first-fill";

    /// <summary>Begun, and not finished.</summary>
    public const string Begun = "begun";

    /// <summary>
    /// Imports when there isn't a single document type yet, or when an earlier import was broken off: doing it again is harmless. Failures are
    /// shown and don't keep the site from starting.
    /// </summary>
    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        var marks = services.GetRequiredService<IKeyValueService>();
        var isBrokenOff = marks.GetValue(Mark) == Begun;
        if (!isBrokenOff && services.GetRequiredService<IContentTypeService>().GetAll().Any())
        {
            return;
        }

        marks.SetValue(Mark, Begun);
        await Console.Out.WriteLineAsync(isBrokenOff ? "The first filling was broken off: going on with uSync/v17." : "A fresh database: filling it from uSync/v17.");
        var folder = Path.Combine(services.GetRequiredService<IHostEnvironment>().ContentRootPath, "uSync", "v17");
        var report = await services.GetRequiredService<USyncImporter>().ImportAsync(folder, write: true, new Progress(), cancellation);
        marks.SetValue(Mark, "done");
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
