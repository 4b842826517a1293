using System.Security.Cryptography;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>
/// The first account. It comes from <c>Umbraco:CMS:Unattended</c>, as in stock Umbraco; without those settings a link appears in the
/// console that works once, for as long as there is no account.
/// </summary>
public sealed class FirstAdministrator(IServiceScopeFactory scopes, IServer server, IOptions<UnattendedSettings> unattended, TimeProvider time)
    : IDisposable
{
    private const int TokenBytes = 24;

    private readonly SemaphoreSlim _once = new(1, 1);
    private byte[]? _token;

    internal async Task EnsureAsync(IHostApplicationLifetime lifetime)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SiteDb>().Users.AnyAsync())
        {
            return;
        }

        var settings = unattended.Value;
        if (settings is { InstallUnattended: true, UnattendedUserEmail: { Length: > 0 } email, UnattendedUserPassword: { Length: > 0 } password })
        {
            var made = await MakeAsync(scope.ServiceProvider, settings.UnattendedUserName ?? email, email, password);
            if (!made.Succeeded)
            {
                await Console.Error.WriteLineAsync(
                    $"The administrator of Umbraco:CMS:Unattended is refused: {string.Join(' ', made.Errors.Select(error => error.Description))}");
            }

            return;
        }

        _token = RandomNumberGenerator.GetBytes(TokenBytes);
        var link = $"/umbraco/begin/{Convert.ToHexStringLower(_token)}";
        lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Nobody has an account yet. Make the first one here, once: {Address()}{link}"));
    }

    /// <summary>Whether the link is the one in the console and still works.</summary>
    public bool IsToken(string token)
    {
        try
        {
            return _token is { } expected && CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(token ?? string.Empty));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Makes the account, and lets the link end. Of two at the same moment one succeeds.</summary>
    /// <returns>Null when the link doesn't hold, or no longer.</returns>
    public async Task<IdentityResult?> UseAsync(string token, string name, string email, string password)
    {
        await _once.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!IsToken(token) || await scope.ServiceProvider.GetRequiredService<SiteDb>().Users.AnyAsync())
            {
                return null;
            }

            var made = await MakeAsync(scope.ServiceProvider, name, email, password);
            _token = made.Succeeded ? null : _token;
            return made;
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();

    private string Address() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? string.Empty;

    private async Task<IdentityResult> MakeAsync(IServiceProvider services, string name, string email, string password)
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        var account = new Account
        {
            Key = Guid.NewGuid(),
            Name = name,
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            Roles = AccountRoles.Administrator,
            CreatedAt = time.GetUtcNow(),
        };
        var made = await users.CreateAsync(account, password);
        if (made.Succeeded)
        {
            await services.GetRequiredService<AuditLog>().WriteAsync("account.first", account.Id, account.Key.ToString());
        }

        return made;
    }
}
