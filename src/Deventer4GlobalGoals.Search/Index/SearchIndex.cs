using Deventer4GlobalGoals.Search.Query;
using Microsoft.Data.Sqlite;

namespace Deventer4GlobalGoals.Search.Index;

/// <summary>
/// An index in a folder of its own process. Each rebuild makes a new file, <c>Name.0002.sqlite</c> after <c>Name.0001.sqlite</c>;
/// the one with the highest number answers. It can be thrown away at any time: it is never a source of truth.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly IndexFolder _folder;
    private readonly TimeProvider _time;
    private readonly ReaderWriterLockSlim _swapping = new(LockRecursionPolicy.NoRecursion);
    private readonly Lock _rebuilding = new();
    private readonly Lock _writing = new();
    private List<(IndexChange[] Changes, string? Checkpoint)>? _duringRebuild;
    private Generation _current;
    private bool _disposed;

    /// <param name="folder">Where its files lie; it is made when it isn't there.</param>
    /// <param name="schema">Its name and fields.</param>
    /// <param name="time">For how fresh a document is.</param>
    /// <param name="replaced">Told when a damaged, foreign or outdated file was replaced by an empty one.</param>
    public SearchIndex(string folder, SearchSchema schema, TimeProvider time, Action<IndexReplaced>? replaced = null)
    {
        _folder = new IndexFolder(folder, schema, replaced);
        _time = time;
        Schema = schema;
        _current = _folder.OpenNewest();
    }

    public SearchSchema Schema { get; }

    /// <summary>
    /// Whether it was made empty and has not been filled by <see cref="Rebuild"/> yet: there was no file, or it was replaced.
    /// </summary>
    public bool NeedsRebuild => InCurrent(generation => generation.About("filled")) is null;

    /// <summary>What the caller last wrote down as its place in the row of changes, or null.</summary>
    public string? Checkpoint => InCurrent(generation => generation.About("checkpoint"));

    /// <summary>How many documents it has, in all cultures together.</summary>
    public int Documents => InCurrent(generation => generation.Read(reader => reader.Columns.Partitions.Values.Sum(partition => partition.Documents)));

    /// <summary>Takes over changes, all or none; on return they are found. Doing the same ones twice is harmless.</summary>
    /// <param name="changes">What happened, oldest first.</param>
    /// <param name="checkpoint">The caller's place after these changes, kept with them.</param>
    /// <exception cref="UnknownSearchNameException">A document has a field that the index doesn't have; nothing is changed.</exception>
    public void Apply(IEnumerable<IndexChange> changes, string? checkpoint = null)
    {
        var batch = changes.ToArray();
        lock (_writing)
        {
            Guarded(generation =>
            {
                generation.Write(batch, checkpoint);
                return true;
            });
            _duringRebuild?.Add((batch, checkpoint));
        }
    }

    /// <summary>
    /// Makes a new file from all documents and lets it answer instead of the old one, which answers until then. What
    /// <see cref="Apply"/> does meanwhile is done to both. When it fails or is cancelled the old one stays.
    /// </summary>
    /// <param name="documents">All documents, read once.</param>
    /// <param name="progress">Told after every batch, and at the end.</param>
    /// <param name="checkpoint">The caller's place when it started to read the documents.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public void Rebuild(IEnumerable<SearchDocument> documents, IProgress<RebuildProgress>? progress = null, string? checkpoint = null, CancellationToken cancellation = default)
    {
        lock (_rebuilding)
        {
            lock (_writing)
            {
                _duringRebuild = [];
            }

            var building = _folder.NextBuilding(_current.Path);
            try
            {
                var count = IndexBuilder.Build(building, Schema, documents, checkpoint, progress, cancellation);
                lock (_writing)
                {
                    TakeOver(building);
                }

                progress?.Report(new RebuildProgress(count, Finished: true));
            }
            finally
            {
                lock (_writing)
                {
                    _duringRebuild = null;
                }

                IndexFile.Delete(building);
            }
        }
    }

    /// <exception cref="UnknownSearchNameException">The request names a field that the index doesn't have.</exception>
    public SearchResponse Search(SearchRequest request) => Guarded(generation => generation.Read(reader => new Searcher(reader, Schema, _time).Search(request)));

    /// <summary>The ids of all documents that answer, on all pages together, in the order of the request; for lists that narrow down by themselves.</summary>
    /// <exception cref="UnknownSearchNameException">The request names a field that the index doesn't have.</exception>
    public IReadOnlyList<string> Matching(SearchRequest request) => Guarded(generation => generation.Read(reader => new Searcher(reader, Schema, _time).Matching(request)));

    /// <summary>What was stored with each document, to compare with what there should be.</summary>
    public IReadOnlyList<StoredDocument> Stored() => Guarded(generation => generation.Read(reader => reader.Stored()));

    /// <summary>What the visitor may want to type, and documents whose title fits: for a list under the field.</summary>
    /// <param name="typed">What is in the field; its last word may be unfinished.</param>
    /// <param name="culture">The culture that is searched.</param>
    /// <param name="most">At most so many of both, 1 to 20.</param>
    public Suggestions Suggest(string typed, string culture, int most = 8) =>
        Guarded(generation => generation.Read(reader => new Suggester(reader, Schema, _time).Suggest(typed, culture, Math.Clamp(most, 1, 20))));

    /// <summary>Documents of the same culture that resemble this one, the most alike first; none when it isn't in the index.</summary>
    /// <param name="id">Of the document.</param>
    /// <param name="culture">Its culture.</param>
    /// <param name="most">At most so many, 1 to 50.</param>
    /// <param name="filters">What they must answer to, such as <c>type: praktijk</c>; as in a request.</param>
    public IReadOnlyList<SearchHit> Related(string id, string culture, int most = 4, IReadOnlyDictionary<string, IReadOnlyList<string>>? filters = null) =>
        Guarded(generation => generation.Read(reader => new RelatedDocuments(reader, Schema, _time).Of(id, culture, Math.Clamp(most, 1, 50), filters)));

    /// <summary>Waits for what runs, and closes the files. Doing it twice is harmless.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true))
        {
            _current.Dispose();
            _swapping.Dispose();
        }
    }

    /// <summary>Copies the newest file of an index that another process has open, so that it can be opened here and asked the same.</summary>
    /// <param name="folder">Where the index lies.</param>
    /// <param name="name">Of the index.</param>
    /// <param name="target">A folder to copy it to.</param>
    /// <returns>False when there is no such file.</returns>
    public static bool TryCopy(string folder, string name, string target) => IndexFolder.TryCopy(folder, name, target);

    private void TakeOver(string building)
    {
        var next = _folder.Finish(building, _current.Path);
        try
        {
            foreach (var (changes, checkpoint) in _duringRebuild ?? [])
            {
                next.Write(changes, checkpoint);
            }
        }
        catch
        {
            next.Dispose();
            IndexFile.Delete(next.Path);
            throw;
        }

        Swap(next);
    }

    private void Swap(Generation next)
    {
        _swapping.EnterWriteLock();
        var old = _current;
        _current = next;
        _swapping.ExitWriteLock();
        old.Dispose();
        IndexFile.Delete(old.Path);
    }

    private T InCurrent<T>(Func<Generation, T> use)
    {
        _swapping.EnterReadLock();
        try
        {
            return use(_current);
        }
        finally
        {
            _swapping.ExitReadLock();
        }
    }

    // A file can go bad while it is open: then an empty one takes its place, once, and what was asked is done with that.
    private T Guarded<T>(Func<Generation, T> use)
    {
        string? bad = null;
        try
        {
            return InCurrent(generation =>
            {
                bad = generation.Path;
                return use(generation);
            });
        }
        catch (SqliteException exception) when (IndexFile.IsDamage(exception))
        {
            Replace(bad!, exception);
            return InCurrent(use);
        }
    }

    private void Replace(string bad, SqliteException reason)
    {
        lock (_writing)
        {
            if (_current.Path == bad)
            {
                Swap(_folder.Replacement(bad, reason));
            }
        }
    }
}
