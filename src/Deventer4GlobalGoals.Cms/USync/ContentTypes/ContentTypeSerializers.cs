using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Folders;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

public sealed class ContentTypeSerializer(
    ICoreScopeProvider scopes,
    IContentTypeService types,
    IContentTypeContainerService containers,
    ITemplateService templates,
    TypeProperties properties,
    IShortStringHelper shortStrings)
    : TypeSerializer<IContentType>(scopes, types, new TreeFolders<IContentType>(containers, "doctypefolder"), properties)
{
    public override string Folder => "ContentTypes";

    public override string Element => TypeFile.Document;

    protected override IEnumerable<USyncReference> References(TypeFile file) =>
    [
        .. base.References(file),
        .. file.Info.Templates.Select(template => new USyncReference(
            "Template",
            template.Key,
            template.Name,
            $"Info/AllowedTemplates/Template[{template.Name}]")),
    ];

    protected override IContentType Create() => new ContentType(shortStrings, -1);

    protected override async Task FillOwnAsync(IContentType type, TypeFile wanted)
    {
        var allowed = new List<ITemplate>();
        foreach (var template in wanted.Info.Templates)
        {
            allowed.Add(await TemplateAsync(template));
        }

        type.AllowedTemplates = allowed;
        type.SetDefaultTemplate(allowed.Find(template =>
            template.Alias.Equals(wanted.Info.DefaultTemplate, StringComparison.OrdinalIgnoreCase)));
        var cleanup = wanted.Info.Cleanup;
        type.HistoryCleanup = new HistoryCleanup
        {
            PreventCleanup = cleanup.Prevent,
            KeepAllVersionsNewerThanDays = cleanup.KeepAllDays,
            KeepLatestVersionPerDayForDays = cleanup.KeepDailyDays,
        };
    }

    protected override TypeInfo ReadOwn(IContentType type, TypeInfo info) => info with
    {
        DefaultTemplate = type.DefaultTemplate?.Alias ?? string.Empty,
        Templates = [.. (type.AllowedTemplates ?? []).Select(template => new KeyedName(template.Key, template.Alias))],
        Cleanup = new CleanupFile(
            type.HistoryCleanup?.PreventCleanup ?? false,
            type.HistoryCleanup?.KeepAllVersionsNewerThanDays,
            type.HistoryCleanup?.KeepLatestVersionPerDayForDays),
    };

    protected override PropertyFile ReadOwn(IContentType type, PropertyFile file) =>
        file with { Variations = type.PropertyTypes.First(property => property.Alias == file.Alias).Variations };

    private async Task<ITemplate> TemplateAsync(KeyedName wanted) =>
        await templates.GetAsync(wanted.Key)
        ?? await templates.GetAsync(wanted.Name)
        ?? throw new USyncException(
            $"Info/AllowedTemplates/Template[{wanted.Name}]",
            $"The template {wanted.Name} is not there.");
}

public sealed class MediaTypeSerializer(
    ICoreScopeProvider scopes,
    IMediaTypeService types,
    IMediaTypeContainerService containers,
    TypeProperties properties,
    IShortStringHelper shortStrings)
    : TypeSerializer<IMediaType>(scopes, types, new TreeFolders<IMediaType>(containers, "mediatypefolder"), properties)
{
    public override string Folder => "MediaTypes";

    public override string Element => TypeFile.Media;

    protected override IMediaType Create() => new MediaType(shortStrings, -1);
}

public sealed class MemberTypeSerializer(
    ICoreScopeProvider scopes,
    IMemberTypeService types,
    IMemberTypeContainerService containers,
    TypeProperties properties,
    IShortStringHelper shortStrings)
    : TypeSerializer<IMemberType>(scopes, types, new TreeFolders<IMemberType>(containers, "membertypefolder"), properties)
{
    public override string Folder => "MemberTypes";

    public override string Element => TypeFile.Member;

    protected override IMemberType Create() => new MemberType(shortStrings, -1);

    protected override Task FillOwnAsync(IMemberType type, TypeFile wanted)
    {
        foreach (var property in wanted.Properties)
        {
            type.SetMemberCanEditProperty(property.Alias, property.Access?.CanEdit ?? false);
            type.SetMemberCanViewProperty(property.Alias, property.Access?.CanView ?? false);
            type.SetIsSensitiveProperty(property.Alias, property.Access?.IsSensitive ?? false);
        }

        return Task.CompletedTask;
    }

    protected override PropertyFile ReadOwn(IMemberType type, PropertyFile file) => file with
    {
        Access = new MemberAccess(
            type.MemberCanEditProperty(file.Alias),
            type.MemberCanViewProperty(file.Alias),
            type.IsSensitiveProperty(file.Alias)),
    };
}
