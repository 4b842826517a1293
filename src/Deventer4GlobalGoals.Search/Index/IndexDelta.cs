namespace Deventer4GlobalGoals.Search.Index;

/// <summary>A row of the document table without its texts, and its columns.</summary>
internal sealed record DocumentRow(int Number, int Partition, string Id, int Day, long Lengths, int[] Values, int[] Main);

internal sealed record PartitionRow(int Number, string Culture, string Language);

internal sealed record ValueRow(int Number, int Field, string Text);

/// <summary>What a transaction changed in the file, to be taken over in memory once it is committed.</summary>
internal sealed class IndexDelta
{
    public List<PartitionRow> Partitions { get; } = [];

    public List<ValueRow> Values { get; } = [];

    public List<int> Removed { get; } = [];

    public List<DocumentRow> Added { get; } = [];

    /// <summary>In how many more documents a word stands.</summary>
    public Dictionary<(int Partition, string Word), int> Words { get; } = [];
}
