namespace Deventer4GlobalGoals.Cms.Kept;

/// <summary>
/// What the answer that is being made shows. Whoever reads content for it notes that here; who keeps the answer asks later whether any of it
/// changed. It goes along with the request, also into what it awaits and into threads that it starts.
/// </summary>
public sealed class AnswerUse
{
    /// <summary>An answer that shows more than this is taken to show everything.</summary>
    private const int MostTags = 2_000;

    private static readonly AsyncLocal<AnswerUse?> Ambient = new();

    private readonly Lock _noting = new();
    private readonly HashSet<AnswerTag> _tags = [];
    private readonly List<Func<bool>> _questions = [];
    private Guid _latest;

    /// <summary>Null when no answer is being made that could be kept.</summary>
    public static AnswerUse? Current => Ambient.Value;

    /// <summary>How long the answer may be kept when nothing changes; null when nobody said so.</summary>
    public TimeSpan? Longest { get; private set; }

    /// <summary>All that was noted.</summary>
    public IReadOnlyCollection<AnswerTag> Tags
    {
        get
        {
            lock (_noting)
            {
                return _tags.Count == 0 ? [] : [.. _tags];
            }
        }
    }

    /// <summary>Each says whether something still is as the answer shows it.</summary>
    public IReadOnlyList<Func<bool>> Questions
    {
        get
        {
            lock (_noting)
            {
                return _questions.Count == 0 ? [] : [.. _questions];
            }
        }
    }

    /// <summary>From here on, until the calling method ends, an answer is made.</summary>
    public static AnswerUse Begin() => Ambient.Value = new AnswerUse();

    /// <summary>The answer shows this document or media item, or that there is none.</summary>
    public static void Shows(Guid key)
    {
        if (Ambient.Value is { } use && use._latest != key)
        {
            use.Note(AnswerTag.Item(key));
            use._latest = key;
        }
    }

    public static void Shows(AnswerTag tag) => Ambient.Value?.Note(tag);

    public static void Shows(IReadOnlyCollection<AnswerTag>? tags)
    {
        if (tags is not null && Ambient.Value is { } use)
        {
            foreach (var tag in tags)
            {
                use.Note(tag);
            }
        }
    }

    /// <summary>The answer shows something that is quicker asked again after a change than told by a tag. True: it is still the same.</summary>
    public static void AskAgain(Func<bool> isSame)
    {
        if (Ambient.Value is { } use)
        {
            lock (use._noting)
            {
                use._questions.Add(isSame);
            }
        }
    }

    /// <summary>The answer may be kept, though it is in a place where answers aren't unless they say so.</summary>
    public static void MayBeKept(TimeSpan longest)
    {
        if (Ambient.Value is { } use)
        {
            use.Longest = longest;
        }
    }

    /// <summary>Makes something that is kept for other answers as well, and gives what it shows: to be noted again by each of them.</summary>
    public static T Collect<T>(Func<T> make, out IReadOnlyCollection<AnswerTag>? shown)
    {
        ArgumentNullException.ThrowIfNull(make);
        var outer = Ambient.Value;
        var use = new AnswerUse();
        Ambient.Value = use;
        try
        {
            return make();
        }
        finally
        {
            Ambient.Value = outer;
            shown = use.Tags is { Count: > 0 } tags ? tags : null;
            Shows(shown);
        }
    }

    /// <summary>Does something on the way that isn't what the answer shows, such as bringing an index up to date.</summary>
    public static T Aside<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var outer = Ambient.Value;
        if (outer is null)
        {
            return work();
        }

        Ambient.Value = null;
        try
        {
            return work();
        }
        finally
        {
            Ambient.Value = outer;
        }
    }

    private void Note(AnswerTag tag)
    {
        lock (_noting)
        {
            if (_tags.Count < MostTags)
            {
                _tags.Add(tag);
            }
            else
            {
                _tags.Add(AnswerTag.AnyDocument);
                _tags.Add(AnswerTag.AnyMedia);
            }
        }
    }
}
