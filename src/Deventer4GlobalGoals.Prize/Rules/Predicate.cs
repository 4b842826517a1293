namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>One condition with a name, to be put together with others.</summary>
public sealed record Predicate(string Name, Func<Situation, bool> Holds)
{
    public override string ToString() => Name;
}

/// <summary>The conditions that permissions are made of.</summary>
public static class Predicates
{
    public static readonly Predicate NominatingIsOpen = new("nominating is open", static s => s.NominatingOpen);
    public static readonly Predicate ScoringIsOpen = new("scoring is open", static s => s.ScoringOpen);
    public static readonly Predicate VotingIsOpen = new("voting is open", static s => s.VotingOpen);
    public static readonly Predicate CeremonyIsReached = new("ceremony is reached", static s => s.CeremonyReached);
    public static readonly Predicate IsOwn = new("is own", static s => s.IsOwn);
    public static readonly Predicate IsSameEdition = new("is same edition", static s => s.IsSameEdition);
    public static readonly Predicate IsAssigned = new("is assigned", static s => s.IsAssigned);
    public static readonly Predicate IsNotRecused = new("is not recused", static s => !s.IsRecused);
    public static readonly Predicate IsRecusedFromNothing = new("is recused from nothing", static s => !s.IsRecusedFromAny);
    public static readonly Predicate NamesAreOpen = new("names are open", static s => !s.Blind);
    public static readonly Predicate JurorsAreNamed = new("jurors are named", static s => s.JurorsNamed);

    public static readonly Predicate VisibilityAllows = new(
        "visibility allows",
        static s => Visibility.Allows(s.Visibility, s.IsAssigned, s.OwnBallotIn, s.AllOwnBallotsIn));
}
