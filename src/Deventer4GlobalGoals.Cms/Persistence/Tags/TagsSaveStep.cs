using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Scoping;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Cms.Persistence.Tags;

/// <summary>
/// Keeps the tags of what visitors can see: those of a document as it was published, until it is unpublished, and those of a
/// media item as it was saved. Costs nothing for types without tags.
/// </summary>
public sealed class TagsSaveStep(
    EfScopeProvider scopes,
    ILanguageRepository languages,
    Lazy<PropertyEditorCollection> editors,
    Lazy<IDataTypeConfigurationCache> configurations) : IContentSaveStep
{
    public void Saved(IContentBase content, PublishedState state)
    {
        ArgumentNullException.ThrowIfNull(content);
        var isDocument = content is IContent;
        if (isDocument && state is not (PublishedState.Publishing or PublishedState.Unpublishing))
        {
            return;
        }

        var tags = new Dictionary<int, ITag[]>();
        foreach (var property in content.Properties)
        {
            if (Editor(property) is { } editor)
            {
                tags[property.PropertyTypeId] = state == PublishedState.Unpublishing ? [] : Tags(property, editor, isDocument);
            }
        }

        TagWriter.Assign(scopes.Db, content.Id, tags, replace: true);
    }

    private IDataValueTags? Editor(IProperty property) =>
        editors.Value.TryGet(property.PropertyType.PropertyEditorAlias, out var editor) ? editor.GetValueEditor() as IDataValueTags : null;

    private ITag[] Tags(IProperty property, IDataValueTags editor, bool published)
    {
        var configuration = configurations.Value.GetConfiguration(property.PropertyType.DataTypeKey);
        return
        [
            .. property.Values.SelectMany(value => editor.GetTags(
                published ? value.PublishedValue : value.EditedValue,
                configuration,
                languages.GetIdByIsoCode(value.Culture, throwOnNotFound: false))),
        ];
    }
}
