using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>Exchanges user ids, which content and audit rows carry, and user keys, which Umbraco's services take.</summary>
public sealed class UserIdKeyResolver(IUserDirectory directory) : IUserIdKeyResolver
{
    /// <exception cref="InvalidOperationException">No user has this key.</exception>
    public Task<int> GetAsync(Guid key) => Task.FromResult(directory.Find(key)?.Id ?? throw NoUser("key", key.ToString()));

    /// <exception cref="InvalidOperationException">No user has this id.</exception>
    public Task<Guid> GetAsync(int id) =>
        Task.FromResult(directory.Find(id)?.Key ?? throw NoUser("id", id.ToString(CultureInfo.InvariantCulture)));

    public Task<Attempt<int>> TryGetAsync(Guid key) =>
        Task.FromResult(directory.Find(key) is { } user ? Attempt.Succeed(user.Id) : Attempt.Fail<int>());

    public Task<Attempt<Guid>> TryGetAsync(int id) =>
        Task.FromResult(directory.Find(id) is { } user ? Attempt.Succeed(user.Key) : Attempt.Fail<Guid>());

    private static InvalidOperationException NoUser(string by, string value) => new($"No user has the {by} {value}.");
}
