using Deventer4GlobalGoals.Cms.Persistence.Audit;
using Deventer4GlobalGoals.Cms.Persistence.Containers;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Dictionary;
using Deventer4GlobalGoals.Cms.Persistence.Domains;
using Deventer4GlobalGoals.Cms.Persistence.KeyValues;
using Deventer4GlobalGoals.Cms.Persistence.PublicAccess;
using Deventer4GlobalGoals.Cms.Persistence.Redirects;
using Deventer4GlobalGoals.Cms.Persistence.Relations;
using Deventer4GlobalGoals.Cms.Persistence.Servers;
using Deventer4GlobalGoals.Cms.Persistence.Tags;
using Deventer4GlobalGoals.Cms.Persistence.Templates;
using Deventer4GlobalGoals.Cms.Persistence.UrlAliases;
using Deventer4GlobalGoals.Cms.Persistence.Usage;
using Deventer4GlobalGoals.Cms.Persistence.Versions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Supporting;

public static class SupportingRepositories
{
    /// <summary>Everything that stands around content: names, relations, tags, history, addresses, and what servers keep.</summary>
    public static IUmbracoBuilder AddSupportingRepositories(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddUnique<IKeyValueRepository, KeyValueRepository>();
        services.AddUnique<IAuditRepository, AuditRepository>();
        services.AddUnique<IRelationRepository, RelationRepository>();
        services.AddUnique<ITrackedReferencesRepository, TrackedReferencesRepository>();
        services.AddUnique<ITagRepository, TagRepository>();
        services.AddUnique<IRedirectUrlRepository, RedirectUrlRepository>();
        services.AddUnique<IDocumentUrlAliasRepository, DocumentUrlAliasRepository>();
        services.AddUnique<IDocumentVersionRepository, DocumentVersionRepository>();
        services.AddUnique<IPublicAccessRepository, PublicAccessRepository>();
        services.AddUnique<IDataTypeUsageRepository, DataTypeUsageRepository>();
        services.AddUnique<IPropertyTypeUsageRepository, PropertyTypeUsageRepository>();

        services.AddUnique<IDataTypeContainerRepository, DataTypeContainerRepository>();
        services.AddUnique<IDocumentTypeContainerRepository, DocumentTypeContainerRepository>();
        services.AddUnique<IMediaTypeContainerRepository, MediaTypeContainerRepository>();
        services.AddUnique<IMemberTypeContainerRepository, MemberTypeContainerRepository>();
        services.AddUnique<IDocumentBlueprintContainerRepository, DocumentBlueprintContainerRepository>();

        services.AddUnique<ICacheInstructionRepository, CacheInstructionRepository>();
        services.AddUnique<ILastSyncedRepository, LastSyncedRepository>();
        services.AddUnique<IServerRegistrationRepository, ServerRegistrationRepository>();
        services.AddUnique<IRepositoryCacheVersionRepository, RepositoryCacheVersionRepository>();
        services.AddUnique<ILongRunningOperationRepository, LongRunningOperationRepository>();

        // Kept whole in memory, and cleared by the concrete type.
        services.TryAddSingleton<TemplateFiles>();
        AddKept<ITemplateRepository, TemplateRepository>(services);
        AddKept<IRelationTypeRepository, RelationTypeRepository>(services);
        AddKept<IDomainRepository, DomainRepository>(services);
        AddKept<IDictionaryRepository, DictionaryRepository>(services);

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IContentSaveStep, ReferencesSaveStep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IContentSaveStep, TagsSaveStep>());

        return builder
            .AddNotificationHandler<ContentCopiedNotification, RelateOnCopyNotificationHandler>()
            .AddNotificationHandler<ContentDeletedNotification, KeptSetsUpkeep>()
            .AddNotificationHandler<LanguageDeletedNotification, KeptSetsUpkeep>()
            .AddNotificationHandler<DomainCacheRefresherNotification, KeptSetsUpkeep>()
            .AddNotificationHandler<DictionaryCacheRefresherNotification, KeptSetsUpkeep>()
            .AddNotificationHandler<TemplateCacheRefresherNotification, KeptSetsUpkeep>()
            .AddNotificationHandler<RelationTypeCacheRefresherNotification, KeptSetsUpkeep>();
    }

    private static void AddKept<TContract, TRepository>(IServiceCollection services)
        where TContract : class
        where TRepository : class, TContract
    {
        services.AddSingleton<TRepository>();
        services.AddUnique<TContract>(provider => provider.GetRequiredService<TRepository>());
    }
}
