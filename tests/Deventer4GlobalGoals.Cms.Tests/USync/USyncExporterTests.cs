using Deventer4GlobalGoals.Cms.USync;
using Deventer4GlobalGoals.Cms.USync.Templates;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

public sealed class USyncExporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryKind _kind = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_export_writes_the_same_bytes_and_reports_no_change()
    {
        Add("page");
        Add("layout");
        await ExportAsync();
        var before = Contents();

        var report = await ExportAsync();

        Assert.Equal(2, report.Count(USyncChange.Unchanged));
        Assert.Equal(before, Contents());
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<uSync version=\"17.3.8.0\" format=\"10.7.0\" />",
            before["usync.config"]);
    }

    [Fact]
    public async Task What_is_exported_imports_as_unchanged()
    {
        Add("page");
        await ExportAsync();

        var report = await MemoryKind.Importer(_kind).ImportAsync(_folder.Path, true, null, CancellationToken.None);

        Assert.Equal(USyncChange.Unchanged, Assert.Single(report.Results).Change);
    }

    [Fact]
    public async Task Files_of_items_that_are_gone_are_removed_and_other_files_stay()
    {
        Add("page");
        var old = Add("old");
        await ExportAsync();
        _kind.Items.Remove(old);
        _folder.Write("Templates/notes.txt", "mine");
        _folder.Write("Templates/other.config", "<Webhook Key=\"x\" Alias=\"y\" />");
        _folder.Write("Templates/broken.config", "<Template");
        _folder.Write("Elsewhere/template.config", $"<Template Key=\"{old}\" Alias=\"old\"><Name>x</Name></Template>");

        var report = await ExportAsync();

        Assert.Equal("Templates/old.config", report.Results.Single(r => r.Change == USyncChange.Deleted).File);
        Assert.Equal(
            [
                "Elsewhere/template.config", "Templates/broken.config", "Templates/notes.txt",
                "Templates/other.config", "Templates/page.config", "usync.config",
            ],
            Contents().Keys);
    }

    [Fact]
    public async Task An_item_keeps_the_file_it_has()
    {
        var key = Add("page");
        _folder.Write("Templates/nested/my-own-name.config", $"<Template Key=\"{key}\" Alias=\"page\"><Name>x</Name></Template>");

        await ExportAsync();

        Assert.Equal(["Templates/nested/my-own-name.config", "usync.config"], Contents().Keys);
    }

    [Fact]
    public async Task Two_items_that_want_one_name_both_get_a_file()
    {
        var keys = new[] { Add("page"), Add("PAGE") }.Order().ToList();

        await ExportAsync();

        Assert.Equal(
            [$"Templates/page.config", $"Templates/page_{keys[1].ToString("N")[..8]}.config", "usync.config"],
            Contents().Keys);
    }

    private Guid Add(string alias)
    {
        var key = Guid.NewGuid();
        _kind.Items[key] = new TemplateFile(key, alias, "View", string.Empty, 1);
        return key;
    }

    private Task<USyncReport> ExportAsync() =>
        new USyncExporter(new USyncKinds([_kind])).ExportAsync(_folder.Path, null, CancellationToken.None);

    private SortedDictionary<string, string> Contents() => new(
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(_folder.Path, file), File.ReadAllText),
        StringComparer.Ordinal);
}
