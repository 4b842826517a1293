using System.Collections.Immutable;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>The branches that are closed to visitors who haven't logged in: nothing in them is in ExternalIndex.</summary>
public sealed class ClosedBranches(IPublicAccessService access)
{
    private volatile int[]? _closed;

    /// <param name="path">The ids from the root down to a page.</param>
    public bool Contain(ImmutableArray<int> path)
    {
        var closed = _closed ??= [.. access.GetAll().Select(entry => entry.ProtectedNodeId)];
        return Array.Exists(closed, path.Contains);
    }

    /// <summary>A branch was closed or opened: ask again.</summary>
    public void Forget() => _closed = null;
}
