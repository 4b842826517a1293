namespace Deventer4GlobalGoals.Cms.USync;

public enum USyncChange
{
    Created,
    Updated,
    Unchanged,
    Deleted,

    /// <summary>Left as it is, because nothing here handles that kind of item.</summary>
    Ignored,
    Failed,
}

/// <summary>What happened, or would happen, to one file.</summary>
/// <remarks>
/// Kind is the element name of the file (Content, DataType …); Item is empty when the file couldn't be read.
/// Field says where a failure lies, Message why, or something worth knowing. Fields are the ones that changed.
/// </remarks>
public sealed record USyncResult(
    string Kind,
    string Item,
    string File,
    USyncChange Change,
    string? Field = null,
    string? Message = null,
    IReadOnlyList<string>? Fields = null)
{
    public override string ToString()
    {
        var text = $"{Change.ToString().ToLowerInvariant()}: {Kind} {Item} ({File})";
        text += Field is null ? string.Empty : $", {Field}";
        text += Message is null ? string.Empty : $": {Message}";
        return Fields is { Count: > 0 } ? $"{text} [{string.Join(", ", Fields)}]" : text;
    }
}

/// <summary>What an import, report or export came to.</summary>
public sealed record USyncReport(IReadOnlyList<USyncResult> Results)
{
    public bool Succeeded => Count(USyncChange.Failed) == 0;

    public int Count(USyncChange change) => Results.Count(result => result.Change == change);

    public override string ToString() => string.Join(
        ", ",
        Enum.GetValues<USyncChange>()
            .Where(change => change <= USyncChange.Unchanged || Count(change) > 0)
            .Concat(Succeeded ? [USyncChange.Failed] : [])
            .Select(change => $"{Count(change)} {change.ToString().ToLowerInvariant()}"));
}
