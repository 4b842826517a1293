using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

public sealed class ContentSerializer(
    ICoreScopeProvider scopes,
    IContentService contents,
    IContentTypeService types,
    ITemplateService templates,
    ContentPublication publication,
    ContentValues values,
    IIdKeyMap keys,
    IShortStringHelper shortStrings) : ItemSerializer<IContent>(scopes, values, keys, shortStrings)
{
    public override string Folder => "Content";

    public override string Element => ContentFile.Document;

    protected override string TypeElement => TypeFile.Document;

    protected override UmbracoObjectTypes ObjectType => UmbracoObjectTypes.Document;

    protected override IEnumerable<USyncReference> References(ContentFile file) =>
        file.Publication?.Template is { } template
            ? [.. base.References(file), new USyncReference("Template", template.Key, template.Name, "Info/Template")]
            : base.References(file);

    /// <summary>
    /// Templates go by alias; a culture that isn't published is the same as one that isn't mentioned; and whatever a
    /// file from the recycle bin says, nothing is published there.
    /// </summary>
    protected override ContentFile Comparable(ContentFile file, ContentFile other)
    {
        var compared = base.Comparable(file, other);
        var plan = compared.Publication!;
        return compared with
        {
            Publication = plan with
            {
                Published = !file.Trashed && plan.Cultures.Count == 0 && other.Publication!.Cultures.Count == 0 && plan.Published,
                Cultures = file.Trashed
                    ? new Dictionary<string, bool>()
                    : ContentPublication.PublishedCultures(file).ToDictionary(culture => culture, _ => true),
                Template = plan.Template is null ? null : new KeyedName(Guid.Empty, plan.Template.Name),
            },
        };
    }

    protected override async Task<ContentFile> ResolveAsync(ContentFile wanted, USyncRun run)
    {
        var resolved = await base.ResolveAsync(wanted, run);
        return resolved with { Publication = publication.WithoutPast(resolved.Publication!) };
    }

    protected override IContent? Find(Guid key) => contents.GetById(key);

    protected override IContentTypeComposition? FindType(string name) => types.Get(name);

    protected override IEnumerable<IContent> Page(long index, int size, out long total) =>
        contents.GetPagedDescendants(Constants.System.Root, index, size, out total);

    protected override async Task<ContentFile> CompleteAsync(IContent item, ContentFile file)
    {
        var template = item.TemplateId is { } id ? await templates.GetAsync(id) : null;
        return file with { Publication = publication.Read(item, template) };
    }

    protected override async Task SaveAsync(ContentFile wanted)
    {
        var parent = ParentId(wanted);
        var item = Find(wanted.Key) ?? Create(wanted, parent);
        Fill(item, wanted);
        item.TemplateId = await TemplateIdAsync(wanted.Publication!.Template);
        if (item.HasIdentity)
        {
            item.SortOrder = wanted.SortOrder;
        }

        if (wanted.Trashed)
        {
            Save(item);
            if (!item.Trashed)
            {
                Require(contents.MoveToRecycleBin(item).Success, "the move was cancelled", "Info/Trashed");
            }

            return;
        }

        if (item.ParentId != parent)
        {
            Save(item);
            Require(contents.Move(item, parent).Success, "the move was cancelled", "Info/Parent");
            item = Find(wanted.Key)!;
        }

        Apply(item, wanted);
        if (item.SortOrder != wanted.SortOrder)
        {
            // Umbraco puts a new page behind the others, whatever it is told.
            item.SortOrder = wanted.SortOrder;
            Apply(item, wanted);
        }
    }

    protected override Task RemoveAsync(Guid key, string name)
    {
        Require(contents.Delete(Find(key)!).Success, "the removal was cancelled", "Key");
        return Task.CompletedTask;
    }

    private Content Create(ContentFile wanted, int parent)
    {
        var type = types.Get(wanted.ContentType)
            ?? throw new USyncException("Info/ContentType", $"The document type {wanted.ContentType} is not there.");
        var content = new Content(wanted.Name, parent, type) { Key = wanted.Key };
        if (wanted.CreateDate is { } date)
        {
            content.CreateDate = date;
        }

        return content;
    }

    private async Task<int?> TemplateIdAsync(KeyedName? wanted)
    {
        if (wanted is null)
        {
            return null;
        }

        var template = await templates.GetAsync(wanted.Key) ?? await templates.GetAsync(wanted.Name);
        return template?.Id
            ?? throw new USyncException("Info/Template", $"The template {wanted.Name} is not there.");
    }

    /// <summary>What is published is saved by that, in one go: it costs half of saving first.</summary>
    private void Apply(IContent item, ContentFile wanted)
    {
        if (!ContentPublication.IsPublished(item, wanted))
        {
            Save(item);
        }

        publication.Apply(item, wanted);
    }

    private void Save(IContent item)
    {
        var result = contents.Save(item);
        Require(result.Success, Reason(result), "Key");
    }
}
