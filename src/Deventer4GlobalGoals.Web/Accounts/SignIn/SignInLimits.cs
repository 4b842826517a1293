using System.Threading.RateLimiting;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>
/// How often may be tried. Counted per network address, and per network address and account together: somebody elsewhere who guesses
/// doesn't keep the owner out.
/// </summary>
public sealed class SignInLimits : IDisposable
{
    /// <summary>Tries per quarter of an hour from one network address.</summary>
    public const int PerAddress = 60;

    /// <summary>Tries per quarter of an hour from one network address for one account.</summary>
    public const int PerAccount = 10;

    /// <summary>Mails per hour to one person that somebody without an account can cause.</summary>
    public const int MailsPerPerson = 3;

    /// <summary>Registrations per hour with one mail address.</summary>
    public const int RegistrationsPerPerson = 5;

    /// <summary>Registrations per hour from one network address; a whole company may sit behind one.</summary>
    public const int RegistrationsPerAddress = 1_000;

    private readonly PartitionedRateLimiter<string> _addresses = Windows(PerAddress, TimeSpan.FromMinutes(15));
    private readonly PartitionedRateLimiter<string> _accounts = Windows(PerAccount, TimeSpan.FromMinutes(15));
    private readonly PartitionedRateLimiter<string> _mails = Windows(MailsPerPerson, TimeSpan.FromHours(1));

    private readonly PartitionedRateLimiter<string> _registrations = Windows(RegistrationsPerPerson, TimeSpan.FromHours(1));
    private readonly PartitionedRateLimiter<string> _registrationsFrom = Windows(RegistrationsPerAddress, TimeSpan.FromHours(1));

    /// <summary>Counts a try. False when there were too many.</summary>
    public bool MayTry(HttpContext http, string? account = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var from = http.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        return Take(_addresses, from) && (account is null || Take(_accounts, $"{from} {Folded(account)}"));
    }

    /// <summary>Counts a mail. False when this person had too many.</summary>
    public bool MayMail(string person) => Take(_mails, Folded(person));

    /// <summary>Counts a registration for a meeting. False when there were too many.</summary>
    public bool MayRegister(HttpContext http, string person)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Take(_registrationsFrom, http.Connection.RemoteIpAddress?.ToString() ?? string.Empty) && Take(_registrations, Folded(person));
    }

    public void Dispose()
    {
        _registrations.Dispose();
        _registrationsFrom.Dispose();
        _addresses.Dispose();
        _accounts.Dispose();
        _mails.Dispose();
    }

    private static string Folded(string person) => person.Trim().ToUpperInvariant();

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Windows(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            QueueLimit = 0,
        }));
}
