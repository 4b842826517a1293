using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Scoring;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>The scoreboard of a category with the names that whoever looks may know.</summary>
/// <param name="Category">Which one.</param>
/// <param name="Rules">That hold.</param>
/// <param name="Board">As the room makes it.</param>
/// <param name="Entries">Names of entries; one that isn't here has none.</param>
/// <param name="Jurors">Names of jurors; empty when they stay unnamed.</param>
/// <param name="Abstentions">Jurors who gave no score, over all entries.</param>
public sealed record CategoryBoard(
    Category Category, Rulebook Rules, Scoreboard Board, IReadOnlyDictionary<string, string> Entries, IReadOnlyDictionary<string, string> Jurors, int Abstentions);

/// <summary>What somebody may see of a result.</summary>
public sealed record BoardView
{
    /// <summary>Entries that they are recused from: the board is made without these, so that no rank tells that they are there.</summary>
    public IReadOnlySet<string> Hidden { get; init; } = new HashSet<string>();

    /// <summary>Only these entries have a name; null for all.</summary>
    public IReadOnlySet<string>? Named { get; init; }

    public bool JurorsNamed { get; init; }
}

/// <summary>Gives results their names. Totals come from the room, and from nowhere else.</summary>
public sealed class Boards(Nominations nominations, PrizePeople people)
{
    public async Task<IReadOnlyList<CategoryBoard>> OfAsync(EditionNow edition, BoardView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(view);
        var state = edition.State ?? throw new InvalidOperationException("There is no result before opening.");
        var texts = await nominations.TextsAsync(edition.Year, cancellation);
        var names = state.Entries.Keys
            .Where(entry => view.Named?.Contains(entry) != false && texts.GetValueOrDefault(entry) is { Text.Organisation.Length: > 0 })
            .ToDictionary(entry => entry, entry => texts[entry].Text.Organisation, StringComparer.Ordinal);
        var jurors = view.JurorsNamed ? (await people.JurorsAsync(edition.Year, cancellation)).ToDictionary(juror => juror.Pseudonym, juror => juror.Name, StringComparer.Ordinal) : [];
        return [.. edition.Rulebook.Categories.Select(category => new CategoryBoard(
            category, edition.Rulebook, Board(state, category.Key, view.Hidden), names, jurors, Abstentions(state, category.Key, view.Hidden)))];
    }

    private static Scoreboard Board(EditionState state, string category, IReadOnlySet<string> hidden) => hidden.Count == 0
        ? ResultFiles.Board(state, category)
        : ScoreboardMaker.Make(
            state.Rulebook,
            state.Counting().Where(ballot => state.Entries.GetValueOrDefault(ballot.Entry) == category && !hidden.Contains(ballot.Entry)),
            ResultFiles.Seed(state.Edition));

    private static int Abstentions(EditionState state, string category, IReadOnlySet<string> hidden) => state.Ballots.Count(ballot =>
        ballot.Value[^1].Abstained is not null && !hidden.Contains(ballot.Key.Entry) && state.Entries.GetValueOrDefault(ballot.Key.Entry) == category);
}
