using System.Reflection;
using Deventer4GlobalGoals.Cms.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.Users;

/// <summary>Holds the whole of <see cref="IUserService"/>, also what a later version of Umbraco adds to it.</summary>
public sealed class UserServiceContractTests : IDisposable
{
    private static readonly string[] Refusing =
    [
        nameof(IUserService.CreateUserWithIdentity),
        nameof(IUserService.CreateWithIdentity),
        nameof(IUserService.Delete),
        nameof(IUserService.Save),
        nameof(IUserService.CreateLoginSession),
        nameof(IUserService.DeleteSectionFromAllUserGroups),
        nameof(IUserService.ReplaceUserGroupPermissions),
        nameof(IUserService.AssignUserGroupPermission),
    ];

    private readonly UserWorld _world = new();

    public static TheoryData<string> Answering => new(Members().Select(Signature).Where(name => !Refuses(name)));

    public static TheoryData<string> Throwing => new(Members().Select(Signature).Where(Refuses));

    public void Dispose() => _world.Dispose();

    [Theory]
    [MemberData(nameof(Answering))]
    public async Task It_answers(string signature) => await Call(signature);

    [Theory]
    [MemberData(nameof(Throwing))]
    public async Task It_refuses_and_says_where_users_are_managed(string signature)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Call(signature));

        Assert.EndsWith(
            "users are managed by the site itself, whose only user is the built-in Deventer4GlobalGoals.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(IUserService), typeof(SiteUserService))]
    [InlineData(typeof(IUserIdKeyResolver), typeof(UserIdKeyResolver))]
    public void No_member_is_left_to_a_default_that_throws(Type contract, Type service)
    {
        var left = contract.GetInterfaces().Append(contract)
            .SelectMany(type => service.GetInterfaceMap(type).TargetMethods)
            .Where(method => method.DeclaringType!.IsInterface);

        Assert.Empty(left);
    }

    private static IEnumerable<MethodInfo> Members() =>
        typeof(IUserService).GetInterfaces().Append(typeof(IUserService)).SelectMany(type => type.GetMethods());

    private static string Signature(MethodInfo method) => method.ToString()!;

    private static bool Refuses(string signature) => Refusing.Any(name => signature.Contains($" {name}(", StringComparison.Ordinal));

    private async Task Call(string signature)
    {
        var method = Members().Single(member => Signature(member) == signature);
        var arguments = method.GetParameters().Select(Argument).ToArray();
        if (method.Invoke(_world.Users, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
        {
            await task;
        }
    }

    private object? Argument(ParameterInfo parameter) => parameter switch
    {
        { Name: "pageSize" or "take" } => 10,
        { Name: "orderBy", ParameterType: var type } when type == typeof(string) => "name",
        { Name: "sectionAlias" } => Constants.Applications.Content,
        { ParameterType: var type } when type == typeof(Guid) => Constants.Security.SuperUserKey,
        { ParameterType: var type } when type == typeof(object) => -1,
        { ParameterType: var type } when type == typeof(string) => "text",
        { ParameterType: var type } when type == typeof(int[]) => new[] { -1 },
        { ParameterType: var type } when type == typeof(IUser) => _world.Directory.GetUsers()[0],
        { ParameterType: var type } when type == typeof(IUserGroup[]) => _world.Directory.GetGroups().ToArray(),
        { ParameterType: var type } when type == typeof(IEnumerable<IUser>) => _world.Directory.GetUsers(),
        { ParameterType: var type } when type == typeof(IEnumerable<Guid>) || type == typeof(Guid[]) => Array.Empty<Guid>(),
        { ParameterType: var type } when type == typeof(ISet<Guid>) => new HashSet<Guid>(),
        { ParameterType: var type } when type == typeof(ISet<string>) => new HashSet<string>(),
        { ParameterType: var type } when type == typeof(ChangeUserPasswordModel) => new ChangeUserPasswordModel { NewPassword = "irrelevant" },
        { ParameterType: var type } when type == typeof(UserUpdateProfileModel) => new UserUpdateProfileModel { LanguageIsoCode = "nl" },
        { ParameterType: var type } when type.IsValueType => Activator.CreateInstance(type.IsByRef ? type.GetElementType()! : type),
        { IsOut: true } or { IsOptional: true } => null,
        { ParameterType: var type } => Activator.CreateInstance(type),
    };
}
