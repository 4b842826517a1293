using Deventer4GlobalGoals.Cms.Persistence.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Webhooks;

public static class WebhookRegistration
{
    /// <summary>Umbraco's webhooks: its own services and events, over our queue and our delivery.</summary>
    public static IUmbracoBuilder AddWebhooks(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WebhookRepository>();
        services.AddSingleton<IWebhookRepository>(provider => provider.GetRequiredService<WebhookRepository>());
        services.AddSingleton<WebhookRequestRepository>();
        services.AddSingleton<IWebhookRequestRepository>(provider => provider.GetRequiredService<WebhookRequestRepository>());
        services.AddSingleton<WebhookLogRepository>();
        services.AddSingleton<IWebhookLogRepository>(provider => provider.GetRequiredService<WebhookLogRepository>());
        services.AddSingleton<IWebhookJsonSerializer, WebhookJsonSerializer>();
        services.AddSingleton<IWebhookFiringService, WebhookFiring>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSignal>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        return builder.AddNotificationHandler<WebhookSavingNotification, WebhookTargets>();
    }
}
