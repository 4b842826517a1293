using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>What saving and publishing one page cost.</summary>
/// <param name="Median">Milliseconds, half of the rounds were faster.</param>
/// <param name="Slowest">Milliseconds, 95 % of the rounds were faster.</param>
/// <param name="Processor">Milliseconds of processor time per round, all threads of the process.</param>
/// <param name="Visible">In how many rounds the next request showed the new text.</param>
internal sealed record PublishCost(double Median, double Slowest, double Processor, int Visible);

/// <summary>
/// Saves and publishes pages inside the running site with the call behind an editor's "save and publish", which is one transaction, and asks
/// for each page afterwards.
/// </summary>
internal static class Publishing
{
    public const string Verb = "publishing";

    private const string Dutch = "nl";

    public static Task<int> RunAsync(int rounds) => HostedSite.RunAsync(async (services, port) =>
    {
        Measure(services, port, rounds);
        await Console.Out.WriteLineAsync(Write(Measure(services, port, rounds)));
    });

    public static PublishCost Read(string output)
    {
        var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(text => text.StartsWith(Verb, StringComparison.Ordinal));
        var numbers = line.Split(' ').Skip(1).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new PublishCost(numbers[0], numbers[1], numbers[2], (int)numbers[3]);
    }

    private static string Write(PublishCost cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {cost.Median} {cost.Slowest} {cost.Processor} {cost.Visible}");

    private static PublishCost Measure(IServiceProvider services, int port, int rounds)
    {
        var contents = services.GetRequiredService<IContentService>();
        var type = services.GetRequiredService<IContentTypeService>().Get("practice")!;
        var pages = contents.GetPagedOfType(type.Id, 0, rounds, out _, null!, null).Where(page => page.Published).Select(page => page.Key).ToList();
        var times = new List<double>(rounds);
        var processor = TimeSpan.Zero;
        var visible = 0;
        using var client = LoadClient.Connect(port);
        for (var round = 0; round < rounds; round++)
        {
            var page = contents.GetById(pages[round % pages.Count])!;
            var text = string.Create(CultureInfo.InvariantCulture, $"Meting {Guid.NewGuid():N}");
            page.SetValue("summary", text, Dutch);
            var before = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            var done = contents.SaveAndPublish(page, [Dutch]).Success;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            processor += Environment.CpuUsage.TotalTime - before;
            if (!done)
            {
                throw new BenchmarkException($"{page.Name} could not be published.");
            }

            visible += Shows(services, client, page, text) ? 1 : 0;
        }

        times.Sort();
        return new PublishCost(times[times.Count / 2], times[times.Count * 95 / 100], processor.TotalMilliseconds / rounds, visible);
    }

    private static bool Shows(IServiceProvider services, LoadClient client, IContent page, string text)
    {
        using var context = services.GetRequiredService<IUmbracoContextFactory>().EnsureUmbracoContext();
        var url = services.GetRequiredService<IPublishedUrlProvider>().GetUrl(page.Key, UrlMode.Relative, Dutch);
        return client.Send(LoadClient.Request(url), url).IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
