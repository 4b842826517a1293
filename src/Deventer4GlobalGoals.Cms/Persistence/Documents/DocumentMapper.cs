using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Documents;

/// <summary>Builds documents from their rows.</summary>
internal static class DocumentMapper
{
    /// <param name="row">The document with its node.</param>
    /// <param name="version">The version to show: the current one, or an older one.</param>
    /// <param name="published">The published version, if any.</param>
    /// <param name="types">All types.</param>
    /// <param name="defaultCulture">ISO code of the default language.</param>
    public static Content ToEntity(ContentRow row, ContentVersionRow version, ContentVersionRow? published, ContentTypeSet types, string defaultCulture)
    {
        var type = types.Get<IContentType>(row.ContentTypeId);
        var draftData = VersionData.Parse(version.Data);
        var publishedData = published is null ? null : VersionData.Parse(published.Data);
        var content = new Content(version.Name ?? row.Node.Name, row.Node.ParentId, type);
        content.DisableChangeTracking();
        NodeStore.Fill(content, row.Node);
        content.Name = version.Name ?? row.Node.Name;
        content.VersionId = version.Id;
        content.WriterId = version.UserId;
        content.UpdateDate = version.VersionDate;
        content.TemplateId = version.TemplateId;
        content.Blueprint = row.Node.NodeObjectType == Constants.ObjectTypes.DocumentBlueprint;
        content.Edited = row.Edited;
        content.Published = row.Published;
        if (published is not null)
        {
            content.PublishedVersionId = published.Id;
            content.PublishDate = published.VersionDate;
            content.PublishName = published.Name;
            content.PublisherId = published.UserId;
            content.PublishTemplateId = published.TemplateId;
        }

        content.Properties = PropertyValues.Read(type, draftData, publishedData, defaultCulture);
        if (type.VariesByCulture())
        {
            foreach (var name in Names(draftData, version, defaultCulture))
            {
                content.SetCultureInfo(name.Culture, name.Name, name.Date);
            }

            foreach (var name in published is null ? [] : Names(publishedData!, published, defaultCulture))
            {
                content.SetPublishInfo(name.Culture, name.Name, name.Date);
            }

            content.SetCultureEdited(EditedCultures(content));
        }

        content.EnableChangeTracking();
        content.ResetDirtyProperties(false);
        return content;
    }

    /// <summary>Cultures in which the draft differs from what is published, or nothing is.</summary>
    public static string[] EditedCultures(IContent content) => [.. content.AvailableCultures.Where(culture =>
        !content.IsCulturePublished(culture)
        || content.GetCultureName(culture) != content.GetPublishName(culture)
        || PropertyValues.Edited(content.Properties, culture))];

    /// <summary>A version from before the type varied by culture has one name: that of the default language.</summary>
    private static IEnumerable<CultureName> Names(VersionData data, ContentVersionRow version, string defaultCulture) =>
        data.Cultures.Count > 0 || version.Name is null ? data.Cultures : [new CultureName(defaultCulture, version.Name, version.VersionDate)];
}
