using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Items;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>A page on which a file is used.</summary>
public sealed record LibraryUse(Guid Key, string Name, string? Type, bool IsOnline);

/// <summary>What the library knows: what is in it, where it is used, and what nobody uses.</summary>
public sealed partial class MediaLibrary(
    IMediaService media, IContentService contents, ItemTypes types, ITrackedReferencesService references, IImageUrlGenerator pictures, IDataTypeService dataTypes)
{
    /// <summary>How many uses are named.</summary>
    public const int MostUses = 50;

    private const int Batch = 200;

    /// <summary>How wide a cut-out is shown on the desk at most, in pixels.</summary>
    private const int Shown = 400;

    /// <summary>Publishers change everything, others what they put in themselves.</summary>
    public static bool MayEdit(Viewer viewer, IMedia item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return ItemAccess.MayPublish(viewer) || item.CreatorId == viewer.Required.Id;
    }

    public LibraryFile? Find(Guid key) => media.GetById(key) is { } item ? new LibraryFile(item) : null;

    /// <summary>The cut-outs that are made of this file.</summary>
    public async Task<IReadOnlyList<NamedCrop>> CropsAsync(LibraryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Item.Properties.TryGetValue(LibraryFile.FileField, out var property)
            ? NamedCrop.Of((await dataTypes.GetAsync(property.PropertyType.DataTypeKey))?.ConfigurationObject)
            : [];
    }

    /// <summary>How a cut-out looks; null for what can't be cut.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="crop">Which cut-out.</param>
    /// <param name="own">How somebody made it; null for around the point.</param>
    /// <param name="focal">The point that stays; null for the middle.</param>
    public string? Cut(LibraryFile file, NamedCrop crop, OwnCrop? own, (decimal Left, decimal Top)? focal)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(crop);
        var width = Math.Min(crop.Width, Shown);
        return !file.IsBitmap ? null : pictures.GetImageUrl(new ImageUrlGenerationOptions(file.Url)
        {
            Width = width,
            Height = Math.Max(1, crop.Height * width / crop.Width),
            ImageCropMode = ImageCropMode.Crop,
            Crop = own is null ? null : new ImageUrlGenerationOptions.CropCoordinates(own.X1, own.Y1, own.X2, own.Y2),
            FocalPoint = own is null && focal is { } point ? new ImageUrlGenerationOptions.FocalPointPosition(point.Left, point.Top) : null,
        });
    }

    public async Task<IReadOnlyList<LibraryUse>> UsesAsync(Guid key)
    {
        var found = await references.GetPagedRelationsForItemAsync(key, UmbracoObjectTypes.Media, 0, MostUses, filterMustBeIsDependency: false);
        return found.Success ? [.. found.Result.Items.Select(item => new LibraryUse(item.NodeKey, item.NodeName ?? string.Empty, item.ContentTypeAlias, item.NodePublished == true))] : [];
    }

    /// <summary>Every file that no page refers to, and whose address stands in no text; the largest first.</summary>
    public async Task<IReadOnlyList<LibraryFile>> UnusedAsync()
    {
        var files = new List<LibraryFile>();
        for (var page = 0L; ; page++)
        {
            var items = media.GetPagedDescendants(Constants.System.Root, page, Batch, out var total).Where(item => !item.Trashed).Select(item => new LibraryFile(item)).Where(file => !file.IsFolder).ToList();
            var used = items.Count == 0
                ? []
                : (await references.GetPagedItemsWithRelationsAsync(items.Select(file => file.Key).ToHashSet(), 0, Batch, filterMustBeIsDependency: false)).Items.Select(item => item.NodeKey).ToHashSet();
            files.AddRange(items.Where(file => !used.Contains(file.Key)));
            if ((page + 1) * Batch >= total)
            {
                break;
            }
        }

        if (files.Count == 0)
        {
            return [];
        }

        var mentioned = Mentioned();
        return [.. files.Where(file => !Folders().Matches(file.Url).Any(match => mentioned.Contains(match.Value))).OrderByDescending(file => file.Bytes)];
    }

    /// <summary>Every folder of a file whose address stands in a text of a page: such a mention is no relation.</summary>
    private HashSet<string> Mentioned()
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int[] ids = [.. types.All().Select(type => type.Id)];
        for (var page = 0L; ; page++)
        {
            var items = contents.GetPagedOfTypes(ids, page, Batch, out var total, null, Ordering.By("path"));
            foreach (var item in items)
            {
                foreach (var text in item.Properties.SelectMany(property => property.Values).SelectMany(value => new[] { value.EditedValue, value.PublishedValue }).OfType<string>())
                {
                    found.UnionWith(Folders().Matches(text).Select(match => match.Value));
                }
            }

            if ((page + 1) * Batch >= total)
            {
                return found;
            }
        }
    }

    [GeneratedRegex("/media/[^/\"'()?\\s]+/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Folders();
}
