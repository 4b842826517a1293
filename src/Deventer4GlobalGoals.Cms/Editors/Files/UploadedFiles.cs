using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>Gives an uploaded file its place in the media folder when the value that holds it is saved.</summary>
internal sealed class UploadedFiles(MediaFileManager media, IOptionsMonitor<ContentSettings> settings, ITemporaryFileService? temporaryFiles = null)
{
    /// <summary>The value with the path of its file. The temporary file stays; it expires by itself, also when saving fails later.</summary>
    public FileValue Keep(FileValue value, ContentPropertyData saved)
    {
        if (Find(value) is not { } upload)
        {
            return value with { TemporaryFileId = null };
        }

        var path = media.GetMediaPath(upload.FileName, saved.ContentKey, saved.PropertyTypeKey);
        using var stream = upload.OpenReadStream();
        media.FileSystem.AddFile(path, stream, overrideIfExists: true);
        return value with { Src = media.FileSystem.GetUrl(path), TemporaryFileId = null };
    }

    /// <summary>Checks path and extension. Allowed extensions have no dot; null or empty allows what the site's settings allow.</summary>
    public IEnumerable<ValidationResult> Check(FileValue value, IReadOnlyCollection<string>? allowed)
    {
        if (value.TemporaryFileId is not null && Find(value) is null)
        {
            yield return EditorMessages.Result("uploadGone");
        }

        if ((Find(value)?.FileName ?? value.Src) is not { Length: > 0 } name)
        {
            yield break;
        }

        if (value.Src is { Length: > 0 } path && !IsInMediaFolder(path))
        {
            yield return EditorMessages.Result("pathRefused", path);
        }

        var extension = Path.GetExtension(name).TrimStart('.');
        var refused = !settings.CurrentValue.IsFileAllowedForUpload(extension)
            || (allowed is { Count: > 0 } && !allowed.Contains(extension, StringComparer.OrdinalIgnoreCase));
        if (refused)
        {
            yield return EditorMessages.Result("fileTypeRefused", extension);
        }
    }

    /// <summary>A path on this site, without a way out of it.</summary>
    private static bool IsInMediaFolder(string path) =>
        path.StartsWith('/')
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Split('/').Contains("..", StringComparer.Ordinal);

    private TemporaryFileModel? Find(FileValue value) =>
        value.TemporaryFileId is { } key ? temporaryFiles?.GetAsync(key).GetAwaiter().GetResult() : null;
}
