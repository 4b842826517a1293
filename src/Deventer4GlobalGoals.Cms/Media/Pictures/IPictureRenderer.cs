using System.Drawing;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>Makes a picture of another size out of a file.</summary>
internal interface IPictureRenderer
{
    /// <summary>False when there is nothing to make pictures with: then they are served as they were uploaded.</summary>
    bool IsAvailable { get; }

    bool CanWrite(PictureFormat format);

    /// <summary>The size in pixels as it is shown, from the header; nothing is decoded.</summary>
    /// <exception cref="UnreadablePictureException">It is not a picture of an allowed kind.</exception>
    Size Measure(string file);

    /// <param name="file">Absolute path of the file as it was uploaded.</param>
    /// <param name="plan">What is made of it.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="quality">1 to 100; formats without loss ignore it.</param>
    /// <param name="target">Absolute path of the file to write.</param>
    /// <exception cref="UnreadablePictureException">The file is cut short or damaged.</exception>
    void Render(string file, PicturePlan plan, PictureFormat format, int quality, string target);
}

/// <summary>Stands in where libvips is missing.</summary>
internal sealed class NoRenderer : IPictureRenderer
{
    public bool IsAvailable => false;

    public bool CanWrite(PictureFormat format) => false;

    public Size Measure(string file) => throw new InvalidOperationException("There is nothing to read pictures with.");

    public void Render(string file, PicturePlan plan, PictureFormat format, int quality, string target) =>
        throw new InvalidOperationException("There is nothing to make pictures with.");
}

/// <summary>The picture itself is the problem: damaged, cut short, too large, or no picture at all.</summary>
internal sealed class UnreadablePictureException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>All places to make a picture are taken.</summary>
internal sealed class RenderingBusyException() : Exception("Too many pictures are being made.");
