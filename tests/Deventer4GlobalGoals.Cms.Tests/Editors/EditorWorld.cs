using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Dictionary;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.IO.MediaPathSchemes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

/// <summary>The data types, element types, pages and media that a test speaks of.</summary>
public sealed class EditorWorld : IPublishedContentTypeFactory, IPublishedContentTypeCache
{
    private readonly Dictionary<Guid, IPublishedContentType> _elementTypes = [];
    private IServiceProvider? _services;

    public Dictionary<int, DataType> DataTypes { get; } = [];

    public Dictionary<Guid, IContentType> ContentTypes { get; } = [];

    public Dictionary<Guid, IPublishedContent> Pages { get; } = [];

    public Dictionary<Guid, IPublishedContent> Media { get; } = [];

    public Dictionary<Guid, TemporaryFileModel> Uploads { get; } = [];

    public string MediaFolder { get; } = Directory.CreateTempSubdirectory("media").FullName;

    public void AddTo(IServiceCollection services)
    {
        services.AddUnique(Answering.With<IDataTypeService>(new DataTypeAnswers(this)));
        services.AddUnique(Answering.With<IContentTypeService>(new ContentTypeAnswers(this)));
        services.AddUnique(Answering.With<ILanguageService>(new LanguageAnswers()));
        services.AddUnique(Answering.With<IDataTypeConfigurationCache>(new ConfigurationAnswers(this)));
        services.AddUnique(Answering.With<IPublishedContentCache>(new CacheAnswers(Pages)));
        services.AddUnique(Answering.With<IPublishedMediaCache>(new CacheAnswers(Media)));
        services.AddUnique(Answering.With<IPublishedUrlProvider>(new UrlAnswers()));
        services.AddUnique(Answering.With<ICultureDictionary>(new DictionaryAnswers()));
        services.AddUnique(Answering.With<IHostingEnvironment>(new HostAnswers()));
        services.AddUnique(Answering.With<ITemporaryFileService>(new UploadAnswers(Uploads)));
        services.AddSingleton<IMediaPathScheme, UniqueMediaPathScheme>();
        services.AddSingleton<IFileSystem>(provider => new PhysicalFileSystem(
            provider.GetRequiredService<IIOHelper>(),
            provider.GetRequiredService<IHostingEnvironment>(),
            NullLogger<PhysicalFileSystem>.Instance,
            MediaFolder,
            "/media"));
        services.AddSingleton<MediaFileManager>();
        services.AddSingleton<IPictureRenderer, NoRenderer>();
        services.AddSingleton<UploadChecks>();
        services.AddUnique(Answering.With<IApiContentRouteBuilder>(new RouteAnswers()));
        services.AddUnique<IPublishedContentTypeFactory>(this);
        services.AddUnique<IPublishedContentTypeCache>(this);
        services.AddUnique<IPublishedModelFactory, NoopPublishedModelFactory>();
        services.AddUnique<IVariationContextAccessor, HybridVariationContextAccessor>();
        services.AddUnique<IOutputExpansionStrategyAccessor, Unexpanded>();
        services.AddUnique<IApiElementBuilder, ApiElementBuilder>();
        services.AddUnique<IApiMediaBuilder, ApiMediaBuilder>();
        services.AddUnique<IApiContentBuilder, ApiContentBuilder>();
        services.AddUnique<IApiContentNameProvider, ApiContentNameProvider>();
        services.AddUnique<IApiMediaUrlProvider, ApiMediaUrlProvider>();
        services.AddUnique<IApiPropertyRenderer, ApiPropertyRenderer>();
        services.AddUnique<IPublishedValueFallback, NoopPublishedValueFallback>();
    }

    public static Guid KeyOf(int number) => new(number, 0, 0, new byte[8]);

    public IPublishedContentType ElementType(params PropertyType[] properties) => Make("element", Guid.NewGuid(), PublishedItemType.Element, properties);

    /// <summary>An element type that blocks can be of, known to the desk and to the published side.</summary>
    public Guid AddElementType(string alias, IShortStringHelper strings, params PropertyType[] properties)
    {
        var type = new ContentType(strings, -1) { Alias = alias, Name = alias, IsElement = true, Key = Guid.NewGuid() };
        foreach (var property in properties)
        {
            type.AddPropertyType(property, "inhoud", "Inhoud");
        }

        ContentTypes[type.Key] = type;
        _elementTypes[type.Key] = Make(alias, type.Key, PublishedItemType.Element, properties);
        return type.Key;
    }

    public IPublishedContent AddPage(int number, string typeAlias) => Pages[KeyOf(number)] = Item(number, typeAlias, PublishedItemType.Content);

    public IPublishedContent AddMedia(int number, string typeAlias) => Media[KeyOf(number)] = Item(number, typeAlias, PublishedItemType.Media);

    public void Use(IServiceProvider services) => _services = services;

    public PublishedDataType GetDataType(int id) =>
        new(id, DataTypes[id].EditorAlias, null, new Lazy<object?>(() => DataTypes[id].ConfigurationObject));

    public IPublishedContentType Get(PublishedItemType itemType, Guid key) =>
        _elementTypes.TryGetValue(key, out var type) ? type : throw new KeyNotFoundException($"No type {key}.");

    public IPublishedContentType Get(PublishedItemType itemType, string alias) => throw new NotSupportedException(alias);

    public IPublishedContentType Get(PublishedItemType itemType, int id) => throw new NotSupportedException();

    public IPublishedContentType CreateContentType(IContentTypeComposition contentType) => throw new NotSupportedException();

    public IPublishedPropertyType CreatePropertyType(IPublishedContentType contentType, IPropertyType propertyType) => throw new NotSupportedException();

    public IPublishedPropertyType CreatePropertyType(
        IPublishedContentType contentType, string propertyTypeAlias, int dataTypeId, ContentVariation variations) => throw new NotSupportedException();

    public IPublishedPropertyType CreateCorePropertyType(
        IPublishedContentType contentType, string propertyTypeAlias, int dataTypeId, ContentVariation variations) => throw new NotSupportedException();

    public void NotifyDataTypeChanges(params int[] ids)
    {
    }

    public void ClearAll()
    {
    }

    public void ClearContentType(int id)
    {
    }

    public void ClearDataType(int id)
    {
    }

    private IPublishedContent Item(int number, string typeAlias, PublishedItemType itemType) =>
        Answering.With<IPublishedContent>(new ItemAnswers(number, Make(typeAlias, KeyOf(1000 + number), itemType, []), itemType));

    private PublishedContentType Make(string alias, Guid key, PublishedItemType itemType, PropertyType[] properties)
    {
        var converters = new PropertyValueConverterCollection(() => _services!.GetRequiredService<PropertyValueConverterCollection>());
        return new PublishedContentType(
            key,
            1,
            alias,
            itemType,
            [],
            type => properties.Select(property => new PublishedPropertyType(
                type, property.Alias, property.DataTypeId, true, ContentVariation.Nothing, converters, new NoopPublishedModelFactory(), this)),
            ContentVariation.Nothing,
            itemType == PublishedItemType.Element);
    }
}
