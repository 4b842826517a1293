using System.Globalization;
using System.Text;

namespace Deventer4GlobalGoals.Goals.Suggesting;

/// <summary>A measure as tables in Markdown, the way they stand in the README of this room.</summary>
internal static class SuggestionReport
{
    public static string Write(SuggestionMeasure measure)
    {
        var report = new StringBuilder();
        report.AppendLine("| goal | texts | precision | recall | F1 |").AppendLine("|---|---:|---:|---:|---:|");
        for (var goal = 1; goal <= GoalCatalogue.Count; goal++)
        {
            Row(report, string.Create(CultureInfo.InvariantCulture, $"{goal} {GoalCatalogue.Default.Goal(goal).Name("nl")}"), measure.PerGoal[goal - 1]);
        }

        Row(report, "all goals together", measure.Overall);
        Row(report, "\"don't know\"", measure.Silent);
        report.AppendLine(CultureInfo.InvariantCulture, $"| mean F1 of the goals | | | | {measure.PerGoal.Average(hits => hits.F1):0.00} |");
        report.AppendLine(CultureInfo.InvariantCulture, $"| highest score is right | | | {measure.FirstRight:0.00} | |").AppendLine();
        report.AppendLine("| confidence, of all goals | how many | mean confidence | right |").AppendLine("|---|---:|---:|---:|");
        for (var i = 0; i < measure.Calibration.Count; i++)
        {
            var (count, confidence, right) = measure.Calibration[i];
            report.AppendLine(CultureInfo.InvariantCulture, $"| {i / 10.0:0.0}–{(i + 1) / 10.0:0.0} | {count} | {confidence:0.00} | {right:0.00} |");
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"| expected calibration error | | {measure.CalibrationError:0.000} | |");
        return report.ToString();
    }

    private static void Row(StringBuilder report, string name, Hits hits) =>
        report.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {hits.Right + hits.Missed} | {hits.Precision:0.00} | {hits.Recall:0.00} | {hits.F1:0.00} |");
}
