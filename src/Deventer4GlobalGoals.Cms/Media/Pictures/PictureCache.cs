using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Extensions;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>
/// Pictures that were made, on disk: a folder per file that they were made of. Bounded in bytes; what was used longest ago goes first.
/// Files that a process leaves behind are counted by the next one, in the order in which they were last used.
/// </summary>
internal sealed class PictureCache
{
    private const string Unfinished = ".part";
    private const long BytesInMegabyte = 1024 * 1024;

    /// <summary>
    /// Use is noted on disk at most this often per file: it only has to survive a restart roughly. What is unfinished for longer
    /// was left behind.
    /// </summary>
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);

    private readonly Lock _changing = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private readonly IOptionsMonitor<MediaOptions> _options;
    private readonly TimeProvider _time;
    private readonly string _folder;
    private bool _counted;

    public PictureCache(IOptions<ImagingSettings> settings, IOptionsMonitor<MediaOptions> options, IHostEnvironment host, TimeProvider time)
    {
        _options = options;
        _time = time;
        var folder = settings.Value.Cache.CacheFolder;
        _folder = Path.GetFullPath(Path.IsPathRooted(folder) && !folder.StartsWith('~') ? folder : host.MapPathContentRoot(folder));
    }

    /// <summary>Bytes of all kept pictures.</summary>
    public long Size
    {
        get
        {
            lock (_changing)
            {
                Count();
                return field;
            }
        }

        private set;
    }

    /// <summary>Opens a kept picture and notes that it was used.</summary>
    /// <returns>Null when it isn't there.</returns>
    public FileStream? Open(string key)
    {
        lock (_changing)
        {
            Count();
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            try
            {
                var stream = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 16_384, FileOptions.Asynchronous);
                Use(node);
                return stream;
            }
            catch (IOException)
            {
                // Somebody emptied the folder.
                Forget(node);
                return null;
            }
        }
    }

    /// <summary>Has a picture written beside its place, and moves it there when it is whole.</summary>
    public void Add(string key, Action<string> write)
    {
        lock (_changing)
        {
            // Before anything is unfinished that this would take for a left-over.
            Count();
        }

        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // The extension stays last: libvips chooses the format by it. The name is this process's own.
        var unfinished = Path.ChangeExtension(path, $".{Guid.NewGuid():N}{Unfinished}{Path.GetExtension(path)}");
        try
        {
            write(unfinished);
            lock (_changing)
            {
                File.Move(unfinished, path, overwrite: true);
                if (_entries.TryGetValue(key, out var replaced))
                {
                    Forget(replaced);
                }

                var entry = new Entry(key, new FileInfo(path).Length, _time.GetUtcNow());
                _entries[key] = _byUse.AddLast(entry);
                Size += entry.Bytes;
                Evict(key);
            }
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Drops all that was made of one file.</summary>
    /// <param name="source">The part of the keys before the slash.</param>
    public void Drop(string source)
    {
        lock (_changing)
        {
            Count();
            foreach (var node in _entries.Values.Where(node => node.Value.Key.StartsWith(source + "/", StringComparison.Ordinal)).ToArray())
            {
                Forget(node);
            }

            if (Directory.Exists(PathOf(source)))
            {
                Directory.Delete(PathOf(source), recursive: true);
            }
        }
    }

    private string PathOf(string key) => Path.Combine(_folder, key);

    private void Evict(string newest)
    {
        var limit = _options.CurrentValue.MaxCacheMegabytes * BytesInMegabyte;
        while (Size > limit && _byUse.First is { } oldest && oldest.Value.Key != newest)
        {
            Forget(oldest);
            var path = PathOf(oldest.Value.Key);
            File.Delete(path);
            var folder = Path.GetDirectoryName(path)!;
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Key);
        Size -= node.Value.Bytes;
    }

    private void Use(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _byUse.AddLast(node);
        var now = _time.GetUtcNow();
        if (now - node.Value.Noted > Noted)
        {
            node.Value = node.Value with { Noted = now };
            File.SetLastAccessTimeUtc(PathOf(node.Value.Key), now.UtcDateTime);
        }
    }

    /// <summary>Once, when the cache is first asked for.</summary>
    private void Count()
    {
        if (_counted)
        {
            return;
        }

        _counted = true;
        if (!Directory.Exists(_folder))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastAccessTimeUtc).ToArray())
        {
            if (file.Name.Contains(Unfinished + ".", StringComparison.Ordinal))
            {
                if (_time.GetUtcNow() - file.LastWriteTimeUtc > Noted)
                {
                    file.Delete();
                }

                continue;
            }

            var key = Path.GetRelativePath(_folder, file.FullName).Replace('\\', '/');
            _entries[key] = _byUse.AddLast(new Entry(key, file.Length, file.LastAccessTimeUtc));
            Size += file.Length;
        }
    }

    private sealed record Entry(string Key, long Bytes, DateTimeOffset Noted);
}
