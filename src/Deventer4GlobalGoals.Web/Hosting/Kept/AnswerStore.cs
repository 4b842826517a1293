using System.Collections.Concurrent;
using Deventer4GlobalGoals.Cms.Kept;

namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>
/// The kept answers. Nothing is dropped when content changes: an answer is held against the changes when it is asked for, once per change.
/// What wasn't used for longest goes when there is too much.
/// </summary>
internal sealed class AnswerStore(ContentChanges changes, TimeProvider time)
{
    /// <summary>Most of all kept answers together, in bytes.</summary>
    public const long MostBytes = 96 * 1024 * 1024;

    /// <summary>Answers to one address that differ by the headers of the request: languages, formats. More than these push out the oldest.</summary>
    private const int MostPerAddress = 24;

    private readonly ConcurrentDictionary<AnswerAddress, KeptAnswer[]> _answers = new();
    private readonly Lock _storing = new();
    private long _bytes;

    /// <summary>Ticks of <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long Now => time.GetTimestamp();

    public long Bytes => Interlocked.Read(ref _bytes);

    public long After(TimeSpan duration) => Now + (long)(duration.TotalSeconds * time.TimestampFrequency);

    /// <summary>The answer as it would be made now; null when it would have to be made.</summary>
    public KeptAnswer? Find(in AnswerAddress address, IHeaderDictionary headers)
    {
        if (!_answers.TryGetValue(address, out var variants))
        {
            return null;
        }

        foreach (var answer in variants)
        {
            if (answer.Fits(headers))
            {
                var now = Now;
                if (now >= answer.Until || !IsCurrent(answer))
                {
                    Remove(answer);
                    return null;
                }

                answer.UsedAt = now;
                return answer;
            }
        }

        return null;
    }

    public void Keep(KeptAnswer answer)
    {
        answer.UsedAt = Now;
        lock (_storing)
        {
            var others = _answers.TryGetValue(answer.Address, out var present) ? Array.FindAll(present, other => !IsReplaced(other, answer)) : [];
            if (others.Length >= MostPerAddress)
            {
                others = [.. others.OrderByDescending(other => other.UsedAt).Take(MostPerAddress - 1)];
            }

            _bytes += answer.Size + others.Sum(other => other.Size) - (present?.Sum(other => other.Size) ?? 0);
            _answers[answer.Address] = [answer, .. others];
            if (_bytes > MostBytes)
            {
                MakeRoom();
            }
        }
    }

    private static bool IsReplaced(KeptAnswer present, KeptAnswer by) =>
        present.Varies.Count == by.Varies.Count && present.Varies.SequenceEqual(by.Varies);

    private bool IsCurrent(KeptAnswer answer)
    {
        if (answer.CheckedAt == changes.Now)
        {
            return true;
        }

        if (answer.Shows.Count > 0)
        {
            changes.TakeUp();
        }

        var now = changes.Now;
        if (changes.IsTouched(answer.Shows, answer.CheckedAt) || !answer.Questions.All(isSame => isSame()))
        {
            return false;
        }

        answer.CheckedAt = now;
        return true;
    }

    private void Remove(KeptAnswer answer)
    {
        lock (_storing)
        {
            if (_answers.TryGetValue(answer.Address, out var present) && Array.IndexOf(present, answer) >= 0)
            {
                Put(answer.Address, Array.FindAll(present, other => other != answer));
                _bytes -= answer.Size;
            }
        }
    }

    /// <summary>Down to three quarters, so that it isn't done for every answer.</summary>
    private void MakeRoom()
    {
        foreach (var answer in _answers.Values.SelectMany(variants => variants).OrderBy(answer => answer.UsedAt).ToList())
        {
            if (_bytes <= MostBytes / 4 * 3)
            {
                return;
            }

            Put(answer.Address, Array.FindAll(_answers[answer.Address], other => other != answer));
            _bytes -= answer.Size;
        }
    }

    private void Put(AnswerAddress address, KeptAnswer[] variants)
    {
        if (variants.Length == 0)
        {
            _answers.TryRemove(address, out _);
        }
        else
        {
            _answers[address] = variants;
        }
    }
}
