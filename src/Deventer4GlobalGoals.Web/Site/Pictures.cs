using System.Globalization;
using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>A picture as a page shows it.</summary>
/// <param name="Url">Its address in the middle size.</param>
/// <param name="Width">Of the largest size, in pixels; together with the height it keeps the place free.</param>
/// <param name="Height">Of the largest size, in pixels.</param>
/// <param name="Alt">What is to be seen, for who cannot see it.</param>
public sealed record Picture(string Url, int Width, int Height, string Alt)
{
    /// <summary>Addresses per width, for <c>srcset</c>; null for a picture that has one size.</summary>
    public string? Sources { get; init; }

    /// <summary>How wide it is shown, for <c>sizes</c>: the content is 77rem wide at most, with some space beside it.</summary>
    public string Sizes => "(min-width: 77rem) 75rem, 100vw";

    /// <summary>The address of the cut-out that social media show.</summary>
    public string? Shared { get; init; }

    /// <summary>Who made it, and under which licence.</summary>
    public string? Credit { get; init; }
}

/// <summary>Works out the sizes of pictures on pages.</summary>
public static class Pictures
{
    /// <summary>Widths in pixels: from small phones to wide screens with small pixels.</summary>
    private static readonly int[] Widths = [480, 800, 1280, 1920];

    /// <summary>The picture at the head of a page is a low strip: width to height.</summary>
    private static readonly (int Width, int Height) Strip = (21, 8);

    /// <summary>The cut-outs of the data type, which editors can make themselves: that at the head of a page, and that on social media.</summary>
    private const string Head = "kop";

    private const string Card = "kaart";

    /// <summary>What Open Graph asks for, in pixels.</summary>
    private static readonly (int Width, int Height) Shared = (1200, 630);

    /// <summary>What can be scaled. A drawing needs no other sizes.</summary>
    private static readonly HashSet<string> Scalable = new(StringComparer.OrdinalIgnoreCase) { "jpg", "jpeg", "png", "webp", "gif", "avif" };

    /// <summary>The picture at the head of a page; null when it has none.</summary>
    public static Picture? Picture(this SiteView site, SitePage page)
    {
        if (page.HeaderImage is not { } image || site.MediaUrl(image.Content) is not { Length: > 0 } url)
        {
            return null;
        }

        var alt = image.Content.Value<string>("altText") ?? string.Empty;
        var credit = image.Content.Value<string>("credit") is { Length: > 0 } maker ? maker : null;
        if (!Scalable.Contains(Path.GetExtension(url).TrimStart('.')))
        {
            return new Picture(url, Number(image, "umbracoWidth") ?? 1600, Number(image, "umbracoHeight") ?? 600, alt) { Credit = credit };
        }

        var widths = Fitting(Number(image, "umbracoWidth"), Number(image, "umbracoHeight"));
        var addresses = widths.Select(width => (Width: width, Url: Cut(image, Head, width, Low(width)))).ToArray();
        return new Picture(addresses[addresses.Length / 2].Url, widths[^1], Low(widths[^1]), alt)
        {
            Sources = string.Join(", ", addresses.Select(address => FormattableString.Invariant($"{address.Url} {address.Width}w"))),
            Shared = Cut(image, Card, Shared.Width, Shared.Height, "format=jpg"),
            Credit = credit,
        };
    }

    /// <summary>No larger than the file: more pixels than there are show nothing more.</summary>
    private static int[] Fitting(int? width, int? height)
    {
        var largest = Math.Min(width ?? Widths[^1], (height ?? int.MaxValue / Strip.Width) * Strip.Width / Strip.Height);
        var fitting = Array.FindAll(Widths, one => one <= largest);
        return fitting.Length > 0 ? fitting : [Math.Max(1, largest)];
    }

    private static int Low(int width) => Math.Max(1, (int)Math.Round((double)width * Strip.Height / Strip.Width, MidpointRounding.AwayFromZero));

    /// <summary>As an editor cut it; where the data type has no such cut-out, around the focal point.</summary>
    private static string Cut(MediaWithCrops image, string crop, int width, int height, string? more = null) =>
        image.GetCropUrl(width: width, height: height, cropAlias: crop, imageCropMode: ImageCropMode.Crop, furtherOptions: more)
        ?? image.GetCropUrl(width: width, height: height, imageCropMode: ImageCropMode.Crop, furtherOptions: more)
        ?? string.Empty;

    private static int? Number(MediaWithCrops image, string alias) => image.Content.GetProperty(alias)?.GetValue() switch
    {
        int size => size,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) => size,
        _ => null,
    };
}
