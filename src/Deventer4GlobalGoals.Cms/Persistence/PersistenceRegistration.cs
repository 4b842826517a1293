using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.DataTypes;
using Deventer4GlobalGoals.Cms.Persistence.Documents;
using Deventer4GlobalGoals.Cms.Persistence.Entities;
using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Deventer4GlobalGoals.Cms.Persistence.MediaItems;
using Deventer4GlobalGoals.Cms.Persistence.Navigation;
using Deventer4GlobalGoals.Cms.Persistence.PublishedItems;
using Deventer4GlobalGoals.Cms.Persistence.Relations;
using Deventer4GlobalGoals.Cms.Published;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.Persistence;

/// <summary>Everything that stands between Umbraco's services and the database.</summary>
public static class PersistenceRegistration
{
    /// <param name="services">The application's services.</param>
    /// <param name="connection">What <c>ConnectionStrings:umbracoDbDSN</c> and its provider name say.</param>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.IsPostgres)
        {
            services.AddPooledDbContextFactory<PostgresCmsDb>(connection.Configure);
            services.AddSingleton<ICmsDbFactory, CmsDbFactory<PostgresCmsDb>>();
        }
        else
        {
            services.AddDbContextFactory<SqliteCmsDb>(connection.Configure);
            services.AddSingleton<ICmsDbFactory, OpenSqliteContexts>();
        }

        services.AddSingleton(connection);
        services.AddSingleton<FileSystems>();
        services.AddSingleton<EfScopeProvider>();
        services.AddSingleton<ICoreScopeProvider>(provider => provider.GetRequiredService<EfScopeProvider>());
        services.AddSingleton<IDistributedLockingMechanismFactory, RelationalLocks>();
        services.AddSingleton<ContentTypeSet>();
        services.AddSingleton<IPublishedSource, PublishedSource>();
        services.AddSingleton<INotificationHandler<ContentMovedToRecycleBinNotification>, RelateOnTrash>();
        services.AddSingleton<INotificationHandler<ContentMovedNotification>, RelateOnTrash>();
        return services.AddTypeRepositories().AddContentRepositories();
    }

    private static IServiceCollection AddTypeRepositories(this IServiceCollection services) => services
        .AddSingleton<ILanguageRepository, LanguageRepository>()
        .AddSingleton<IDataTypeRepository, DataTypeRepository>()
        .AddSingleton<IContentTypeRepository, ContentTypeRepository>()
        .AddSingleton<IMediaTypeRepository, MediaTypeRepository>()
        .AddSingleton<IMemberTypeRepository, MemberTypeRepository>()
        .AddSingleton<IContentTypeCommonRepository, ContentTypeCommonRepository>();

    private static IServiceCollection AddContentRepositories(this IServiceCollection services) => services
        .AddSingleton<IDocumentRepository, DocumentRepository>()
        .AddSingleton<IDocumentBlueprintRepository, DocumentBlueprintRepository>()
        .AddSingleton<IMediaRepository, MediaRepository>()
        .AddSingleton<IEntityRepository, EntityRepository>()
        .AddSingleton<IIdKeyMapRepository, IdKeyMapRepository>()
        .AddSingleton<INodeCountRepository, NodeCountRepository>()
        .AddSingleton<INavigationRepository, NavigationRepository>()
        .AddSingleton<IPublishStatusRepository, PublishStatusRepository>()
        .AddSingleton<IDocumentUrlRepository, DocumentUrlRepository>();
}
