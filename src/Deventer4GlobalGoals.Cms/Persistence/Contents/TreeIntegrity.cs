using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>Checks that every node's path and level follow from its parent's, and mends them when asked.</summary>
internal static class TreeIntegrity
{
    public static ContentDataIntegrityReport Check(CmsDb db, Guid objectType, bool fix)
    {
        var nodes = db.Set<NodeRow>().AsNoTracking().Where(node => node.NodeObjectType == objectType).ToDictionary(node => node.Id);
        var right = new Dictionary<int, (string Path, int Level)>();
        var issues = new Dictionary<int, ContentDataIntegrityReportEntry>();
        foreach (var node in nodes.Values)
        {
            var (path, level) = Expected(node.Id, nodes, right);
            if (node.Path == path && node.Level == level)
            {
                continue;
            }

            var kind = node.Path.Length == 0
                ? ContentDataIntegrityReport.IssueType.InvalidPathEmpty
                : node.Path == path
                    ? ContentDataIntegrityReport.IssueType.InvalidPathLevelMismatch
                    : ContentDataIntegrityReport.IssueType.InvalidPathAndLevelByParentId;
            issues[node.Id] = new ContentDataIntegrityReportEntry(kind) { Fixed = fix };
            if (fix)
            {
                db.Set<NodeRow>().Where(row => row.Id == node.Id)
                    .ExecuteUpdate(set => set.SetProperty(row => row.Path, path).SetProperty(row => row.Level, level));
            }
        }

        return new ContentDataIntegrityReport(issues);
    }

    private static (string Path, int Level) Expected(int id, Dictionary<int, NodeRow> nodes, Dictionary<int, (string Path, int Level)> right)
    {
        if (right.TryGetValue(id, out var known))
        {
            return known;
        }

        var parent = nodes[id].ParentId;
        var (path, level) = nodes.ContainsKey(parent)
            ? Expected(parent, nodes, right)
            : (parent == Constants.System.Root ? Constants.System.RootString : $"{Constants.System.RootString},{parent.ToString(CultureInfo.InvariantCulture)}", 0);
        return right[id] = (string.Create(CultureInfo.InvariantCulture, $"{path},{id}"), level + 1);
    }
}
