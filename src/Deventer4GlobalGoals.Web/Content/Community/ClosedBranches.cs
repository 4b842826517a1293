using System.Collections.Immutable;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>The branches that are closed to visitors who haven't logged in.</summary>
public sealed class ClosedBranches(IPublicAccessService access)
{
    private volatile int[] _closed = [];

    /// <summary>Asks which there are: at the start, and after one was closed or opened.</summary>
    public void Read() => _closed = [.. access.GetAll().Select(entry => entry.ProtectedNodeId)];

    /// <param name="path">The ids from the root down to a page.</param>
    public bool Contain(ImmutableArray<int> path) => _closed is { Length: > 0 } closed && Array.Exists(closed, path.Contains);
}
