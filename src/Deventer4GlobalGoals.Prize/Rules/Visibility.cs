namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>When a juror sees what others made of an entry while scoring goes on: the six ways of HotCRP.</summary>
public enum VisibilityMode
{
    Never,

    /// <summary>After handing in an own ballot for that entry.</summary>
    AfterOwn,

    Always,

    /// <summary>Always, but not while an own ballot for that entry is still to be handed in.</summary>
    UnlessOwnIncomplete,

    /// <summary>Not while any own ballot is still to be handed in.</summary>
    UnlessAnyIncomplete,

    /// <summary>When assigned to that entry.</summary>
    IfAssigned,
}

public static class Visibility
{
    /// <param name="mode">What the rulebook says.</param>
    /// <param name="assigned">The juror is to score this entry.</param>
    /// <param name="ownIn">Their ballot for it is in.</param>
    /// <param name="allOwnIn">So are those for every entry they are to score.</param>
    public static bool Allows(VisibilityMode mode, bool assigned, bool ownIn, bool allOwnIn) => mode switch
    {
        VisibilityMode.Never => false,
        VisibilityMode.AfterOwn => ownIn,
        VisibilityMode.Always => true,
        VisibilityMode.UnlessOwnIncomplete => !assigned || ownIn,
        VisibilityMode.UnlessAnyIncomplete => allOwnIn,
        VisibilityMode.IfAssigned => assigned,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There are six ways."),
    };
}
