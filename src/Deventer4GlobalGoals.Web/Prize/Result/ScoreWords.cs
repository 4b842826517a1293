using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Prize.Scoring;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>A scoreboard in plain words.</summary>
/// <param name="texts">In the language of whoever reads.</param>
/// <param name="format">Of the same language.</param>
/// <param name="board">What is said something of.</param>
public sealed class ScoreWords(SiteTexts texts, SiteFormat format, CategoryBoard board)
{
    /// <summary>Less than this doesn't show in a figure with one decimal.</summary>
    private const decimal Shown = 0.05m;

    private const int MostNamed = 2;

    public string this[string key] => texts["score." + key];

    public string Format(string key, params object?[] values) => texts.Format("score." + key, values);

    /// <summary>With one decimal: "7,7".</summary>
    public string Score(double score) => format.Number(Rounded(score)) is var text && text.AsSpan().ContainsAny(",.") ? text : text + (texts.Language == "en" ? ".0" : ",0");

    public string Margin(EntryResult entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Format("to", Score(entry.Low), Score(entry.High));
    }

    /// <summary>How many of a hundred times, never 0 or 100: what was drawn never makes anything certain.</summary>
    public static int OfHundred(double chance) => Math.Clamp((int)Math.Round(chance * 100), 1, 99);

    public string Entry(string entry) => board.Entries.GetValueOrDefault(entry) ?? Format("unnamed", Place(entry));

    public string Juror(string juror) => board.Jurors.GetValueOrDefault(juror) ?? this["aJuror"];

    /// <summary>Why corrected differs from raw.</summary>
    public string Reason(EntryResult entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var difference = Rounded(entry.Corrected) - Rounded(entry.Raw);
        if (difference == 0)
        {
            return this["same"];
        }

        var movers = entry.Reasons
            .Where(moved => (decimal)Math.Abs(moved.Points) >= Shown && Math.Sign(moved.Points) == Math.Sign(difference) && (decimal)Math.Abs(moved.Mildness) >= Shown)
            .Take(MostNamed)
            .Select(moved => Format(moved.Mildness > 0 ? "mild" : "strict", Juror(moved.Juror), Score(Math.Abs(moved.Mildness))))
            .ToArray();
        var because = movers.Length > 0 ? string.Join(this["and"], movers) : this["together"];
        return Format(difference > 0 ? "up" : "down", format.Number(Math.Abs(difference)), because);
    }

    /// <summary>Why nothing was corrected; null when something was.</summary>
    public string? Fallback => board.Board.Fallback == Deventer4GlobalGoals.Prize.Scoring.Fallback.None ? null : this["fallback" + board.Board.Fallback];

    public string Tie(TieBreakStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var rule = step.Rule.Kind switch
        {
            TieBreakKind.Criterion => Format("tieCriterion", board.Rules.Find(step.Rule.Criterion ?? string.Empty)?.Name.Nl),
            TieBreakKind.Lot => Format("tieLot", step.Rule.Seed),
            _ => this["tie" + step.Rule.Kind],
        };
        return Format(step.Decided ? "tieDecided" : "tieOpen", rule, string.Join(", ", step.Values.Select(value => $"{Entry(value.Entry)} {value.Shown}")));
    }

    public string Note(JurorNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Format("note" + note.Kind, Juror(note.Juror), note.Entry is { } entry ? Entry(entry) : null);
    }

    private static decimal Rounded(double score) => Math.Round((decimal)score, 1, MidpointRounding.AwayFromZero);

    private int Place(string entry) => board.Board.Entries.Select((one, index) => (one.Entry, index)).FirstOrDefault(one => one.Entry == entry).index + 1;
}
