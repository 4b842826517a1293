using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Actions;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Users;

/// <summary>
/// A site without accounts: Umbraco's super user is the only one. It has no e-mail address and no password, so nobody can
/// sign in as it, and it may do everything, in every language and from every start node.
/// </summary>
public sealed class SystemUserDirectory(IOptions<GlobalSettings> settings, IShortStringHelper shortStrings) : IUserDirectory
{
    /// <summary>The user's name, which is also what it would sign in with.</summary>
    public const string UserName = "Deventer4GlobalGoals";

    // Umbraco's own constant is obsolete in favour of the key, but its tables and service defaults still say -1.
    internal const int UserId = -1;

    private const int AdministratorsId = 1;
    private const int SensitiveDataId = 5;
    private const string SensitiveDataAlias = "sensitiveData";

    private static readonly string[] Sections =
    [
        Constants.Applications.Content,
        Constants.Applications.Media,
        Constants.Applications.Members,
        Constants.Applications.Packages,
        Constants.Applications.Settings,
        Constants.Applications.Translation,
        Constants.Applications.Users,
    ];

    private static readonly string[] Permissions =
    [
        ActionAssignDomain.ActionLetter,
        ActionBrowse.ActionLetter,
        ActionCopy.ActionLetter,
        ActionCreateBlueprintFromContent.ActionLetter,
        ActionDelete.ActionLetter,
        ActionDocumentPropertyRead.ActionLetter,
        ActionDocumentPropertyWrite.ActionLetter,
        ActionMove.ActionLetter,
        ActionNew.ActionLetter,
        ActionNotify.ActionLetter,
        ActionProtect.ActionLetter,
        ActionPublish.ActionLetter,
        ActionRestore.ActionLetter,
        ActionRights.ActionLetter,
        ActionRollback.ActionLetter,
        ActionSort.ActionLetter,
        ActionUnpublish.ActionLetter,
        ActionUpdate.ActionLetter,
    ];

    public string ManagedBy => $"the site itself, whose only user is the built-in {UserName}";

    public IReadOnlyList<IUser> GetUsers() => [SuperUser()];

    public IReadOnlyList<IUserGroup> GetGroups() => [Administrators(), SensitiveData()];

    public IUser? Find(Guid key) => key == Constants.Security.SuperUserKey ? SuperUser() : null;

    public IUser? Find(int id) => id == UserId ? SuperUser() : null;

    public IUser? FindByUsername(string username) =>
        string.Equals(username, UserName, StringComparison.OrdinalIgnoreCase) ? SuperUser() : null;

    public IUser? FindByEmail(string email) => null;

    private User SuperUser()
    {
        // The start nodes come from the groups alone: said twice, Umbraco counts them twice.
        var groups = GetGroups().Select(group => group.ToReadOnlyGroup());
        var user = new User(
            settings.Value,
            UserId,
            UserName,
            email: string.Empty,
            UserName,
            rawPasswordValue: string.Empty,
            passwordConfig: null,
            groups,
            startContentIds: [],
            startMediaIds: [])
        {
            Key = Constants.Security.SuperUserKey,
        };
        user.ResetDirtyProperties(false);
        return user;
    }

    private UserGroup Administrators()
    {
        var group = Group(AdministratorsId, Constants.Security.AdminGroupKey, Constants.Security.AdminGroupAlias, "Administrators");
        group.HasAccessToAllLanguages = true;
        group.Permissions = Permissions.ToHashSet(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            group.AddAllowedSection(section);
        }

        group.ResetDirtyProperties(false);
        return group;
    }

    private UserGroup SensitiveData()
    {
        var group = Group(SensitiveDataId, Constants.Security.SensitiveDataGroupKey, SensitiveDataAlias, "Sensitive data");
        group.ResetDirtyProperties(false);
        return group;
    }

    private UserGroup Group(int id, Guid key, string alias, string name) => new(shortStrings, userCount: 1, alias, name, icon: null)
    {
        Id = id,
        Key = key,
        StartContentId = Constants.System.Root,
        StartMediaId = Constants.System.Root,
    };
}
