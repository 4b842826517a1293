using Deventer4GlobalGoals.Search.Index;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>
/// The indexes of this process. One process writes a folder; another that is started beside it, such as <c>run.sh search</c>, works on a copy
/// of its own that goes with it.
/// </summary>
public sealed partial class SiteIndexes : IDisposable
{
    private const string LockFile = "in-use";

    private readonly Lazy<SearchIndexes> _indexes;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly PendingChanges _pending;
    private readonly ILogger<SiteIndexes> _logger;
    private FileStream? _lock;
    private string? _copy;

    public SiteIndexes(IOptions<SearchOptions> options, IHostEnvironment environment, TimeProvider time, PendingChanges pending, ILogger<SiteIndexes> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(environment);
        _folder = Path.Combine(environment.ContentRootPath, options.Value.Folder);
        (_time, _pending, _logger) = (time, pending, logger);
        _indexes = new Lazy<SearchIndexes>(Open);
    }

    public SearchIndex External => _indexes.Value[SearchSchema.External];

    /// <summary>Both.</summary>
    public SearchIndexes All => _indexes.Value;

    /// <summary>Whether another process has the folder, and this one a copy.</summary>
    public bool IsCopy => _indexes.Value is not null && _copy is not null;

    public string Folder => _folder;

    public void Dispose()
    {
        if (_indexes.IsValueCreated)
        {
            _indexes.Value.Dispose();
        }

        _lock?.Dispose();
        if (_copy is not null)
        {
            Directory.Delete(_copy, recursive: true);
        }
    }

    private SearchIndexes Open()
    {
        Directory.CreateDirectory(_folder);
        if (TryLock())
        {
            return SearchIndexes.OfSite(_folder, _time, Replaced);
        }

        _copy = Directory.CreateTempSubdirectory("d4gg-search-").FullName;
        SearchIndex.TryCopy(_folder, SearchSchema.External, _copy);
        SearchIndex.TryCopy(_folder, SearchSchema.Internal, _copy);
        return SearchIndexes.OfSite(_copy, _time, Replaced);
    }

    private bool TryLock()
    {
        try
        {
            _lock = new FileStream(Path.Combine(_folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Replaced(IndexReplaced replaced)
    {
        LogReplaced(replaced.Index, replaced.Reason, replaced.File);
        _pending.Report(IndexScope.Start);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Index} is filled again from the content, because {Reason}. The file was {File}.")]
    private partial void LogReplaced(string index, string reason, string file);
}
