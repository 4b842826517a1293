using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.TemporaryFile;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

// What the editors ask of Umbraco's services, answered from an EditorWorld; see Answering.
internal sealed class DataTypeAnswers(EditorWorld world)
{
    public IDataType? GetDataType(int id) => world.DataTypes[id];
}

internal sealed class ContentTypeAnswers(EditorWorld world)
{
    public IContentType? Get(Guid key) => world.ContentTypes.GetValueOrDefault(key);
}

internal sealed class LanguageAnswers
{
    public static Task<string> GetDefaultIsoCodeAsync() => Task.FromResult("nl");
}

internal sealed class DictionaryAnswers
{
    public static string? get_Item(string key) => null;
}

internal sealed class ConfigurationAnswers(EditorWorld world)
{
    public object? GetConfiguration(Guid key) => world.DataTypes.Values.Single(type => type.Key == key).ConfigurationObject;
}

internal sealed class CacheAnswers(Dictionary<Guid, IPublishedContent> items)
{
    public IPublishedContent? GetById(Guid key) => items.GetValueOrDefault(key);

    public IPublishedContent? GetById(bool preview, Guid key) => items.GetValueOrDefault(key);
}

internal sealed class UrlAnswers
{
    public static string GetUrl(Guid key, UrlMode mode, string? culture, Uri? current) => Path(key, culture);

    public static string GetUrl(IPublishedContent content, UrlMode mode, string? culture, Uri? current) => Path(content.Key, culture);

    public static string GetMediaUrl(Guid key, UrlMode mode, string? culture, string propertyAlias, Uri? current) => "/media/" + Number(key) + ".jpg";

    public static string GetMediaUrl(IPublishedContent? content, UrlMode mode, string? culture, string propertyAlias, Uri? current) =>
        "/media/" + Number(content!.Key) + ".jpg";

    internal static string Path(Guid key, string? culture) => (culture is null ? "" : "/" + culture) + "/pagina-" + Number(key);

    private static string Number(Guid key) => key.ToString("N")[..8].TrimStart('0');
}

internal sealed class RouteAnswers
{
    public static IApiContentRoute? Build(IPublishedContent content, string? culture) =>
        new ApiContentRoute(UrlAnswers.Path(content.Key, culture) + "/", new ApiContentStartItem(EditorWorld.KeyOf(99), "start"));
}

internal sealed class UploadAnswers(Dictionary<Guid, TemporaryFileModel> uploads)
{
    public Task<TemporaryFileModel?> GetAsync(Guid key) => Task.FromResult(uploads.GetValueOrDefault(key));
}

internal sealed class HostAnswers
{
    public static string ToAbsolute(string path) => path;
}

internal sealed class ItemAnswers(int number, IPublishedContentType type, PublishedItemType itemType)
{
    public Guid get_Key() => EditorWorld.KeyOf(number);

    public string get_Name() => "Item " + number;

    public IPublishedContentType get_ContentType() => type;

    public PublishedItemType get_ItemType() => itemType;

    public static IEnumerable<IPublishedProperty> get_Properties() => [];

    public static IPublishedProperty? GetProperty(string alias) => null;

    public static DateTime get_CreateDate() => DateTime.UnixEpoch;

    public static DateTime get_UpdateDate() => DateTime.UnixEpoch;

    public static IReadOnlyDictionary<string, PublishedCultureInfo> get_Cultures() => new Dictionary<string, PublishedCultureInfo>();
}

/// <summary>Properties of referenced items are left out, those of elements are given.</summary>
internal sealed class Unexpanded : IOutputExpansionStrategyAccessor, IOutputExpansionStrategy
{
    public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
    {
        outputExpansionStrategy = this;
        return true;
    }

    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) =>
        element.Properties.ToDictionary(property => property.Alias, property => property.GetDeliveryApiValue(expanding: false));

    public IDictionary<string, object?> MapContentProperties(IPublishedContent content) => new Dictionary<string, object?>();

    public IDictionary<string, object?> MapMediaProperties(IPublishedContent media, bool skipUmbracoProperties) => new Dictionary<string, object?>();
}
