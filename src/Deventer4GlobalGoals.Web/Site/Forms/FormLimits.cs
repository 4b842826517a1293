using System.Threading.RateLimiting;

namespace Deventer4GlobalGoals.Web.Site.Forms;

/// <summary>How often something new may be sent with a form: each time a mail goes to somebody who may not have asked for it.</summary>
public abstract class FormLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> _people;
    private readonly PartitionedRateLimiter<string> _addresses;

    /// <param name="perPerson">Per hour with one mail address.</param>
    /// <param name="perAddress">Per hour from one network address.</param>
    protected FormLimits(int perPerson, int perAddress) => (_people, _addresses) = (Windows(perPerson), Windows(perAddress));

    /// <summary>Counts one. False when there were too many.</summary>
    public bool MaySend(HttpContext http, string person)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(person);
        return Take(_addresses, http.Connection.RemoteIpAddress?.ToString() ?? string.Empty) && Take(_people, person.Trim().ToUpperInvariant());
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _people.Dispose();
            _addresses.Dispose();
        }
    }

    protected static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <param name="permits">Per hour.</param>
    protected static PartitionedRateLimiter<string> Windows(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromHours(1),
            QueueLimit = 0,
        }));
}
