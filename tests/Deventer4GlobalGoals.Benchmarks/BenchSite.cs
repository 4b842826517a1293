using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>A site in a temporary folder, with the built application as separate processes over it. Disposing stops and removes all.</summary>
internal sealed class BenchSite : IDisposable
{
    private const string BodyName = "body-";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(120);

    private readonly List<Process> _processes = [];
    private bool _disposed;

    private readonly bool _isKept;

    /// <summary>Also when the measurement is broken off, nothing is left behind.</summary>
    /// <param name="folder">Where the site stays for a next measurement; null: in a folder that is removed.</param>
    public BenchSite(string? folder = null)
    {
        _isKept = folder is not null;
        Folder = folder is null ? Directory.CreateTempSubdirectory("d4gg-bench-").FullName : Directory.CreateDirectory(folder).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public string Folder { get; }

    /// <summary>Where its mail lands, a file each.</summary>
    public string MailFolder => Path.Combine(Folder, "mail");

    /// <summary>What its servers wrote, of which there should be nothing about errors.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>The application as run.sh built it: that is what people start.</summary>
    private static string SiteAssembly => Path.Combine(Web.Hosting.ContentRoot.Find(), "artifacts", "site", typeof(Program).Assembly.GetName().Name + ".dll");

    private static string OwnAssembly => typeof(BenchSite).Assembly.Location;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs one of the site's verbs to its end.</summary>
    /// <returns>How long the process took, start-up included.</returns>
    /// <exception cref="BenchmarkException">It failed; the message has what it wrote last.</exception>
    public TimeSpan RunVerb(params string[] args)
    {
        var started = Stopwatch.GetTimestamp();
        Run(SiteAssembly, args);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Runs a part of this program in a process of its own and gives what it wrote.</summary>
    public string RunPart(params string[] args) => Run(OwnAssembly, args);

    /// <summary>Starts the site and waits for the first 200 of its home page.</summary>
    /// <param name="port">Where it is to listen; 0 for a free one.</param>
    public async Task<(Process Process, int Port, TimeSpan ToFirst)> StartAsync(int port = 0)
    {
        port = port == 0 ? FreePort() : port;
        var started = Stopwatch.GetTimestamp();
        var process = Start(SiteAssembly, [], port);

        // Unread, a full pipe would hold up the server.
        process.OutputDataReceived += (_, line) => Said.Enqueue(line.Data ?? string.Empty);
        process.BeginOutputReadLine();
        await WaitAsync(process, port, "/");
        return (process, port, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Ends a server as a power failure would.</summary>
    public static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until a process has done what it does after its start, such as filling indexes: it is idle for two seconds.</summary>
    /// <exception cref="BenchmarkException">It is still busy after fifteen minutes.</exception>
    public static Task SettleAsync(Process process) => SettleAsync(() =>
    {
        process.Refresh();
        return process.TotalProcessorTime;
    });

    /// <param name="used">Processor time that was used so far.</param>
    public static async Task SettleAsync(Func<TimeSpan> used)
    {
        var quiet = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        try
        {
            for (var before = used(); quiet < 2 && await timer.WaitForNextTickAsync(patience.Token);)
            {
                var now = used();
                quiet = now - before < TimeSpan.FromMilliseconds(50) ? quiet + 1 : 0;
                before = now;
            }
        }
        catch (OperationCanceledException)
        {
            throw new BenchmarkException("The site was still busy fifteen minutes after its start.");
        }
    }

    /// <summary>Starts the bare server with these bytes.</summary>
    public async Task<int> StartBareAsync(byte[] body)
    {
        var port = FreePort();
        var file = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{BodyName}{port}"));
        await File.WriteAllBytesAsync(file, body);
        var process = Start(OwnAssembly, [BareServer.Verb, port.ToString(CultureInfo.InvariantCulture), file], null);
        await WaitAsync(process, port, "/");
        return port;
    }

    /// <summary>Memory in use by a process, in bytes of resident pages.</summary>
    public static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }

        if (_isKept)
        {
            Array.ForEach(Directory.GetFiles(Folder, $"{BodyName}*"), File.Delete);
        }
        else
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private string Run(string assembly, string[] args)
    {
        var process = Start(assembly, args, null);
        var error = process.StandardError.ReadToEndAsync();
        var output = Relay(process.StandardOutput);
        if (!process.WaitForExit(Longest) || process.ExitCode != 0)
        {
            throw new BenchmarkException($"'{string.Join(' ', args)}' failed.\n{Tail(output)}\n{Tail(error.Result)}");
        }

        return output;
    }

    /// <summary>Shows how far a verb is, which may take long, and gives all that it wrote.</summary>
    private static string Relay(StreamReader output)
    {
        var all = new StringBuilder();
        while (output.ReadLine() is { } line)
        {
            all.AppendLine(line);
            if (line.StartsWith('…'))
            {
                Console.Error.WriteLine($"  {line}");
            }
        }

        return all.ToString();
    }

    private Process Start(string assembly, string[] args, int? port)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [assembly, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__umbracoDbDSN"] = $"Data Source={Path.Combine(Folder, "site.db")}";
        start.Environment["Site__Search__Folder"] = Path.Combine(Folder, "search");
        start.Environment["Umbraco__CMS__Global__UmbracoMediaPhysicalRootPath"] = Path.Combine(Folder, "media");
        start.Environment["Umbraco__CMS__Global__Smtp__From"] = "noreply@voorbeeld.nl";
        start.Environment["Umbraco__CMS__Global__Smtp__DeliveryMethod"] = "SpecifiedPickupDirectory";
        start.Environment["Umbraco__CMS__Global__Smtp__PickupDirectoryLocation"] = MailFolder;

        // Visitors of the measurement come from many network addresses, as behind a proxy.
        start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        start.Environment["ASPNETCORE_CONTENTROOT"] = Web.Hosting.ContentRoot.Find();
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port ?? FreePort()}");
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    private static async Task WaitAsync(Process process, int port, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!process.HasExited && await timer.WaitForNextTickAsync())
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It isn't listening yet.
            }
        }

        throw new BenchmarkException($"A server stopped before it answered: {Tail(await process.StandardError.ReadToEndAsync())}");
    }

    private static string Tail(string text) => text.Length <= 2000 ? text : text[^2000..];
}
