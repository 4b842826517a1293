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
        var siblings =
            from state in db.Set<DocumentCultureRow>()
            join node in db.Set<NodeRow>() on state.ContentId equals node.Id
            where state.Culture == code && node.ParentId == entity.ParentId && node.NodeObjectType == objectType && node.Id != entity.Id
            select state.NameKey;
        return FirstFree(name, wanted => siblings.Any(taken => taken == wanted), prefix => siblings.Where(taken => taken!.StartsWith(prefix))!);
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
