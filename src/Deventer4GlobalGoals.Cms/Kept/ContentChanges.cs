using System.Collections.Concurrent;

namespace Deventer4GlobalGoals.Cms.Kept;

/// <summary>
/// Numbers the changes to what answers show, and remembers of everything that changed which change was its last. An answer that was begun
/// at some number is still right when nothing that it shows changed after that number, however long it took to make.
/// </summary>
public sealed class ContentChanges
{
    /// <summary>Then all is forgotten, which counts as a change of everything.</summary>
    private const int MostRemembered = 250_000;

    private readonly Lock _touching = new();
    private readonly ConcurrentDictionary<AnswerTag, long> _last = new();
    private Action? _takeUp;
    private long _everything;
    private long _now;

    /// <summary>The number of the latest change.</summary>
    public long Now => Volatile.Read(ref _now);

    /// <summary>Adds one who works out from what was reported to it which lists changed, once it is asked.</summary>
    public void Ask(Action takeUp)
    {
        lock (_touching)
        {
            _takeUp += takeUp;
        }
    }

    /// <summary>Lets everybody tell what they know of changes that were reported before now.</summary>
    public void TakeUp() => Volatile.Read(ref _takeUp)?.Invoke();

    /// <summary>These changed. Without tags, only questions that answers ask again (<see cref="AnswerUse.AskAgain"/>) have another answer.</summary>
    public void Touch(params IEnumerable<AnswerTag> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        lock (_touching)
        {
            var number = _now + 1;
            foreach (var tag in tags)
            {
                _last[tag] = number;
            }

            if (_last.Count > MostRemembered)
            {
                _last.Clear();
                _everything = number;
            }

            // Last, so that whoever reads the number finds what it is about.
            Volatile.Write(ref _now, number);
        }
    }

    /// <summary>Nothing that was answered before now counts any more.</summary>
    public void TouchEverything()
    {
        lock (_touching)
        {
            _last.Clear();
            Volatile.Write(ref _everything, _now + 1);
            Volatile.Write(ref _now, _now + 1);
        }
    }

    /// <summary>Whether one of these changed after the change with this number.</summary>
    public bool IsTouched(IReadOnlyCollection<AnswerTag> tags, long since)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (Volatile.Read(ref _everything) > since)
        {
            return true;
        }

        foreach (var tag in tags)
        {
            if (_last.TryGetValue(tag, out var number) && number > since)
            {
                return true;
            }
        }

        // Forgotten while it was looked up.
        return Volatile.Read(ref _everything) > since;
    }
}
