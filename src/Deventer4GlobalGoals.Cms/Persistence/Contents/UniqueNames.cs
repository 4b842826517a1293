using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>Siblings have different names, in each culture: a second "Agenda" becomes "Agenda (1)".</summary>
internal static class UniqueNames
{
    public static string? Invariant(CmsDb db, IContentBase entity, Guid objectType)
    {
        var siblings = db.Set<NodeRow>().Where(node => node.ParentId == entity.ParentId && node.NodeObjectType == objectType && node.Id != entity.Id);
        var key = NodeStore.NameKey(entity.Name);
        return key is null || !siblings.Any(node => node.NameKey == key) ? entity.Name : FirstFree(
            entity.Name!,
            prefix => siblings.Where(node => node.NameKey!.StartsWith(prefix)).Select(node => node.NameKey!));
    }

    /// <returns>The names of the cultures in which the entity has to be called otherwise.</returns>
    public static IReadOnlyList<(string Culture, string Name)> InCultures(CmsDb db, IContentBase entity, Guid objectType)
    {
        var names = (entity.CultureInfos?.Values ?? []).Where(info => info.Name is not null).Select(info => (info.Culture, Name: info.Name!)).ToList();
        var others = db.Set<NodeRow>().Where(node => node.ParentId == entity.ParentId && node.NodeObjectType == objectType && node.Id != entity.Id);

        // By name first, then by place: a join would walk through all siblings, and a list may hold thousands.
        IQueryable<DocumentCultureRow> Siblings(IQueryable<DocumentCultureRow> states) => states.Where(state => others.Any(node => node.Id == state.ContentId));

        var states = db.Set<DocumentCultureRow>();
        string[] keys = [.. names.Select(name => NodeStore.NameKey(name.Name)!).Distinct()];
        var taken = Siblings(states.Where(state => keys.Contains(state.NameKey))).Select(state => new { state.Culture, state.NameKey }).ToList();
        return
        [
            .. from name in names
               let code = name.Culture.ToLowerInvariant()
               where taken.Exists(other => other.Culture == code && other.NameKey == NodeStore.NameKey(name.Name))
               select (name.Culture, FirstFree(
                   name.Name, prefix => Siblings(states.Where(state => state.Culture == code && state.NameKey!.StartsWith(prefix))).Select(state => state.NameKey!))),
        ];
    }

    private static string FirstFree(string name, Func<string, IQueryable<string>> startingWith)
    {
        var others = startingWith(NodeStore.NameKey(name)!).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
            if (!others.Contains(NodeStore.NameKey(candidate)!))
            {
                return candidate;
            }
        }
    }
}
