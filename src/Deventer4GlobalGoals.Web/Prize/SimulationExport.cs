using System.Globalization;
using Deventer4GlobalGoals.Prize.Simulation;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>Writes simulated panels as CSV, so that anyone can recompute them: the ballots, and beside them the corrected scores.</summary>
internal sealed class SimulationExport : IDisposable
{
    private readonly StreamWriter ballots;
    private readonly StreamWriter scores;

    public SimulationExport(string file)
    {
        ballots = new StreamWriter(file);
        scores = new StreamWriter(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileNameWithoutExtension(file) + "-scores" + Path.GetExtension(file)));
        ballots.WriteLine("edition,entry,juror,criterion,score,weight");
        scores.WriteLine("edition,entry,quality,corrected");
    }

    public void Write(SimulatedResult result)
    {
        var (setting, panel) = (result.Setting, result.Panel);
        var edition = string.Create(
            CultureInfo.InvariantCulture,
            $"{setting.Stretching}-{setting.Coverage}-{setting.Kind}-{setting.Jurors}-{setting.Strictness}-{result.Number}");
        foreach (var (entry, juror, given) in panel.Scores)
        {
            for (var criterion = 0; criterion < given.Length; criterion++)
            {
                ballots.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{edition},{SimulatedPanel.EntryName(entry)},j{juror:00},c{criterion + 1},{given[criterion]},{SimulatedPanel.Weights[criterion]}"));
            }
        }

        for (var entry = 0; entry < panel.Quality.Count; entry++)
        {
            scores.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{edition},{SimulatedPanel.EntryName(entry)},{panel.Quality[entry]:R},{result.Scores[entry]:R}"));
        }
    }

    public void Dispose()
    {
        ballots.Dispose();
        scores.Dispose();
    }
}
