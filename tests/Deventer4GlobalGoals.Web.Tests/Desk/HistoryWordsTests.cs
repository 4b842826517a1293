using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Desk.Tools;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

public sealed partial class HistoryWordsTests
{
    /// <summary>Whatever the source writes to the log is read by people (issue 6).</summary>
    [Fact]
    public void Every_action_has_words_in_both_languages()
    {
        var actions = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Deventer4GlobalGoals.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Action().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("item.published", actions);
        Assert.Empty(actions.Where(action => HistoryWords.Of(action, "nl") == action || HistoryWords.Of(action, "en") == action).Order(StringComparer.Ordinal));
    }

    /// <summary>Those that begin so are actions; others that have a full stop in them are names of texts.</summary>
    [GeneratedRegex("\"((?:item|media|mail|review|prize|account|redirect)\\.[a-z-]+)\"")]
    private static partial Regex Action();
}
