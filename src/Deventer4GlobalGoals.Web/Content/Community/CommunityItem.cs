using System.Collections.Immutable;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>What a page is, by its document type.</summary>
public enum ItemKind
{
    Home,
    Goals,
    Goal,
    Practices,
    Practice,
    Organisations,
    Organisation,
    Meetings,
    Meeting,
    News,
    Article,
    Prize,
    PrizeEdition,
    Page,
    Search,
    Guide,
    Monitor,
}

/// <summary>
/// What lists, cards, counts and feeds know of one published page. Made once per publish, so that a list of thousands
/// asks no page for its properties.
/// </summary>
public sealed record CommunityItem(Guid Key, ItemKind Kind)
{
    /// <summary>The ids from the root down to the page itself.</summary>
    public required ImmutableArray<int> Path { get; init; }

    public Guid? ParentKey { get; init; }

    public int SortOrder { get; init; }

    public DateTime Updated { get; init; }

    /// <summary>Per culture that the page has; Dutch first.</summary>
    public required ImmutableArray<ItemTexts> Texts { get; init; }

    /// <summary>The goals it contributes to, each once; the main ones first, in the editor's order.</summary>
    public ImmutableArray<ItemGoal> Goals { get; init; } = [];

    public ImmutableArray<TargetCode> Targets { get; init; } = [];

    /// <summary>The values that the goal filter matches: "12" and, where the target is known, "12.5".</summary>
    public ImmutableArray<string> GoalValues { get; init; } = [];

    /// <summary>The organisations behind a practice, or that organise a meeting.</summary>
    public ImmutableArray<Guid> Organisations { get; init; } = [];

    public ImmutableArray<string> Sectors { get; init; } = [];

    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>The kind of organisation or meeting, as the editor chose it in Dutch; empty or one value.</summary>
    public ImmutableArray<string> Sort { get; init; } = [];

    public ImmutableArray<string> Size { get; init; } = [];

    public ImmutableArray<string> CostClass { get; init; } = [];

    public ImmutableArray<string> Years { get; init; } = [];

    public ImmutableArray<string> Roles { get; init; } = [];

    public ItemMoment When { get; init; } = ItemMoment.Unknown;

    public string? Place { get; init; }

    /// <summary>The town alone; of a meeting, <see cref="Place"/> says more.</summary>
    public string? Town { get; init; }

    /// <summary>The towns in it, each by its own name.</summary>
    public ImmutableArray<string> Towns { get; init; } = [];

    /// <summary>How long a practice took until there was a result, as far as its text says so.</summary>
    public int? MonthsToResult { get; init; }

    /// <summary>A meeting's status, as the editor chose it in Dutch.</summary>
    public string? Status { get; init; }

    /// <summary>Read from the page when a card first shows it: most of thousands never are.</summary>
    public ItemResult? Result => FirstResult?.Value;

    internal Lazy<ItemResult?>? FirstResult { get; init; }

    public DateOnly? LastConfirmed { get; init; }

    public Guid? CopiedFrom { get; init; }

    /// <summary>The number of a goal page, otherwise 0.</summary>
    public int GoalNumber { get; init; }

    public int? Attendance { get; init; }

    public bool HasReport { get; init; }

    public bool IsDemo { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>The page in this culture, or else in Dutch.</summary>
    public ItemTexts In(string culture)
    {
        foreach (var texts in Texts)
        {
            if (string.Equals(texts.Culture, culture, StringComparison.OrdinalIgnoreCase))
            {
                return texts;
            }
        }

        return Texts[0];
    }

    public bool Has(string culture) => string.Equals(In(culture).Culture, culture, StringComparison.OrdinalIgnoreCase);

    /// <summary>0 when this is its first main goal, 1 when it is another main goal, 2 when it plays a second part, 3 when it is none of its goals.</summary>
    public int RoleFor(int goal)
    {
        var place = Goals.IndexOf(new ItemGoal(goal, IsPrimary: true));
        return place == 0 ? 0 : place > 0 ? 1 : Goals.Contains(new ItemGoal(goal, IsPrimary: false)) ? 2 : 3;
    }

    public PageText Title(string culture) => Text(In(culture), culture, texts => texts.Title);

    /// <summary>The summary in this culture, or else in Dutch; empty when it has none.</summary>
    public PageText Summary(string culture) =>
        In(culture) is { Summary.Length: > 0 } own ? Text(own, culture, texts => texts.Summary) : Text(Texts[0], culture, texts => texts.Summary);

    public PageText Period(string culture) =>
        In(culture) is { Period.Length: > 0 } own ? Text(own, culture, texts => texts.Period) : Text(Texts[0], culture, texts => texts.Period);

    private static PageText Text(ItemTexts texts, string culture, Func<ItemTexts, string> which) =>
        new(which(texts), string.Equals(texts.Culture, culture, StringComparison.OrdinalIgnoreCase) ? null : texts.Culture);
}

/// <summary>A page's texts in one culture. Empty where the editor gave none.</summary>
public sealed record ItemTexts(string Culture, string Title, string Summary, string Period);

/// <summary>One goal, 1 to 17, that an item contributes to.</summary>
public readonly record struct ItemGoal(int Number, bool IsPrimary);

/// <summary>The first outcome of a practice, for its card.</summary>
public sealed record ItemResult(decimal? Figure, string? Unit, string? Description);

/// <summary>
/// When something is or was, in the time of Deventer. For an article and a prize only the date counts; the year stands alone
/// when nothing better is known.
/// </summary>
public sealed record ItemMoment(DateTimeOffset? Start, DateTimeOffset? End, bool IsTimeUnknown, int? Year)
{
    public static ItemMoment Unknown { get; } = new(null, null, true, null);

    public DateOnly? Date => Start is { } start ? DateOnly.FromDateTime(start.DateTime) : null;

    /// <summary>Sorts what is known exactly and what isn't in one row: a bare year comes before that year's dates.</summary>
    public long Order => Start is { } start ? start.UtcTicks : Year is { } year ? new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks : 0;

    /// <summary>Whether it still lies ahead: until its end, or until its day is over when no end is known.</summary>
    public bool IsAhead(DateTimeOffset now) => End is { } end ? end > now
        : Start is { } start ? DateOnly.FromDateTime(start.DateTime) >= DateOnly.FromDateTime(now.ToOffset(start.Offset).DateTime)
        : Year > now.Year;
}
