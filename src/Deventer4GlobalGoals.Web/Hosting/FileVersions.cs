using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.FileProviders;

namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>
/// The version behind the address of a style or a script: <c>?v=</c> and the SHA-256 of the file. The framework's own asks Linux to watch the
/// folder, and where no watcher is left (128 per user is usual) every page of the site fails; this looks at the file's date and length instead.
/// </summary>
internal sealed class FileVersions(IWebHostEnvironment environment) : IFileVersionProvider
{
    private readonly ConcurrentDictionary<string, Version> _known = new(StringComparer.Ordinal);

    /// <param name="requestPathBase">Where the site begins.</param>
    /// <param name="path">"/css/site.css", with or without the base before it; what isn't a file of the site comes back as it is.</param>
    public string AddFileVersionToPath(PathString requestPathBase, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path.AsSpan(0, path.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : path.Length).ToString();
        var file = environment.WebRootFileProvider.GetFileInfo(name);
        if (!file.Exists && name.StartsWith('/') && new PathString(name).StartsWithSegments(requestPathBase, out var own))
        {
            file = environment.WebRootFileProvider.GetFileInfo(own.Value!);
        }

        return file.Exists ? $"{name}?v={Find(name, file).Text}" : path;
    }

    private Version Find(string name, IFileInfo file)
    {
        return _known.TryGetValue(name, out var known) && known.Modified == file.LastModified && known.Length == file.Length
            ? known
            : _known[name] = new Version(file.LastModified, file.Length, Hash(file));
    }

    private static string Hash(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return Base64Url.EncodeToString(SHA256.HashData(stream));
    }

    private sealed record Version(DateTimeOffset Modified, long Length, string Text);
}
