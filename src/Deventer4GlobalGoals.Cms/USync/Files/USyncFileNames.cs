namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>Which file each item of a kind is written to.</summary>
internal sealed class USyncFileNames
{
    private readonly string _folder;
    private readonly Dictionary<Guid, string> _present = [];
    private readonly HashSet<string> _taken;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public USyncFileNames(string folder, IReadOnlyList<USyncDocument> present)
    {
        _folder = folder;
        _taken = new HashSet<string>(present.Select(document => document.File), StringComparer.OrdinalIgnoreCase);
        foreach (var document in present)
        {
            if (Guid.TryParse(document.Root.Attribute("Key")?.Value, out var key))
            {
                _present.TryAdd(key, document.File);
            }
        }
    }

    public bool Used(string file) => _used.Contains(file);

    /// <summary>The file the item already has; or a free name, with the first eight digits of the key where need be.</summary>
    public string For(USyncItem item)
    {
        if (!_present.TryGetValue(item.Key, out var file))
        {
            file = $"{_folder}/{item.File}.config";
            if (_taken.Contains(file))
            {
                file = $"{_folder}/{item.File}_{item.Key.ToString("N")[..8]}.config";
            }

            _taken.Add(file);
        }

        _used.Add(file);
        return file;
    }
}
