using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>Orders users and cuts pages from them. Text is ordered without regard to case, and ties by id.</summary>
internal static class UserPages
{
    /// <param name="users">All users that are asked for.</param>
    /// <param name="pageIndex">From 0. A page beyond the last is empty.</param>
    /// <param name="pageSize">At least 1.</param>
    /// <param name="total">How many users there are on all pages.</param>
    public static IReadOnlyList<IUser> Page(this IEnumerable<IUser> users, long pageIndex, int pageSize, out long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pageIndex);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        var all = users.ToList();
        total = all.Count;
        return pageIndex >= total ? [] : [.. all.Skip((int)Math.Min(total, pageIndex * pageSize)).Take(pageSize)];
    }

    /// <exception cref="ArgumentOutOfRangeException">The name is not one of <see cref="UserOrder"/>, whatever its case.</exception>
    public static UserOrder ParseOrder(string orderBy) =>
        Enum.GetNames<UserOrder>().Contains(orderBy, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<UserOrder>(orderBy, ignoreCase: true)
            : throw new ArgumentOutOfRangeException(
                nameof(orderBy), orderBy, $"Users can be ordered by {string.Join(", ", Enum.GetNames<UserOrder>())}.");

    public static IEnumerable<IUser> Sort(this IEnumerable<IUser> users, UserOrder order, Direction direction) => order switch
    {
        UserOrder.UserName => users.By(user => user.Username, direction, StringComparer.OrdinalIgnoreCase),
        UserOrder.Language => users.By(user => user.Language, direction, StringComparer.OrdinalIgnoreCase),
        UserOrder.Name => users.By(user => user.Name, direction, StringComparer.OrdinalIgnoreCase),
        UserOrder.Email => users.By(user => user.Email, direction, StringComparer.OrdinalIgnoreCase),
        UserOrder.Id => users.By(user => user.Id, direction),
        UserOrder.CreateDate => users.By(user => user.CreateDate, direction),
        UserOrder.UpdateDate => users.By(user => user.UpdateDate, direction),
        UserOrder.IsApproved => users.By(user => user.IsApproved, direction),
        UserOrder.IsLockedOut => users.By(user => user.IsLockedOut, direction),
        UserOrder.LastLoginDate => users.By(user => user.LastLoginDate, direction),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such order."),
    };

    private static IOrderedEnumerable<IUser> By<TKey>(
        this IEnumerable<IUser> users, Func<IUser, TKey> key, Direction direction, IComparer<TKey>? comparer = null) =>
        direction == Direction.Ascending
            ? users.OrderBy(key, comparer).ThenBy(user => user.Id)
            : users.OrderByDescending(key, comparer).ThenBy(user => user.Id);
}
