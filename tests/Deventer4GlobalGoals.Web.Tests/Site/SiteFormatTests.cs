using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public sealed class SiteFormatTests
{
    private static readonly DateOnly Lunch = new(2027, 3, 11);
    private static readonly DateTimeOffset Noon = new(2027, 3, 11, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("nl", "donderdag 11 maart 2027")]
    [InlineData("en-US", "Thursday 11 March 2027")]
    [InlineData("de-DE", "Donnerstag, 11. März 2027")]
    public void dates_are_written_out(string culture, string expected) => Assert.Equal(expected, new SiteFormat(culture).LongDate(Lunch));

    [Theory]
    [InlineData("nl", "12.00 tot 13.30 uur")]
    [InlineData("en-US", "12:00 to 13:30")]
    [InlineData("de-DE", "12:00 bis 13:30 Uhr")]
    public void times_are_those_of_Deventer(string culture, string expected) =>
        Assert.Equal(expected, new SiteFormat(culture).Times(Noon, Noon.AddMinutes(90)));

    [Fact]
    public void without_an_end_only_the_start_is_given() => Assert.Equal("12.00 uur", new SiteFormat("nl").Times(Noon, null));

    [Theory]
    [InlineData("nl", -38, "%", "\u221238\u00a0%")]
    [InlineData("nl", 7400, "€", "€\u00a07.400")]
    [InlineData("nl", 1140.5, "pallets", "1.140,5 pallets")]
    [InlineData("en-US", 1140, "", "1,140")]
    public void figures_have_a_real_minus_and_do_not_break(string culture, double figure, string unit, string expected) =>
        Assert.Equal(expected, new SiteFormat(culture).Figure((decimal)figure, unit));
}
