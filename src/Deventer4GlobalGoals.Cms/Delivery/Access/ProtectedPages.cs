using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Delivery.Access;

/// <summary>
/// Which branches are closed to visitors. There are no members here who could enter one, so the Delivery API never gives what lies in them.
/// </summary>
internal sealed class ProtectedPages(IPublicAccessService access) : INotificationHandler<PublicAccessCacheRefresherNotification>
{
    private volatile int[]? _closed;

    /// <summary>After a branch was closed or opened.</summary>
    public event Action? Changed;

    /// <param name="path">Umbraco's path of ids.</param>
    public bool Contains(string path)
    {
        var closed = _closed ??= [.. access.GetAll().Select(entry => entry.ProtectedNodeId)];
        return closed.Length > 0 && Array.Exists(closed, id => IsOn(path, id));
    }

    public void Handle(PublicAccessCacheRefresherNotification notification)
    {
        _closed = null;
        Changed?.Invoke();
    }

    private static bool IsOn(string path, int id)
    {
        foreach (var part in path.AsSpan().Split(','))
        {
            if (int.TryParse(path.AsSpan(part), System.Globalization.CultureInfo.InvariantCulture, out var step) && step == id)
            {
                return true;
            }
        }

        return false;
    }
}
