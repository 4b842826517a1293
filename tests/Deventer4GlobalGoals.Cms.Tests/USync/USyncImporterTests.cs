using Deventer4GlobalGoals.Cms.USync;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

public sealed class USyncImporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryKind _kind = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_others_need_is_imported_first_whatever_the_file_names()
    {
        Template("a-page", parent: "layout");
        Template("layout", parent: "root");
        Template("z-root", alias: "root");

        await ImportAsync();

        Assert.Equal(["root", "layout", "a-page"], _kind.Saved);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        Template("page");
        var first = await ImportAsync();

        var second = await ImportAsync();

        Assert.Equal(USyncChange.Created, Assert.Single(first.Results).Change);
        Assert.Equal(USyncChange.Unchanged, Assert.Single(second.Results).Change);
    }

    [Fact]
    public async Task A_changed_file_is_reported_with_the_fields_that_changed()
    {
        var key = Template("page");
        await ImportAsync();
        Template("page", key: key, name: "Other");

        var result = Assert.Single((await ImportAsync()).Results);

        Assert.Equal(USyncChange.Updated, result.Change);
        Assert.Equal(["Name"], result.Fields);
    }

    [Fact]
    public async Task A_report_says_the_same_and_writes_nothing()
    {
        Template("page");

        var report = await ImportAsync(write: false);

        Assert.Equal(USyncChange.Created, Assert.Single(report.Results).Change);
        Assert.Empty(_kind.Items);
    }

    [Fact]
    public async Task Items_that_need_each_other_in_a_circle_are_refused_and_the_rest_is_imported()
    {
        Template("one", parent: "two");
        Template("two", parent: "three");
        Template("three", parent: "one");
        Template("free");

        var report = await ImportAsync();

        Assert.Equal(["free"], _kind.Saved);
        Assert.Equal(3, report.Count(USyncChange.Failed));
        Assert.All(report.Results.Where(r => r.Change == USyncChange.Failed), result =>
        {
            Assert.Equal("Parent", result.Field);
            Assert.Equal("These need each other in a circle: one → two → three → one.", result.Message);
        });
    }

    [Fact]
    public async Task Two_files_with_one_key_are_both_refused_and_name_each_other()
    {
        var key = Template("one");
        Template("two", key: key);
        Template("three");

        var report = await ImportAsync();

        Assert.Equal(["three"], _kind.Saved);
        Assert.Equal(2, report.Count(USyncChange.Failed));
        Assert.All(report.Results.Where(r => r.Change == USyncChange.Failed), result => Assert.Equal(
            $"More than one file has the key {key}: Templates/one.config, Templates/two.config.",
            result.Message));
    }

    [Fact]
    public async Task A_missing_item_is_named_with_the_field_that_asks_for_it()
    {
        Template("page", parent: "nowhere");

        var result = Assert.Single((await ImportAsync()).Results);

        Assert.Equal((USyncChange.Failed, "Parent"), (result.Change, result.Field));
        Assert.Equal("The Template nowhere is not there, or could not be imported.", result.Message);
    }

    [Fact]
    public async Task What_needs_a_failed_item_fails_too()
    {
        Template("layout", name: "refused");
        Template("page", parent: "layout");

        var report = await ImportAsync();

        Assert.Equal(2, report.Count(USyncChange.Failed));
        Assert.Empty(_kind.Items);
    }

    [Fact]
    public async Task Kinds_that_nothing_handles_are_left_with_a_message()
    {
        _folder.Write("Webhooks/hook.config", "<Webhook Key=\"x\" Alias=\"hook\" />");
        _folder.Write("Blueprints/page.config", "<Template Key=\"x\" Alias=\"page\" />");

        var report = await ImportAsync();

        Assert.True(report.Succeeded);
        Assert.Equal(
            ["This site does not import blueprints.", "This site does not import <Webhook>."],
            report.Results.Select(result => result.Message));
        Assert.Equal(2, report.Count(USyncChange.Ignored));
    }

    [Fact]
    public async Task A_deletion_is_carried_out_once_and_never_against_a_file_of_the_same_key()
    {
        var gone = Template("gone");
        var kept = Template("kept");
        await ImportAsync();
        File.Delete(Path.Combine(_folder.Path, "Templates", "gone.config"));
        _folder.Write("Templates/x.config", $"<Empty Key=\"{gone}\" Alias=\"gone\" Change=\"Delete\" />");
        _folder.Write("Templates/y.config", $"<Empty Key=\"{kept}\" Alias=\"kept\" Change=\"Delete\" />");

        var first = await ImportAsync();
        var second = await ImportAsync();

        Assert.Equal(1, first.Count(USyncChange.Deleted));
        Assert.Equal(0, second.Count(USyncChange.Deleted));
        Assert.Equal([kept], _kind.Items.Keys);
    }

    private Guid Template(string file, string parent = "", string? alias = null, string name = "View", Guid? key = null)
    {
        var id = key ?? Guid.NewGuid();
        _folder.Write(
            $"Templates/{file}.config",
            $"<Template Key=\"{id}\" Alias=\"{alias ?? file}\" Level=\"1\"><Name>{name}</Name><Parent>{parent}</Parent></Template>");
        return id;
    }

    private Task<USyncReport> ImportAsync(bool write = true) =>
        MemoryKind.Importer(_kind).ImportAsync(_folder.Path, write, null, CancellationToken.None);
}
