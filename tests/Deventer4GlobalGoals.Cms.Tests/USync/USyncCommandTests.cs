using Deventer4GlobalGoals.Cms.USync;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

public sealed class USyncCommandTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly MemoryKind _kind = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _root.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Help_says_the_verbs()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.Contains("import", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("--folder F", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("burn")]
    [InlineData("import", "--folder")]
    [InlineData("import", "here")]
    [InlineData("export", "--folder", "../elsewhere")]
    [InlineData("import", "--folder", "uSync/../../elsewhere")]
    public async Task A_wrong_command_is_said_and_does_nothing(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.NotEqual(string.Empty, _error.ToString());
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(_root.Path)!, "elsewhere")));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_ends_with_one()
    {
        Assert.Equal(1, await RunAsync("import"));
        Assert.Contains(Path.Combine(_root.Path, "uSync", "v17"), _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_reads_the_sites_own_folder_and_sums_up()
    {
        _root.Write("uSync/v17/Templates/page.config", $"<Template Key=\"{Guid.NewGuid()}\" Alias=\"page\"><Name>Page</Name></Template>");

        Assert.Equal(0, await RunAsync("import"));
        Assert.Single(_kind.Items);
        Assert.EndsWith("1 created, 0 updated, 0 unchanged, 0 failed\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_names_file_item_and_field_and_ends_with_one()
    {
        _root.Write("uSync/v17/Templates/page.config", $"<Template Key=\"{Guid.NewGuid()}\" Alias=\"page\"><Name></Name></Template>");

        Assert.Equal(1, await RunAsync("import"));
        Assert.Equal(
            "failed: Template page (Templates/page.config), Name: There is no <Name>, or it is empty.\n",
            _error.ToString());
    }

    [Fact]
    public async Task Export_writes_to_the_folder_that_is_asked_for()
    {
        Assert.Equal(0, await RunAsync("export", "--folder", "backup"));
        Assert.True(File.Exists(Path.Combine(_root.Path, "backup", "usync.config")));
    }

    private Task<int> RunAsync(params string[] args)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new USyncKinds([_kind]))
            .AddSingleton<USyncImporter>()
            .AddSingleton<USyncExporter>()
            .BuildServiceProvider();
        return new USyncCommand(_root.Path).RunAsync(args, services, _output, _error, CancellationToken.None);
    }
}
