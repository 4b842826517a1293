using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Simulation;

/// <summary>Other ways to rank the entries of a panel, to compare with: a value per entry of the table, more is better.</summary>
internal static class Rivals
{
    private const double Free = 1e6;
    private const int BradleyTerryRounds = 40;

    /// <summary>By name, raw first.</summary>
    public static readonly (string Name, Func<MarkTable, double[]> Score)[] All =
    [
        ("raw", static marks => marks.MeanPerEntry()),
        ("z-score", ZScore),
        ("median", static marks => Middle(marks, static count => (count - 1) / 2)),
        ("trimmed", static marks => Middle(marks, static count => count < 3 ? 0 : Math.Max(1, count / 5))),
        ("fixed", static marks => TwoWay(marks, Free, Free)),
        ("random", RandomEffects),
        ("Bradley-Terry", BradleyTerry),
        ("Borda", Borda),
    ];

    private static double[] ZScore(MarkTable marks)
    {
        var means = new double[marks.Jurors.Length];
        var squares = new double[marks.Jurors.Length];
        for (var mark = 0; mark < marks.Count; mark++)
        {
            means[marks.JurorOf[mark]] += marks.Values[mark] / marks.PerJuror[marks.JurorOf[mark]];
        }

        for (var mark = 0; mark < marks.Count; mark++)
        {
            squares[marks.JurorOf[mark]] += Math.Pow(marks.Values[mark] - means[marks.JurorOf[mark]], 2);
        }

        return PerEntry(marks, mark =>
        {
            var juror = marks.JurorOf[mark];
            var deviation = Math.Sqrt(squares[juror] / Math.Max(marks.PerJuror[juror] - 1, 1));
            return deviation > 1e-9 ? (marks.Values[mark] - means[juror]) / deviation : 0;
        });
    }

    // The mean of what is left when some of the highest and as many of the lowest marks are left out.
    private static double[] Middle(MarkTable marks, Func<int, int> dropped)
    {
        var scores = new double[marks.Entries.Length];
        for (var entry = 0; entry < scores.Length; entry++)
        {
            var own = marks.Values[marks.Starts[entry]..marks.Starts[entry + 1]];
            Array.Sort(own);
            var drop = dropped(own.Length);
            scores[entry] = own[drop..^drop].Average();
        }

        return scores;
    }

    private static double[] TwoWay(MarkTable marks, double entryRatio, double jurorRatio)
    {
        var model = new TwoWayModel(marks, Centred(marks));
        model.Weigh(Ones(marks));
        model.Solve(entryRatio, jurorRatio);
        return model.Entries;
    }

    // Restricted maximum likelihood by a search that halves its steps.
    private static double[] RandomEffects(MarkTable marks)
    {
        var model = new TwoWayModel(marks, Centred(marks));
        model.Weigh(Ones(marks));
        var (entry, juror, step) = (0.0, 0.0, 2.0);
        var least = Deviance(entry, juror);
        while (step > 0.1)
        {
            var moved = false;
            foreach (var (right, up) in (ReadOnlySpan<(int, int)>)[(1, 0), (-1, 0), (0, 1), (0, -1)])
            {
                var (nextEntry, nextJuror) = (Math.Clamp(entry + (right * step), -3.9, 4.6), Math.Clamp(juror + (up * step), -9.2, 6.9));
                if (Deviance(nextEntry, nextJuror) is var deviance && deviance < least - 1e-9)
                {
                    (entry, juror, least, moved) = (nextEntry, nextJuror, deviance, true);
                }
            }

            step = moved ? step : step / 2;
        }

        model.Solve(Math.Exp(entry), Math.Exp(juror));
        return model.Entries;

        double Deviance(double logEntry, double logJuror)
        {
            model.Solve(Math.Exp(logEntry), Math.Exp(logJuror));
            return (Math.Max(marks.Count - 1, 1) * Math.Log(model.Penalised)) + (marks.Entries.Length * logEntry)
                + (marks.Jurors.Length * logJuror) + model.LogDeterminant;
        }
    }

    // Each juror's marks as matches between entries; one win and one loss against an entry of average strength keep it finite.
    private static double[] BradleyTerry(MarkTable marks)
    {
        var count = marks.Entries.Length;
        var matches = new double[count * count];
        var wins = new double[count];
        Array.Fill(wins, 1);
        foreach (var own in Enumerable.Range(0, marks.Count).GroupBy(mark => marks.JurorOf[mark]).Select(group => group.ToArray()))
        {
            foreach (var one in own)
            {
                foreach (var other in own)
                {
                    if (one != other)
                    {
                        matches[(marks.EntryOf[one] * count) + marks.EntryOf[other]]++;
                        wins[marks.EntryOf[one]] += Points(marks.Values[one] - marks.Values[other]);
                    }
                }
            }
        }

        var strength = new double[count];
        Array.Fill(strength, 1);
        for (var round = 0; round < BradleyTerryRounds; round++)
        {
            for (var one = 0; one < count; one++)
            {
                var expected = 2 / (strength[one] + 1);
                for (var other = 0; other < count; other++)
                {
                    expected += matches[(one * count) + other] / (strength[one] + strength[other]);
                }

                strength[one] = wins[one] / expected;
            }
        }

        return strength;
    }

    private static double[] Borda(MarkTable marks)
    {
        var points = new double[marks.Count];
        foreach (var own in Enumerable.Range(0, marks.Count).GroupBy(mark => marks.JurorOf[mark]).Select(group => group.ToArray()))
        {
            foreach (var one in own)
            {
                var beaten = own.Where(other => other != one).Sum(other => Points(marks.Values[one] - marks.Values[other]));
                points[one] = own.Length > 1 ? beaten / (own.Length - 1) : 0.5;
            }
        }

        return PerEntry(marks, mark => points[mark]);
    }

    private static double Points(double difference) => difference > 1e-9 ? 1 : difference < -1e-9 ? 0 : 0.5;

    private static double[] PerEntry(MarkTable marks, Func<int, double> value)
    {
        var scores = new double[marks.Entries.Length];
        for (var mark = 0; mark < marks.Count; mark++)
        {
            var entry = marks.EntryOf[mark];
            scores[entry] += value(mark) / (marks.Starts[entry + 1] - marks.Starts[entry]);
        }

        return scores;
    }

    private static double[] Centred(MarkTable marks)
    {
        var centre = marks.Values.Average();
        return [.. marks.Values.Select(value => value - centre)];
    }

    private static double[] Ones(MarkTable marks) => [.. marks.Jurors.Select(_ => 1.0)];
}
