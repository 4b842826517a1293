using System.Globalization;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>The last minute before the deadline, and a site that is killed while a jury saves.</summary>
internal sealed class PrizeFigures(BenchSite site, FigureTable figures)
{
    private const double MostAnswer = 300;
    private const int NominationsAtDeadline = 300;
    private const int NominationsAtKill = 100;
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AroundKill = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Preparing = TimeSpan.FromMinutes(3);
    private static readonly TimeZoneInfo City = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public async Task RunAsync()
    {
        Measurement.Say("usync import, a jury and a prize that closes in some minutes");
        site.RunVerb("usync", "import");
        var deadline = WholeMinute(TimeProvider.System.GetUtcNow() + Preparing);
        site.RunPart(Planting.Verb, TimeZoneInfo.ConvertTime(deadline, City).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        var (process, port, _) = await site.StartAsync();
        await BenchSite.SettleAsync(process);
        var jurors = await SignInAsync(port);
        var wait = deadline - LastMinute - TimeProvider.System.GetUtcNow();
        if (wait < TimeSpan.Zero)
        {
            throw new BenchmarkException($"Preparing the prize took longer than {Preparing}: the deadline went by.");
        }

        Measurement.Say(string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0} s until the last minute before the deadline"));
        await Task.Delay(wait);
        var minute = new JuryMinute(jurors, port);
        await minute.RunAsync(LastMinute, Planting.Closing, NominationsAtDeadline, 1);
        minute.Ballots.Report(figures, $"ballot saved, {Planting.Jurors} jurors every 2 s, SQLite", MostAnswer);
        minute.Nominations.Report(figures, $"nomination handed in, {NominationsAtDeadline} in the last minute", MostAnswer);
        Report(minute, "at the deadline");

        Measurement.Say("the same with the site killed halfway");
        var around = new JuryMinute(jurors, port);
        var load = around.RunAsync(AroundKill, Planting.Open, NominationsAtKill, 2);
        await Task.Delay(AroundKill / 2);
        await BenchSite.KillAsync(process);
        (process, _, var back) = await site.StartAsync(port);
        await load;
        await BenchSite.KillAsync(process);
        Report(around, FormattableString.Invariant($"around a kill, {back.TotalSeconds:0.0} s away"));
        site.RunVerb("prize", "verify", "--edition", Planting.Scored.ToString(CultureInfo.InvariantCulture));
        foreach (var juror in jurors)
        {
            juror.Dispose();
        }
    }

    private void Report(JuryMinute minute, string when)
    {
        var lost = minute.Lost(new SiteFile(site.Folder));
        foreach (var line in lost.Concat(minute.Wrong.Distinct()).Take(10))
        {
            Measurement.Say($"  {line}");
        }

        figures.Add($"acknowledged and lost, {when}", "0", $"{lost.Count} of {minute.SavedBallots.Count} ballots and {minute.SavedNominations.Count} nominations ({minute.Refused} refused, {minute.Wrong.Count} other answers)", lost.Count == 0 && minute.Wrong.IsEmpty);
    }

    private static async Task<IReadOnlyList<Visitor>> SignInAsync(int port)
    {
        var jurors = Enumerable.Range(0, Planting.Jurors).Select(number => new Visitor(port, number)).ToList();
        await Parallel.ForEachAsync(jurors.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (juror, _) => await juror.Item.SignInAsync(Planting.Juror(juror.Index)));
        return jurors;
    }

    private static DateTimeOffset WholeMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));
}
