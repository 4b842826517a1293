using System.Security.Cryptography;
using Umbraco.Cms.Core.IO;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// Stores a file in a folder named after a hash of its item and property, so that a path says nothing about the item and two
/// items never share a folder. Umbraco's own short scheme refuses version 7 keys; a SHA-256 takes any.
/// </summary>
public sealed class HashedMediaPathScheme : IMediaPathScheme
{
    private const int FolderNameLength = 16;

    public bool SupportsGuid7 => true;

    public string GetFilePath(MediaFileManager fileManager, Guid itemGuid, Guid propertyGuid, string filename) =>
        Folder(itemGuid, propertyGuid) + "/" + filename;

    /// <summary>The folder goes with its last file.</summary>
    public string? GetDeleteDirectory(MediaFileManager fileSystem, string filepath)
    {
        ArgumentNullException.ThrowIfNull(fileSystem);
        var folder = Path.GetDirectoryName(filepath);
        return string.IsNullOrEmpty(folder) || fileSystem.FileSystem.GetFiles(folder).Any() ? null : folder;
    }

    public bool IsFilePathOwnedBy(MediaFileManager fileManager, string filepath, Guid itemGuid, Guid propertyGuid) =>
        filepath.Replace('\\', '/').TrimStart('/').StartsWith(Folder(itemGuid, propertyGuid) + "/", StringComparison.OrdinalIgnoreCase);

    private static string Folder(Guid item, Guid property)
    {
        Span<byte> keys = stackalloc byte[32];
        item.TryWriteBytes(keys, bigEndian: true, out _);
        property.TryWriteBytes(keys[16..], bigEndian: true, out _);
        return Convert.ToHexStringLower(SHA256.HashData(keys))[..FolderNameLength];
    }
}
