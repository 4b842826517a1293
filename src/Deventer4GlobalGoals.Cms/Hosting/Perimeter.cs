using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.Configuration.Models.Validation;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Dictionary;
using Umbraco.Cms.Core.Editors;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Factories;
using Umbraco.Cms.Core.Features;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Runtime;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.ContentTypeEditing;
using Umbraco.Cms.Core.Services.Filters;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Services.Querying;
using Umbraco.Cms.Core.Services.Querying.RecycleBin;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Sync;
using Umbraco.Cms.Core.Templates;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Core.Webhooks;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>
/// The closed list of what is hosted of Umbraco.Core. Umbraco's builder registers some 230 services; those that aren't named here
/// don't reach the application, and every one that is named works.
/// </summary>
internal static class Perimeter
{
    private static readonly HashSet<Type> Services =
    [
        // Foundations
        typeof(TypeLoader), typeof(AppCaches), typeof(IAppPolicyCache), typeof(IRequestCache), typeof(IProfiler), typeof(IProfilingLogger), typeof(ServiceFactory),
        typeof(IEventAggregator), typeof(IIOHelper), typeof(IUmbracoVersion), typeof(IEntryAssemblyMetadata),
        typeof(IMachineInfoFactory), typeof(MachineIdentityProviderCollection), typeof(IServerRoleAccessor), typeof(IEventMessagesFactory), typeof(IEventMessagesAccessor),
        typeof(ILocalizedTextService), typeof(UmbracoFeatures), typeof(IRepositoryCacheVersionService), typeof(ISyncBootStateAccessor),
        typeof(IMainDom), typeof(IMainDomLock), typeof(IApplicationShutdownRegistry),

        // Caches
        typeof(DistributedCache), typeof(ICacheRefresherNotificationFactory), typeof(CacheRefresherCollection), typeof(IValueEditorCache), typeof(IDataTypeConfigurationCache),

        // Languages, texts, keys
        typeof(ILanguageService), typeof(ICultureService), typeof(IIsoCodeValidator), typeof(ICultureImpactFactory), typeof(IDictionaryItemService),
        typeof(IDictionaryService), typeof(ICultureDictionaryFactory), typeof(ICultureDictionary), typeof(IKeyValueService), typeof(ISegmentService),

        // Types
        typeof(IDataTypeContainerService), typeof(IDataTypeUsageService), typeof(IPropertyTypeUsageService), typeof(IContentTypeService),
        typeof(IContentTypeContainerService), typeof(IContentTypeBaseServiceProvider), typeof(IContentTypeEditingService), typeof(IMediaTypeService),
        typeof(IMediaTypeContainerService), typeof(IMediaTypeEditingService), typeof(IMemberTypeContainerService),
        typeof(IElementSwitchValidator), typeof(ContentTypeFilterCollection), typeof(ITemplateService), typeof(ITemplateContentParserService),

        // Documents and media
        typeof(IContentService), typeof(IContentEditingService), typeof(IContentPublishingService),
        typeof(IContentVersionService), typeof(IContentVersionCleanupPolicy), typeof(IContentBlueprintEditingService), typeof(IContentBlueprintContainerService),
        typeof(IContentQueryService), typeof(IDocumentRecycleBinQueryService), typeof(IMediaService), typeof(IMediaEditingService),
        typeof(IMediaRecycleBinQueryService), typeof(IEntityService), typeof(ITreeEntitySortingService), typeof(IPropertyValidationService),
        typeof(IRelationService), typeof(ITrackedReferencesService), typeof(ITagService), typeof(IRedirectUrlService), typeof(IPublicAccessService),
        typeof(ILongRunningOperationService), typeof(ITemporaryFileService),

        // Property editors
        typeof(PropertyEditorCollection), typeof(DataEditorCollection), typeof(IDataValueEditorFactory), typeof(PropertyValueConverterCollection),
        typeof(DataValueReferenceFactoryCollection), typeof(IHtmlSanitizer), typeof(IMarkdownSanitizer),
        typeof(HtmlLocalLinkParser), typeof(HtmlImageSourceParser), typeof(HtmlUrlParser), typeof(IImageUrlTokenGenerator), typeof(MediaUrlGeneratorCollection),
        typeof(IFileStreamSecurityValidator), typeof(UrlSegmentProviderCollection), typeof(EditorValidatorCollection),

        // Published content, navigation, URLs
        typeof(IPublishedModelFactory), typeof(IPublishedValueFallback), typeof(IUmbracoContextAccessor),
        typeof(IDocumentNavigationQueryService), typeof(IDocumentNavigationManagementService),
        typeof(IMediaNavigationQueryService), typeof(IMediaNavigationManagementService), typeof(PublishStatusService), typeof(IPublishStatusManagementService),
        typeof(IPublishStatusQueryService), typeof(IPublishedContentStatusFilteringService), typeof(IPublishedMediaStatusFilteringService),
        typeof(DocumentUrlService), typeof(IDocumentUrlService), typeof(IDocumentUrlAliasService), typeof(IDomainService), typeof(ISiteDomainMapper), typeof(UriUtility),
        typeof(UmbracoRequestPaths), typeof(IPublishedUrlProvider), typeof(UrlProviderCollection), typeof(MediaUrlProviderCollection),

        // Webhooks
        typeof(IWebhookService), typeof(IWebhookRequestService), typeof(IWebhookLogService), typeof(IWebhookLogFactory), typeof(WebhookEventCollection),

        // Delivery API
        typeof(SelectorHandlerCollection), typeof(FilterHandlerCollection), typeof(SortHandlerCollection), typeof(ContentIndexHandlerCollection),
    ];

    /// <summary>Umbraco registers the members of its collections one by one; those of the hosted collections are these.</summary>
    private static readonly Type[] CollectionItems =
    [
        typeof(ICacheRefresher), typeof(IDataEditor), typeof(IPropertyValueConverter), typeof(IUrlProvider), typeof(IMediaUrlProvider),
        typeof(IUrlSegmentProvider), typeof(IMediaUrlGenerator), typeof(IMachineIdentityProvider), typeof(IEditorValidator), typeof(IContentTypeFilter),
        typeof(IDataValueReferenceFactory), typeof(ISelectorHandler), typeof(IFilterHandler), typeof(ISortHandler), typeof(IContentIndexHandler),
        typeof(IWebhookEvent),
    ];

    /// <summary>Services and handlers that are hosted but can't be named as types: internal to Umbraco, or obsolete there and yet wanted by its own classes.</summary>
    private static readonly HashSet<string> ByName =
    [
        "Umbraco.Cms.Core.Services.ILocalizationService",
        "Umbraco.Cms.Core.Services.IContentValidationService",
        "Umbraco.Cms.Core.Services.IMediaValidationService",
        "Umbraco.Cms.Core.Services.Navigation.DocumentNavigationService",
        "Umbraco.Cms.Core.Services.Navigation.MediaNavigationService",
        "Umbraco.Cms.Core.Cache.DataTypeConfigurationCacheRefresher",
    ];

    /// <summary>Umbraco's own notification handlers that are hosted, by implementation; its webhook events are hosted as well.</summary>
    private static readonly HashSet<Type> Handlers =
    [
        typeof(ContentTreeChangeDistributedCacheNotificationHandler), typeof(MediaTreeChangeDistributedCacheNotificationHandler),
        typeof(ContentTypeChangedDistributedCacheNotificationHandler), typeof(MediaTypeChangedDistributedCacheNotificationHandler),
        typeof(MemberTypeChangedDistributedCacheNotificationHandler),
        typeof(DataTypeSavedDistributedCacheNotificationHandler), typeof(DataTypeDeletedDistributedCacheNotificationHandler),
        typeof(LanguageSavedDistributedCacheNotificationHandler), typeof(LanguageDeletedDistributedCacheNotificationHandler),
        typeof(DictionaryItemSavedDistributedCacheNotificationHandler), typeof(DictionaryItemDeletedDistributedCacheNotificationHandler),
        typeof(DomainSavedDistributedCacheNotificationHandler), typeof(DomainDeletedDistributedCacheNotificationHandler),
        typeof(TemplateSavedDistributedCacheNotificationHandler), typeof(TemplateDeletedDistributedCacheNotificationHandler),
        typeof(RelationTypeSavedDistributedCacheNotificationHandler), typeof(RelationTypeDeletedDistributedCacheNotificationHandler),
        typeof(PublicAccessEntrySavedDistributedCacheNotificationHandler), typeof(PublicAccessEntryDeletedDistributedCacheNotificationHandler),
        typeof(NavigationInitializationNotificationHandler), typeof(PublishStatusInitializationNotificationHandler),
        typeof(DocumentUrlServiceInitializerNotificationHandler), typeof(DocumentUrlAliasServiceInitializerNotificationHandler),
        typeof(DocumentUrlServiceContentTypeChangedNotificationHandler), typeof(DocumentUrlServiceContentTreeChangeNotificationHandler),
        typeof(DocumentUrlAliasContentRefreshNotificationHandler),
    ];

    /// <summary>Takes out of Umbraco's own registrations what isn't hosted; what came from elsewhere stays.</summary>
    /// <param name="services">The collection that Umbraco's builder worked on.</param>
    /// <param name="umbracos">The registrations that the builder itself made.</param>
    public static void Close(IServiceCollection services, IReadOnlySet<ServiceDescriptor> umbracos)
    {
        for (var index = services.Count - 1; index >= 0; index--)
        {
            if (umbracos.Contains(services[index]) && !IsHosted(services[index]))
            {
                services.RemoveAt(index);
            }
        }
    }

    private static bool IsHosted(ServiceDescriptor descriptor)
    {
        if (!IsUmbracos(descriptor.ServiceType))
        {
            // Umbraco's own health checks aren't hosted, and their settings want a parser of schedules to be validated.
            return descriptor.ImplementationType != typeof(HealthChecksSettingsValidator);
        }

        return IsHandler(descriptor.ServiceType)
            ? descriptor.ImplementationType is { } handler
                && (Handlers.Contains(handler) || ByName.Contains(handler.FullName!) || handler.IsAssignableTo(typeof(IWebhookEvent)))
            : Services.Contains(descriptor.ServiceType)
                || Array.Exists(CollectionItems, item => item.IsAssignableFrom(descriptor.ServiceType))
                || ByName.Contains(descriptor.ServiceType.FullName!);
    }

    private static bool IsHandler(Type service) => service.IsGenericType
        && (service.GetGenericTypeDefinition() == typeof(INotificationHandler<>) || service.GetGenericTypeDefinition() == typeof(INotificationAsyncHandler<>));

    private static bool IsUmbracos(Type type) => type.Assembly == typeof(UmbracoBuilder).Assembly;
}
