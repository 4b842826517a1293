using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Scoring;

namespace Deventer4GlobalGoals.Prize.Tests.Jury;

public sealed class AssignerTests
{
    [Fact]
    public void It_does_as_well_as_trying_everything()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var request = Random(new SeededRandom((ulong)seed));
            var (best, most) = (double.MaxValue, 0);
            foreach (var tried in Everything(request))
            {
                var cost = Cost(request, tried);
                (best, most) = tried.Count > most ? (cost, tried.Count) : tried.Count == most ? (Math.Min(best, cost), most) : (best, most);
            }

            var found = Assigner.Assign(request);
            Assert.Equal(most, found.Pairs.Count);
            Assert.Equal(best, Cost(request, [.. found.Pairs]));
            Assert.Equal(most == request.Entries.Count * request.PerEntry, found.IsComplete);
        }
    }

    [Fact]
    public void An_obstacle_names_entries_and_jurors_that_can_not_be_made_to_fit()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var request = Random(new SeededRandom((ulong)seed));
            foreach (var obstacle in Assigner.Assign(request).Obstacles)
            {
                // Nobody outside the obstacle has room that these entries don't use already.
                var places = obstacle.Jurors.Count * request.LoadCap!.Value;
                var elsewhere = obstacle.Entries.Sum(entry => request.Jurors.Count(juror => !obstacle.Jurors.Contains(juror) && !request.Conflicts.Contains(new Pair(entry, juror))));
                Assert.True(obstacle.Available < obstacle.Needed);
                Assert.True(places + elsewhere < obstacle.Needed, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void An_entry_with_too_many_conflicts_is_named()
    {
        var assignment = Assigner.Assign(new AssignmentRequest
        {
            Entries = ["a", "b"],
            Jurors = ["x", "y", "z"],
            PerEntry = 2,
            Conflicts = new HashSet<Pair> { new("a", "x"), new("a", "y") },
        });
        var obstacle = Assert.Single(assignment.Obstacles);
        Assert.Equal(["a"], obstacle.Entries);
        Assert.Equal((2, 1), (obstacle.Needed, obstacle.Available));
        Assert.Equal(3, assignment.Pairs.Count);
    }

    [Fact]
    public void The_load_is_even_and_what_is_fixed_stays()
    {
        var fixedPairs = new HashSet<Pair> { new("e1", "x"), new("e2", "x"), new("e3", "x") };
        var assignment = Assigner.Assign(new AssignmentRequest
        {
            Entries = [.. Enumerable.Range(1, 9).Select(number => $"e{number}")],
            Jurors = ["x", "y", "z"],
            PerEntry = 2,
            LoadCap = 6,
            Fixed = fixedPairs,
        });
        Assert.True(assignment.IsComplete);
        Assert.True(fixedPairs.IsSubsetOf(assignment.Pairs));
        Assert.All(assignment.Pairs.CountBy(pair => pair.Juror), load => Assert.Equal(6, load.Value));
    }

    [Fact]
    public void The_order_of_the_request_does_not_matter()
    {
        var request = Random(new SeededRandom(3)) with { Conflicts = new HashSet<Pair>() };
        var turned = request with { Entries = [.. request.Entries.Reverse()], Jurors = [.. request.Jurors.Reverse()] };
        Assert.Equal(Assigner.Assign(request).Pairs, Assigner.Assign(turned).Pairs);
    }

    private static AssignmentRequest Random(SeededRandom random)
    {
        string[] entries = ["a", "b", "c"];
        string[] jurors = ["x", "y", "z"];
        Pair[] pairs = [.. entries.SelectMany(entry => jurors.Select(juror => new Pair(entry, juror)))];
        return new AssignmentRequest
        {
            Entries = entries,
            Jurors = jurors,
            PerEntry = 1 + random.Index(3),
            LoadCap = 1 + random.Index(3),
            Conflicts = pairs.Where(_ => random.Uniform() < 0.3).ToHashSet(),
            Expertise = pairs.ToDictionary(pair => pair, _ => random.Index(4)),
            Preferred = pairs.Where(_ => random.Uniform() < 0.3).ToHashSet(),
        };
    }

    private static IEnumerable<List<Pair>> Everything(AssignmentRequest request)
    {
        Pair[] pairs = [.. request.Entries.SelectMany(entry => request.Jurors.Select(juror => new Pair(entry, juror))).Where(pair => !request.Conflicts.Contains(pair))];
        for (var chosen = 0; chosen < 1 << pairs.Length; chosen++)
        {
            var tried = pairs.Where((_, index) => (chosen & (1 << index)) != 0).ToList();
            if (tried.CountBy(pair => pair.Entry).All(count => count.Value <= request.PerEntry) && tried.CountBy(pair => pair.Juror).All(count => count.Value <= request.LoadCap))
            {
                yield return tried;
            }
        }
    }

    // Load first, then expertise, then what was preferred.
    private static double Cost(AssignmentRequest request, List<Pair> pairs) =>
        pairs.CountBy(pair => pair.Juror).Sum(count => 1e6 * count.Value * (count.Value + 1) / 2)
        + pairs.Sum(pair => (10 * (3 - request.Expertise[pair])) + (request.Preferred.Contains(pair) ? 0 : 1));
}
