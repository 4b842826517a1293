using System.Drawing;
using System.Globalization;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>Fills width, height, size and extension of a media item from its file, by <c>Umbraco:CMS:Content:Imaging:AutoFillImageProperties</c>.</summary>
public sealed class MediaAutoFill(
    UploadAutoFillProperties autoFill,
    ISvgDimensionExtractor drawings,
    MediaFileManager media,
    IOptionsMonitor<ContentSettings> settings) : INotificationHandler<MediaSavingNotification>
{
    public void Handle(MediaSavingNotification notification)
    {
        foreach (var entity in notification.SavedEntities)
        {
            foreach (var fields in settings.CurrentValue.Imaging.AutoFillImageProperties)
            {
                Fill(entity, fields);
            }
        }
    }

    private void Fill(IMedia entity, ImagingAutoFillUploadField fields)
    {
        if (!entity.Properties.TryGetValue(fields.Alias, out var property) || !StoredFiles.HoldsFile(property.PropertyType.PropertyEditorAlias))
        {
            return;
        }

        // A file that didn't change was measured when it came.
        if (entity.HasIdentity && !property.IsDirty())
        {
            return;
        }

        foreach (var value in property.Values)
        {
            if (StoredFiles.Url(value.EditedValue) is not { } url)
            {
                autoFill.Reset(entity, fields, value.Culture, value.Segment);
                continue;
            }

            var path = media.FileSystem.GetRelativePath(url);
            autoFill.Populate(entity, fields, path, value.Culture, value.Segment);
            if (DrawingSize(path) is { } size)
            {
                Set(entity, fields.WidthFieldAlias, size.Width, value);
                Set(entity, fields.HeightFieldAlias, size.Height, value);
            }
        }
    }

    private Size? DrawingSize(string path)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || !media.FileSystem.FileExists(path))
        {
            return null;
        }

        using var stream = media.FileSystem.OpenFile(path);
        return drawings.GetDimensions(stream);
    }

    private static void Set(IMedia entity, string alias, int number, IPropertyValue value)
    {
        if (entity.Properties.TryGetValue(alias, out var property))
        {
            property.SetValue(number.ToString(CultureInfo.InvariantCulture), value.Culture, value.Segment);
        }
    }
}
