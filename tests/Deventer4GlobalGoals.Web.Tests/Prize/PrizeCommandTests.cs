using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Hosting;
using Deventer4GlobalGoals.Web.Prize;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

public sealed class PrizeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("d4gg-prize-").FullName;

    [Fact]
    public void An_export_that_nobody_touched_is_verified_and_a_changed_one_names_the_line()
    {
        var log = PrizeLog.Empty
            .Add(new RulebookLocked(Rules()), "secretaris", DateTimeOffset.UnixEpoch)
            .Add(new EntryAdmitted("e1", "bedrijf"), "secretaris", DateTimeOffset.UnixEpoch);
        var files = ResultFiles.Of(log).ToDictionary();
        Assert.Equal((0, "verified: everything follows from the log"), Verify(files, "--head", log.Head));

        files[ResultFiles.Log] = files[ResultFiles.Log].Replace("e1", "e2", StringComparison.Ordinal);
        var (code, said) = Verify(files);
        Assert.Equal(1, code);
        Assert.StartsWith("log.jsonl, line 2: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prize")]
    [InlineData("prize", "win")]
    [InlineData("prize", "verify")]
    [InlineData("prize", "verify", "--export", "/nowhere.zip")]
    [InlineData("prize", "simulate", "--seeds", "0")]
    [InlineData("prize", "simulate", "--jurors", "9..3")]
    public void A_wrong_command_is_a_2_with_what_is_wrong(params string[] args)
    {
        using var error = new StringWriter();
        Assert.Equal(2, Tools.Answer(args, TextReader.Null, TextWriter.Null, error));
        Assert.NotEmpty(error.ToString());
    }

    [Fact]
    public void A_simulation_writes_ballots_and_scores_that_anyone_can_recompute()
    {
        var file = Path.Combine(folder, "panels.csv");
        using var output = new StringWriter();
        Tools.Answer(["prize", "simulate", "--seeds", "1", "--jurors", "3..3", "--entries", "8..8", "--export", file], TextReader.Null, output, TextWriter.Null);
        Assert.StartsWith("bar: ", output.ToString().TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal("edition,entry,juror,criterion,score,weight", File.ReadLines(file).First());
        Assert.Equal(8, File.ReadLines(Path.Combine(folder, "panels-scores.csv")).Skip(1).TakeWhile(line => line.StartsWith("SignalAndNoise-All-Honest-3-0.5-1,", StringComparison.Ordinal)).Count());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (int? Code, string Said) Verify(Dictionary<string, string> files, params string[] more)
    {
        var file = Path.Combine(folder, "export.zip");
        using (var stream = File.Create(file))
        {
            ResultZip.Write(stream, files);
        }

        using var output = new StringWriter();
        var code = Tools.Answer(["prize", "verify", "--export", file, .. more], TextReader.Null, output, TextWriter.Null);
        return (code, output.ToString().Trim());
    }

    private static Rulebook Rules() => new()
    {
        Year = 2026,
        Title = new Label("Prijs 2026"),
        Categories = [new Category("bedrijf", new Label("Bedrijf"))],
        Criteria = [new Criterion("impact", new Label("Impact"), 1, new Scale(0, 10, 1))],
        Quorum = 1,
        Nominating = new Window(new CityTime(2026, 9, 1, 9, 0), new CityTime(2026, 10, 1, 23, 59)),
        Scoring = new Window(new CityTime(2026, 10, 10, 9, 0), new CityTime(2026, 11, 10, 23, 59)),
        Ceremony = new CityTime(2027, 2, 11, 17, 0),
    };
}
