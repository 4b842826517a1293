using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

/// <summary>The relation types that Umbraco's own services look up by alias; stock Umbraco has them from its installation.</summary>
public static class BuiltInRelationTypes
{
    public static IReadOnlyList<IRelationType> All() =>
    [
        Create(
            Constants.Conventions.RelationTypes.RelateDocumentOnCopyAlias,
            Constants.Conventions.RelationTypes.RelateDocumentOnCopyName,
            Constants.ObjectTypes.Document,
            Constants.ObjectTypes.Document,
            bidirectional: true),
        Create(
            Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias,
            Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteName,
            Constants.ObjectTypes.Document,
            Constants.ObjectTypes.Document),
        Create(
            Constants.Conventions.RelationTypes.RelateParentMediaFolderOnDeleteAlias,
            Constants.Conventions.RelationTypes.RelateParentMediaFolderOnDeleteName,
            Constants.ObjectTypes.Media,
            Constants.ObjectTypes.Media),
        Create(
            Constants.Conventions.RelationTypes.RelatedMediaAlias,
            Constants.Conventions.RelationTypes.RelatedMediaName,
            dependency: true),
        Create(
            Constants.Conventions.RelationTypes.RelatedDocumentAlias,
            Constants.Conventions.RelationTypes.RelatedDocumentName,
            dependency: true),
        Create(
            Constants.Conventions.RelationTypes.RelatedMemberAlias,
            Constants.Conventions.RelationTypes.RelatedMemberName,
            dependency: true),
    ];

    // The keys are those of a stock installation, which derives them from alias and name, so that exports match.
    private static RelationType Create(
        string alias,
        string name,
        Guid? parent = null,
        Guid? child = null,
        bool bidirectional = false,
        bool dependency = false) =>
        new(name, alias, bidirectional, parent, child, dependency, (alias + "____" + name).ToGuid());
}
