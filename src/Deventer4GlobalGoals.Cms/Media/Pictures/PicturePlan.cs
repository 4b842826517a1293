using System.Drawing;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>The steps from a file to what was asked: scale the whole picture, cut a piece out of it, lay that on a canvas. All in pixels.</summary>
internal sealed record PicturePlan(Size Scaled, Rectangle Cut, Size Canvas)
{
    /// <summary>How the modes behave follows ImageSharp's, so that addresses mean here what they mean on any Umbraco site.</summary>
    /// <param name="source">The size of the file as it is shown.</param>
    /// <param name="request">What was asked.</param>
    public static PicturePlan For(Size source, PictureRequest request)
    {
        var (left, top, right, bottom) = request.Crop;
        var width = source.Width * (1 - left - right);
        var height = source.Height * (1 - top - bottom);
        var (scaleX, scaleY, target) = Scales(width, height, request);

        var cut = new Size(Math.Min(target.Width, Whole(width * scaleX)), Math.Min(target.Height, Whole(height * scaleY)));
        var scaled = new Size(Math.Max(cut.Width, Whole(source.Width * scaleX)), Math.Max(cut.Height, Whole(source.Height * scaleY)));
        var place = new Point(
            Place(scaled.Width, cut.Width, source.Width * left * scaleX, width * scaleX, request.Focus.X),
            Place(scaled.Height, cut.Height, source.Height * top * scaleY, height * scaleY, request.Focus.Y));
        return new PicturePlan(scaled, new Rectangle(place, cut), IsPadded(request) ? target : cut);
    }

    /// <summary>Where the piece begins: around the focal point, within what was not cut off, within the picture.</summary>
    private static int Place(int whole, int piece, double start, double available, double focus)
    {
        var offset = Math.Clamp((focus * available) - (piece / 2.0), 0, Math.Max(0, available - piece));
        return Math.Clamp((int)Math.Round(start + offset, MidpointRounding.AwayFromZero), 0, whole - piece);
    }

    private static (double X, double Y, Size Target) Scales(double width, double height, PictureRequest request)
    {
        if (request.Width is not { } wide || request.Height is not { } high)
        {
            var scale = request.Width / width ?? request.Height / height ?? 1;
            return (scale, scale, new Size(request.Width ?? Whole(width * scale), request.Height ?? Whole(height * scale)));
        }

        var (x, y) = (wide / width, high / height);
        var fit = request.Mode switch
        {
            ResizeMode.Crop => Math.Max(x, y),
            ResizeMode.Min => Math.Min(1, Math.Max(x, y)),
            ResizeMode.BoxPad => Math.Min(1, Math.Min(x, y)),
            _ => Math.Min(x, y),
        };
        return request.Mode switch
        {
            ResizeMode.Stretch => (x, y, new Size(wide, high)),
            ResizeMode.Min or ResizeMode.Max => (fit, fit, new Size(Whole(width * fit), Whole(height * fit))),
            _ => (fit, fit, new Size(wide, high)),
        };
    }

    private static bool IsPadded(PictureRequest request) =>
        request is { Width: not null, Height: not null, Mode: ResizeMode.Pad or ResizeMode.BoxPad };

    private static int Whole(double length) => (int)Math.Clamp(Math.Round(length, MidpointRounding.AwayFromZero), 1, int.MaxValue);
}
