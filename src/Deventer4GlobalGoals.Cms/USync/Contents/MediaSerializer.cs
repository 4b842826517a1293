using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <remarks>As with uSync, the files of media themselves travel with the site's media folder.</remarks>
public sealed class MediaSerializer(
    ICoreScopeProvider scopes,
    IMediaService medias,
    IMediaTypeService types,
    ContentValues values,
    IIdKeyMap keys,
    IShortStringHelper shortStrings) : ItemSerializer<IMedia>(scopes, values, keys, shortStrings)
{
    public override string Folder => "Media";

    public override string Element => ContentFile.Media;

    protected override string TypeElement => TypeFile.Media;

    protected override UmbracoObjectTypes ObjectType => UmbracoObjectTypes.Media;

    protected override IReadOnlySet<string> Computed { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Constants.Conventions.Media.Width,
        Constants.Conventions.Media.Height,
        Constants.Conventions.Media.Bytes,
        Constants.Conventions.Media.Extension,
    };

    protected override IMedia? Find(Guid key) => medias.GetById(key);

    protected override IContentTypeComposition? FindType(string name) => types.Get(name);

    protected override IEnumerable<IMedia> Page(long index, int size, out long total) =>
        medias.GetPagedDescendants(Constants.System.Root, index, size, out total);

    protected override Task<ContentFile> CompleteAsync(IMedia item, ContentFile file) => Task.FromResult(file);

    protected override Task SaveAsync(ContentFile wanted)
    {
        var parent = ParentId(wanted);
        var item = Find(wanted.Key) ?? Create(wanted, parent);
        Fill(item, wanted);
        if (item.HasIdentity)
        {
            item.SortOrder = wanted.SortOrder;
        }

        Save(item);
        if (!wanted.Trashed && item.ParentId != parent)
        {
            Require(medias.Move(item, parent).Success, "the move was cancelled", "Info/Parent");
        }

        if (wanted.Trashed && !item.Trashed)
        {
            Require(medias.MoveToRecycleBin(item).Success, "the move was cancelled", "Info/Trashed");
        }
        else if (item.SortOrder != wanted.SortOrder)
        {
            item.SortOrder = wanted.SortOrder;
            Save(item);
        }

        return Task.CompletedTask;
    }

    protected override Task RemoveAsync(Guid key, string name)
    {
        Require(medias.Delete(Find(key)!).Success, "the removal was cancelled", "Key");
        return Task.CompletedTask;
    }

    private Umbraco.Cms.Core.Models.Media Create(ContentFile wanted, int parent)
    {
        var type = types.Get(wanted.ContentType)
            ?? throw new USyncException("Info/ContentType", $"The media type {wanted.ContentType} is not there.");
        var media = new Umbraco.Cms.Core.Models.Media(wanted.Name, parent, type) { Key = wanted.Key };
        if (wanted.CreateDate is { } date)
        {
            media.CreateDate = date;
        }

        return media;
    }

    private void Save(IMedia item)
    {
        var result = medias.Save(item);
        Require(result.Success, Reason(result.Result), "Key");
    }
}
