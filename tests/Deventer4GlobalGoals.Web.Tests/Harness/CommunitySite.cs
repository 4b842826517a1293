using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>
/// The whole application over HTTP, with a database and a media folder of its own. Umbraco keeps its container in a static field, so
/// one site lives at a time: starting a second while the first is still there is refused.
/// </summary>
public sealed class CommunitySite : WebApplicationFactory<Program>
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int _alive;

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-site-").FullName;
    private readonly Action<IServiceCollection> _replace;
    private readonly (string Key, string Value)[] _settings;
    private readonly string? _postgres;

    /// <summary>A site that is to hear of settings that change takes one of the user's 128 file watchers.</summary>
    static CommunitySite() => Environment.SetEnvironmentVariable("DOTNET_HOSTBUILDER__RELOADCONFIGONCHANGE", "false");

    private CommunitySite(Action<IServiceCollection>? replace, params (string Key, string Value)[] settings)
    {
        Assert.True(Interlocked.Exchange(ref _alive, 1) == 0, "Another CommunitySite is still alive in this process.");
        _replace = replace ?? (_ => { });
        _settings = settings;
        UseKestrel(0);
    }

    private CommunitySite(Action<IServiceCollection>? replace, string postgres)
        : this(replace) => _postgres = postgres;

    /// <summary>Does not follow redirects: a test says what it expects.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>"http://127.0.0.1:41231", without a slash at the end.</summary>
    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private string DatabaseFile => Path.Combine(_folder, "site.db");

    /// <summary>Starts a site that has all of <c>uSync/v17</c>; that is imported once per run, and its database copied.</summary>
    /// <param name="replace">Replaces services: a clock, for instance.</param>
    /// <param name="settings">Beside those of every test.</param>
    public static async Task<CommunitySite> StartAsync(Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        return StartOn(await Template.Value, replace, settings);
    }

    /// <summary>Starts a site on a copy of this database.</summary>
    public static CommunitySite StartOn(string database, Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        var site = new CommunitySite(replace, settings);
        File.Copy(database, site.DatabaseFile);
        return site.Listen();
    }

    /// <summary>Starts a site on an empty PostgreSQL database, which it fills itself.</summary>
    public static Task<CommunitySite> StartOnPostgresAsync(string connection, Action<IServiceCollection>? replace = null) =>
        Task.Run(() => new CommunitySite(replace, connection).Listen());

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        Interlocked.Exchange(ref _alive, 0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => _settings.Aggregate(builder, (host, setting) => host.UseSetting(setting.Key, setting.Value))
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:umbracoDbDSN", _postgres ?? $"Data Source={DatabaseFile}")
        .UseSetting("ConnectionStrings:umbracoDbDSN_ProviderName", _postgres is null ? "Microsoft.Data.Sqlite" : "Npgsql")
        .UseSetting("Umbraco:CMS:Global:UmbracoMediaPhysicalRootPath", Path.Combine(_folder, "media"))
        .UseSetting("Umbraco:CMS:Imaging:Cache:CacheFolder", Path.Combine(_folder, "pictures"))
        .UseSetting("Site:Search:Folder", Path.Combine(_folder, "search"))
        .UseSetting("Site:Search:PatienceMilliseconds", "20000")
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(_replace);

    private static async Task<string> MakeTemplateAsync()
    {
        var template = Path.Combine(Directory.CreateTempSubdirectory("d4gg-template-").FullName, "site.db");
        await using (var site = new CommunitySite(null).Listen())
        {
            // One file without a log beside it, whatever the journal holds.
            await using var source = new SqliteConnection($"Data Source={site.DatabaseFile}");
            await source.OpenAsync();
            await using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", template);
            await copy.ExecuteNonQueryAsync();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(template)!, recursive: true);
        return template;
    }

    private CommunitySite Listen()
    {
        StartServer();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };
        return this;
    }
}
