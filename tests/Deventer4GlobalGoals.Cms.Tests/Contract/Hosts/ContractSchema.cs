using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>
/// What the contract tests write with. Languages nl, en-US and de-DE; page (doesn't vary: title, note, tags, related), strict
/// (mandatory title, code with a pattern), article (varies: title; code doesn't); media types folder and document.
/// </summary>
internal static class ContractSchema
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    public static async Task CreateAsync(CmsHost host)
    {
        foreach (var (code, name) in new[] { ("en-US", "English"), ("de-DE", "Deutsch") })
        {
            Assert.True((await host.Get<ILanguageService>().CreateAsync(new Language(code, name) { FallbackIsoCode = "nl" }, User)).Success);
        }

        var strings = host.Get<IShortStringHelper>();
        var text = await DataTypeAsync(host, "Tekst", Constants.PropertyEditors.Aliases.TextBox, ValueStorageType.Nvarchar);
        await DataTypeAsync(host, "Lange tekst", Constants.PropertyEditors.Aliases.TextArea, ValueStorageType.Ntext);
        var tags = await DataTypeAsync(host, "Landen", Constants.PropertyEditors.Aliases.Tags, ValueStorageType.Ntext, new() { ["group"] = "landen", ["storageType"] = "Json" });
        var picker = await DataTypeAsync(host, "Kiezer", Constants.PropertyEditors.Aliases.ContentPicker, ValueStorageType.Nvarchar);
        var upload = await DataTypeAsync(host, "Bestand", Constants.PropertyEditors.Aliases.UploadField, ValueStorageType.Nvarchar);

        var page = new ContentType(strings, -1) { Alias = "page", Name = "Pagina", AllowedAsRoot = true };
        Add(page, strings, text, "title");
        Add(page, strings, text, "note");
        Add(page, strings, tags, "tags");
        Add(page, strings, picker, "related");
        await SaveAsync(host, page);
        page.AllowedContentTypes = [new ContentTypeSort(page.Key, 0, page.Alias)];
        Assert.True((await host.Get<IContentTypeService>().UpdateAsync(page, User)).Success);

        var strict = new ContentType(strings, -1) { Alias = "strict", Name = "Streng", AllowedAsRoot = true };
        Add(strict, strings, text, "title").Mandatory = true;
        Add(strict, strings, text, "code").ValidationRegExp = "^[A-Z]{3}$";
        await SaveAsync(host, strict);

        var article = new ContentType(strings, -1) { Alias = "article", Name = "Artikel", AllowedAsRoot = true, Variations = ContentVariation.Culture };
        Add(article, strings, text, "title").Variations = ContentVariation.Culture;
        Add(article, strings, text, "code");
        await SaveAsync(host, article);

        var folder = new MediaType(strings, -1) { Alias = "folder", Name = "Map", AllowedAsRoot = true };
        Assert.True((await host.Get<IMediaTypeService>().CreateAsync(folder, User)).Success);
        var document = new MediaType(strings, -1) { Alias = "document", Name = "Document", AllowedAsRoot = true };
        Add(document, strings, upload, Constants.Conventions.Media.File);
        Assert.True((await host.Get<IMediaTypeService>().CreateAsync(document, User)).Success);
    }

    public static async Task<IContentType> SaveAsync(CmsHost host, IContentType type)
    {
        var result = await host.Get<IContentTypeService>().CreateAsync(type, User);
        Assert.True(result.Success, result.Result.ToString());
        return type;
    }

    public static PropertyType Add(IContentTypeBase type, IShortStringHelper strings, IDataType dataType, string alias)
    {
        var property = new PropertyType(strings, dataType, alias) { Name = alias };
        type.AddPropertyType(property);
        return property;
    }

    private static async Task<IDataType> DataTypeAsync(CmsHost host, string name, string editor, ValueStorageType storage, Dictionary<string, object>? configuration = null)
    {
        var dataType = new DataType(host.Get<PropertyEditorCollection>()[editor]!, host.Get<IConfigurationEditorJsonSerializer>())
        {
            Name = name, DatabaseType = storage, EditorUiAlias = editor,
        };
        if (configuration is not null)
        {
            dataType.ConfigurationData = configuration;
        }

        var result = await host.Get<IDataTypeService>().CreateAsync(dataType, User);
        Assert.True(result.Success, $"{name}: {result.Status}");
        return result.Result;
    }
}
