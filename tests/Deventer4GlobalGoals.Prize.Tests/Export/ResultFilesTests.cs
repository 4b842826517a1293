using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Tests.Log;

namespace Deventer4GlobalGoals.Prize.Tests.Export;

public sealed class ResultFilesTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = ResultFiles.Of(SampleLog.Decided());
    private static readonly string Head = SampleLog.Decided().Head;

    [Fact]
    public void What_was_handed_out_is_recomputed_to_the_same() => Assert.Empty(ResultCheck.Verify(Files, Head));

    [Fact]
    public void Every_line_of_every_file_that_is_changed_is_named()
    {
        foreach (var (name, text) in Files)
        {
            var lines = text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                var changed = lines.ToArray();
                changed[line] = changed[line].Length == 0 ? " " : changed[line][..^1] + (changed[line][^1] == '0' ? '1' : '0');
                var faults = ResultCheck.Verify(Changed(name, string.Join('\n', changed)), Head);
                Assert.Equal((name, line + 1), (faults[0].File, faults[0].Line));
            }
        }
    }

    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        foreach (var name in Files.Keys)
        {
            var rest = Files.Where(file => file.Key != name).ToDictionary();
            Assert.Equal(name, Assert.Single(ResultCheck.Verify(rest, Head)).File);
        }
    }

    [Fact]
    public void Who_writes_everything_anew_is_found_by_the_printed_head()
    {
        var other = ResultFiles.Of(SampleLog.Scoring());
        Assert.Empty(ResultCheck.Verify(other));
        Assert.Equal(ResultFiles.Log, Assert.Single(ResultCheck.Verify(other, Head)).File);
    }

    [Fact]
    public void No_cell_is_a_formula() =>
        Assert.Equal("'=1+1,'@a,-3,\"a,b\",\"a \"\"b\"\"\"\n", Csv.Line("=1+1", "@a", "-3", "a,b", "a \"b\""));

    private static Dictionary<string, string> Changed(string name, string text) => new(Files) { [name] = text };
}
