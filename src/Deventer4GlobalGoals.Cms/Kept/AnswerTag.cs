namespace Deventer4GlobalGoals.Cms.Kept;

/// <summary>Something that an answer may show, and that may change.</summary>
/// <param name="Name">What it is: "item", or a list ("list Practice").</param>
/// <param name="Key">Of which item; empty for what isn't about one.</param>
public readonly record struct AnswerTag(string Name, Guid Key = default)
{
    /// <summary>Every document, also those that don't exist yet: whatever is published touches it.</summary>
    public static AnswerTag AnyDocument { get; } = new("any document");

    /// <summary>Every media item.</summary>
    public static AnswerTag AnyMedia { get; } = new("any media");

    /// <summary>One document or media item.</summary>
    public static AnswerTag Item(Guid key) => new("item", key);
}
