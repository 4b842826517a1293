using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// One file of an index and what is kept of it in memory. Searches hold the read lock; a commit and taking over what it
/// changed hold the write lock, so that a search sees all of a change or nothing of it.
/// </summary>
internal sealed class Generation : IDisposable
{
    private readonly ConcurrentBag<IndexReader> _readers = [];
    private readonly PostingCache _cache = new();
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly SqliteConnection _writing;
    private readonly SearchSchema _schema;

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
        lock (_writing)
        {
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
        }
    }

    /// <summary>Waits for the searches that run, and closes the file.</summary>
    public void Dispose()
    {
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
}
