using System.Globalization;
using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Contents;
using Deventer4GlobalGoals.Cms.USync.DataTypes;
using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Languages;
using Umbraco.Cms.Core.Models;
using File = System.IO.File;

namespace Deventer4GlobalGoals.Cms.Tests.USync.Files;

public class ForeignExportTests
{
    [Fact]
    public void All_files_of_a_foreign_export_are_found_in_nested_folders_and_under_guid_names()
    {
        var folder = USyncFolder.Read(Repository.Foreign);

        Assert.Empty(folder.Unreadable);
        Assert.Contains(folder.Documents, document =>
            document.File == "DataTypes/Blocks/5f0c8d4e-1111-4c11-8a11-000000000002.config"
            && document.Folder == "DataTypes");
        Assert.DoesNotContain(folder.Documents, document => document.File == "usync.config");
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_windows_line_ends_and_capital_booleans_is_read()
    {
        var language = LanguageFile.Read(Repository.Load(Repository.Foreign, "Languages/en-us.config"));

        Assert.Equal(new LanguageFile("en-US", string.Empty, true, true, string.Empty), language);
    }

    [Fact]
    public void Configuration_of_a_version_13_site_gets_todays_keys_and_lists()
    {
        var dropdown = DataTypeFile.Read(Repository.Load(Repository.Foreign, "DataTypes/SeasonDropdown.config"));

        Assert.Equal("Nvarchar", dropdown.DatabaseType);
        Assert.Equal(
            "{\n  \"items\": [\n    \"Spring\",\n    \"Autumn\"\n  ],\n  \"multiple\": false\n}",
            ConfigJson.Print(dropdown.Config));
    }

    [Theory]
    [InlineData("Umbraco.DropDown.Flexible", "Umb.PropertyEditorUi.Dropdown")]
    [InlineData("Umbraco.BlockGrid", "Umb.PropertyEditorUi.BlockGrid")]
    [InlineData("Acme.ColourWheel", "Acme.ColourWheel")]
    public void A_data_type_that_names_no_interface_gets_that_of_its_editor(string editor, string expected) =>
        Assert.Equal(expected, EditorInterfaces.For(editor));

    [Fact]
    public void Configuration_of_an_unknown_editor_stays_as_it_is()
    {
        var root = Repository.Load(Repository.Foreign, "DataTypes/ColourWheel.config");

        var wheel = DataTypeFile.Read(root);

        Assert.Equal("Acme.ColourWheel", wheel.EditorAlias);
        Assert.Equal(root.Element("Config")?.Value, ConfigJson.Print(wheel.Config));
    }

    [Fact]
    public void A_tab_that_is_named_by_its_caption_only_gets_an_alias_that_its_properties_use()
    {
        var type = TypeFile.Read(Repository.Load(Repository.Foreign, "ContentTypes/gardenbase.config"));

        var tab = Assert.Single(type.Tabs);
        Assert.Equal(("inBloom", "In bloom", 3), (tab.Alias, tab.Caption, tab.SortOrder));
        Assert.Equal("inBloom", Assert.Single(type.Properties).TabAlias);
        Assert.Equal(Guid.Empty, type.Info.ListView);
    }

    [Fact]
    public void The_order_of_elements_does_not_matter()
    {
        var type = TypeFile.Read(Repository.Load(
            Repository.Foreign,
            "ContentTypes/5f0c8d4e-2222-4c11-8a11-000000000001.config"));

        Assert.Equal("Garden", type.Info.Name);
        Assert.Equal(new CleanupFile(true, 14, null), type.Info.Cleanup);
        Assert.Equal("gardenBase", Assert.Single(type.Info.Compositions).Name);
        Assert.Equal(["colour", "layout"], type.Properties.Select(property => property.Alias).Order());
    }

    [Fact]
    public void A_page_is_read_with_its_cultures_values_and_schedule()
    {
        var page = ContentFile.Read(Repository.Load(Repository.Foreign, "Content/rose-garden.config"));

        Assert.Equal("Roseraie", page.Names["fr-FR"]);
        Assert.Equal(["en-US"], ContentPublication.PublishedCultures(page));
        var release = DateTime.Parse("2099-01-01T09:00:00Z", CultureInfo.InvariantCulture).ToUniversalTime();
        Assert.Equal([new ScheduleFile("fr-FR", ContentScheduleAction.Release, release)], page.Publication!.Schedule);
        Assert.Equal(
            [new ValueFile("fr-FR", null, "rouge | 12°"), new ValueFile("en-US", null, "red | 12°")],
            page.Properties.Single(property => property.Alias == "colour").Values);
    }

    [Fact]
    public void A_value_keeps_its_text_with_the_end_of_a_cdata_section_in_it()
    {
        var page = ContentFile.Read(Repository.Load(Repository.Foreign, "Content/rose-garden.config"));
        var text = "<![CDATA[x]]> & ]]>";
        var changed = page with { Properties = [new ValuesFile("colour", [new ValueFile(null, null, text)])] };
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.config");

        File.WriteAllBytes(file, USyncDisk.ToBytes(changed.Write()));

        Assert.Equal(text, ContentFile.Read(USyncDisk.Load(new FileInfo(file))).Properties[0].Values[0].Text);
    }
}
