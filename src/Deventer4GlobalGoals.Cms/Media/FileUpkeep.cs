using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// Keeps files and items together: files go when their item is deleted or gets another file, and a copied document gets
/// files of its own. With <c>Umbraco:CMS:Content:EnableMediaRecycleBinProtection</c> files in the recycle bin can't be fetched.
/// </summary>
public sealed class FileUpkeep(
    MediaFileManager files,
    Lazy<IMediaService> media,
    Lazy<IContentService> documents,
    IOptionsMonitor<ContentSettings> settings) :
    INotificationHandler<MediaSavingNotification>,
    INotificationHandler<MediaSavedNotification>,
    INotificationHandler<MediaDeletedNotification>,
    INotificationHandler<ContentDeletedNotification>,
    INotificationHandler<ContentCopiedNotification>,
    INotificationHandler<MediaMovedToRecycleBinNotification>,
    INotificationHandler<MediaMovedNotification>
{
    private const string ReplacedState = "D4GG.ReplacedFiles";

    /// <summary>Notes which files the items are about to lose.</summary>
    public void Handle(MediaSavingNotification notification) =>
        notification.State[ReplacedState] = notification.SavedEntities.Where(HasNewFile).SelectMany(Replaced).ToArray();

    public void Handle(MediaSavedNotification notification)
    {
        if (notification.State.TryGetValue(ReplacedState, out var state) && state is string[] { Length: > 0 } replaced)
        {
            files.DeleteMediaFiles(replaced);
        }
    }

    public void Handle(MediaDeletedNotification notification) => Delete(notification.DeletedEntities);

    public void Handle(ContentDeletedNotification notification) => Delete(notification.DeletedEntities);

    public void Handle(ContentCopiedNotification notification)
    {
        var copied = false;
        foreach (var property in notification.Copy.Properties.Where(property => StoredFiles.HoldsFile(property.PropertyType.PropertyEditorAlias)))
        {
            foreach (var value in property.Values.ToArray())
            {
                copied |= CopyFile(notification.Copy, property, value);
            }
        }

        if (copied)
        {
            documents.Value.Save(notification.Copy);
        }
    }

    public void Handle(MediaMovedToRecycleBinNotification notification)
    {
        var paths = notification.MoveInfoCollection.SelectMany(move => StoredFiles.Paths(move.Entity, files.FileSystem)).ToArray();
        if (settings.CurrentValue.EnableMediaRecycleBinProtection && paths.Length > 0)
        {
            files.SuffixMediaFiles(paths, Constants.Conventions.Media.TrashedMediaSuffix);
        }
    }

    public void Handle(MediaMovedNotification notification)
    {
        var restored = notification.MoveInfoCollection
            .Where(move => move.OriginalPath.StartsWith(Constants.System.RecycleBinMediaPathPrefix, StringComparison.Ordinal) && !move.Entity.Trashed)
            .SelectMany(move => StoredFiles.Paths(move.Entity, files.FileSystem))
            .Select(Suffixed)
            .ToArray();
        if (settings.CurrentValue.EnableMediaRecycleBinProtection && restored.Length > 0)
        {
            files.RemoveSuffixFromMediaFiles(restored, Constants.Conventions.Media.TrashedMediaSuffix);
        }
    }

    private static bool HasNewFile(IMedia entity) =>
        entity.HasIdentity && entity.Properties.Any(property => property.IsDirty() && StoredFiles.HoldsFile(property.PropertyType.PropertyEditorAlias));

    private static string Suffixed(string path) =>
        Path.ChangeExtension(path, Constants.Conventions.Media.TrashedMediaSuffix + Path.GetExtension(path));

    private IEnumerable<string> Replaced(IMedia entity)
    {
        if (media.Value.GetById(entity.Id) is not { } stored)
        {
            return [];
        }

        // Only what lies in the item's own folder: a file that was placed by hand may serve others too.
        var kept = StoredFiles.Paths(entity, files.FileSystem);
        return StoredFiles.Paths(stored, files.FileSystem)
            .Except(kept, StringComparer.Ordinal)
            .Where(path => stored.Properties.Any(property => files.IsFileOwnedBy(path, stored.Key, property.PropertyType.Key)));
    }

    private bool CopyFile(IContent copy, IProperty property, IPropertyValue value)
    {
        if (value.EditedValue is not { } stored || StoredFiles.Url(stored) is not { } url)
        {
            return false;
        }

        var path = files.CopyFile(copy, property.PropertyType, files.FileSystem.GetRelativePath(url));
        if (path is null)
        {
            return false;
        }

        property.SetValue(StoredFiles.WithUrl(stored, files.FileSystem.GetUrl(path)), value.Culture, value.Segment);
        return true;
    }

    private void Delete(IEnumerable<IContentBase> entities)
    {
        var paths = entities.SelectMany(entity => StoredFiles.Paths(entity, files.FileSystem)).ToArray();
        if (paths.Length == 0)
        {
            return;
        }

        files.DeleteMediaFiles(settings.CurrentValue.EnableMediaRecycleBinProtection ? [.. paths, .. paths.Select(Suffixed)] : paths);
    }
}
