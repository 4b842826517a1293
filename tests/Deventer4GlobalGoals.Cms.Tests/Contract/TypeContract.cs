using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>What becomes of content when its type changes. Every test has a type of its own.</summary>
public abstract class TypeContract(CmsFixture cms)
{
    /// <summary>Issue 2: on PostgreSQL, documents couldn't be read directly after a type had changed: mapping asked a second question amid the first.</summary>
    [ContractFact]
    public async Task A_property_that_comes_to_vary_keeps_its_value_in_the_default_language_and_back()
    {
        var type = await TypeAsync("varying", ContentVariation.Culture);
        var document = cms.Contents.Create("Vast", Constants.System.Root, type);
        document.SetCultureName("Vast", "nl");
        document.SetCultureName("Fixed", "en-US");
        document.SetValue("text", "Waarde");
        cms.Contents.Save(document);
        cms.Publish(document);

        await ChangeAsync("varying", changed => changed.PropertyTypes.Single(property => property.Alias == "text").Variations = ContentVariation.Culture);
        document = cms.Fresh(document);
        Assert.Equal(("Waarde", "Waarde"), (document.GetValue("text", "nl"), document.GetValue("text", "nl", published: true)));
        Assert.Equal("Waarde", cms.Visible(document)!.GetProperty("text")!.GetValue("nl"));

        document.SetValue("text", "Anders", "nl");
        cms.Contents.Save(document);
        cms.Publish(document);
        await ChangeAsync("varying", changed => changed.PropertyTypes.Single(property => property.Alias == "text").Variations = ContentVariation.Nothing);
        Assert.Equal(("Anders", "Anders"), (cms.Fresh(document).GetValue("text"), cms.Fresh(document).GetValue("text", published: true)));
        Assert.Equal("Anders", cms.Visible(document)!.GetProperty("text")!.GetValue());
    }

    [ContractFact]
    public async Task A_type_that_comes_to_vary_keeps_its_documents_in_the_default_language_and_back()
    {
        var type = await TypeAsync("turning", ContentVariation.Nothing);
        var document = cms.Contents.Create("Draai", Constants.System.Root, type);
        document.SetValue("text", "Waarde");
        cms.Contents.Save(document);
        cms.Publish(document);

        await ChangeAsync("turning", changed => changed.Variations = ContentVariation.Culture);
        document = cms.Fresh(document);
        Assert.Equal(("Draai", "Waarde"), (document.GetCultureName("nl"), document.GetValue("text")));
        Assert.Equal(["nl"], document.PublishedCultures);

        await ChangeAsync("turning", changed => changed.Variations = ContentVariation.Nothing);
        document = cms.Fresh(document);
        Assert.Equal(("Draai", "Waarde", true), (document.Name, document.GetValue("text"), document.Published));
        Assert.Equal("Draai", cms.Visible(document)?.Name);
    }

    [ContractFact]
    public async Task A_property_that_is_taken_away_is_gone_from_draft_and_published_and_does_not_return_with_its_alias()
    {
        var type = await TypeAsync("shrinking", ContentVariation.Nothing);
        var document = cms.Contents.Create("Krimp", Constants.System.Root, type);
        document.SetValue("text", "Waarde");
        cms.Contents.Save(document);
        cms.Publish(document);

        await ChangeAsync("shrinking", changed => changed.RemovePropertyType("text"));
        Assert.DoesNotContain("text", cms.Fresh(document).Properties.Select(property => property.Alias));
        Assert.DoesNotContain("text", cms.Visible(document)!.Properties.Select(property => property.Alias));

        var text = await DataTypeAsync("Tekst");
        await ChangeAsync("shrinking", changed => ContractSchema.Add(changed, cms.Get<IShortStringHelper>(), text, "text"));
        Assert.Null(cms.Fresh(document).GetValue("text"));
    }

    [ContractFact]
    public async Task A_property_with_another_data_type_keeps_its_value()
    {
        var type = await TypeAsync("retyped", ContentVariation.Nothing);
        var document = cms.Contents.Create("Ander", Constants.System.Root, type);
        document.SetValue("text", "Waarde");
        cms.Contents.Save(document);
        cms.Publish(document);

        var longer = await DataTypeAsync("Lange tekst");
        await ChangeAsync("retyped", changed =>
        {
            var property = (PropertyType)changed.PropertyTypes.Single(entry => entry.Alias == "text");
            property.DataTypeId = longer.Id;
            property.DataTypeKey = longer.Key;
            property.ValueStorageType = longer.DatabaseType;
            property.PropertyEditorAlias = longer.EditorAlias;
        });
        Assert.Equal("Waarde", cms.Fresh(document).GetValue("text"));
        Assert.Equal(Constants.PropertyEditors.Aliases.TextArea, cms.Visible(document)!.GetProperty("text")!.PropertyType.EditorAlias);
        Assert.Equal("Waarde", cms.Visible(document)!.GetProperty("text")!.GetValue());
    }

    [ContractFact]
    public async Task A_data_type_that_changes_its_settings_is_read_with_the_new_ones()
    {
        var service = cms.Get<IDataTypeService>();
        var dataType = new DataType(cms.Get<PropertyEditorCollection>()[Constants.PropertyEditors.Aliases.TextBox]!, cms.Get<IConfigurationEditorJsonSerializer>())
        {
            Name = "Begrensd",
            DatabaseType = ValueStorageType.Nvarchar,
            EditorUiAlias = "Umb.PropertyEditorUi.TextBox",
            ConfigurationData = new Dictionary<string, object> { ["maxChars"] = 10 },
        };
        Assert.True((await service.CreateAsync(dataType, CmsFixture.SuperUser)).Success);
        var stored = (await service.GetAsync(dataType.Key))!;
        stored.Name = "Ruim";
        stored.ConfigurationData = new Dictionary<string, object> { ["maxChars"] = 20 };
        Assert.True((await service.UpdateAsync(stored, CmsFixture.SuperUser)).Success);

        stored = (await service.GetAsync(dataType.Key))!;
        Assert.Equal(("Ruim", 20), (stored.Name, stored.ConfigurationAs<TextboxConfiguration>()!.MaxChars));
    }

    /// <summary>Issue 2: no query of Umbraco's that names several values could be built.</summary>
    [ContractFact]
    public async Task With_its_type_a_document_goes()
    {
        var type = await TypeAsync("doomed", ContentVariation.Nothing);
        var document = cms.Contents.Create("Gedoemd", Constants.System.Root, type);
        cms.Contents.Save(document);
        cms.Publish(document);
        var below = cms.Page("Eronder", document);

        Assert.Equal(Umbraco.Cms.Core.Services.OperationStatus.ContentTypeOperationStatus.Success, await cms.Types.DeleteAsync(type.Key, CmsFixture.SuperUser));
        Assert.Null(cms.Types.Get("doomed"));
        Assert.Null(cms.Contents.GetById(document.Key));
        Assert.Null(cms.Visible(document));

        // What is below is of another type: it isn't deleted but goes to the bin.
        Assert.True(cms.Fresh(below).Trashed);
    }

    /// <summary>Issue 2: a property that a composition got later didn't reach published documents until a restart.</summary>
    [ContractFact]
    public async Task A_composition_gives_its_properties_to_the_types_that_use_it()
    {
        var shared = await TypeAsync("shared", ContentVariation.Nothing);
        var user = new ContentType(cms.Get<IShortStringHelper>(), -1) { Alias = "user", Name = "user", AllowedAsRoot = true };
        Assert.True(user.AddContentType(shared));
        await ContractSchema.SaveAsync(cms.Host, user);
        var document = cms.Contents.Create("Samen", Constants.System.Root, user);
        document.SetValue("text", "Geleend");
        cms.Contents.Save(document);
        cms.Publish(document);
        Assert.Equal("Geleend", cms.Visible(document)!.GetProperty("text")!.GetValue());

        var dataType = await DataTypeAsync("Tekst");
        await ChangeAsync("shared", changed => ContractSchema.Add(changed, cms.Get<IShortStringHelper>(), dataType, "extra"));
        Assert.Equal(["extra", "text"], cms.Visible(document)!.Properties.Select(property => property.Alias).Order());
    }

    [ContractFact]
    public async Task Another_process_reads_everything_back()
    {
        var type = await TypeAsync("lasting", ContentVariation.Culture);
        var document = cms.Contents.Create("Blijvend", Constants.System.Root, type);
        document.SetCultureName("Blijvend", "nl");
        document.SetCultureName("Lasting", "en-US");
        document.SetValue("text", "Waarde");
        cms.Contents.Save(document);
        cms.Publish(document, "nl");

        await cms.InAnotherProcessAsync(async other =>
        {
            var read = other.Get<IContentService>().GetById(document.Key)!;
            Assert.Equal(("Blijvend", "Lasting", "Waarde"), (read.GetCultureName("nl"), read.GetCultureName("en-US"), read.GetValue("text")));
            Assert.Equal(["nl"], read.PublishedCultures);
            Assert.Equal(["nl"], other.Get<Umbraco.Cms.Core.PublishedCache.IPublishedContentCache>().GetById(false, document.Key)!.Cultures.Keys);
            Assert.Equal(["de-DE", "en-US", "nl"], (await other.Get<ILanguageService>().GetAllAsync()).Select(language => language.IsoCode).Order());
        });
    }

    private async Task<IContentType> TypeAsync(string alias, ContentVariation variation)
    {
        var strings = cms.Get<IShortStringHelper>();
        var type = new ContentType(strings, -1) { Alias = alias, Name = alias, AllowedAsRoot = true, Variations = variation };
        ContractSchema.Add(type, strings, await DataTypeAsync("Tekst"), "text");
        return await ContractSchema.SaveAsync(cms.Host, type);
    }

    private async Task<IDataType> DataTypeAsync(string name) =>
        (await cms.Get<IDataTypeService>().GetAllAsync()).Single(dataType => dataType.Name == name);

    private async Task ChangeAsync(string alias, Action<IContentType> change)
    {
        var type = cms.Types.Get(alias)!;
        change(type);
        var result = await cms.Types.UpdateAsync(type, CmsFixture.SuperUser);
        Assert.True(result.Success, result.Result.ToString());
    }
}

[Collection(HostedCollection.Name)]
public sealed class TypesOnSqlite(SqliteCms cms) : TypeContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class TypesOnPostgres(PostgresCms cms) : TypeContract(cms), IClassFixture<PostgresCms>;
