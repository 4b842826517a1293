namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>How much there is to look at. A higher one includes the lower.</summary>
public enum IndexScope
{
    /// <summary>Single pages.</summary>
    Pages,

    /// <summary>What is in an index is compared with what should be: pages below others came or went.</summary>
    Compare,

    /// <summary>An index that is empty or of another version is filled; others are compared.</summary>
    Start,

    /// <summary>All is read again, because values may have changed without a page being saved.</summary>
    Everything,
}

/// <summary>What the indexes have to take up next.</summary>
/// <param name="Number">Of the last change in it.</param>
/// <param name="Scope">What else there is to look at.</param>
/// <param name="Pages">Pages that changed.</param>
public sealed record IndexWork(long Number, IndexScope Scope, IReadOnlyCollection<Guid> Pages);

/// <summary>
/// Between those who report changes, who never wait, and the worker that takes them up. Nothing in it outlives the process: what was lost
/// is found again by the comparison at the start.
/// </summary>
public sealed class PendingChanges(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(1);
    private HashSet<Guid> _pages = [];
    private IndexScope _scope = IndexScope.Start;
    private long _reported = 1;
    private long _takenUp;
    private TaskCompletionSource _progress = NewProgress();

    /// <summary>Whether all that was reported until now is in the indexes.</summary>
    public bool IsCaughtUp
    {
        get
        {
            lock (_lock)
            {
                return _takenUp >= _reported;
            }
        }
    }

    /// <summary>The worker is busy with something that takes much longer than anybody should wait for.</summary>
    public bool IsRebuilding { get; set; }

    public void Report(IEnumerable<Guid> pages) => Report(IndexScope.Pages, pages);

    public void Report(IndexScope scope) => Report(scope, []);

    /// <summary>Waits until there is something, and takes all of it.</summary>
    public async Task<IndexWork> NextAsync(CancellationToken cancellation)
    {
        await _signal.WaitAsync(cancellation);
        lock (_lock)
        {
            var work = new IndexWork(_reported, _scope, _pages);
            (_pages, _scope) = ([], IndexScope.Pages);
            return work;
        }
    }

    /// <summary>The work is in the indexes: who waits for it goes on.</summary>
    public void Finish(IndexWork work)
    {
        TaskCompletionSource waited;
        lock (_lock)
        {
            _takenUp = Math.Max(_takenUp, work.Number);
            (waited, _progress) = (_progress, NewProgress());
        }

        waited.SetResult();
    }

    /// <summary>The work failed and is to be done again.</summary>
    public void GiveBack(IndexWork work)
    {
        lock (_lock)
        {
            _pages.UnionWith(work.Pages);
            _scope = work.Scope > _scope ? work.Scope : _scope;
        }

        Signal();
    }

    /// <summary>Waits for what was reported before this moment.</summary>
    /// <param name="patience">At most so long.</param>
    /// <param name="cancellation">The visitor left.</param>
    /// <returns>Whether it is in the indexes.</returns>
    public async Task<bool> CatchUpAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        long target;
        lock (_lock)
        {
            target = _reported;
        }

        while (true)
        {
            Task progress;
            lock (_lock)
            {
                if (_takenUp >= target)
                {
                    return true;
                }

                progress = _progress.Task;
            }

            var left = patience - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            try
            {
                await progress.WaitAsync(left, time, cancellation);
            }
            catch (TimeoutException)
            {
                return false;
            }
        }
    }

    public void Dispose() => _signal.Dispose();

    private void Report(IndexScope scope, IEnumerable<Guid> pages)
    {
        lock (_lock)
        {
            _reported++;
            _scope = scope > _scope ? scope : _scope;
            _pages.UnionWith(pages);
        }

        Signal();
    }

    // One signal is enough, however much was reported.
    private void Signal()
    {
        lock (_lock)
        {
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    private static TaskCompletionSource NewProgress() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
