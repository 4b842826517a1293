namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>A clock that runs as always, from another moment.</summary>
public sealed class MovedClock : TimeProvider
{
    private long _ticks;

    /// <summary>From now on it is this moment.</summary>
    public void MoveTo(DateTimeOffset moment) => Interlocked.Exchange(ref _ticks, (moment - base.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
}
