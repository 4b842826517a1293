using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Stock;
using Microsoft.Extensions.Logging;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>
/// Brings the site in line with a uSync folder. What fails is reported with its reason; the rest is imported.
/// </summary>
public sealed class USyncImporter(USyncKinds kinds, ILogger<USyncImporter> logger)
{
    /// <param name="folder">The uSync folder, the one that holds <c>Content</c>, <c>DataTypes</c> …</param>
    /// <param name="write">False only says what would change.</param>
    /// <param name="progress">Told of every item once it is done.</param>
    /// <param name="cancellation">Stops between two items.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async Task<USyncReport> ImportAsync(
        string folder,
        bool write,
        IProgress<USyncResult>? progress,
        CancellationToken cancellation)
    {
        var import = new USyncImport(kinds, logger, write, progress, cancellation);
        var files = USyncFolder.Read(folder);
        foreach (var file in files.Unreadable)
        {
            import.Add(new USyncResult(string.Empty, string.Empty, file.File, USyncChange.Failed, null, file.Message));
        }

        import.Ignore(files.Documents);
        var items = import.Read(files.Documents);
        await StockCompletion.AddAsync(kinds, items);
        import.Know(items);
        foreach (var kind in kinds.InOrder)
        {
            await import.RunAsync(kind, items[kind]);
        }

        foreach (var kind in kinds.InOrder.Reverse())
        {
            await import.DeleteAsync(kind, files.Documents);
        }

        return new USyncReport(import.Results);
    }
}
