using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>How width and height are met, by the names that editors know from ImageSharp.Web.</summary>
internal enum ResizeMode
{
    /// <summary>Fills the size and cuts off what is left over.</summary>
    Crop,

    /// <summary>Fits within the size and fills it up.</summary>
    Pad,

    /// <summary>As pad, but never enlarges.</summary>
    BoxPad,

    /// <summary>Fits within the size.</summary>
    Max,

    /// <summary>The shortest side gets its size; never enlarges.</summary>
    Min,

    /// <summary>Width and height are met, whatever that does to the picture.</summary>
    Stretch,
}

/// <summary>What a query asks of a picture.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record PictureRequest(int? Width, int? Height)
{
    /// <summary>The parameters that mean something; others (<c>v</c>, <c>rnd</c>) are left alone.</summary>
    private static readonly string[] Known = ["width", "height", "rmode", "mode", "rxy", "ranchor", "cc", "format", "quality", SignatureParameter];

    public const string SignatureParameter = "hmac";

    public ResizeMode Mode { get; init; }

    /// <summary>The point that stays in view; from 0 (left, top) to 1.</summary>
    public (double X, double Y) Focus { get; init; } = (0.5, 0.5);

    /// <summary>What is cut off first at the left, top, right and bottom; parts of the whole.</summary>
    public (double Left, double Top, double Right, double Bottom) Crop { get; init; }

    public PictureFormat? Format { get; init; }

    /// <summary>1 to 100; null for the format's own.</summary>
    public int? Quality { get; init; }

    /// <summary>Whether the query asks for anything but the file itself.</summary>
    public static bool IsAsked(IQueryCollection query) => query.Count > 0 && Array.Exists(Known, query.ContainsKey);

    /// <summary>The known parameters but the signature, in one fixed form: what is signed.</summary>
    public static string Canonical(IEnumerable<KeyValuePair<string, StringValues>> query) => string.Join('&', query
        .Select(pair => (Key: pair.Key.ToLowerInvariant(), Value: pair.Value.ToString()))
        .Where(pair => pair.Key != SignatureParameter && Known.Contains(pair.Key, StringComparer.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>Whether only a width, and perhaps a format, is asked for: what may be on a list of sizes for anybody.</summary>
    public static bool IsPlainWidth(IQueryCollection query) =>
        query.Keys.All(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase) || key.ToLowerInvariant() is "width" or "format");

    /// <param name="query">The query of the address.</param>
    /// <param name="largest">The largest width and height that may be asked for, in pixels.</param>
    /// <param name="problem">What is wrong, for whoever wrote the address.</param>
    public static PictureRequest? Read(IQueryCollection query, (int Width, int Height) largest, out string? problem)
    {
        var reader = new Reader(query);
        var request = new PictureRequest(reader.Number("width", largest.Width), reader.Number("height", largest.Height))
        {
            Mode = reader.Mode(),
            Focus = reader.Focus(),
            Crop = reader.Crop(),
            Format = reader.Format(),
            Quality = reader.Number("quality", 100),
        };
        problem = reader.Problem;
        return problem is null ? request : null;
    }

    /// <summary>Remembers the first problem.</summary>
    private sealed class Reader(IQueryCollection query)
    {
        public string? Problem { get; private set; }

        public int? Number(string name, int largest)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest;
            return isNumber ? number : Refuse<int?>($"{name} is a whole number from 1 to {largest.ToString(CultureInfo.InvariantCulture)}.");
        }

        public ResizeMode Mode() => (Text("rmode") ?? Text("mode"))?.ToLowerInvariant() switch
        {
            null or "crop" => ResizeMode.Crop,
            "pad" => ResizeMode.Pad,
            "boxpad" => ResizeMode.BoxPad,
            "max" => ResizeMode.Max,
            "min" => ResizeMode.Min,
            "stretch" => ResizeMode.Stretch,
            _ => Refuse<ResizeMode>("rmode is crop, pad, boxpad, max, min or stretch."),
        };

        /// <summary>An anchor is a focal point at an edge.</summary>
        public (double X, double Y) Focus()
        {
            if (Parts("rxy", 2) is { } point)
            {
                return (point[0], point[1]);
            }

            return Text("ranchor")?.ToLowerInvariant() switch
            {
                null or "center" => (0.5, 0.5),
                "top" => (0.5, 0),
                "bottom" => (0.5, 1),
                "left" => (0, 0.5),
                "right" => (1, 0.5),
                "topleft" => (0, 0),
                "topright" => (1, 0),
                "bottomleft" => (0, 1),
                "bottomright" => (1, 1),
                _ => Refuse<(double, double)>("ranchor is center, top, bottom, left, right, or a corner such as topleft."),
            };
        }

        public (double Left, double Top, double Right, double Bottom) Crop()
        {
            if (Parts("cc", 4) is not { } cut)
            {
                return default;
            }

            return cut[0] + cut[2] < 1 && cut[1] + cut[3] < 1
                ? (cut[0], cut[1], cut[2], cut[3])
                : Refuse<(double, double, double, double)>("cc leaves nothing of the picture.");
        }

        public PictureFormat? Format() => Text("format") is not { } name ? null : PictureFormat.Named(name) ?? Refuse<PictureFormat>("format is jpg, png, webp or avif.");

        private double[]? Parts(string name, int count)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            var parts = text.Split(',');
            var numbers = new double[count];
            for (var index = 0; index < count; index++)
            {
                var isPart = parts.Length == count
                    && double.TryParse(parts[index], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[index])
                    && numbers[index] is >= 0 and <= 1;
                if (!isPart)
                {
                    return Refuse<double[]>($"{name} is {count.ToString(CultureInfo.InvariantCulture)} numbers from 0 to 1 with commas between them.");
                }
            }

            return numbers;
        }

        private string? Text(string name) => query.TryGetValue(name, out var values)
            ? values.Count == 1 && values[0] is { Length: > 0 } text ? text : Refuse<string>($"{name} is given once, with a value.")
            : null;

        private T? Refuse<T>(string why)
        {
            Problem ??= why;
            return default;
        }
    }
}
