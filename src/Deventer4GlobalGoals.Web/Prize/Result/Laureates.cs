using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>Somebody who won, or was a finalist, in an edition of which everybody knows the result.</summary>
/// <param name="Edition">That was announced.</param>
/// <param name="Entry">What the log calls the entry.</param>
/// <param name="Category">In which they won or were a finalist.</param>
/// <param name="IsWinner">Otherwise a finalist.</param>
/// <param name="Text">What the entry says; without a name when it was erased.</param>
public sealed record Laureate(EditionNow Edition, string Entry, Category Category, bool IsWinner, NominationText Text)
{
    /// <summary>Null when it was erased: a finalist loses their name some time after the ceremony.</summary>
    public string? Name => Text.Organisation.Length > 0 ? Text.Organisation : null;

    /// <summary>Why they won; null for a finalist.</summary>
    public string? Motivation => IsWinner ? State.Winners[Category.Key].Motivation : null;

    public EditionState State => Edition.State!;

    /// <summary>In the site's words: "laureate.winner".</summary>
    public string Honour => IsWinner ? "laureate.winner" : "laureate.finalist";
}

/// <summary>Finds who won and who were finalists. Until the ceremony there is nobody.</summary>
public sealed class Laureates(Editions editions, Nominations nominations, JuryReports reports)
{
    /// <summary>Per category the winner, then the finalists; empty as long as the result isn't everybody's.</summary>
    public async Task<IReadOnlyList<Laureate>> OfAsync(int year, CancellationToken cancellation)
    {
        if (await editions.FindAsync(year, cancellation) is not { State: { } state } edition || !reports.IsPublic(edition))
        {
            return [];
        }

        var texts = await nominations.TextsAsync(year, cancellation);
        return [.. edition.Rulebook.Categories.SelectMany(category =>
        {
            var winner = state.Winners.GetValueOrDefault(category.Key)?.Entry;
            return new[] { winner }.OfType<string>().Concat(state.Finalists.GetValueOrDefault(category.Key, [])).Distinct(StringComparer.Ordinal)
                .Select(entry => new Laureate(edition, entry, category, entry == winner, texts.GetValueOrDefault(entry)?.Text ?? new NominationText()));
        })];
    }

    /// <summary>Null when they are none, as when there is no such edition.</summary>
    public async Task<Laureate?> FindAsync(int year, string entry, CancellationToken cancellation) =>
        (await OfAsync(year, cancellation)).FirstOrDefault(laureate => laureate.Entry == entry);
}
