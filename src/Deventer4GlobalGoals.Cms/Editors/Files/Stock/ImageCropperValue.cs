using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Strings;

// Stock Umbraco has these types in a package that is not here, under these names; the site's code must not see the difference.
namespace Umbraco.Cms.Core.PropertyEditors.ValueConverters;

/// <summary>An image with the point that matters and the cut-outs that editors made of it.</summary>
public class ImageCropperValue : IHtmlEncodedString
{
    /// <summary>The address of the image file.</summary>
    public string? Src { get; set; } = string.Empty;

    public ImageCropperFocalPoint? FocalPoint { get; set; }

    public IEnumerable<ImageCropperCrop>? Crops { get; set; }

    public string ToHtmlString() => Src ?? string.Empty;

    public override string ToString() => Src ?? string.Empty;

    public bool HasFocalPoint() => FocalPoint is not null && (FocalPoint.Left != 0.5m || FocalPoint.Top != 0.5m);

    public bool HasCrops() => Crops?.Any() == true;

    public bool HasCrop(string alias) => Crops?.Any(crop => crop.Alias == alias) == true;

    public bool HasImage() => !string.IsNullOrWhiteSpace(Src);

    /// <summary>The crop of that name, or the first one when no name is given.</summary>
    public ImageCropperCrop? GetCrop(string? alias) =>
        string.IsNullOrWhiteSpace(alias)
            ? Crops?.FirstOrDefault()
            : Crops?.FirstOrDefault(crop => string.Equals(crop.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>How the image is to be cut: by the crop's own lines, else around the focal point, else around the middle.</summary>
    public ImageUrlGenerationOptions GetCropBaseOptions(string? url, ImageCropperCrop? crop, bool preferFocalPoint)
    {
        var byFocalPoint = HasFocalPoint() && (preferFocalPoint || crop?.Coordinates is null);
        if (byFocalPoint)
        {
            return new ImageUrlGenerationOptions(url)
            {
                FocalPoint = new ImageUrlGenerationOptions.FocalPointPosition(FocalPoint!.Left, FocalPoint.Top),
            };
        }

        return crop?.Coordinates is { } lines && !preferFocalPoint
            ? new ImageUrlGenerationOptions(url)
            {
                Crop = new ImageUrlGenerationOptions.CropCoordinates(lines.X1, lines.Y1, lines.X2, lines.Y2),
            }
            : new ImageUrlGenerationOptions(url);
    }

    /// <summary>The address of a crop; null when there is no crop of that name.</summary>
    public string? GetCropUrl(
        string alias,
        IImageUrlGenerator imageUrlGenerator,
        bool useCropDimensions = true,
        bool useFocalPoint = false,
        string? cacheBusterValue = null)
    {
        var crop = GetCrop(alias);
        if (crop is null && !string.IsNullOrWhiteSpace(alias))
        {
            return null;
        }

        var options = GetCropBaseOptions(Src, crop, useFocalPoint);
        if (crop is not null && useCropDimensions)
        {
            options.Width = crop.Width;
            options.Height = crop.Height;
        }

        options.CacheBusterValue = cacheBusterValue;
        return imageUrlGenerator.GetImageUrl(options);
    }

    /// <summary>Gives crops the configured size, and adds those that editors left as they were.</summary>
    public void ApplyConfiguration(ImageCropperConfiguration? configuration) =>
        Apply(configuration?.Crops?.Select(crop => ((string?)crop.Alias, crop.Width, crop.Height)));

    /// <inheritdoc cref="ApplyConfiguration(ImageCropperConfiguration?)"/>
    public void ApplyConfiguration(MediaPicker3Configuration? configuration) =>
        Apply(configuration?.Crops?.Select(crop => (crop.Alias, crop.Width, crop.Height)));

    private void Apply(IEnumerable<(string? Alias, int Width, int Height)>? configured)
    {
        if (configured is null)
        {
            return;
        }

        var crops = Crops?.ToList() ?? [];
        foreach (var (alias, width, height) in configured)
        {
            var crop = crops.Find(crop => crop.Alias == alias);
            if (crop is null)
            {
                crop = new ImageCropperCrop { Alias = alias };
                crops.Add(crop);
            }

            crop.Width = width;
            crop.Height = height;
        }

        Crops = crops;
    }

    /// <summary>The point that stays in view; both measures from 0 (left, top) to 1.</summary>
    public class ImageCropperFocalPoint
    {
        public decimal Left { get; set; }

        public decimal Top { get; set; }
    }

    /// <summary>A cut-out; width and height in pixels.</summary>
    public class ImageCropperCrop
    {
        public string? Alias { get; set; }

        public int Width { get; set; }

        public int Height { get; set; }

        public ImageCropperCropCoordinates? Coordinates { get; set; }
    }

    /// <summary>What is cut off at the left, top, right and bottom; each a part of the whole, from 0 to 1.</summary>
    public class ImageCropperCropCoordinates
    {
        public decimal X1 { get; set; }

        public decimal Y1 { get; set; }

        public decimal X2 { get; set; }

        public decimal Y2 { get; set; }
    }
}
