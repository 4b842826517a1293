namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class GoalReferenceTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData(" 12.3 ", "12.3")]
    [InlineData("12.A", "12.a")]
    [InlineData("SDG 7", "7")]
    [InlineData("sdg7", "7")]
    [InlineData("SDG-7.b", "7.b")]
    [InlineData("doel 7", "7")]
    [InlineData("Doel\u00a07", "7")]
    [InlineData("Doelstelling 7", "7")]
    [InlineData("subdoel 7.2", "7.2")]
    [InlineData("Ziel 7", "7")]
    [InlineData("Unterziel 7.2", "7.2")]
    [InlineData("goal: 7", "7")]
    [InlineData("Target 7.2", "7.2")]
    [InlineData("http://metadata.un.org/sdg/7", "7")]
    [InlineData("https://metadata.un.org/sdg/7.a", "7.a")]
    public void People_and_files_write_a_goal_in_many_ways(string text, string code)
    {
        Assert.True(GoalReference.TryParse(text, out var reference));
        Assert.Equal(code, reference.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("doel")]
    [InlineData("0")]
    [InlineData("18")]
    [InlineData("007")]
    [InlineData("12.9")]
    [InlineData("17.a")]
    [InlineData("doel zeven")]
    [InlineData("doel 7 en 8")]
    [InlineData("http://metadata.un.org/sdg/")]
    [InlineData("http://example.org/sdg/7")]
    public void What_is_no_goal_or_target_is_refused(string? text)
    {
        Assert.False(GoalReference.TryParse(text, out var reference));
        Assert.Equal(default, reference);
    }

    [Fact]
    public void The_UN_identifier_of_each_goal_and_target_leads_back_to_it()
    {
        foreach (var goal in GoalCatalogue.Default.Goals)
        {
            Assert.True(GoalReference.TryParse(goal.Uri.AbsoluteUri, out var toGoal));
            Assert.Equal((goal.Number, (TargetCode?)null), (toGoal.Goal, toGoal.Target));
            foreach (var target in goal.Targets)
            {
                Assert.True(GoalReference.TryParse(target.Uri.AbsoluteUri, out var toTarget));
                Assert.Equal((goal.Number, (TargetCode?)target.Code), (toTarget.Goal, toTarget.Target));
            }
        }
    }
}
