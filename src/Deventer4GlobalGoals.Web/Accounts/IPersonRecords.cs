namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Something that is kept of a person.</summary>
/// <param name="As">What for; a screen says it in its own language.</param>
/// <param name="What">It itself.</param>
/// <param name="At">Since when.</param>
public sealed record PersonRecord(string As, string What, DateTimeOffset At)
{
    /// <summary>When it is erased by itself; null when that isn't a matter of time.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>What a feature keeps of one person, by their mail address; for who asks what it is, and for who wants it erased.</summary>
public interface IPersonRecords
{
    Task<IReadOnlyList<PersonRecord>> ReadAsync(string email, CancellationToken cancellation);

    /// <summary>Adds the erasing to the changes that wait.</summary>
    Task EraseAsync(string email, CancellationToken cancellation);
}
