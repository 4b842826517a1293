using System.Threading.RateLimiting;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>How often a new nomination may be saved: each sends a mail to somebody who may not have asked for it.</summary>
public sealed class NominationLimits : IDisposable
{
    /// <summary>New nominations per hour with one mail address.</summary>
    public const int PerPerson = 5;

    /// <summary>New nominations per hour from one network address; in the last minutes a whole event may sit behind one.</summary>
    public const int PerAddress = 500;

    /// <summary>Files per hour with one nomination, also when they are removed again: each picture is decoded once.</summary>
    public const int PerNomination = 40;

    private readonly PartitionedRateLimiter<string> _files = Windows(PerNomination);
    private readonly PartitionedRateLimiter<string> _people = Windows(PerPerson);
    private readonly PartitionedRateLimiter<string> _addresses = Windows(PerAddress);

    /// <summary>Counts a new nomination. False when there were too many.</summary>
    public bool MayNominate(HttpContext http, string person)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(person);
        return Take(_addresses, http.Connection.RemoteIpAddress?.ToString() ?? string.Empty) && Take(_people, person.Trim().ToUpperInvariant());
    }

    /// <summary>Counts a file that is sent. False when there were too many.</summary>
    public bool MayAttach(Guid nomination) => Take(_files, nomination.ToString());

    public void Dispose()
    {
        _files.Dispose();
        _people.Dispose();
        _addresses.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Windows(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromHours(1),
            QueueLimit = 0,
        }));
}
