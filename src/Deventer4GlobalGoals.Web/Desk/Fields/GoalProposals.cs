using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Goals.Suggesting;
using Umbraco.Cms.Core;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>A goal that the texts of a page seem to be about.</summary>
/// <param name="Goal">1 to 17.</param>
/// <param name="Target">The most likely of its targets; empty when none is.</param>
/// <param name="IsLikely">Whether it is more than a guess.</param>
/// <param name="Words">What it rests on.</param>
public sealed record GoalProposal(int Goal, string Target, bool IsLikely, string Words)
{
    /// <summary>What the button that takes it over says to the server.</summary>
    public string Button => $"{GoalProposals.Take}{Goal} {Target}";
}

/// <summary>
/// Goals proposed for what is typed in a form, and taken over in it. Nothing is saved by that: whoever writes decides, and the form comes back as
/// it was typed.
/// </summary>
public static class GoalProposals
{
    public const string Ask = "suggest";
    internal const string Take = "take ";

    private const string Contributions = "D4GG.Contributions";
    private const int MostWords = 5;

    /// <summary>Below this a proposal is called a guess: on short texts the suggester is surer than it should be.</summary>
    private const double Likely = 0.7;

    private static readonly string[] Texts =
    [
        Constants.PropertyEditors.Aliases.TextBox, Constants.PropertyEditors.Aliases.TextArea, Constants.PropertyEditors.Aliases.MarkdownEditor, Constants.PropertyEditors.Aliases.RichText,
    ];

    public static bool IsAsked(string? what) => what == Ask || what?.StartsWith(Take, StringComparison.Ordinal) == true;

    /// <summary>Takes over what was chosen, if anything.</summary>
    /// <param name="what">What the button said.</param>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="input">What the names of a property's inputs begin with, by its alias.</param>
    /// <param name="data">What is typed; a chosen goal is put in it.</param>
    /// <param name="language">"nl", "en" or "de".</param>
    /// <returns>What is proposed and isn't chosen yet.</returns>
    public static IReadOnlyList<GoalProposal> Answer(string what, IReadOnlyList<FieldSpec> fields, Func<string, string> input, FieldData data, string language)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(data);
        if (fields.FirstOrDefault(field => field.EditorAlias == Contributions) is not { } contributions)
        {
            return [];
        }

        var name = input(contributions.Alias);
        if (what.StartsWith(Take, StringComparison.Ordinal))
        {
            Add(what[Take.Length..].Split(' '), name, data);
        }

        var chosen = Enumerable.Range(0, data.Rows(name)).Select(row => data.Text($"{FieldData.Row(name, row)}.goal")).ToHashSet(StringComparer.Ordinal);
        var text = string.Join('\n', fields.Where(field => Texts.Contains(field.EditorAlias) && field.Varies).Select(field => data.Text(input(field.Alias))).Prepend(data.Text("name")));
        return
        [
            .. GoalSuggester.Default.Suggest(text, language).Goals
                .Where(goal => !chosen.Contains(goal.Goal.ToString(CultureInfo.InvariantCulture)))
                .Select(goal => new GoalProposal(
                    goal.Goal,
                    goal.Targets.Count > 0 ? goal.Targets[0].Target.ToString() : string.Empty,
                    goal.Confidence >= Likely,
                    string.Join(", ", goal.Words.Select(word => word.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)))),
        ];
    }

    /// <summary>In the first empty row, with another empty one after it. The first three goals are main goals.</summary>
    private static void Add(string[] chosen, string name, FieldData data)
    {
        if (!int.TryParse(chosen[0], CultureInfo.InvariantCulture, out var goal) || goal is < 1 or > GoalCatalogue.Count)
        {
            return;
        }

        var rows = data.Rows(name);
        var row = Enumerable.Range(0, rows).FirstOrDefault(one => data.Text($"{FieldData.Row(name, one)}.goal").Length == 0, rows);
        var at = FieldData.Row(name, row);
        data.Set($"{at}.goal", goal.ToString(CultureInfo.InvariantCulture));
        data.Set($"{at}.target", chosen.Length > 1 ? chosen[1] : string.Empty);
        data.Set($"{at}.role", row < Contribution.MostPrimary ? "primary" : "secondary");
        data.Set($"{at}.direction", "positive");
        data.SetRows(name, Math.Max(rows, row + 2));
    }
}
