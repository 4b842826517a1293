using Deventer4GlobalGoals.Cms.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>Makes the index once the site has started, so that the first query doesn't wait for it.</summary>
internal sealed partial class DeliveryIndexWarmup(
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    IOptions<DeliveryApiSettings> settings,
    ILogger<DeliveryIndexWarmup> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.Enabled)
        {
            return;
        }

        await lifetime.UntilStartedAsync(stoppingToken);
        try
        {
            var store = (DeliveryIndexStore)services.GetService(typeof(DeliveryIndexStore))!;
            store.Current(draft: false);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(logger, failed);
        }
        catch (ObjectDisposedException)
        {
            // The site stopped while it was being made.
        }
    }

    [LoggerMessage(LogLevel.Error, "The index of the Delivery API could not be made; the first query tries again.")]
    private static partial void Failed(ILogger logger, Exception failed);
}
