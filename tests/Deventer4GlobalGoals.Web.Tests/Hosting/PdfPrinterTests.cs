using Deventer4GlobalGoals.Web.Hosting.Pdf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Tests.Hosting;

/// <summary>A browser that does as it should not; what one prints is looked into with the jury report.</summary>
public sealed class PdfPrinterTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-printer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_that_hangs_is_stopped_with_its_children_and_leaves_nothing()
    {
        // The pipe ends when nobody holds it any more: not the browser, and not its child.
        var pipe = Path.Combine(_folder, "alive");
        Browse($"""
            mkfifo '{pipe}' '{pipe}.begun'
            env > '{_folder}/env'
            (exec 3> '{pipe}'; echo > '{pipe}.begun'; exec sleep 600) &
            wait
            """);
        Environment.SetEnvironmentVariable("D4GG_SECRET", "geheim");
        using var printer = Printer(seconds: 2);
        var printing = printer.PrintAsync("<p>Een bladzijde</p>", CancellationToken.None);
        while (!File.Exists(pipe + ".begun") && !printing.IsCompleted)
        {
            await Task.Yield();
        }

        var ended = Task.Run(async () =>
        {
            await using var held = File.OpenRead(pipe);
            await using var begun = File.OpenRead(pipe + ".begun");
            using var reader = new StreamReader(held);
            return await reader.ReadToEndAsync();
        });
        Assert.Null(await printing);
        Assert.Empty(await ended.WaitAsync(Patience));

        var environment = (await File.ReadAllLinesAsync(Path.Combine(_folder, "env"))).Select(line => line.Split('=')).ToDictionary(parts => parts[0], parts => parts[^1]);
        Assert.DoesNotContain("D4GG_SECRET", environment.Keys);
        Assert.StartsWith(Path.GetTempPath(), environment["HOME"], StringComparison.Ordinal);
        Assert.False(Directory.Exists(environment["HOME"]));
    }

    [Fact]
    public async Task Only_one_runs_at_a_time()
    {
        Browse($"""
            mkdir '{_folder}/busy' || echo twice >> '{_folder}/twice'
            echo once >> '{_folder}/runs'
            sleep 0.3
            rmdir '{_folder}/busy'
            exit 3
            """);
        using var printer = Printer(seconds: 60);
        Assert.Equal([null, null, null], await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => printer.PrintAsync("<p>", CancellationToken.None))));
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(_folder, "runs"))).Length);
        Assert.False(File.Exists(Path.Combine(_folder, "twice")));
    }

    [Fact]
    public async Task Without_one_there_is_no_file_and_no_error()
    {
        using var printer = Printer(seconds: 60);
        Assert.False(printer.IsAvailable);
        Assert.Null(await printer.PrintAsync("<p>", CancellationToken.None));
    }

    private string Browser => Path.Combine(_folder, "browser");

    private void Browse(string script) => WriteScript(Browser, script);

    /// <summary>Something that can be started as if it were a browser.</summary>
    internal static void WriteScript(string file, string script)
    {
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private PdfPrinter Printer(int seconds) => new(Options.Create(new PdfOptions { Browser = Browser, TimeoutSeconds = seconds }), NullLogger<PdfPrinter>.Instance);
}
