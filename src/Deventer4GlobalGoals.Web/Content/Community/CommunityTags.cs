using Deventer4GlobalGoals.Cms.Kept;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>What answers that show lists and figures depend on, and what of that a change touches.</summary>
internal static class CommunityTags
{
    /// <summary>What the site counts.</summary>
    public static AnswerTag Figures { get; } = new("figures");

    /// <summary>All items of a kind, with all that lists know of them.</summary>
    public static AnswerTag List(ItemKind kind) => new($"list {kind}");

    /// <summary>Which items of a kind there are, where, and their texts: what menus show.</summary>
    public static AnswerTag Menu(ItemKind kind) => new($"menu {kind}");

    /// <summary>The items of a kind that contribute to a goal.</summary>
    public static AnswerTag Goal(int number, ItemKind kind) => new($"goal {number} {kind}");

    /// <summary>The practices and meetings of an organisation.</summary>
    public static AnswerTag Of(Guid organisation) => new("of", organisation);

    /// <summary>The practices that took one as their example.</summary>
    public static AnswerTag CopiesOf(Guid practice) => new("copies", practice);

    /// <param name="before">The item as it was; null when it is new.</param>
    /// <param name="after">The item as it is; null when it is gone.</param>
    public static IEnumerable<AnswerTag> Touched(CommunityItem? before, CommunityItem? after)
    {
        if (before is null && after is null)
        {
            return [];
        }

        var tags = (before is null ? [] : Shown(before)).Concat(after is null ? [] : Shown(after));
        var kind = (after ?? before)!.Kind;
        if (!IsSameInMenus(before, after))
        {
            tags = tags.Append(Menu(kind));
        }

        return CountsTheSame(before, after) ? tags : tags.Append(Figures);
    }

    /// <summary>Whether the page is found elsewhere now, and with it all below it.</summary>
    public static bool HasOtherAddress(CommunityItem? before, CommunityItem? after) =>
        before is not null
        && after is not null
        && (before.ParentKey != after.ParentKey
            || !before.Texts.Select(texts => (texts.Culture, texts.Title)).SequenceEqual(after.Texts.Select(texts => (texts.Culture, texts.Title))));

    private static IEnumerable<AnswerTag> Shown(CommunityItem item) =>
    [
        AnswerTag.AnyDocument,
        AnswerTag.Item(item.Key),
        List(item.Kind),
        .. item.Goals.Select(goal => Goal(goal.Number, item.Kind)),
        .. item.Organisations.Select(Of),
        .. item.CopiedFrom is { } original ? [CopiesOf(original)] : Array.Empty<AnswerTag>(),
    ];

    private static bool IsSameInMenus(CommunityItem? before, CommunityItem? after) =>
        before is not null
        && after is not null
        && (before.ParentKey, before.SortOrder, before.GoalNumber, before.IsHidden) == (after.ParentKey, after.SortOrder, after.GoalNumber, after.IsHidden)
        && before.Texts.SequenceEqual(after.Texts);

    private static bool CountsTheSame(CommunityItem? before, CommunityItem? after) =>
        before is not null
        && after is not null
        && before.Attendance == after.Attendance
        && before.Goals.SequenceEqual(after.Goals)
        && before.Targets.SequenceEqual(after.Targets);
}
