using System.Collections.Concurrent;
using System.Net;
using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Media;

/// <summary>A server without libvips: everything works, but every size is the file itself.</summary>
[Collection(HostedCollection.Name)]
public sealed class WithoutLibvipsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-bare-").FullName;
    private readonly ConcurrentQueue<string> _lines = [];
    private WebApplication? _app;

    [Fact]
    public async Task Pictures_are_served_as_they_were_uploaded_and_the_log_says_so_once()
    {
        var photo = TestPicture.Quarters(400, 200).ToPng();
        var services = _app!.Services;
        services.GetRequiredService<MediaFileManager>().FileSystem.AddFile("a1/foto.png", new MemoryStream(photo));
        var signed = services.GetRequiredService<IImageUrlGenerator>().GetImageUrl(new ImageUrlGenerationOptions("/media/a1/foto.png") { Width = 50, Height = 50 })!;
        using var http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };

        Assert.Equal(photo, await http.GetByteArrayAsync(new Uri(signed, UriKind.Relative)));
        using var unsigned = await http.GetAsync(new Uri("/media/a1/foto.png?width=50", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);
        Assert.Single(_lines, line => line.Contains("libvips was not found", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_folder, "umbraco", "Data", "TEMP", "MediaCache")));
    }

    public async Task InitializeAsync()
    {
        var builder = CmsHost.Builder(CmsDatabase.Sqlite(Path.Combine(_folder, "cms.db")), _folder);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(new Lines(_lines));
        builder.Services.AddSingleton<IPictureRenderer, NoRenderer>();
        _app = builder.Build();
        _app.UseMedia();
        await _app.StartCmsAsync();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
