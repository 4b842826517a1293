using Deventer4GlobalGoals.Cms.Media.Pictures;
using Umbraco.Cms.Core.IO;

namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>
/// The media folder with a guard at its door: whichever way a file comes, through the desk, a package or code, it is checked and
/// cleaned before it is there. When a file goes, what was made of it goes too.
/// </summary>
internal sealed class MediaFileSystem(PhysicalFileSystem files, UploadChecks checks, PictureCache pictures) : IFileSystem
{
    public bool CanAddPhysical => files.CanAddPhysical;

    public void AddFile(string path, Stream stream) => AddFile(path, stream, overrideIfExists: true);

    /// <exception cref="UploadRefusedException">The file may not be stored.</exception>
    public void AddFile(string path, Stream stream, bool overrideIfExists)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            using var copy = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);
            stream.CopyTo(copy);
            AddFile(path, copy, overrideIfExists);
            return;
        }

        var whole = checks.Check(Path.GetFileName(path), stream);
        files.AddFile(path, whole, overrideIfExists);
        Forget(path);
        if (whole != stream)
        {
            whole.Dispose();
        }
    }

    /// <exception cref="UploadRefusedException">The file may not be stored.</exception>
    public void AddFile(string path, string physicalPath, bool overrideIfExists = true, bool copy = false)
    {
        // A file of this folder was checked when it came.
        if (physicalPath.StartsWith(files.GetFullPath(string.Empty), StringComparison.Ordinal))
        {
            files.AddFile(path, physicalPath, overrideIfExists, copy);
            Forget(path);
            return;
        }

        using (var stream = File.OpenRead(physicalPath))
        {
            AddFile(path, stream, overrideIfExists);
        }

        if (!copy)
        {
            File.Delete(physicalPath);
        }
    }

    public void DeleteFile(string path)
    {
        files.DeleteFile(path);
        Forget(path);
    }

    public void MoveFile(string source, string target, bool overrideIfExists = true)
    {
        files.MoveFile(source, target, overrideIfExists);
        Forget(source);
        Forget(target);
    }

    public IEnumerable<string> GetDirectories(string path) => files.GetDirectories(path);

    public void DeleteDirectory(string path) => DeleteDirectory(path, recursive: false);

    public void DeleteDirectory(string path, bool recursive)
    {
        var gone = recursive && files.DirectoryExists(path) ? files.GetFiles(path).ToArray() : [];
        files.DeleteDirectory(path, recursive);
        foreach (var file in gone)
        {
            Forget(file);
        }
    }

    public bool DirectoryExists(string path) => files.DirectoryExists(path);

    public IEnumerable<string> GetFiles(string path) => files.GetFiles(path);

    public IEnumerable<string> GetFiles(string path, string filter) => files.GetFiles(path, filter);

    public Stream OpenFile(string path) => files.OpenFile(path);

    public bool FileExists(string path) => files.FileExists(path);

    public string GetRelativePath(string fullPathOrUrl) => files.GetRelativePath(fullPathOrUrl);

    public string GetFullPath(string path) => files.GetFullPath(path);

    public string GetUrl(string? path) => files.GetUrl(path);

    public DateTimeOffset GetLastModified(string path) => files.GetLastModified(path);

    public DateTimeOffset GetCreated(string path) => files.GetCreated(path);

    public long GetSize(string path) => files.GetSize(path);

    private void Forget(string path) => pictures.Drop(PictureMaker.Folder(files.GetRelativePath(path).Replace('\\', '/')));
}
