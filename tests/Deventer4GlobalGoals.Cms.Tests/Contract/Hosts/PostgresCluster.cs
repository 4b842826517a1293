using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>
/// A PostgreSQL cluster in a temporary folder, reached by a socket in that folder. One for the whole test run, started when first
/// asked for. The server hangs on this process: when it ends, however it ends, a shell stops the server and removes the folder.
/// </summary>
internal sealed class PostgresCluster
{
    /// <summary>Database files aren't worth anything after the run: nothing needs to reach the disk.</summary>
    private const string Script = """
        "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=200 &
        server=$!
        read -r _
        kill -QUIT $server
        wait $server
        rm -rf "$2"
        """;

    private static readonly Lazy<PostgresCluster> Shared = new(() => new PostgresCluster());
    private static readonly string? Binaries = FindBinaries();

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-pg-").FullName;
    private readonly Process _server;
    private int _databases;

    private PostgresCluster()
    {
        Wait(Start("chown", Owner, _folder));
        Wait(StartAsOwner(Path.Combine(Binaries!, "initdb"), "-D", Path.Combine(_folder, "data"), "-U", "d4gg", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
        _server = StartAsOwner("sh", "-c", Script, "sh", Binaries!, _folder);
        using var ready = new ManualResetEventSlim();
        _server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true)
            {
                ready.Set();
            }
        };
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        if (!ready.Wait(TimeSpan.FromSeconds(60)))
        {
            throw new InvalidOperationException($"PostgreSQL in {_folder} was not ready within a minute.");
        }
    }

    /// <summary>Why there is no PostgreSQL to test against, or null when there is.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed (Debian package postgresql): no /usr/lib/postgresql/*/bin/initdb." : null;

    public static PostgresCluster Instance => Shared.Value;

    /// <summary>PostgreSQL refuses to run as root; the package's own user is there wherever its binaries are.</summary>
    private static string Owner => Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName;

    /// <summary>A new database, empty or the copy of another to which nobody is connected. Answers its connection string.</summary>
    /// <param name="template">What it is to be a copy of.</param>
    /// <param name="language">That an empty one sorts by, "nl"; by default texts are in the order of their bytes, as on SQLite.</param>
    public string NewDatabase(string? template = null, string? language = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cms{Interlocked.Increment(ref _databases)}");
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        var copied = template is null ? "template1" : new NpgsqlConnectionStringBuilder(template).Database;
        command.CommandText = language is null ? $"CREATE DATABASE {name} TEMPLATE {copied}" : $"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '{language}'";
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .Order(StringComparer.Ordinal)
            .LastOrDefault()
        : null;

    private static Process StartAsOwner(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Start("setpriv", ["--reuid=" + Owner, "--regid=" + Owner, "--clear-groups", program, .. arguments])
        : Start(program, arguments);

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Path.GetTempPath(),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void Wait(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}: {error}{output.Result}");
            }
        }
    }

    private string ConnectionString(string database) => $"Host={_folder};Username=d4gg;Database={database};Maximum Pool Size=50";
}
