using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Deventer4GlobalGoals.Cms.Editors.Files;

internal static class CropChecks
{
    public static IEnumerable<ValidationResult> Check(
        ImageCropperValue.ImageCropperFocalPoint? focalPoint,
        IEnumerable<ImageCropperValue.ImageCropperCrop>? crops)
    {
        if (focalPoint is not null && !(IsPart(focalPoint.Left) && IsPart(focalPoint.Top)))
        {
            yield return EditorMessages.Result("focalPointOutside");
        }

        foreach (var crop in crops ?? [])
        {
            if (crop.Coordinates is { } lines
                && !(IsPart(lines.X1) && IsPart(lines.Y1) && IsPart(lines.X2) && IsPart(lines.Y2) && lines.X1 + lines.X2 < 1 && lines.Y1 + lines.Y2 < 1))
            {
                yield return EditorMessages.Result("cropOutside", crop.Alias);
            }
        }
    }

    private static bool IsPart(decimal number) => number is >= 0 and <= 1;
}
