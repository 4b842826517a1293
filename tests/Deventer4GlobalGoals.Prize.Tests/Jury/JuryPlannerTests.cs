using Deventer4GlobalGoals.Prize.Jury;

namespace Deventer4GlobalGoals.Prize.Tests.Jury;

public sealed class JuryPlannerTests
{
    [Fact]
    public void The_busiest_juror_gets_what_does_not_divide_evenly()
    {
        Assert.Equal(new JuryLoad(12, 6, FitsCap: true), JuryPlanner.Load(entries: 20, perEntry: 3, jurors: 5, minutes: 30, cap: 12));
        Assert.Equal(new JuryLoad(15, 4, FitsCap: false), JuryPlanner.Load(entries: 20, perEntry: 3, jurors: 4, minutes: 16, cap: 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => JuryPlanner.Load(entries: 20, perEntry: 6, jurors: 5, minutes: 30));
    }

    [Fact]
    public void More_entries_or_certainty_never_take_fewer_jurors()
    {
        foreach (var certainty in JuryPlanner.Certainties)
        {
            var needed = Enumerable.Range(1, 60).Select(entries => JuryPlanner.JurorsFor(entries, certainty)).ToArray();
            Assert.Equal(needed.Order(), needed);
        }

        Assert.All(Enumerable.Range(1, 60), entries => Assert.True(JuryPlanner.JurorsFor(entries, 0.5) < JuryPlanner.JurorsFor(entries, 0.8)));
        Assert.Throws<ArgumentException>(() => JuryPlanner.JurorsFor(10, 0.99));
    }
}
