using System.Drawing;
using System.Globalization;
using System.Xml;
using Umbraco.Cms.Core.Media;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>Dimensions of bitmaps, by <see cref="ImageHeader"/>.</summary>
public sealed class ImageHeaderDimensionExtractor : IImageDimensionExtractor
{
    public IEnumerable<string> SupportedImageFileTypes { get; } = ["jpeg", "jpg", "png", "gif", "webp"];

    public Size? GetDimensions(Stream stream) => ImageHeader.Read(stream);
}

/// <summary>Dimensions of drawings: width and height in pixels when the root element gives them, else those of its view box.</summary>
public sealed class SvgDimensionExtractor : ISvgDimensionExtractor
{
    internal static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 20_000_000,
        CloseInput = false,
    };

    /// <returns>Null when it is not an SVG document, or has no size of its own.</returns>
    public Size? GetDimensions(Stream stream)
    {
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            {
                return null;
            }

            var box = reader.GetAttribute("viewBox")?.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [];
            var width = Pixels(reader.GetAttribute("width")) ?? (box.Length == 4 ? Pixels(box[2]) : null);
            var height = Pixels(reader.GetAttribute("height")) ?? (box.Length == 4 ? Pixels(box[3]) : null);
            return width is { } w && height is { } h ? new Size(w, h) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static int? Pixels(string? length)
    {
        var number = length?.Trim();
        if (number?.EndsWith("px", StringComparison.OrdinalIgnoreCase) == true)
        {
            number = number[..^2];
        }

        var isNumber = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return isNumber && value is > 0 and < int.MaxValue ? (int)Math.Ceiling(value) : null;
    }
}
