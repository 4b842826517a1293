using System.Drawing;
using System.Xml;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>A file may not be stored. The message names the file and says why, in the editor's language.</summary>
public sealed class UploadRefusedException : Exception
{
    public UploadRefusedException()
    {
    }

    public UploadRefusedException(string message)
        : base(message)
    {
    }

    public UploadRefusedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// What every file has to pass before it is stored: allowed kind, by its content and not by its name alone; size; and for pictures
/// a whole and readable file with a bearable number of pixels. Pictures come out without what is said about them.
/// </summary>
internal sealed class UploadChecks(
    IPictureRenderer renderer,
    IOptionsMonitor<MediaOptions> options,
    IOptionsMonitor<RuntimeSettings> runtime,
    IOptionsMonitor<ContentSettings> content) : IUploadGuard
{
    /// <summary>What a server takes when <c>Umbraco:CMS:Runtime:MaxRequestLength</c> isn't set: Kestrel's own limit.</summary>
    private const long DefaultBytes = 30_000_000;

    private const long BytesInKilobyte = 1024;
    private const int PixelsInMillion = 1_000_000;

    /// <summary>Decoding a picture to this width in pixels shows whether it can be decoded.</summary>
    private const int TrialWidth = 16;

    string IUploadGuard.FittingName(string name, Stream file) => FittingName(name, file);

    /// <summary>The name with the extension that fits a bitmap's content: a PNG that is called .jpg is no reason to bother an editor.</summary>
    public static string FittingName(string name, Stream file)
    {
        var kind = Kind(file);
        return FileKinds.IsBitmap(kind) && FileKinds.Promised(name) is { } promised && promised != kind && FileKinds.IsBitmap(promised)
            ? Path.ChangeExtension(name, FileKinds.Extension(kind))
            : name;
    }

    /// <param name="name">As the editor knows the file.</param>
    /// <param name="file">Can be sought in.</param>
    /// <returns>What to store: the file itself, from its beginning, or its cleaned bytes.</returns>
    /// <exception cref="UploadRefusedException">It may not be stored.</exception>
    public Stream Check(string name, Stream file)
    {
        var kind = Kind(file);
        CheckName(name, kind);
        CheckSize(name, file.Length);
        file.Position = 0;
        if (FileKinds.IsBitmap(kind))
        {
            return new MemoryStream(Picture(name, kind, file), writable: false);
        }

        if (kind == FileKind.Svg)
        {
            CheckDrawing(name, file);
            file.Position = 0;
        }

        return file;
    }

    /// <summary>Whether a file can be run, whatever it is called.</summary>
    public static bool IsProgram(Stream file) => Kind(file) == FileKind.Program;

    private static FileKind Kind(Stream file)
    {
        var head = new byte[FileKinds.HeadLength];
        file.Position = 0;
        return FileKinds.Of(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private void CheckName(string name, FileKind kind)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        if (!content.CurrentValue.IsFileAllowedForUpload(extension))
        {
            throw Refused("fileTypeRefused", extension);
        }

        if (kind is FileKind.Program or FileKind.Heic)
        {
            throw Refused(kind == FileKind.Heic ? "fileIsHeic" : "fileIsProgram", name);
        }

        var promised = FileKinds.Promised(name);
        if (promised is not null && promised != kind)
        {
            throw Refused("fileIsNot", name, extension.ToUpperInvariant());
        }

        if (promised is null && (FileKinds.IsBitmap(kind) || kind == FileKind.Svg))
        {
            throw Refused("fileIs", name, FileKinds.Extension(kind));
        }
    }

    private void CheckSize(string name, long bytes)
    {
        if (bytes == 0)
        {
            throw Refused("fileEmpty", name);
        }

        var limit = runtime.CurrentValue.MaxRequestLength * BytesInKilobyte ?? DefaultBytes;
        if (bytes > limit)
        {
            throw Refused("fileTooLarge", name, Megabytes(bytes), Megabytes(limit));
        }
    }

    private byte[] Picture(string name, FileKind kind, Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        try
        {
            var clean = Clean(kind, bytes);
            if (ImageHeader.Read(new MemoryStream(clean, writable: false)) is { } size)
            {
                CheckPixels(name, size);
            }
            else if (kind != FileKind.Avif)
            {
                throw Refused("pictureDamaged", name);
            }

            if (renderer.IsAvailable)
            {
                Try(name, clean);
            }

            return clean;
        }
        catch (Exception problem) when (problem is InvalidDataException or UnreadablePictureException)
        {
            throw new UploadRefusedException(Refused("pictureDamaged", name).Message, problem);
        }
    }

    private static byte[] Clean(FileKind kind, byte[] file) => kind switch
    {
        FileKind.Jpeg => JpegCleaner.Clean(file),
        FileKind.Png => PngCleaner.Clean(file),
        FileKind.Gif => GifCleaner.Clean(file),
        FileKind.WebP => WebPCleaner.Clean(file),
        _ => AvifCleaner.Clean(file),
    };

    /// <summary>Reads the header as the renderer does, and decodes the picture once.</summary>
    private void Try(string name, byte[] clean)
    {
        var folder = Directory.CreateTempSubdirectory("d4gg-upload-");
        try
        {
            var file = Path.Combine(folder.FullName, "picture");
            File.WriteAllBytes(file, clean);
            var size = renderer.Measure(file);
            CheckPixels(name, size);
            renderer.Render(file, PicturePlan.For(size, new PictureRequest(TrialWidth, TrialWidth)), PictureFormat.Png, 100, Path.Combine(folder.FullName, "trial.png"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void CheckPixels(string name, Size size)
    {
        var limit = options.CurrentValue.MaxPixels;
        if ((long)size.Width * size.Height > limit)
        {
            throw Refused("pictureTooLarge", name, size.Width, size.Height, limit / PixelsInMillion);
        }
    }

    private static void CheckDrawing(string name, Stream file)
    {
        try
        {
            using var reader = XmlReader.Create(file, SvgDimensionExtractor.Settings);
            var isDrawing = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "svg";
            while (isDrawing && reader.Read())
            {
                // To the end: what isn't well-formed is no drawing.
            }

            if (!isDrawing)
            {
                throw Refused("pictureDamaged", name);
            }
        }
        catch (XmlException problem)
        {
            throw new UploadRefusedException(Refused("pictureDamaged", name).Message, problem);
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000m).ToString("0.#", EditorMessages.Language);

    private static UploadRefusedException Refused(string key, params object?[] arguments) => new(EditorMessages.Text(EditorMessages.Language, key, arguments));
}
