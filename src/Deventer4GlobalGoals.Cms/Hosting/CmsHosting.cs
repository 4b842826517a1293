using System.Reflection;
using Deventer4GlobalGoals.Cms.Delivery;
using Deventer4GlobalGoals.Cms.Editors;
using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Persistence;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Published;
using Deventer4GlobalGoals.Cms.Rendering;
using Deventer4GlobalGoals.Cms.Routing;
using Deventer4GlobalGoals.Cms.Routing.Redirects;
using Deventer4GlobalGoals.Cms.Users;
using Deventer4GlobalGoals.Cms.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Implement;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Sync;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>Hosts Umbraco.Core: its own registrations behind the <see cref="Perimeter"/>, and what stands in for its missing packages.</summary>
public static class CmsHosting
{
    /// <summary>Adds the CMS. Composers of the site are found by scanning and run, as in any Umbraco site.</summary>
    public static WebApplicationBuilder AddCms(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // One node unless configured otherwise: without an election there is no table of servers to keep.
        builder.Configuration["Umbraco:CMS:Global:DisableElectionForSingleServer"] ??= "true";
        var connection = DatabaseConnection.From(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddMemoryCache();
        builder.Services.TryAddSingleton(TimeProvider.System);

        using var loggers = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var services = new ServiceCollection();
        var umbraco = CreateUmbracoBuilder(services, builder, loggers);
        umbraco.AddConfiguration();
        var umbracos = services.ToHashSet<ServiceDescriptor>(ReferenceEqualityComparer.Instance);

        AddHost(services);
        services.AddPersistence(connection);
        services.AddSiteUsers();
        AddCoreServices(services);
        umbraco.AddSupportingRepositories();
        umbraco.AddMediaFiles();
        umbraco.AddEditors();
        umbraco.AddCacheWiring();
        umbraco.AddRedirectTracking();
        umbraco.AddWebhooks();
        umbraco.AddComposers();

        // Members aren't hosted.
        umbraco.DataEditors().Exclude<MemberPickerPropertyEditor>().Exclude<MemberGroupPickerPropertyEditor>().Exclude<UserPickerPropertyEditor>();
        umbraco.PropertyValueConverters().Remove<MemberPickerValueConverter>().Remove<MemberGroupPickerValueConverter>();
        var collections = services.ToHashSet<ServiceDescriptor>(ReferenceEqualityComparer.Instance);
        umbraco.Build();
        umbracos.UnionWith(services.Where(descriptor => !collections.Contains(descriptor)));
        Perimeter.Close(services, umbracos);
        services.AddPublished().AddSiteRouting().AddDelivery();
        foreach (var descriptor in services)
        {
            builder.Services.Add(descriptor);
        }

        // Among the application's own services: MVC finds the site's controllers and views by the environment that is registered there.
        builder.Services.AddSiteRendering();
        builder.Services.AddDataProtection();
        builder.Services.AddHostedService<ScheduledPublishing>();
        builder.Services.AddHostedService<Housekeeping>();
        builder.Services.AddHostedService<WebhookDelivery>();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        return builder;
    }

    private static UmbracoBuilder CreateUmbracoBuilder(IServiceCollection services, WebApplicationBuilder builder, ILoggerFactory loggers)
    {
        var assemblies = new DefaultUmbracoAssemblyProvider(Assembly.GetEntryAssembly(), loggers, [typeof(CmsHosting).Assembly.GetName().Name!, builder.Environment.ApplicationName]);
        var finder = new TypeFinder(loggers.CreateLogger<TypeFinder>(), assemblies, null, null);
        var types = new TypeLoader(finder, loggers.CreateLogger<TypeLoader>());
        services.AddSingleton(types);
        return new UmbracoBuilder(services, builder.Configuration, types, loggers, new NoopProfiler(), AppCaches.Create(NoAppCache.Instance));
    }

    private static void AddHost(IServiceCollection services)
    {
        services.AddSingleton<Umbraco.Cms.Core.Hosting.IHostingEnvironment, HostingEnvironment>();
        services.AddSingleton<IConfigurationEditorJsonSerializer, JsonSerializer>();
        services.AddSingleton<IJsonSerializer>(provider => provider.GetRequiredService<IConfigurationEditorJsonSerializer>());
        services.AddSingleton<IReservedFieldNamesService, ReservedFieldNames>();
        services.AddSingleton<IUrlAssembler, DefaultUrlAssembler>();
        services.AddSingleton<IServerMessenger, LocalServerMessenger>();
        services.AddSingleton<IRuntimeState, RunningState>();
        services.AddSingleton<IShortStringHelper>(provider =>
            new DefaultShortStringHelper(provider.GetRequiredService<IOptions<RequestHandlerSettings>>()));
    }

    /// <summary>Umbraco.Core's own services that stock Umbraco registers from its other packages.</summary>
    private static void AddCoreServices(IServiceCollection services)
    {
        services.AddSingleton<ServiceContext>();
        services.AddSingleton<IDataTypeService, DataTypeService>();
        services.AddSingleton<IAuditService, AuditService>();
        services.AddSingleton<IIdKeyMap, IdKeyMap>();
        services.AddSingleton<IMemberTypeService, MemberTypesWithoutMembers>();
        services.AddSingleton<Umbraco.Cms.Core.Models.PublishedContent.IPropertyRenderingContextAccessor, Umbraco.Cms.Core.Models.PublishedContent.HybridPropertyRenderingContextAccessor>();
    }
}
