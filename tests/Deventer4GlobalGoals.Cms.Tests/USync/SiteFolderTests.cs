using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>Where data types and types hang: in a folder, or under another type.</summary>
public class SiteFolderTests
{
    /// <summary>The files of the foreign export that are just as today's uSync writes them.</summary>
    private static readonly string[] Todays =
        ["ContentTypes/herbgarden.config", "DataTypes/GardenLink.config", "MediaTypes/leaflet.config"];

    [Fact]
    public async Task An_export_after_the_import_of_a_stock_export_writes_folders_and_parents_as_they_were()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        using var folder = TemporaryFolder.CopyOf(Repository.Foreign);
        await site.ImportAsync(folder.Path);

        var export = await site.ExportAsync(folder.Path);

        Assert.All(Todays, file =>
        {
            Assert.Equal(USyncChange.Unchanged, export.Results.Single(result => result.File == file).Change);
            Assert.Equal(File.ReadAllText(Path.Combine(Repository.Foreign, file)), folder.Read(file));
        });
        Assert.Contains(
            "<Folder>Shared/Compositions</Folder>",
            folder.Read("ContentTypes/gardenbase.config"),
            StringComparison.Ordinal);
        ImportedSite.AssertNone(
            await site.ImportAsync(folder.Path),
            USyncChange.Created,
            USyncChange.Updated,
            USyncChange.Failed);
    }

    [Fact]
    public async Task Folders_are_made_with_their_decoded_names_and_the_key_that_older_exports_give()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();

        await site.ImportAsync(Repository.Foreign);

        var folders = site.Get<IDataTypeContainerService>();
        var inner = Assert.Single(await folders.GetAsync("Call to action", 2));
        Assert.Equal("Garden/parts", (await folders.GetParentAsync(inner))?.Name);
        Assert.Equal(
            ["Blocks", "Call to action", "Garden/parts"],
            (await folders.GetAllAsync()).Select(folder => folder.Name).Order(StringComparer.Ordinal));
        var compositions = Assert.Single(await site.Get<IContentTypeContainerService>().GetAsync("Compositions", 2));
        Assert.Equal(new Guid("5f0c8d4e-2222-4c11-8a11-0000000000ff"), compositions.Key);
        var types = site.Get<IContentTypeService>();
        Assert.Equal(compositions.Id, types.Get("gardenBase")?.ParentId);
        Assert.Equal(types.Get("garden")?.Id, types.Get("herbGarden")?.ParentId);
    }

    [Fact]
    public async Task A_type_that_moves_to_another_folder_takes_the_types_below_it_along()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        using var folder = TemporaryFolder.CopyOf(Repository.Foreign);
        await site.ImportAsync(folder.Path);
        folder.Alter(
            "ContentTypes/5f0c8d4e-2222-4c11-8a11-000000000001.config",
            "<Compositions>",
            "<Folder>Outdoors</Folder><Compositions>");
        folder.Alter("DataTypes/GardenLink.config", "Garden%2fparts/Call+to+action", "blocks");

        var first = await site.ImportAsync(folder.Path);
        var second = await site.ImportAsync(folder.Path);

        Assert.Equal(
            [
                "DataTypes/GardenLink.config [Level, Info/Folder]",
                "ContentTypes/5f0c8d4e-2222-4c11-8a11-000000000001.config [Info/Folder]",
            ],
            first.Results.Where(result => result.Change == USyncChange.Updated)
                .Select(result => $"{result.File} [{string.Join(", ", result.Fields ?? [])}]"));
        ImportedSite.AssertNone(second, USyncChange.Created, USyncChange.Updated, USyncChange.Failed);
        var types = site.Get<IContentTypeService>();
        var (garden, herbs) = (types.Get("garden")!, types.Get("herbGarden")!);
        Assert.Equal((2, 3, $"{garden.Path},{herbs.Id}"), (garden.Level, herbs.Level, herbs.Path));
    }

    [Fact]
    public async Task A_type_whose_parent_is_not_there_fails_with_the_field_that_names_it()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        using var folder = TemporaryFolder.CopyOf(Repository.Foreign);
        folder.Alter(
            "ContentTypes/herbgarden.config",
            "<Parent Key=\"5f0c8d4e-2222-4c11-8a11-000000000001\">garden",
            "<Parent Key=\"5f0c8d4e-2222-4c11-8a11-0000000000aa\">orchard");

        var report = await site.ImportAsync(folder.Path);

        var failed = Assert.Single(report.Results, result => result.Change == USyncChange.Failed);
        Assert.Equal(
            ("ContentTypes/herbgarden.config", "herbGarden", "Info/Parent"),
            (failed.File, failed.Item, failed.Field));
    }
}
