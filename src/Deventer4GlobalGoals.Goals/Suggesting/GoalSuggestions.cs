namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>What a text seems to be about.</summary>
/// <param name="Language">"nl", "en" or "de": in which the text was read.</param>
/// <param name="Scores">The confidence per goal from 0 to 1: goal 1 first, goal 17 last. They don't add up to 1: a text may be about several goals, or none.</param>
/// <param name="Goals">At most three, the most certain first. Empty when the suggester doesn't know.</param>
public sealed record GoalSuggestions(string Language, IReadOnlyList<double> Scores, IReadOnlyList<SuggestedGoal> Goals)
{
    /// <summary>No goal is certain enough to be proposed.</summary>
    public bool DoesNotKnow => Goals.Count == 0;
}

/// <summary>A goal that the text seems to be about.</summary>
/// <param name="Goal">1 to 17.</param>
/// <param name="Confidence">0 to 1. Of goals with 0.8, about eight in ten are right; the README of this room has the figures.</param>
/// <param name="Targets">At most three, the most certain first; empty when nothing points at one.</param>
/// <param name="Words">The words of the text that the proposal rests on, in their order.</param>
public sealed record SuggestedGoal(int Goal, double Confidence, IReadOnlyList<SuggestedTarget> Targets, IReadOnlyList<TriggerWord> Words);

/// <param name="Target">The target.</param>
/// <param name="Confidence">0 to 1, and never more than its goal's.</param>
public sealed record SuggestedTarget(TargetCode Target, double Confidence);

/// <summary>Where the text has words that point to a goal.</summary>
/// <param name="Start">The place of the first character in the text that was given, counted in UTF-16 units from 0.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Text">The words as they stand there.</param>
/// <param name="Term">The entry of the word list that they match.</param>
/// <param name="Weight">1 (faint) to 5 (almost certain).</param>
public sealed record TriggerWord(int Start, int Length, string Text, string Term, int Weight);
