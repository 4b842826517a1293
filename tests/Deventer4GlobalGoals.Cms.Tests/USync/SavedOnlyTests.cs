using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>uSync writes a file when an item is saved, so what Umbraco installs is in few exports.</summary>
[Collection(HostedCollection.Name)]
public class SavedOnlyTests
{
    private static readonly Guid Poppies = new("6a1d9e50-6666-4d22-9b22-000000000001");

    [Fact]
    public async Task An_export_without_what_Umbraco_installs_is_imported_whole_and_then_unchanged()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();

        var report = await site.ImportAsync(Repository.SavedOnly, write: false);
        var first = await site.ImportAsync(Repository.SavedOnly);
        var second = await site.ImportAsync(Repository.SavedOnly);

        ImportedSite.AssertNone(report, USyncChange.Failed);
        ImportedSite.AssertNone(first, USyncChange.Failed);
        ImportedSite.AssertNone(second, USyncChange.Failed, USyncChange.Created, USyncChange.Updated);
        Assert.Equal(Created(report), Created(first));
        Assert.Contains("stock Umbraco/Languages/en-US", Created(first));
        Assert.Contains("stock Umbraco/DataTypes/Textstring", Created(first));
        Assert.Contains("stock Umbraco/MediaTypes/Image", Created(first));
    }

    [Fact]
    public async Task What_a_stock_site_has_gets_its_keys_and_only_where_the_export_asks_for_it()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        await site.ImportAsync(Repository.SavedOnly);

        var dataTypes = site.Get<IDataTypeService>();
        var area = await dataTypes.GetAsync(Constants.DataTypes.Guids.TextareaGuid);

        Assert.Equal(700, ((TextAreaConfiguration)area!.ConfigurationObject!).MaxChars);
        Assert.Equal("Umbraco.TextBox", (await dataTypes.GetAsync(Constants.DataTypes.Guids.TextstringGuid))!.EditorAlias);
        Assert.Null(await dataTypes.GetAsync(Constants.DataTypes.Guids.TagsGuid));
        Assert.Equal("Image", site.Get<IMediaTypeService>().Get(new Guid(Constants.MediaTypes.Guids.Image))!.Alias);
        Assert.Equal(["da-DK", "en-US"], site.Get<IContentService>().GetById(Poppies)!.PublishedCultures.Order());
    }

    [Fact]
    public async Task What_came_in_goes_out_as_it_was_but_for_numbers_and_what_was_left_unsaid()
    {
        await using var site = await ImportedSite.StartWithoutDutchAsync();
        var english = new Language("en-US", "English (United States)") { IsDefault = true };
        await site.Get<ILanguageService>().CreateAsync(english, Constants.Security.SuperUserKey);
        await site.ImportAsync(Repository.SavedOnly);
        using var copy = TemporaryFolder.CopyOf(Repository.SavedOnly);

        var export = await site.ExportAsync(copy.Path);

        ImportedSite.AssertNone(export, USyncChange.Failed);
        Assert.Equal(
            ["Domains/1061_da-dk.config"],
            export.Results.Where(result => result.Change == USyncChange.Deleted).Select(result => result.File));
        Assert.Equal(
            ["ContentTypes/plant.config"],
            export.Results.Where(result => result.Change == USyncChange.Updated).Select(result => result.File));
    }

    private static IEnumerable<string> Created(USyncReport report) =>
        report.Results.Where(result => result.Change == USyncChange.Created).Select(result => result.File);
}
