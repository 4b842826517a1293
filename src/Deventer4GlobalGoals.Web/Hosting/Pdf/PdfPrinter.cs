using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Hosting.Pdf;

/// <summary>
/// Prints a page as a tagged PDF, with Chromium as a process of its own: one at a time, without a network, without our environment, in a folder
/// that nobody else reads and that is gone afterwards.
/// </summary>
public sealed partial class PdfPrinter(IOptions<PdfOptions> options, ILogger<PdfPrinter> logger) : IDisposable
{
    private const string Folder = "d4gg-pdf-";

    /// <summary>What it says last is enough to know what went wrong.</summary>
    private const int MostLines = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether there is a browser to print with.</summary>
    public bool IsAvailable => File.Exists(options.Value.Browser);

    /// <param name="html">A page that has everything within itself.</param>
    /// <param name="cancellation">Stops the browser as well.</param>
    /// <returns>The file; null when there is no browser, or it failed: the log says why.</returns>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken cancellation)
    {
        if (!IsAvailable)
        {
            return null;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            // Only for whoever the site runs as.
            var folder = Directory.CreateTempSubdirectory(Folder).FullName;
            try
            {
                return await PrintAsync(folder, html, cancellation);
            }
            finally
            {
                await RemoveAsync(folder);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Win32Exception)
        {
            LogFailed(failure.Message, failure);
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<byte[]?> PrintAsync(string folder, string html, CancellationToken cancellation)
    {
        var (page, paper) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        await File.WriteAllTextAsync(page, html, cancellation);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        using var process = Process.Start(Command(folder, page, paper))!;

        // A browser that can't write waits, and children may hold on to what it wrote to: this is read beside it and never waited for long.
        _ = LastWordsAsync(process.StandardOutput);
        var words = LastWordsAsync(process.StandardError);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            LogFailed($"it took longer than {options.Value.TimeoutSeconds} seconds", null);
            return null;
        }

        if (process.ExitCode == 0 && File.Exists(paper))
        {
            return await File.ReadAllBytesAsync(paper, cancellation);
        }

        var said = await Task.WhenAny(words, Task.Delay(Patience, cancellation)) == words ? await words : string.Empty;
        LogFailed($"exit code {process.ExitCode}: {said}", null);
        return null;
    }

    private ProcessStartInfo Command(string folder, string page, string paper)
    {
        var command = new ProcessStartInfo(options.Value.Browser)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var flag in Flags(folder, page, paper))
        {
            command.ArgumentList.Add(flag);
        }

        // Connection strings and keys may stand in ours.
        var path = command.Environment["PATH"];
        command.Environment.Clear();
        command.Environment["PATH"] = path;
        command.Environment["LANG"] = "C.UTF-8";
        command.Environment["HOME"] = folder;
        command.Environment["TMPDIR"] = folder;
        command.Environment["XDG_CONFIG_HOME"] = folder;
        command.Environment["XDG_CACHE_HOME"] = folder;
        return command;
    }

    private static IEnumerable<string> Flags(string folder, string page, string paper)
    {
        // As root it has no sandbox, and doesn't start with one.
        if (Environment.IsPrivilegedProcess)
        {
            yield return "--no-sandbox";
        }

        foreach (var flag in new[]
        {
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--disable-breakpad", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-pdf-header-footer", "--generate-pdf-document-outline",
        })
        {
            yield return flag;
        }

        yield return "--user-data-dir=" + Path.Combine(folder, "profile");
        yield return "--print-to-pdf=" + paper;
        yield return new Uri(page).AbsoluteUri;
    }

    private static async Task<string> LastWordsAsync(StreamReader reader)
    {
        var lines = new Queue<string>();
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                lines.Enqueue(line);
                if (lines.Count > MostLines)
                {
                    lines.Dequeue();
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            lines.Enqueue(closed.Message);
        }

        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The page and its print first: what a child of the browser still writes into its profile may need another try.</summary>
    private async Task RemoveAsync(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }

        for (var left = 5; ; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException busy)
            {
                if (left == 0)
                {
                    LogLeft(folder, busy);
                    return;
                }

                await Task.Delay(Patience / 5);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Printing a PDF failed: {Why}")]
    private partial void LogFailed(string why, Exception? failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The browser left something in {Folder}.")]
    private partial void LogLeft(string folder, Exception failure);
}
