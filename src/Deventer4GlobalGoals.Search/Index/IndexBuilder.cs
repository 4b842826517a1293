namespace Deventer4GlobalGoals.Search.Index;

/// <summary>Fills a new file with all documents, in one go.</summary>
internal static class IndexBuilder
{
    private const int BatchSize = 500;

    /// <returns>How many documents came.</returns>
    public static int Build(
        string path, SearchSchema schema, IEnumerable<SearchDocument> documents, string? checkpoint, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        IndexFile.Delete(path);
        using var connection = IndexFile.Create(path, schema);
        IndexFile.PrepareForMany(connection);
        using var transaction = connection.BeginTransaction();
        using var writer = new IndexWriter(connection, schema);
        var count = 0;
        foreach (var document in documents)
        {
            writer.Write(new IndexChange.Put(document));
            if (++count % BatchSize == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new RebuildProgress(count, Finished: false));
            }
        }

        cancellation.ThrowIfCancellationRequested();
        writer.Finish();
        writer.SetAbout("filled", "yes");
        if (checkpoint is not null)
        {
            writer.SetAbout("checkpoint", checkpoint);
        }

        IndexFile.FinishMany(connection);
        transaction.Commit();
        return count;
    }
}
