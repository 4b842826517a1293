using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Accounts.Users;

/// <summary>The command line of accounts: the way back in for the last administrator, at the server. It works beside a running site.</summary>
public static class UsersCommand
{
    /// <summary>How it is used.</summary>
    public const string Help = """
        Usage: users <verb>

          list              who has an account, with what they may do
          recover ADDRESS   a way back in: prints a link to choose a new password, once, within two
                            hours; turns off the second step, removes passkeys and ends every session
          --help            this text

        The link begins with Umbraco:CMS:WebRouting:UmbracoApplicationUrl, or else http://127.0.0.1:5080.
        Exit code: 0 when it went well, 1 when it could not be done, 2 when the command itself is wrong.
        """;

    private const string Here = "http://127.0.0.1:5080";

    /// <summary>Runs what follows <c>users</c> on the command line.</summary>
    /// <returns>0 when it went well, 1 when it could not be done, 2 when the command is wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        await using var scope = services.CreateAsyncScope();
        switch (args)
        {
            case ["--help" or "-h"]:
                await output.WriteLineAsync(Help);
                return 0;
            case ["list"]:
                return await ListAsync(scope.ServiceProvider, output, cancellation);
            case ["recover", var address]:
                return await RecoverAsync(address, scope.ServiceProvider, output, error);
            default:
                await error.WriteLineAsync(Help);
                return 2;
        }
    }

    private static async Task<int> ListAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        foreach (var account in await services.GetRequiredService<SiteDb>().Users.AsNoTracking().OrderBy(account => account.Email).ToListAsync(cancellation))
        {
            var state = account.IsDisabled ? "closed" : account.IsInvited ? "invited" : "open";
            await output.WriteLineAsync($"{account.Email}  {account.Roles}  {state}");
        }

        return 0;
    }

    private static async Task<int> RecoverAsync(string address, IServiceProvider services, TextWriter output, TextWriter error)
    {
        if (await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(address) is not { } account)
        {
            await error.WriteLineAsync($"Nobody has an account with the address {address}. \"users list\" shows who has.");
            return 1;
        }

        if (account.IsDisabled)
        {
            await error.WriteLineAsync($"The account of {address} is closed. An administrator opens it at /umbraco/users.");
            return 1;
        }

        await services.GetRequiredService<SecondStepReset>().ResetAsync(account, by: null);
        var origin = services.GetRequiredService<IOptions<WebRoutingSettings>>().Value.UmbracoApplicationUrl is { Length: > 0 } configured ? configured.TrimEnd('/') : Here;
        await output.WriteLineAsync(await services.GetRequiredService<AccountLinks>().RecoverAsync(account, origin));
        return 0;
    }
}
