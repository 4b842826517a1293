using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

/// <summary>
/// Keeps the relations that say what an item's values refer to, in draft or published: a picked document, an image, a link.
/// One query when nothing changed; references to what doesn't exist are left out.
/// </summary>
public sealed class ReferencesSaveStep(
    EfScopeProvider scopes,
    RelationTypeRepository relationTypes,
    Lazy<PropertyEditorCollection> editors,
    Lazy<DataValueReferenceFactoryCollection> references,
    TimeProvider clock) : IContentSaveStep
{
    private readonly Lazy<ISet<string>> _automaticAliases = new(() => references.Value.GetAllAutomaticRelationTypesAliases(editors.Value));

    private readonly Func<CmsDb, int, IEnumerable<Known>> _ofParent = EF.CompileQuery<CmsDb, int, Known>((db, parentId) => db.Set<RelationRow>()
        .Where(relation => relation.ParentId == parentId)
        .Select(relation => new Known(relation.Id, relation.Child.Key, relation.RelationTypeId)));

    public void Saved(IContentBase content, PublishedState state)
    {
        ArgumentNullException.ThrowIfNull(content);
        var typeIds = relationTypes.IdsByAlias(_automaticAliases.Value);
        var wanted = Wanted(content, typeIds);
        var known = _ofParent(scopes.Db, content.Id).Where(relation => typeIds.Values.Contains(relation.RelationTypeId)).ToArray();

        var gone = known.Where(relation => !wanted.Contains((relation.Key, relation.RelationTypeId))).Select(relation => relation.Id).ToArray();
        if (gone.Length > 0)
        {
            scopes.Db.Set<RelationRow>().Where(relation => gone.Contains(relation.Id)).ExecuteDelete();
        }

        wanted.ExceptWith(known.Select(relation => (relation.Key, relation.RelationTypeId)));
        if (wanted.Count > 0)
        {
            Add(content.Id, wanted);
        }
    }

    private HashSet<(Guid Key, int TypeId)> Wanted(IContentBase content, IReadOnlyDictionary<string, int> typeIds)
    {
        var wanted = new HashSet<(Guid, int)>();
        foreach (UmbracoEntityReference reference in references.Value.GetAllReferences(content.Properties, editors.Value, trackPublishedValues: true))
        {
            if (reference.Udi is GuidUdi udi && typeIds.TryGetValue(reference.RelationTypeAlias, out var typeId))
            {
                wanted.Add((udi.Guid, typeId));
            }
        }

        return wanted;
    }

    private void Add(int parentId, HashSet<(Guid Key, int TypeId)> wanted)
    {
        Guid[] keys = [.. wanted.Select(reference => reference.Key).Distinct()];
        var ids = scopes.Db.Set<NodeRow>().Where(node => keys.Contains(node.Key)).Select(node => new { node.Key, node.Id }).ToDictionary(node => node.Key, node => node.Id);
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = wanted.Where(reference => ids.ContainsKey(reference.Key)).Select(reference => new RelationRow
        {
            ParentId = parentId,
            ChildId = ids[reference.Key],
            RelationTypeId = reference.TypeId,
            CreateDate = now,
        });
        scopes.Db.Insert(rows.ToArray());
    }

    private sealed record Known(int Id, Guid Key, int RelationTypeId);
}
