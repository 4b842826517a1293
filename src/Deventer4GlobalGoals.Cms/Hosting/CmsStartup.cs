using Deventer4GlobalGoals.Cms.Persistence;
using Deventer4GlobalGoals.Cms.Persistence.Relations;
using Deventer4GlobalGoals.Cms.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>Starts Umbraco in the order that its services rely on.</summary>
public static class CmsStartup
{
    /// <summary>
    /// Makes the container known to Umbraco, migrates the database, makes sure that there is a default language, and fills
    /// navigation, publish status and URLs. To be called after the host is built and before anything is resolved from it.
    /// </summary>
    public static async Task StartCmsAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var services = host.Services;

        // Umbraco.Core still resolves from here, in constructors and extension methods.
        StaticServiceProvider.Instance = services;
        await MigrateAsync(services, cancellationToken).ConfigureAwait(false);
        await EnsureLanguageAsync(services).ConfigureAwait(false);
        EnsureRelationTypes(services);

        // From here on it listens to what is committed.
        services.GetRequiredService<WebhookOutbox>();

        var events = services.GetRequiredService<IEventAggregator>();
        await events.PublishAsync(new PostRuntimePremigrationsUpgradeNotification(), cancellationToken).ConfigureAwait(false);
        await events.PublishAsync(new UmbracoApplicationStartingNotification(RuntimeLevel.Run, isRestarting: false), cancellationToken).ConfigureAwait(false);
    }

    private static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ICmsDbFactory>().Create();
        await using (db.ConfigureAwait(false))
        {
            await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            if (db is SqliteCmsDb)
            {
                // Readers don't wait for the writer; the mode stays with the file.
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static void EnsureRelationTypes(IServiceProvider services)
    {
        using var scope = services.GetRequiredService<ICoreScopeProvider>().CreateCoreScope();
        services.GetRequiredService<RelationTypeRepository>().EnsureBuiltIn();
        scope.Complete();
    }

    private static async Task EnsureLanguageAsync(IServiceProvider services)
    {
        var languages = services.GetRequiredService<ILanguageService>();
        if ((await languages.GetAllAsync().ConfigureAwait(false)).Any())
        {
            return;
        }

        var dutch = new Language("nl", "Nederlands") { IsDefault = true };
        var created = await languages.CreateAsync(dutch, Constants.Security.SuperUserKey).ConfigureAwait(false);
        if (!created.Success)
        {
            throw new InvalidOperationException($"The default language could not be made: {created.Status}.");
        }
    }
}
