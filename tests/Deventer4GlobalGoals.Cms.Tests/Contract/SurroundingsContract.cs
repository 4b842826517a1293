using System.Text;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;
using File = System.IO.File;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>What stands around documents: media, templates, texts, relations, tags, addresses, keys.</summary>
public abstract class SurroundingsContract(CmsFixture cms)
{
    [ContractFact]
    public void A_media_item_has_its_file_until_it_is_deleted()
    {
        var media = cms.Get<IMediaService>();
        var folder = media.CreateMedia("Stukken", Constants.System.Root, "folder");
        Assert.True(media.Save(folder).Success);
        var item = media.CreateMedia("Beleid", folder, "document");
        Upload(item, "beleid.txt", "Beleid");
        Assert.True(media.Save(item).Success);

        var path = item.GetValue<string>(Constants.Conventions.Media.File)!;
        var file = Path.Combine(cms.Folder, path.TrimStart('/'));
        Assert.Equal("Beleid", File.ReadAllText(file));
        Assert.Equal(item.Key, media.GetMediaByPath(path)?.Key);
        Assert.Equal("Beleid", cms.Get<IPublishedMediaCache>().GetById(item.Key)?.Name);
        Assert.Equal($"-1,{folder.Id},{item.Id}", media.GetById(item.Key)!.Path);

        Assert.True(media.MoveToRecycleBin(folder).Success);
        Assert.Null(cms.Get<IPublishedMediaCache>().GetById(item.Key));
        Assert.True(media.EmptyRecycleBin().Success);
        Assert.Null(media.GetById(item.Key));
        Assert.False(File.Exists(file));
    }

    [ContractFact]
    public void A_new_file_takes_the_place_of_the_old_one()
    {
        var media = cms.Get<IMediaService>();
        var item = media.CreateMedia("Wissel", Constants.System.Root, "document");
        Upload(item, "een.txt", "Een");
        media.Save(item);
        var first = Path.Combine(cms.Folder, item.GetValue<string>(Constants.Conventions.Media.File)!.TrimStart('/'));

        item = media.GetById(item.Key)!;
        Upload(item, "twee.txt", "Twee");
        Assert.True(media.Save(item).Success);
        var second = Path.Combine(cms.Folder, item.GetValue<string>(Constants.Conventions.Media.File)!.TrimStart('/'));
        Assert.Equal((false, "Twee"), (File.Exists(first), File.ReadAllText(second)));
    }

    [ContractFact]
    public async Task A_template_is_a_view_that_documents_are_shown_with()
    {
        var templates = cms.Get<ITemplateService>();
        var created = await templates.CreateAsync("Blad", "sheet", "@inherits Umbraco.Cms.Web.Common.Views.UmbracoViewPage", CmsFixture.SuperUser);
        Assert.True(created.Success, created.Status.ToString());
        var page = cms.Page("Met sjabloon");
        page.TemplateId = created.Result.Id;
        cms.Contents.Save(page);
        cms.Publish(page);
        Assert.Equal((created.Result.Id, created.Result.Id), (cms.Fresh(page).TemplateId, cms.Visible(page)!.TemplateId));
        Assert.Equal("sheet", (await templates.GetAsync(created.Result.Key))?.Alias);

        Assert.True((await templates.DeleteAsync("sheet", CmsFixture.SuperUser)).Success);
        Assert.Null(await templates.GetAsync("sheet"));
        Assert.Equal("Met sjabloon", cms.Fresh(page).Name);
    }

    [ContractFact]
    public async Task A_dictionary_item_has_a_text_per_language_and_children()
    {
        var items = cms.Get<IDictionaryItemService>();
        var languages = (await cms.Get<ILanguageService>().GetAllAsync()).ToDictionary(language => language.IsoCode);
        var parent = (await items.CreateAsync(new DictionaryItem("knoppen"), CmsFixture.SuperUser)).Result;
        var child = new DictionaryItem(parent.Key, "knoppen.zoek");
        child.AddOrUpdateDictionaryValue(languages["nl"], "Zoeken");
        child.AddOrUpdateDictionaryValue(languages["en-US"], "Search");
        Assert.Equal(DictionaryItemOperationStatus.Success, (await items.CreateAsync(child, CmsFixture.SuperUser)).Status);

        var read = (await items.GetAsync("knoppen.zoek"))!;
        Assert.Equal(["Search", "Zoeken"], read.Translations.Select(text => text.Value).Order());
        Assert.Equal(["knoppen.zoek"], (await items.GetChildrenAsync(parent.Key)).Select(item => item.ItemKey));
        Assert.Equal(DictionaryItemOperationStatus.DuplicateItemKey, (await items.CreateAsync(new DictionaryItem("knoppen"), CmsFixture.SuperUser)).Status);

        Assert.True((await items.DeleteAsync(parent.Key, CmsFixture.SuperUser)).Success);
        Assert.False(await items.ExistsAsync("knoppen.zoek"));
    }

    [ContractFact]
    public async Task A_picked_document_knows_by_whom_until_it_is_no_longer_picked()
    {
        var picked = cms.Page("Gekozen");
        var picking = cms.Page("Kiest");
        picking.SetValue("related", Udi.Create(Constants.UdiEntityType.Document, picked.Key).ToString());
        cms.Contents.Save(picking);

        var references = cms.Get<ITrackedReferencesService>();
        var found = await references.GetPagedRelationsForItemAsync(picked.Key, UmbracoObjectTypes.Document, 0, 10, filterMustBeIsDependency: true);
        Assert.Equal([picking.Key], found.Result.Items.Select(item => item.NodeKey));

        picking.SetValue("related", null);
        cms.Contents.Save(picking);
        found = await references.GetPagedRelationsForItemAsync(picked.Key, UmbracoObjectTypes.Document, 0, 10, filterMustBeIsDependency: true);
        Assert.Empty(found.Result.Items);
    }

    [ContractFact]
    public void Relations_are_made_found_and_go_with_their_documents()
    {
        var relations = cms.Get<IRelationService>();
        var (left, right) = (cms.Page("Links"), cms.Page("Rechts"));
        var type = new RelationType("Buren", "buren", false, Constants.ObjectTypes.Document, Constants.ObjectTypes.Document, false);
        relations.Save(type);

        relations.Relate(left.Id, right.Id, "buren");
        Assert.Equal([right.Id], relations.GetByParentId(left.Id, "buren")!.Select(relation => relation.ChildId));
        cms.Contents.Delete(right);
        Assert.Empty(relations.GetByParentId(left.Id, "buren")!);
    }

    [ContractFact]
    public void Tags_of_published_documents_are_found_and_go_when_they_are_taken_off()
    {
        var page = cms.Page("Reis");
        page.SetValue("tags", """["Oeganda","Estland"]""");
        cms.Contents.Save(page);
        cms.Publish(page);
        var tags = cms.Get<ITagService>();
        Assert.Equal(["Estland", "Oeganda"], tags.GetTagsForEntity(page.Id, "landen").Select(tag => tag.Text).Order());
        Assert.Equal([page.Id], tags.GetTaggedContentByTag("Oeganda", "landen").Select(entity => entity.EntityId));

        page = cms.Fresh(page);
        page.SetValue("tags", """["Estland"]""");
        cms.Contents.Save(page);
        cms.Publish(page);
        Assert.Equal(["Estland"], tags.GetTagsForEntity(page.Id, "landen").Select(tag => tag.Text));
    }

    [ContractFact]
    public void Renaming_and_moving_a_published_page_leave_redirects_for_all_that_is_below()
    {
        var root = cms.PublishedPage("Site");
        var page = cms.PublishedPage("Oud adres", root);
        var below = cms.PublishedPage("Bijlage", page);
        var before = Url(below);

        page.Name = "Nieuw adres";
        cms.Contents.Save(page);
        cms.Publish(page);
        Assert.EndsWith("/nieuw-adres/bijlage", Url(below), StringComparison.Ordinal);
        var redirects = cms.Get<IRedirectUrlService>();
        Assert.Contains(before, redirects.GetContentRedirectUrls(below.Key).Select(redirect => redirect.Url));

        var renamed = Url(below);
        cms.Contents.Move(cms.Fresh(page), cms.PublishedPage("Archief", root).Id);
        Assert.EndsWith("/archief/nieuw-adres/bijlage", Url(below), StringComparison.Ordinal);
        Assert.Equal(below.Key, redirects.GetMostRecentRedirectUrl(renamed, "nl")?.ContentKey);
    }

    [ContractFact]
    public void A_name_that_comes_back_ends_its_own_redirect()
    {
        var page = cms.PublishedPage("Heen");
        foreach (var name in new[] { "Weer", "Heen" })
        {
            page = cms.Fresh(page);
            page.Name = name;
            cms.Contents.Save(page);
            cms.Publish(page);
        }

        Assert.DoesNotContain(Url(page), cms.Get<IRedirectUrlService>().GetContentRedirectUrls(page.Key).Select(redirect => redirect.Url));
    }

    [ContractFact]
    public void A_key_has_one_value_and_is_only_changed_by_who_knows_it()
    {
        var values = cms.Get<IKeyValueService>();
        values.SetValue("stand", "1");
        Assert.False(values.TrySetValue("stand", "2", "3"));
        Assert.True(values.TrySetValue("stand", "1", "2"));
        Assert.Equal("2", values.GetValue("stand"));
        Assert.Equal(["stand"], values.FindByKeyPrefix("sta")!.Keys);
    }

    private string Url(IContent page)
    {
        using var context = cms.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        return cms.Get<IPublishedUrlProvider>().GetUrl(page.Key, Umbraco.Cms.Core.Models.PublishedContent.UrlMode.Relative, "nl");
    }

    private void Upload(IMedia item, string name, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        item.SetValue(
            cms.Get<MediaFileManager>(),
            cms.Get<MediaUrlGeneratorCollection>(),
            cms.Get<IShortStringHelper>(),
            cms.Get<IContentTypeBaseServiceProvider>(),
            Constants.Conventions.Media.File,
            name,
            stream);
    }
}

[Collection(HostedCollection.Name)]
public sealed class SurroundingsOnSqlite(SqliteCms cms) : SurroundingsContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class SurroundingsOnPostgres(PostgresCms cms) : SurroundingsContract(cms), IClassFixture<PostgresCms>;
