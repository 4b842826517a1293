using System.Drawing;
using Deventer4GlobalGoals.Cms.Media.Pictures;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

public sealed class PictureMakerTests : IDisposable
{
    private static readonly PictureRequest Narrow = new(10, null);
    private static readonly PictureRequest Wide = new(20, null);

    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_picture_that_many_ask_for_is_made_once()
    {
        using var renderer = new SlowRenderer();
        using var maker = _folder.Maker(renderer);
        var asked = Enumerable.Range(0, 20).Select(_ => Task.Run(() => GetAsync(maker, Narrow))).ToArray();
        renderer.Started.Wait();
        renderer.Go.Set();

        Assert.All(await Task.WhenAll(asked), text => Assert.Equal("jpg 10x5", text));
        Assert.Equal("jpg 10x5", await GetAsync(maker, Narrow));
        Assert.Equal(1, renderer.Made);
    }

    [Fact]
    public async Task Whoever_leaves_does_not_take_the_picture_along()
    {
        using var renderer = new SlowRenderer();
        using var maker = _folder.Maker(renderer);
        using var left = new CancellationTokenSource();
        var first = Task.Run(() => GetAsync(maker, Narrow, left.Token));
        renderer.Started.Wait();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        renderer.Go.Set();

        Assert.Equal("jpg 10x5", await GetAsync(maker, Narrow));
        Assert.Equal(1, renderer.Made);
    }

    [Fact]
    public async Task Who_finds_all_places_taken_for_too_long_is_told_so()
    {
        using var renderer = new SlowRenderer();
        using var maker = _folder.Maker(renderer, places: 1, time: new HurriedTime());
        var first = Task.Run(() => GetAsync(maker, Narrow));
        renderer.Started.Wait();

        await Assert.ThrowsAsync<RenderingBusyException>(() => GetAsync(maker, Wide));

        renderer.Go.Set();
        await first;
        Assert.Equal("jpg 20x10", await GetAsync(maker, Wide));
    }

    [Fact]
    public async Task A_new_file_at_the_same_path_gives_a_new_picture()
    {
        using var renderer = new SlowRenderer();
        renderer.Go.Set();
        using var maker = _folder.Maker(renderer);
        await GetAsync(maker, Narrow);

        using var made = (await maker.GetAsync(_folder.Source with { Length = 11 }, Narrow, PictureFormat.Jpeg, default)).Content;

        Assert.Equal(2, renderer.Made);
    }

    [Fact]
    public async Task More_pixels_than_allowed_are_refused_before_anything_is_decoded()
    {
        using var renderer = new SlowRenderer();
        using var maker = _folder.Maker(renderer);
        _folder.Options.MaxPixels = 79_999;

        var refused = await Assert.ThrowsAsync<UnreadablePictureException>(() => GetAsync(maker, Narrow));

        Assert.Equal("The file has 400 by 200 pixels, which is too many.", refused.Message);
        Assert.Equal(0, renderer.Made);
        Assert.Empty(_folder.Files());
    }

    private async Task<string> GetAsync(PictureMaker maker, PictureRequest request, CancellationToken cancellationToken = default)
    {
        await using var made = (await maker.GetAsync(_folder.Source, request, PictureFormat.Jpeg, cancellationToken)).Content;
        using var reader = new StreamReader(made);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Writes what it was asked, once it may.</summary>
    private sealed class SlowRenderer : IPictureRenderer, IDisposable
    {
        private int _made;

        public ManualResetEventSlim Started { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public int Made => _made;

        public bool IsAvailable => true;

        public bool CanWrite(PictureFormat format) => true;

        public Size Measure(string file) => new(400, 200);

        public void Render(string file, PicturePlan plan, PictureFormat format, int quality, string target)
        {
            Started.Set();
            Go.Wait();
            Interlocked.Increment(ref _made);
            File.WriteAllText(target, FormattableString.Invariant($"{format.Name} {plan.Canvas.Width}x{plan.Canvas.Height}"));
        }

        public void Dispose()
        {
            Started.Dispose();
            Go.Dispose();
        }
    }

    /// <summary>Every timer is over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
