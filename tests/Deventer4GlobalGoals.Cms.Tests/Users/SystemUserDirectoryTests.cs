using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Actions;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.AuthorizationStatus;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Tests.Users;

public sealed class SystemUserDirectoryTests : IDisposable
{
    private readonly UserWorld _world = new();

    private IUser SuperUser => _world.Directory.Find(Constants.Security.SuperUserKey)!;

    public void Dispose() => _world.Dispose();

    [Fact]
    public void The_super_user_is_found_by_key_id_and_name()
    {
        Assert.Equal((-1, "Deventer4GlobalGoals"), (SuperUser.Id, SuperUser.Name));
        Assert.Equal(Constants.Security.SuperUserKey, _world.Directory.Find(-1)!.Key);
        Assert.Equal(-1, _world.Directory.FindByUsername("deventer4globalgoals")!.Id);
        Assert.Equal([-1], _world.Directory.GetUsers().Select(user => user.Id));
    }

    [Fact]
    public void Nobody_else_is_found()
    {
        Assert.Null(_world.Directory.Find(Guid.Empty));
        Assert.Null(_world.Directory.Find(0));
        Assert.Null(_world.Directory.FindByUsername(""));
        Assert.Null(_world.Directory.FindByEmail(""));
    }

    [Fact]
    public void Umbraco_counts_it_as_super_user_and_administrator_with_sensitive_data()
    {
        Assert.True(SuperUser.IsSuper());
        Assert.True(SuperUser.IsAdmin());
        Assert.True(SuperUser.HasAccessToSensitiveData());
        Assert.True(SuperUser.HasSectionAccess(Constants.Applications.Content));
        Assert.False(SuperUser.IsDirty());
    }

    [Fact]
    public void It_has_every_language_and_starts_at_the_roots()
    {
        Assert.Contains(SuperUser.Groups, group => group.HasAccessToAllLanguages);
        Assert.Equal([Constants.System.Root], SuperUser.CalculateContentStartNodeIds(_world.Entities, AppCaches.Disabled)!);
        Assert.Equal([Constants.System.Root], SuperUser.CalculateMediaStartNodeIds(_world.Entities, AppCaches.Disabled)!);
    }

    [Fact]
    public void It_may_do_everything_that_Umbraco_knows_to_do()
    {
        var letters = typeof(IAction).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IAction).IsAssignableFrom(type))
            .Select(type => ((IAction)Activator.CreateInstance(type)!).Letter)
            .Order(StringComparer.Ordinal);

        Assert.Equal(letters, SuperUser.Groups.SelectMany(group => group.Permissions).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Umbracos_own_check_lets_it_publish_at_the_root()
    {
        var service = typeof(IContentPermissionService).Assembly.GetType("Umbraco.Cms.Core.Services.ContentPermissionService", throwOnError: true)!;
        using var provider = new ServiceCollection()
            .AddSingleton(_world.Users)
            .AddSingleton(_world.Entities)
            .AddSingleton(AppCaches.Disabled)
            .AddSingleton(Answers.For<IContentService>())
            .AddSingleton(Answers.For<ILanguageService>())
            .BuildServiceProvider();
        var permissions = (IContentPermissionService)ActivatorUtilities.CreateInstance(provider, service);

        var publish = await permissions.AuthorizeRootAccessAsync(SuperUser, new HashSet<string> { ActionPublish.ActionLetter });
        var unheardOf = await permissions.AuthorizeRootAccessAsync(SuperUser, new HashSet<string> { "Umb.Document.Fold" });

        Assert.Equal(ContentAuthorizationStatus.Success, publish);
        Assert.Equal(ContentAuthorizationStatus.UnauthorizedMissingPermissionAccess, unheardOf);
    }

    [Fact]
    public void A_change_to_one_answer_does_not_reach_the_next()
    {
        SuperUser.Name = "Somebody else";
        SuperUser.ClearGroups();
        _world.Directory.GetGroups()[0].Permissions.Clear();

        Assert.Equal("Deventer4GlobalGoals", SuperUser.Name);
        Assert.True(SuperUser.IsAdmin());
        Assert.Contains(ActionPublish.ActionLetter, _world.Directory.GetGroups()[0].Permissions);
    }
}
