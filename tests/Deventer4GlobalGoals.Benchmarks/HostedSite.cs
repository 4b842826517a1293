using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Umbraco.Cms.Core.DependencyInjection;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>Hosts the whole application in this process, by its own entry point, for what needs its services.</summary>
internal static class HostedSite
{
    /// <param name="act">With the services of the site that answers, and its port.</param>
    public static async Task<int> RunAsync(Func<IServiceProvider, int, Task> act)
    {
        var port = int.Parse(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!.Split(':')[^1], CultureInfo.InvariantCulture);
        var site = Task.Factory.StartNew(
            () => typeof(Program).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using (var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) })
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50)))
        {
            while (!await AnswersAsync(http) && await timer.WaitForNextTickAsync())
            {
                if (site.IsFaulted)
                {
                    throw new BenchmarkException($"The site did not start: {site.Exception.GetBaseException().Message}");
                }
            }
        }

        await BenchSite.SettleAsync(() => Environment.CpuUsage.TotalTime);
        await act(StaticServiceProvider.Instance, port);
        StaticServiceProvider.Instance.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await site;
        return 0;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
