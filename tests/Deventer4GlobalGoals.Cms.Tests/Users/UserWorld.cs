using System.Globalization;
using System.Reflection;
using Deventer4GlobalGoals.Cms.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Actions;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Tests.Users;

/// <summary>Users as the container gives them, over the built-in directory or over one of the test's own.</summary>
internal sealed class UserWorld : IDisposable
{
    public static readonly IShortStringHelper ShortStrings = new DefaultShortStringHelper(new DefaultShortStringHelperConfig());

    private readonly ServiceProvider _provider;

    public UserWorld(IUserDirectory? directory = null, bool hideDisabled = false, params Guid[] nodes)
    {
        Entities = Answers.For<IEntityService>(
            (nameof(IEntityService.Exists), arguments => nodes.Contains((Guid)arguments[0]!)),
            (nameof(IEntityService.GetId), arguments => Attempt.If(nodes.Contains((Guid)arguments[0]!), 1)),
            (nameof(IEntityService.GetAllPaths), _ => Array.Empty<TreeEntityPath>()));
        var services = new ServiceCollection()
            .AddSingleton(ShortStrings)
            .AddSingleton(Entities)
            .AddSingleton(Options.Create(new GlobalSettings()))
            .AddSingleton(Options.Create(new SecuritySettings { HideDisabledUsersInBackOffice = hideDisabled }));
        if (directory is not null)
        {
            services.AddSingleton(directory);
        }

        _provider = services.AddSiteUsers().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public IEntityService Entities { get; }

    public IUserDirectory Directory => _provider.GetRequiredService<IUserDirectory>();

    public IUserService Users => _provider.GetRequiredService<IUserService>();

    public IUserIdKeyResolver Resolver => _provider.GetRequiredService<IUserIdKeyResolver>();

    public void Dispose() => _provider.Dispose();
}

/// <summary>One administrator, two editors of whom one is disabled, and the super user.</summary>
internal sealed class CoreGroup : IUserDirectory
{
    public static readonly Guid Anna = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Bram = Guid.Parse("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Chris = Guid.Parse("00000000-0000-0000-0000-000000000003");

    private readonly SystemUserDirectory _system = new(Options.Create(new GlobalSettings()), UserWorld.ShortStrings);

    public string ManagedBy => "the core group";

    public IReadOnlyList<IUser> GetUsers() =>
    [
        .. _system.GetUsers(),
        User(3, Chris, "Chris", "chris@deventer.example", Editors(), approved: false),
        User(1, Anna, "Anna", "anna@deventer.example", _system.GetGroups()[0]),
        User(2, Bram, "Bram", "bram@salland.example", Editors()),
    ];

    public IReadOnlyList<IUserGroup> GetGroups() => [.. _system.GetGroups(), Editors()];

    public IUser? Find(Guid key) => GetUsers().SingleOrDefault(user => user.Key == key);

    public IUser? Find(int id) => GetUsers().SingleOrDefault(user => user.Id == id);

    public IUser? FindByUsername(string username) =>
        GetUsers().SingleOrDefault(user => user.Username.Equals(username, StringComparison.OrdinalIgnoreCase));

    public IUser? FindByEmail(string email) =>
        GetUsers().SingleOrDefault(user => user.Email.Length > 0 && user.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    public static UserGroup Editors() => new(UserWorld.ShortStrings, userCount: 2, "editor", "Editors", icon: null)
    {
        Id = 3,
        Key = Constants.Security.EditorGroupKey,
        Permissions = new HashSet<string> { ActionBrowse.ActionLetter, ActionUpdate.ActionLetter },
    };

    private static User User(int id, Guid key, string name, string email, IUserGroup group, bool approved = true) => new(
        new GlobalSettings(), id, name, email, name.ToLowerInvariant(), string.Empty, null, [group.ToReadOnlyGroup()], [], [])
    {
        Key = key,
        IsApproved = approved,
        IsLockedOut = id == 2,
        LastLoginDate = DateTime.Parse("2025-11-01", CultureInfo.InvariantCulture),
    };
}

/// <summary>Answers the few members of a large Umbraco contract that a test needs; any other is an error.</summary>
public class Answers : DispatchProxy
{
    private Dictionary<string, Func<object?[], object?>> _answers = [];

    public static T For<T>(params (string Member, Func<object?[], object?> Answer)[] answers)
        where T : class
    {
        var proxy = Create<T, Answers>();
        ((Answers)(object)proxy)._answers = answers.ToDictionary(pair => pair.Member, pair => pair.Answer);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answers.TryGetValue(targetMethod!.Name, out var answer)
            ? answer(args ?? [])
            : throw new InvalidOperationException($"The test doesn't say what {targetMethod.DeclaringType!.Name}.{targetMethod.Name} answers.");
}
