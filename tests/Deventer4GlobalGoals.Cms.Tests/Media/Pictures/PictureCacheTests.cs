using Deventer4GlobalGoals.Cms.Media.Pictures;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

public sealed class PictureCacheTests : IDisposable
{
    private const int Part = 400 * 1024;

    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_used_longest_ago_goes_when_the_cache_is_full()
    {
        var cache = _folder.Cache();
        Add(cache, "a/1.png", "a/2.png");
        Assert.True(Has(cache, "a/1.png"));

        Add(cache, "b/3.png");

        Assert.Equal(["a/1.png", "b/3.png"], _folder.Files());
        Assert.False(Has(cache, "a/2.png"));
        Assert.Equal(2 * Part, cache.Size);
    }

    [Fact]
    public void The_next_process_counts_what_it_finds_and_keeps_the_order_of_use()
    {
        Add(_folder.Cache(), "a/1.png", "a/2.png");
        File.SetLastAccessTimeUtc(Path.Combine(_folder.Path, "cache", "a", "1.png"), DateTime.UnixEpoch.AddYears(40));
        var left = Path.Combine(_folder.Path, "cache", "a", "4.part.png");
        File.WriteAllText(left, "half");
        File.SetLastWriteTimeUtc(left, DateTime.UnixEpoch.AddYears(40));

        var cache = _folder.Cache();
        Assert.Equal(2 * Part, cache.Size);
        Add(cache, "b/3.png");

        Assert.Equal(["a/2.png", "b/3.png"], _folder.Files());
    }

    [Fact]
    public void A_picture_that_fails_halfway_leaves_nothing()
    {
        var cache = _folder.Cache();

        Assert.Throws<UnreadablePictureException>(() => cache.Add("a/1.png", path =>
        {
            File.WriteAllText(path, "half");
            throw new UnreadablePictureException("cut short");
        }));

        Assert.Empty(_folder.Files());
        Assert.False(Has(cache, "a/1.png"));
        Assert.Equal(0, cache.Size);
    }

    [Fact]
    public void A_picture_is_not_there_before_it_is_whole()
    {
        var cache = _folder.Cache();

        cache.Add("a/1.png", path =>
        {
            File.WriteAllText(path, "half");
            Assert.False(Has(cache, "a/1.png"));
            Assert.EndsWith(".png", path, StringComparison.Ordinal);
        });

        Assert.True(Has(cache, "a/1.png"));
    }

    [Fact]
    public void All_of_one_file_goes_at_once()
    {
        var cache = _folder.Cache();
        Add(cache, "a/1.png", "b/2.png");

        cache.Drop("a");

        Assert.Equal(["b/2.png"], _folder.Files());
        Assert.Equal(Part, cache.Size);
    }

    [Fact]
    public void An_emptied_folder_is_noticed()
    {
        var cache = _folder.Cache();
        Add(cache, "a/1.png");
        Directory.Delete(Path.Combine(_folder.Path, "cache"), recursive: true);

        Assert.False(Has(cache, "a/1.png"));
        Assert.Equal(0, cache.Size);
    }

    private static void Add(PictureCache cache, params string[] keys)
    {
        foreach (var key in keys)
        {
            cache.Add(key, path => File.WriteAllBytes(path, new byte[Part]));
        }
    }

    private static bool Has(PictureCache cache, string key)
    {
        using var content = cache.Open(key);
        return content is not null;
    }
}
