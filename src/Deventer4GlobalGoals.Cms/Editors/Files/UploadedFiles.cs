using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Deventer4GlobalGoals.Cms.Media.Uploads;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

/// <summary>Gives an uploaded file its place in the media folder when the value that holds it is saved.</summary>
internal sealed class UploadedFiles(
    MediaFileManager media,
    UploadChecks checks,
    IOptionsMonitor<ContentSettings> settings,
    ITemporaryFileService temporaryFiles)
{
    /// <summary>The value with the path of its file. The temporary file stays; it expires by itself, also when saving fails later.</summary>
    public FileValue Keep(FileValue value, ContentPropertyData saved)
    {
        if (Find(value) is not { } upload)
        {
            return value with { TemporaryFileId = null };
        }

        try
        {
            return value with { Src = Store(upload, saved), TemporaryFileId = null };
        }
        catch (UploadRefusedException)
        {
            // Umbraco asks for the value to store also when it isn't valid; the check has told the editor why.
            return value with { TemporaryFileId = null };
        }
    }

    private string Store(TemporaryFileModel upload, ContentPropertyData saved)
    {
        using var stream = upload.OpenReadStream();
        var path = media.GetMediaPath(UploadChecks.FittingName(upload.FileName, stream), saved.ContentKey, saved.PropertyTypeKey);
        media.FileSystem.AddFile(path, stream, overrideIfExists: true);
        return media.FileSystem.GetUrl(path);
    }

    /// <summary>Checks path, extension and what is in an upload. Allowed extensions have no dot; null or empty allows what the site's settings allow.</summary>
    public IEnumerable<ValidationResult> Check(FileValue value, IReadOnlyCollection<string>? allowed)
    {
        var upload = Find(value);
        if (value.TemporaryFileId is not null && upload is null)
        {
            yield return EditorMessages.Result("uploadGone");
        }

        var (fitting, problem) = upload is null ? default : Inspect(upload);
        if ((fitting ?? value.Src) is not { Length: > 0 } name)
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
        else if (problem is not null)
        {
            yield return new ValidationResult(problem, ["value"]);
        }
    }

    /// <summary>The name that the upload will get, and why it is refused.</summary>
    private (string Name, string? Problem) Inspect(TemporaryFileModel upload)
    {
        using var stream = upload.OpenReadStream();
        var name = UploadChecks.FittingName(upload.FileName, stream);
        try
        {
            using var whole = checks.Check(name, stream);
            return (name, null);
        }
        catch (UploadRefusedException refused)
        {
            return (name, refused.Message);
        }
    }

    /// <summary>A path on this site, without a way out of it.</summary>
    private static bool IsInMediaFolder(string path) =>
        path.StartsWith('/')
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Split('/').Contains("..", StringComparer.Ordinal);

    private TemporaryFileModel? Find(FileValue value) =>
        value.TemporaryFileId is { } key ? temporaryFiles.GetAsync(key).GetAwaiter().GetResult() : null;
}
