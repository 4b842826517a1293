using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests.Rules;

public sealed class CityTimeTests
{
    [Theory]
    [InlineData("2026-07-01T12:00", "2026-07-01T10:00Z", "2026-07-01T10:00Z")]
    [InlineData("2026-12-01T12:00", "2026-12-01T11:00Z", "2026-12-01T11:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30Z", "2026-03-29T01:30Z")]
    public void The_clock_of_the_city_is_a_moment(string local, string first, string last)
    {
        var time = CityTime.Parse(local);
        Assert.Equal(local, time.ToString());
        Assert.Equal(Moment(first), time.First());
        Assert.Equal(Moment(last), time.Last());
    }

    [Fact]
    public void A_deadline_in_the_hour_that_comes_twice_lasts_until_the_second_time()
    {
        var window = new Window(CityTime.Parse("2026-10-25T02:30"), CityTime.Parse("2026-10-25T02:59"));
        Assert.False(window.IsOpen(Moment("2026-10-25T00:29Z")));
        Assert.True(window.IsOpen(Moment("2026-10-25T00:30Z")));
        Assert.True(window.IsOpen(Moment("2026-10-25T01:59Z").AddSeconds(59)));
        Assert.False(window.IsOpen(Moment("2026-10-25T02:00Z")));
        Assert.True(window.IsOver(Moment("2026-10-25T02:00Z")));
    }

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("2026-10-01T24:00")]
    [InlineData("01-10-2026 10:00")]
    public void Anything_else_is_refused(string text) => Assert.Throws<FormatException>(() => CityTime.Parse(text));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
