using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

/// <summary>A folder of a test's own, with a cache in it and a file to make pictures of.</summary>
public sealed class PictureFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("d4gg-pictures-").FullName;

    public MediaOptions Options { get; } = new() { MaxCacheMegabytes = 1 };

    internal PictureSource Source { get; } = new("a1/foto.png", "/nowhere/foto.png", 10, DateTimeOffset.UnixEpoch);

    internal PictureCache Cache() => new(Settings(0), Monitor(), new HostingEnvironment { ContentRootPath = Path }, TimeProvider.System);

    internal PictureMaker Maker(IPictureRenderer renderer, int places = 0, TimeProvider? time = null) =>
        new(renderer, Cache(), Monitor(), Settings(places), time ?? TimeProvider.System, NullLogger<PictureMaker>.Instance);

    public string[] Files() => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(System.IO.Path.Combine(Path, "cache"), file)).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static IOptions<ImagingSettings> Settings(int places) => Microsoft.Extensions.Options.Options.Create(new ImagingSettings
    {
        Cache = new ImagingCacheSettings { CacheFolder = "~/cache" },
        Memory = new ImagingMemorySettings { MaximumConcurrentProcessing = places },
    });

    private OneValue Monitor() => new(Options);

    private sealed class OneValue(MediaOptions value) : IOptionsMonitor<MediaOptions>
    {
        public MediaOptions CurrentValue => value;

        public MediaOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<MediaOptions, string?> listener) => null;
    }
}
