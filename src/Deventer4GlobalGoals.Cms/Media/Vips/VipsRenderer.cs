using System.Drawing;
using System.Runtime.InteropServices;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;

namespace Deventer4GlobalGoals.Cms.Media.Vips;

/// <summary>Makes pictures with libvips. Only the part of a file that a size needs is decoded, and it streams: memory stays flat.</summary>
internal sealed class VipsRenderer : IPictureRenderer
{
    /// <summary>A file that ends early or contradicts its header is refused instead of being guessed at for minutes.</summary>
    private const string FailOn = "truncated";

    /// <summary>Pixels on each side of a trial.</summary>
    private const int TrialSize = 16;

    private readonly HashSet<string> _writable;

    public VipsRenderer() => _writable = [.. PictureFormat.All.Where(CanSave).Select(format => format.Name)];

    public bool IsAvailable => true;

    public bool CanWrite(PictureFormat format) => _writable.Contains(format.Name);

    public Size Measure(string file)
    {
        try
        {
            using var header = Header(file);
            return header.IsTurned ? new Size(header.Height, header.Width) : new Size(header.Width, header.Height);
        }
        catch (VipsException problem)
        {
            throw new UnreadablePictureException(problem.Message, problem);
        }
    }

    public void Render(string file, PicturePlan plan, PictureFormat format, int quality, string target)
    {
        try
        {
            using var header = Header(file);
            using var scaled = Scale(file, plan, header.NeedsProfile);
            using var cut = Cut(scaled, plan);
            using var padded = plan.Canvas == plan.Cut.Size ? null : Pad(cut, plan);
            Save(padded ?? cut, format, quality, target);
        }
        catch (VipsException problem)
        {
            throw new UnreadablePictureException(problem.Message, problem);
        }
    }

    /// <summary>Opened; nothing is decoded.</summary>
    private static VipsImage Header(string file)
    {
        using var operation = new VipsOperation(Loader(file)).With("filename", file);
        return operation.Image();
    }

    /// <summary>Colours of a profile are turned into sRGB, so that the profile need not travel along.</summary>
    private static VipsImage Scale(string file, PicturePlan plan, bool intoSrgb)
    {
        using var operation = new VipsOperation("thumbnail")
            .With("filename", $"{file}[fail_on={FailOn}]")
            .With("fail_on", FailOn)
            .With("width", plan.Scaled.Width)
            .With("height", plan.Scaled.Height)
            .With("size", "force");
        if (intoSrgb)
        {
            operation.With("export_profile", "srgb");
        }

        return operation.Image();
    }

    private static VipsImage Cut(VipsImage image, PicturePlan plan)
    {
        using var operation = new VipsOperation("extract_area")
            .With("input", image)
            .With("left", plan.Cut.Left)
            .With("top", plan.Cut.Top)
            .With("width", plan.Cut.Width)
            .With("height", plan.Cut.Height);
        return operation.Image();
    }

    /// <summary>What is added is see-through where the picture can be, else white.</summary>
    private static VipsImage Pad(VipsImage image, PicturePlan plan)
    {
        using var operation = new VipsOperation("embed")
            .With("in", image)
            .With("x", (plan.Canvas.Width - plan.Cut.Width) / 2)
            .With("y", (plan.Canvas.Height - plan.Cut.Height) / 2)
            .With("width", plan.Canvas.Width)
            .With("height", plan.Canvas.Height)
            .With("extend", image.HasAlpha ? "black" : "white");
        return operation.Image();
    }

    /// <summary>
    /// Everything that is said about the picture is left out: where and when it was made, and by what. The saver of WebP in 8.14
    /// doesn't, whatever it is told.
    /// </summary>
    private static void Save(VipsImage image, PictureFormat format, int quality, string target)
    {
        using var operation = new VipsOperation(format.Saver).With("in", image).With("filename", target).With("strip", "true");
        foreach (var (name, value) in format.SaveOptions)
        {
            operation.With(name, value);
        }

        if (format.DefaultQuality is not null)
        {
            operation.With("Q", quality);
        }

        operation.Run();
        if (format == PictureFormat.WebP)
        {
            File.WriteAllBytes(target, WebPCleaner.Clean(File.ReadAllBytes(target), keepProfile: false));
        }
    }

    private static string Loader(string file)
    {
        var name = VipsNative.FindLoad(file);
        return Marshal.PtrToStringUTF8(name) ?? throw VipsOperation.Failure("loader");
    }

    /// <summary>By doing it once: a library may know a format and lack its encoder.</summary>
    private static bool CanSave(PictureFormat format)
    {
        var folder = Directory.CreateTempSubdirectory("d4gg-formats-");
        try
        {
            using var operation = new VipsOperation("black").With("width", TrialSize).With("height", TrialSize).With("bands", 3);
            using var image = operation.Image();
            Save(image, format, format.DefaultQuality ?? 100, Path.Combine(folder.FullName, "trial." + format.Name));
            return true;
        }
        catch (VipsException)
        {
            return false;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
