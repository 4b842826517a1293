using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using File = System.IO.File;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>Import and export through Umbraco's own services, over a database.</summary>
[Collection(HostedCollection.Name)]
public class SiteImportTests
{
    private static readonly Guid RoseGarden = new("5f0c8d4e-aaaa-4c11-8a11-000000000002");

    [Fact]
    public async Task The_sites_own_folder_is_imported_whole_then_unchanged_and_exported_as_it_was()
    {
        await using var site = await ImportedSite.StartAsync();
        using var copy = TemporaryFolder.CopyOf(Repository.Site);

        var first = await site.ImportAsync(Repository.Site);
        var second = await site.ImportAsync(Repository.Site);
        var export = await site.ExportAsync(copy.Path);

        ImportedSite.AssertNone(first, USyncChange.Failed);
        ImportedSite.AssertNone(second, USyncChange.Failed, USyncChange.Created, USyncChange.Updated);
        ImportedSite.AssertNone(export, USyncChange.Failed, USyncChange.Created, USyncChange.Updated, USyncChange.Deleted);
    }

    [Fact]
    public async Task A_report_on_an_empty_site_foresees_the_import_and_writes_nothing()
    {
        await using var site = await ImportedSite.StartAsync();

        var report = await site.ImportAsync(Repository.Site, write: false);

        ImportedSite.AssertNone(report, USyncChange.Failed);
        Assert.Empty(site.Get<IContentService>().GetRootContent());
        Assert.Empty(await site.Get<IDataTypeService>().GetAllAsync());
    }

    [Fact]
    public async Task A_foreign_export_is_imported_and_comes_out_unchanged()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();

        var first = await site.ImportAsync(Repository.Foreign);
        var second = await site.ImportAsync(Repository.Foreign);

        ImportedSite.AssertNone(first, USyncChange.Failed);
        ImportedSite.AssertNone(second, USyncChange.Failed, USyncChange.Created, USyncChange.Updated);
        Assert.Equal(
            ["Blueprints/empty-garden.config", "Webhooks/rebuild.config"],
            first.Results.Where(result => result.Change == USyncChange.Ignored).Select(result => result.File));
    }

    [Fact]
    public async Task A_foreign_page_keeps_its_key_place_cultures_schedule_and_the_values_of_unknown_editors()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        await site.ImportAsync(Repository.Foreign);

        var contents = site.Get<IContentService>();
        var page = contents.GetById(RoseGarden)!;

        Assert.Equal("Gardens", contents.GetParent(page)?.Name);
        Assert.Equal(["en-US"], page.PublishedCultures);
        Assert.Equal("Roseraie", page.GetCultureName("fr-FR"));
        Assert.Equal("rouge | 12°", page.GetValue<string>("colour", "fr-FR"));
        Assert.Equal("[\"Spring\"]", page.GetValue<string>("season"));
        var entry = Assert.Single(contents.GetContentScheduleByContentId(page.Id).FullSchedule);
        Assert.Equal(("fr-FR", ContentScheduleAction.Release), (entry.Culture, entry.Action));
    }

    [Fact]
    public async Task A_page_in_an_unknown_culture_fails_alone_with_its_file_item_and_field()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        using var folder = TemporaryFolder.CopyOf(Repository.Foreign);
        folder.Alter("Content/rose-garden.config", "fr-FR", "de-AT");

        var report = await site.ImportAsync(folder.Path);

        var failed = Assert.Single(report.Results, result => result.Change == USyncChange.Failed);
        Assert.Equal(
            ("Content/rose-garden.config", "Rose garden", "Info/NodeName/Name[de-AT]"),
            (failed.File, failed.Item, failed.Field));
        Assert.Equal("Gardens", Assert.Single(site.Get<IContentService>().GetRootContent()).Name);
    }

    [Fact]
    public async Task A_composition_that_does_not_exist_is_named_and_its_type_and_pages_fail()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        using var folder = TemporaryFolder.CopyOf(Repository.Foreign);
        File.Delete(Path.Combine(folder.Path, "ContentTypes", "gardenbase.config"));

        var report = await site.ImportAsync(folder.Path);

        var failed = report.Results.First(result => result.Change == USyncChange.Failed);
        Assert.Equal("garden", failed.Item);
        Assert.Equal("Info/Compositions/Composition[gardenBase]", failed.Field);
        Assert.Contains(report.Results, result => result is { Item: "Gardens", Change: USyncChange.Failed });
        Assert.NotNull(site.Get<IContentTypeService>().Get("bedBlock"));
    }
}
