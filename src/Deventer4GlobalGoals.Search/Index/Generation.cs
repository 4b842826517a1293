using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// One file of an index and what is kept of it in memory. Searches hold the read lock; a commit and taking over what it
/// changed hold the write lock, so that a search sees all of a change or nothing of it.
/// </summary>
internal sealed class Generation : IDisposable
{
    // In documents: some ten megabytes of log.
    private const int CheckpointAfter = 30;

    private readonly ConcurrentBag<IndexReader> _readers = [];
    private readonly PostingCache _cache = new();
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly SqliteConnection _writing;
    private readonly SearchSchema _schema;
    private Task _tidying = Task.CompletedTask;
    private int _waiting;
    private int _sinceCheckpoint;

    public Generation(string path, SearchSchema schema)
    {
        Path = path;
        _schema = schema;
        _writing = IndexFile.Open(path);
        try
        {
            Columns.Take(GenerationLoader.Everything(_writing));
        }
        catch
        {
            _writing.Dispose();
            throw;
        }
    }

    public string Path { get; }

    public Columns Columns { get; } = new();

    public string? About(string key)
    {
        lock (_writing)
        {
            return _writing.Text("select value from about where key = $key", ("$key", key));
        }
    }

    /// <summary>Runs a search; several may run at the same time.</summary>
    public T Read<T>(Func<IndexReader, T> search)
    {
        _gate.EnterReadLock();
        try
        {
            var reader = _readers.TryTake(out var idle) ? idle : new IndexReader(IndexFile.Open(Path), Columns, _cache);
            try
            {
                return search(reader);
            }
            finally
            {
                _readers.Add(reader);
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Writes changes in one transaction: all or none.</summary>
    /// <param name="changes">What happened, oldest first.</param>
    /// <param name="checkpoint">How far the caller is after these; kept in the same transaction.</param>
    public void Write(IEnumerable<IndexChange> changes, string? checkpoint)
    {
        Interlocked.Increment(ref _waiting);
        lock (_writing)
        {
            Interlocked.Decrement(ref _waiting);
            using var transaction = _writing.BeginTransaction();
            using var writer = new IndexWriter(_writing, _schema);
            foreach (var change in changes)
            {
                writer.Write(change);
            }

            writer.Finish();
            if (checkpoint is not null)
            {
                writer.SetAbout("checkpoint", checkpoint);
            }

            _gate.EnterWriteLock();
            try
            {
                transaction.Commit();
                Columns.Take(writer.Delta);
                _cache.Clear();
            }
            finally
            {
                _gate.ExitWriteLock();
            }

            _sinceCheckpoint += writer.Delta.Added.Count + writer.Delta.Removed.Count;
            if (_tidying.IsCompleted)
            {
                _tidying = Task.Run(Tidy);
            }
        }
    }

    /// <summary>Waits for the searches that run, and closes the file.</summary>
    public void Dispose()
    {
        _tidying.Wait();
        lock (_writing)
        {
            _gate.EnterWriteLock();
            _gate.ExitWriteLock();
            foreach (var reader in _readers)
            {
                reader.Dispose();
            }

            _writing.Dispose();
            _gate.Dispose();
        }
    }

    // After a change, not in it: who publishes doesn't wait for this, and a change that comes meanwhile goes before all but one step of it.
    private void Tidy()
    {
        try
        {
            while (TidyStep() && Volatile.Read(ref _waiting) == 0)
            {
            }

            if (Volatile.Read(ref _sinceCheckpoint) >= CheckpointAfter)
            {
                using var connection = IndexFile.Open(Path);
                IndexFile.Checkpoint(connection);
                FinishCheckpoint();
            }
        }
        catch (SqliteException)
        {
            // Whatever is wrong with the file, the next search or change meets it too and says so.
        }
    }

    private bool TidyStep()
    {
        lock (_writing)
        {
            return IndexFile.MergeSome(_writing);
        }
    }

    // What was written during the checkpoint is little; once all is in the file, the log starts at its beginning again.
    private void FinishCheckpoint()
    {
        lock (_writing)
        {
            IndexFile.Checkpoint(_writing);
            _sinceCheckpoint = 0;
        }
    }
}
