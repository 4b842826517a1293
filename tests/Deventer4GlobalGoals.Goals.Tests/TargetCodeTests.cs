namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class TargetCodeTests
{
    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData(" 12.5 ", "12.5")]
    [InlineData("12.A", "12.a")]
    [InlineData("1.b", "1.b")]
    [InlineData("17.19", "17.19")]
    public void A_code_is_read(string text, string code) => Assert.Equal(code, TargetCode.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12.")]
    [InlineData(".5")]
    [InlineData("0.1")]
    [InlineData("18.1")]
    [InlineData("12.0")]
    [InlineData("12.05")]
    [InlineData("012.5")]
    [InlineData("12.5.1")]
    [InlineData("12.ab")]
    [InlineData("12,5")]
    [InlineData("12. 5")]
    [InlineData("-1.5")]
    [InlineData("12.+5")]
    [InlineData("１２.５")]
    [InlineData("12.é")]
    public void Anything_else_is_refused(string? text) => Assert.False(TargetCode.TryParse(text, out _));

    [Fact]
    public void The_error_names_the_wrong_text() =>
        Assert.StartsWith("\"twaalf\" is not a target code", Assert.Throws<FormatException>(() => TargetCode.Parse("twaalf")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_target_survives_writing_and_reading() =>
        Assert.All(GoalCatalogue.Default.Targets, target => Assert.Equal(target.Code, TargetCode.Parse(target.Code.ToString())));

    [Fact]
    public void Sorting_gives_the_order_of_the_UN_from_any_start()
    {
        var expected = GoalCatalogue.Default.Targets.Select(target => target.Code).ToArray();
        var shuffled = expected.ToArray();
        new Random(17).Shuffle(shuffled);

        Assert.NotEqual(expected, shuffled);
        Assert.Equal(expected, shuffled.Order());
    }

    [Fact]
    public void Comparing_agrees_with_the_place_in_the_catalogue()
    {
        var codes = GoalCatalogue.Default.Targets.Select(target => target.Code).ToArray();
        for (var one = 0; one < codes.Length; one++)
        {
            for (var other = 0; other < codes.Length; other++)
            {
                Assert.Equal(one < other, codes[one] < codes[other]);
                Assert.Equal(one >= other, codes[one] >= codes[other]);
                Assert.Equal(one == other, codes[one] == codes[other]);
            }
        }
    }
}
