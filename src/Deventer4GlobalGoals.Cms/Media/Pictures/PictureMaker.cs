using System.Collections.Concurrent;
using System.Drawing;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>A file in the media folder.</summary>
/// <param name="Path">Within the media folder, with slashes.</param>
/// <param name="PhysicalPath">Absolute.</param>
/// <param name="Length">In bytes.</param>
/// <param name="LastModified">When it was last written.</param>
internal sealed record PictureSource(string Path, string PhysicalPath, long Length, DateTimeOffset LastModified);

/// <summary>A picture that was made; whoever gets it closes it.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Tag">Differs whenever the bytes may differ.</param>
internal sealed record MadePicture(FileStream Content, string Tag);

/// <summary>
/// Makes pictures, or finds them made. The same picture is made once however many ask for it; a few at a time are made, others wait
/// their turn for a while.
/// </summary>
internal sealed partial class PictureMaker(
    IPictureRenderer renderer,
    PictureCache cache,
    IOptionsMonitor<MediaOptions> options,
    IOptions<ImagingSettings> settings,
    TimeProvider time,
    ILogger<PictureMaker> logger) : IDisposable
{
    /// <summary>Pictures made at the same time when nothing is configured: more only makes each slower and takes memory.</summary>
    private const int MostAtOnce = 4;

    /// <summary>How long a request waits for its turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _making = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _places = new(settings.Value.Memory.MaximumConcurrentProcessing is > 0 and var places
        ? places
        : Math.Min(MostAtOnce, Environment.ProcessorCount));

    public bool IsAvailable => renderer.IsAvailable;

    public bool CanWrite(PictureFormat format) => renderer.CanWrite(format);

    /// <exception cref="UnreadablePictureException">The file is damaged, or what is asked of it is too large.</exception>
    /// <exception cref="RenderingBusyException">All places stay taken.</exception>
    public async Task<MadePicture> GetAsync(PictureSource source, PictureRequest request, PictureFormat format, CancellationToken cancellationToken)
    {
        var key = Key(source, request, format);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (cache.Open(key) is { } content)
            {
                return new MadePicture(content, Path.GetFileNameWithoutExtension(key));
            }

            // Not tied to who asked first: others may wait for the same.
            var making = _making.GetOrAdd(key, _ => new Lazy<Task>(() => MakeAsync(key, source, request, format)));
            await making.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The folder of what is made of one file.</summary>
    /// <param name="path">Within the media folder, with slashes.</param>
    public static string Folder(string path) => Hash(path.TrimStart('/'));

    public void Dispose() => _places.Dispose();

    private static string Key(PictureSource source, PictureRequest request, PictureFormat format)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{source.Length}|{source.LastModified.UtcTicks}|{request with { Format = null }}|{format.Name}");
        return $"{Folder(source.Path)}/{Hash(what)}.{format.Name}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    private async Task MakeAsync(string key, PictureSource source, PictureRequest request, PictureFormat format)
    {
        try
        {
            await TakePlaceAsync().ConfigureAwait(false);
            try
            {
                await Task.Run(() => Make(key, source, request, format)).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }

    private async Task TakePlaceAsync()
    {
        if (await _places.WaitAsync(TimeSpan.Zero).ConfigureAwait(false))
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await _places.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new RenderingBusyException();
        }
    }

    private void Make(string key, PictureSource source, PictureRequest request, PictureFormat format)
    {
        try
        {
            var size = renderer.Measure(source.PhysicalPath);
            Limit(size, "The file");
            var plan = PicturePlan.For(size, request);
            Limit(plan.Scaled, "The picture");
            Limit(plan.Canvas, "The picture");
            var quality = request.Quality ?? format.DefaultQuality ?? 100;
            cache.Add(key, target => renderer.Render(source.PhysicalPath, plan, format, quality, target));
        }
        catch (UnreadablePictureException problem)
        {
            Unreadable(logger, source.Path, problem.Message);
            throw;
        }
    }

    private void Limit(Size size, string what)
    {
        if ((long)size.Width * size.Height > options.CurrentValue.MaxPixels)
        {
            throw new UnreadablePictureException(string.Create(CultureInfo.InvariantCulture, $"{what} has {size.Width} by {size.Height} pixels, which is too many."));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No picture could be made of {File}: {Problem}")]
    private static partial void Unreadable(ILogger logger, string file, string problem);
}
