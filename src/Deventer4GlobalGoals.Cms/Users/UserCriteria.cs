using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>Which users are asked for. Everything that is given must hold; what is empty doesn't count.</summary>
internal sealed record UserCriteria
{
    private static readonly QueryMap<IUser> Map = new QueryMap<IUser>()
        .WithAll<IUser>(user => user)
        .WithAll<IMembershipUser>(user => user)
        .WithAll<IEntity>(user => user);

    /// <summary>Any of these; <see cref="UserState.All"/> among them means every state.</summary>
    public IReadOnlyCollection<UserState> States { get; init; } = [];

    /// <summary>Aliases, of which a user has at least one.</summary>
    public IReadOnlyCollection<string> InGroups { get; init; } = [];

    /// <summary>Aliases, of which a user has none.</summary>
    public IReadOnlyCollection<string> NotInGroups { get; init; } = [];

    /// <summary>Each stands in the user's name or user name, whatever the case.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    public IQuery<IUser>? Query { get; init; }

    public IEnumerable<IUser> Filter(IEnumerable<IUser> users)
    {
        var matching = users.Where(Matches);
        return Query switch
        {
            null => matching,
            EfQuery<IUser> query => query.Apply(matching.AsQueryable(), Map),
            _ => throw new ArgumentException($"A {Query.GetType().Name} was not made by the scope provider and can't be read."),
        };
    }

    /// <param name="value">The user's own text. Case doesn't matter, nor does it in Umbraco's database.</param>
    /// <param name="sought">What is looked for; in a wildcard match % stands for any text.</param>
    /// <param name="matchType">How the two are compared.</param>
    public static bool Matches(string value, string sought, StringPropertyMatchType matchType) => matchType switch
    {
        StringPropertyMatchType.Exact => value.Equals(sought, StringComparison.OrdinalIgnoreCase),
        StringPropertyMatchType.Contains => value.Contains(sought, StringComparison.OrdinalIgnoreCase),
        StringPropertyMatchType.StartsWith => value.StartsWith(sought, StringComparison.OrdinalIgnoreCase),
        StringPropertyMatchType.EndsWith => value.EndsWith(sought, StringComparison.OrdinalIgnoreCase),
        StringPropertyMatchType.Wildcard => Wildcard(sought).IsMatch(value),
        _ => throw new ArgumentOutOfRangeException(nameof(matchType), matchType, "There is no such way to match."),
    };

    private static Regex Wildcard(string pattern) => new(
        "^" + Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    private bool Matches(IUser user) =>
        (States.Count == 0 || States.Contains(UserState.All) || States.Contains(user.UserState))
        && (InGroups.Count == 0 || user.Groups.Any(group => InGroups.Contains(group.Alias)))
        && !user.Groups.Any(group => NotInGroups.Contains(group.Alias))
        && Names.All(name => IsNamed(user, name));

    private static bool IsNamed(IUser user, string name) =>
        Matches(user.Name ?? string.Empty, name, StringPropertyMatchType.Contains)
        || Matches(user.Username, name, StringPropertyMatchType.Contains);
}
