// Stock Umbraco has this type in a package that is not here, under this name.
namespace Umbraco.Cms.Core.PropertyEditors;

/// <summary>The cut-outs that every image of a data type gets.</summary>
public class ImageCropperConfiguration
{
    [ConfigurationField("crops")]
    public Crop[]? Crops { get; set; }

    /// <summary>Width and height in pixels.</summary>
    public class Crop
    {
        public string Alias { get; set; } = string.Empty;

        public string? Label { get; set; }

        public int Width { get; set; }

        public int Height { get; set; }
    }
}
