namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// The values of one version in the form in which they were stored, which takes a fraction of the room. They are read each time that they are
/// asked for: who needs them again keeps them. Two are equal when they are sure to read the same.
/// </summary>
public abstract class PublishedValues
{
    /// <summary>The values without a segment, in no particular order; those that hold nothing are left out.</summary>
    public abstract IReadOnlyList<PublishedValue> Read();

    public static PublishedValues Of(params IEnumerable<PublishedValue> values) => new Plain([.. values]);

    private sealed class Plain(PublishedValue[] values) : PublishedValues
    {
        public override IReadOnlyList<PublishedValue> Read() => values;

        public override bool Equals(object? obj) => obj is Plain other && other.Read().SequenceEqual(values);

        public override int GetHashCode() => values.Length;
    }
}
