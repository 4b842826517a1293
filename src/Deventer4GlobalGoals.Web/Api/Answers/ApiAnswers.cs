using System.Globalization;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Hosting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>Keeps answers as long as nothing that they show changes, so that asking whether something is new costs next to nothing.</summary>
internal sealed class ApiAnswers(PageCache changes) : IDisposable
{
    /// <summary>Bytes of all kept answers together.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache _kept = new(Options.Create(new MemoryCacheOptions { SizeLimit = MostBytes }));
    private readonly Lock _state = new();
    private readonly SemaphoreSlim _large = new(1);
    private CommunitySnapshot? _snapshot;
    private long _changes;
    private long _generation;

    /// <param name="snapshot">What the answer is made of.</param>
    /// <param name="key">All of the request that the answer depends on.</param>
    /// <param name="make">Makes the answer.</param>
    public ApiBody Get(CommunitySnapshot snapshot, string key, Func<ApiBody> make)
    {
        var kept = Key(snapshot, key);
        return _kept.TryGetValue(kept, out ApiBody? known) ? known! : Keep(kept, make());
    }

    /// <summary>The same for an answer that may be large: one of those is made at a time, so that memory stays bounded.</summary>
    public async Task<ApiBody> GetLargeAsync(CommunitySnapshot snapshot, string key, Func<ApiBody> make, CancellationToken cancellation)
    {
        var kept = Key(snapshot, key);
        if (_kept.TryGetValue(kept, out ApiBody? known))
        {
            return known!;
        }

        await _large.WaitAsync(cancellation);
        try
        {
            return _kept.TryGetValue(kept, out known) ? known! : Keep(kept, make());
        }
        finally
        {
            _large.Release();
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _large.Dispose();
    }

    private string Key(CommunitySnapshot snapshot, string key) => string.Create(CultureInfo.InvariantCulture, $"{Generation(snapshot)} {key}");

    /// <summary>Another number after each change. An answer that is being made meanwhile is kept under the old one, where nobody looks.</summary>
    private long Generation(CommunitySnapshot snapshot)
    {
        lock (_state)
        {
            if (_snapshot != snapshot || _changes != changes.State)
            {
                (_snapshot, _changes) = (snapshot, changes.State);
                _generation++;
                _kept.Clear();
            }

            return _generation;
        }
    }

    private ApiBody Keep(string key, ApiBody body) =>
        _kept.Set(key, body, new MemoryCacheEntryOptions { Size = body.Bytes.Length + (sizeof(char) * key.Length) });
}
