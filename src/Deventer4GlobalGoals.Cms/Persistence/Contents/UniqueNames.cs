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
        return FirstFree(
            entity.Name,
            name => siblings.Any(node => node.NameKey == name),
            prefix => siblings.Where(node => node.NameKey!.StartsWith(prefix)).Select(node => node.NameKey!));
    }

    public static string? InCulture(CmsDb db, IContentBase entity, string culture, string? name, Guid objectType)
    {
        var code = culture.ToLowerInvariant();
        var others = db.Set<NodeRow>().Where(node => node.ParentId == entity.ParentId && node.NodeObjectType == objectType && node.Id != entity.Id);

        // By name first, then by place: a join would walk through all siblings, and a list may hold thousands.
        IQueryable<string?> Siblings(IQueryable<DocumentCultureRow> states) => states
            .Where(state => state.Culture == code && others.Any(node => node.Id == state.ContentId))
            .Select(state => state.NameKey);

        var states = db.Set<DocumentCultureRow>();
        return FirstFree(
            name,
            wanted => Siblings(states.Where(state => state.NameKey == wanted)).Any(),
            prefix => Siblings(states.Where(state => state.NameKey!.StartsWith(prefix)))!);
    }

    private static string? FirstFree(string? name, Func<string, bool> taken, Func<string, IQueryable<string>> startingWith)
    {
        if (name is null || !taken(NodeStore.NameKey(name)!))
        {
            return name;
        }

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
