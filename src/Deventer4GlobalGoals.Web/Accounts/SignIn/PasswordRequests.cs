using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>Somebody asked for a new password.</summary>
/// <param name="Email">As it was typed.</param>
/// <param name="Origin">Where the link is to lead.</param>
/// <param name="From">The network address that it came from.</param>
public sealed record PasswordRequest(string Email, string Origin, string? From);

/// <summary>
/// Mails a link for a new password after the question was answered. Whoever has an account costs more work than whoever hasn't, and how long the answer
/// takes must not tell. What waits is in memory: after a crash somebody asks again.
/// </summary>
public sealed partial class PasswordRequests(IServiceScopeFactory scopes, ILogger<PasswordRequests> logger) : BackgroundService
{
    /// <summary>More than can wait is dropped; limits per address and person come before it.</summary>
    private const int Most = 1_000;

    private readonly Channel<PasswordRequest> _waiting = Channel.CreateBounded<PasswordRequest>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Add(PasswordRequest request) => _waiting.Writer.TryWrite(request);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await AnswerAsync(scope.ServiceProvider, request, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // One that fails must not keep the next from getting theirs.
                LogFailed(failure);
            }
        }
    }

    private static async Task AnswerAsync(IServiceProvider services, PasswordRequest request, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(request.Email) is { IsDisabled: false, PasswordHash: not null } account)
        {
            await services.GetRequiredService<AccountLinks>().ResetAsync(account, request.Origin);
            var audit = services.GetRequiredService<AuditLog>();
            audit.Add("account.password-asked", account.Id, account.Key.ToString(), from: request.From);
            await audit.SaveAsync(cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link for a new password could not be mailed.")]
    private partial void LogFailed(Exception failure);
}
