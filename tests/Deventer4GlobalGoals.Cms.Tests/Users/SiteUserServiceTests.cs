using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Actions;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Tests.Users;

public sealed class SiteUserServiceTests : IDisposable
{
    private static readonly Guid Page = Guid.Parse("aa000000-0000-0000-0000-000000000001");
    private static readonly Guid Gone = Guid.Parse("aa000000-0000-0000-0000-000000000002");

    private readonly UserWorld _world = new(new CoreGroup(), nodes: Page);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Users_are_found_by_key_id_name_and_address()
    {
        Assert.Equal("Anna", (await _world.Users.GetAsync(CoreGroup.Anna))!.Name);
        Assert.Null(await _world.Users.GetAsync(Gone));
        Assert.Equal(["Bram", "Anna"], (await _world.Users.GetAsync([CoreGroup.Bram, Gone, CoreGroup.Anna])).Select(user => user.Name));
        Assert.Equal(["Anna"], _world.Users.GetUsersById(1, 99, 1).Select(user => user.Name));
        Assert.Empty(_world.Users.GetUsersById(null));
        Assert.Equal("Bram", _world.Users.GetByEmail("BRAM@salland.example")!.Name);
        Assert.Equal("Bram", _world.Users.GetByUsername("bram")!.Name);
        Assert.Null(_world.Users.GetByUsername(null));
        Assert.True(_world.Users.Exists("bram"));
        Assert.False(_world.Users.Exists("nobody"));
        Assert.Equal((1, "Anna"), (_world.Users.GetProfileById(1)!.Id, _world.Users.GetProfileByUserName("anna")!.Name));
    }

    [Theory]
    [InlineData(1, "Anna")]
    [InlineData("-1", "Deventer4GlobalGoals")]
    [InlineData("00000000-0000-0000-0000-000000000002", "Bram")]
    [InlineData(77, null)]
    [InlineData("neither", null)]
    public void A_provider_key_is_an_id_or_a_key(object id, string? name) => Assert.Equal(name, _world.Users.GetByProviderKey(id)?.Name);

    [Fact]
    public void Users_are_counted_by_state()
    {
        Assert.Equal(4, _world.Users.GetCount(MemberCountType.All));
        Assert.Equal(3, _world.Users.GetCount(MemberCountType.Approved));
        Assert.Equal(1, _world.Users.GetCount(MemberCountType.LockedOut));
        var states = _world.Users.GetUserStates();
        Assert.Equal(
            (4, 1, 1, 1, 0, 1),
            (states[UserState.All], states[UserState.Active], states[UserState.Disabled], states[UserState.LockedOut], states[UserState.Invited], states[UserState.Inactive]));
    }

    [Theory]
    [InlineData(0, 3, "Anna,Bram,Chris")]
    [InlineData(1, 3, "Deventer4GlobalGoals")]
    [InlineData(2, 3, "")]
    [InlineData(0, int.MaxValue, "Anna,Bram,Chris,Deventer4GlobalGoals")]
    [InlineData(long.MaxValue, int.MaxValue, "")]
    public void Pages_are_cut_from_the_names_in_order(long index, int size, string names)
    {
        var page = _world.Users.GetAll(index, size, out var total);

        Assert.Equal(names, Names(page));
        Assert.Equal(4, total);
    }

    [Theory]
    [InlineData("email", Direction.Descending, "Chris,Bram,Anna,Deventer4GlobalGoals")]
    [InlineData("ID", Direction.Ascending, "Deventer4GlobalGoals,Anna,Bram,Chris")]
    [InlineData("isApproved", Direction.Ascending, "Chris,Deventer4GlobalGoals,Anna,Bram")]
    public void Lists_are_ordered_as_asked(string orderBy, Direction direction, string names) =>
        Assert.Equal(names, Names(_world.Users.GetAll(0, 10, out _, orderBy, direction, filter: "")));

    [Fact]
    public void An_unknown_order_is_an_error_that_says_which_there_are()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => _world.Users.GetAll(0, 10, out _, "shoeSize", Direction.Ascending, filter: ""));

        Assert.StartsWith("Users can be ordered by UserName, Language, Name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_filtered_by_state_group_text_and_query()
    {
        Assert.Equal("Chris", Names(_world.Users.GetAll(0, 10, out _, "name", Direction.Ascending, [UserState.Disabled], filter: "")));
        Assert.Equal("Bram,Chris", Names(_world.Users.GetAll(0, 10, out _, "name", Direction.Ascending, null, ["editor"], filter: "")));
        Assert.Equal("Anna", Names(_world.Users.GetAll(0, 10, out _, "name", Direction.Ascending, [UserState.All], filter: "NN")));

        var query = new EfQuery<IUser>().Where(user => user.Email.Contains("deventer") && user.Id > 0);
        var found = _world.Users.GetAll(0, 10, out var total, "name", Direction.Ascending, null, null, ["editor"], query);
        Assert.Equal(("Anna", 1L), (Names(found), total));
    }

    [Theory]
    [InlineData("anna@", StringPropertyMatchType.StartsWith, "Anna")]
    [InlineData(".EXAMPLE", StringPropertyMatchType.EndsWith, "Anna,Bram,Chris")]
    [InlineData("deventer", StringPropertyMatchType.Contains, "Anna,Chris")]
    [InlineData("bram@salland.example", StringPropertyMatchType.Exact, "Bram")]
    [InlineData("%@%land.example", StringPropertyMatchType.Wildcard, "Bram")]
    public void Addresses_are_matched_as_asked(string text, StringPropertyMatchType match, string names) =>
        Assert.Equal(names, Names(_world.Users.FindByEmail(text, 0, 10, out _, match)));

    [Fact]
    public void User_names_are_matched_from_their_start() =>
        Assert.Equal("Chris", Names(_world.Users.FindByUsername("ch", 0, 10, out _)));

    [Fact]
    public void Groups_have_their_members()
    {
        Assert.Equal("Chris,Bram", Names(_world.Users.GetAllInGroup(3)));
        Assert.Equal("Deventer4GlobalGoals,Anna", Names(_world.Users.GetAllNotInGroup(3)));
        Assert.Empty(_world.Users.GetAllInGroup(null));
    }

    [Theory]
    [InlineData(-1, "anna,bram,chris,Deventer4GlobalGoals")]
    [InlineData(1, "anna,bram,chris")]
    [InlineData(2, "bram,chris")]
    public async Task Each_viewer_sees_their_own_kind_and_below(int viewer, string names)
    {
        var key = _world.Users.GetUserById(viewer)!.Key;

        var listed = await _world.Users.GetAllAsync(key, 0, 10);
        var filtered = await _world.Users.FilterAsync(key, new UserFilter());

        Assert.Equal(names, string.Join(",", listed.Result!.Items.Select(user => user.Username)));
        Assert.Equal(names, string.Join(",", filtered.Result.Items.Select(user => user.Username)));
    }

    [Fact]
    public async Task A_filter_takes_groups_states_and_names()
    {
        var editors = new HashSet<Guid> { Constants.Security.EditorGroupKey };

        var included = await _world.Users.FilterAsync(CoreGroup.Anna, new UserFilter { IncludedUserGroups = editors }, skip: 1, take: 1);
        var excluded = await _world.Users.FilterAsync(CoreGroup.Anna, new UserFilter { ExcludeUserGroups = editors });
        var named = await _world.Users.FilterAsync(
            CoreGroup.Anna, new UserFilter { NameFilters = new HashSet<string> { "R" }, IncludeUserStates = new HashSet<UserState> { UserState.LockedOut } });

        Assert.Equal(("Chris", 2L), (Names(included.Result.Items), included.Result.Total));
        Assert.Equal("Anna", Names(excluded.Result.Items));
        Assert.Equal("Bram", Names(named.Result.Items));
    }

    [Fact]
    public async Task An_unknown_viewer_or_group_has_its_own_status()
    {
        var viewer = await _world.Users.GetAllAsync(Gone, 0, 10);
        var group = await _world.Users.FilterAsync(CoreGroup.Anna, new UserFilter { IncludedUserGroups = new HashSet<Guid> { Gone } });

        Assert.Equal((false, UserOperationStatus.MissingUser), (viewer.Success, viewer.Status));
        Assert.Equal((false, UserOperationStatus.MissingUserGroup), (group.Success, group.Status));
    }

    [Fact]
    public async Task Disabled_users_are_hidden_where_the_settings_say_so()
    {
        using var hiding = new UserWorld(new CoreGroup(), hideDisabled: true);

        var listed = await hiding.Users.GetAllAsync(CoreGroup.Anna, 0, 10);

        Assert.Equal("Anna,Bram", Names(listed.Result!.Items));
    }

    [Fact]
    public async Task Permissions_are_those_of_the_users_groups_on_any_node()
    {
        string[] editing = [ActionBrowse.ActionLetter, ActionUpdate.ActionLetter];
        var bram = _world.Users.GetUserById(2);

        Assert.Equal(editing, _world.Users.GetPermissions(bram, 5, 6).GetAllPermissions(6).Order(StringComparer.Ordinal));
        Assert.Equal(editing, _world.Users.GetPermissionsForPath(bram, "-1,5,6").GetAllPermissions().Order(StringComparer.Ordinal));
        Assert.Equal(6, _world.Users.GetPermissionsForPath(bram, "-1,5,6").EntityId);
        Assert.Equal(editing, _world.Users.GetPermissions([CoreGroup.Editors(), null], true, 5).GetAllPermissions(5).Order(StringComparer.Ordinal));
        var page = Assert.Single((await _world.Users.GetDocumentPermissionsAsync(CoreGroup.Bram, [Page])).Result);
        Assert.Equal((Page, 2), (page.NodeKey, page.Permissions.Count));
    }

    [Fact]
    public void Without_a_user_a_path_or_defaults_there_are_no_permissions()
    {
        Assert.Empty(_world.Users.GetPermissions(null, 5));
        Assert.Empty(_world.Users.GetPermissions(_world.Users.GetUserById(2)));
        Assert.Empty(_world.Users.GetPermissions([CoreGroup.Editors()], false, 5));
        Assert.Empty(_world.Users.GetPermissionsForPath(null, "-1,5").GetAllPermissions());
        Assert.Empty(_world.Users.GetPermissionsForPath(_world.Users.GetUserById(2), null).GetAllPermissions());
    }

    [Fact]
    public async Task Permissions_on_what_is_not_there_say_what_is_missing()
    {
        Assert.Equal(UserOperationStatus.NodeNotFound, (await _world.Users.GetPermissionsAsync(CoreGroup.Bram, Page, Gone)).Status);
        Assert.Equal(UserOperationStatus.ContentNodeNotFound, (await _world.Users.GetDocumentPermissionsAsync(CoreGroup.Bram, [Gone])).Status);
        Assert.Equal(UserOperationStatus.MediaNodeNotFound, (await _world.Users.GetMediaPermissionsAsync(CoreGroup.Bram, [Gone])).Status);
        Assert.Equal(UserOperationStatus.UserNotFound, (await _world.Users.GetPermissionsAsync(Gone, Page)).Status);
    }

    private static string Names(IEnumerable<IUser> users) => string.Join(",", users.Select(user => user.Name));
}
