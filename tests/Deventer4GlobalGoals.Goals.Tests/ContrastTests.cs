namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class ContrastTests
{
    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#FFFFFF", "#000000", 21)]
    [InlineData("#19486A", "#19486a", 1)]
    public void Black_on_white_is_21_and_a_colour_on_itself_1(string first, string second, double ratio) =>
        Assert.Equal(ratio, Contrast.Ratio(first, second), 9);

    // The well-known grey at the edge: #767676 just passes on white, #777777 just fails.
    [Theory]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.48)]
    [InlineData("#f00", 4.00)]
    [InlineData("#00f", 8.59)]
    public void Known_ratios_on_white_come_out(string colour, double ratio) =>
        Assert.Equal(ratio, Math.Round(Contrast.Ratio(colour, "#fff"), 2));

    [Fact]
    public void The_order_of_two_colours_makes_no_difference()
    {
        var random = new Random(20150925);
        for (var round = 0; round < 500; round++)
        {
            var (one, other) = ($"#{random.Next(0x1000000):X6}", $"#{random.Next(0x1000000):x6}");
            Assert.Equal(Contrast.Ratio(one, other), Contrast.Ratio(other, one));
            Assert.InRange(Contrast.Ratio(one, other), 1, 21);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("fff")]
    [InlineData("#ffff")]
    [InlineData("#ggg")]
    [InlineData("#-12345")]
    [InlineData("red")]
    public void Anything_else_is_not_a_colour(string colour) => Assert.Throws<FormatException>(() => Contrast.Luminance(colour));
}
