using System.Collections.Immutable;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public sealed class CommunityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void figures_are_what_counting_by_hand_gives(int seed)
    {
        var items = CommunityItems.Many(300, seed)
            .Select((item, index) => item with { Key = item.Key, Attendance = index % 3 })
            .ToList();
        var figures = CommunityFigures.Count(items);

        Assert.Equal(items.Count, figures.Total.Practices);
        Assert.Equal(items.Sum(item => item.Attendance), figures.Guests);
        foreach (var goal in GoalCatalogue.Default.Goals)
        {
            Assert.Equal(items.Count(item => item.Goals.Any(own => own.Number == goal.Number)), figures.Goal(goal.Number).Practices);
            foreach (var target in goal.Targets)
            {
                Assert.Equal(items.Count(item => item.Targets.Contains(target.Code)), figures.Target(target.Code).Practices);
            }
        }

        Assert.Equal(GoalCatalogue.Default.Targets.Count(target => !items.Exists(item => item.Targets.Contains(target.Code))), figures.WhiteSpots);
    }

    [Fact]
    public void an_organisation_alone_does_not_fill_a_white_spot()
    {
        var target = TargetCode.Parse("12.3");
        var figures = CommunityFigures.Count([CommunityItems.Item(1, ItemKind.Organisation) with { Targets = [target] }]);
        Assert.Equal((1, true), (figures.Target(target).Organisations, figures.Target(target).IsWhiteSpot));
    }

    [Fact]
    public void what_shares_a_target_comes_before_what_shares_a_goal()
    {
        var target = TargetCode.Parse("12.3");
        var of = CommunityItems.Item(1) with { Goals = [new ItemGoal(12, true)], Targets = [target] };
        var sharesGoal = CommunityItems.Item(2) with { Goals = [new ItemGoal(12, true)] };
        var sharesTarget = CommunityItems.Item(3) with { Goals = [new ItemGoal(12, false)], Targets = [target] };
        var sharesNothing = CommunityItems.Item(4) with { Goals = [new ItemGoal(5, true)] };
        var snapshot = new CommunitySnapshot(new[] { of, sharesGoal, sharesTarget, sharesNothing }.ToImmutableDictionary(item => item.Key));

        Assert.Equal([sharesTarget, sharesGoal], snapshot.Related(of, ItemKind.Practice, 5));
    }

    [Theory]
    [InlineData("2026-11-21T20:00:00+01:00", null, true)]
    [InlineData("2026-11-21T08:00:00+01:00", null, true)]
    [InlineData("2026-11-20T20:00:00+01:00", null, false)]
    [InlineData("2026-11-21T08:00:00+01:00", "2026-11-21T10:00:00+01:00", false)]
    [InlineData("2026-11-20T08:00:00+01:00", "2026-11-22T10:00:00+01:00", true)]
    public void a_meeting_lies_ahead_until_it_is_over(string start, string? end, bool isAhead)
    {
        var when = new ItemMoment(Moment(start), end is null ? null : Moment(end), false, null);
        Assert.Equal(isAhead, when.IsAhead(Moment("2026-11-21T12:00:00+01:00")));
    }

    [Theory]
    [InlineData("Café Überraschung", "cafe uberraschung")]
    [InlineData("voedsel\u00adverspilling!", "voedselverspilling")]
    [InlineData("  1.000 tot  10.000 euro ", "1 000 tot 10 000 euro")]
    [InlineData("Straße", "strasse")]
    public void texts_are_folded_so_that_they_compare(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("een half jaar", 6)]
    [InlineData("ongeveer twee jaar", 24)]
    [InlineData("Drie maanden per gast", 3)]
    [InlineData("zes jaar van plan tot kantoor", 72)]
    [InlineData("na 6 weken", 2)]
    [InlineData("anderhalf jaar", 18)]
    [InlineData("tien dagen", 1)]
    [InlineData("in 2019", null)]
    [InlineData("2019 jaar", null)]
    [InlineData("jaren", null)]
    [InlineData("", null)]
    public void how_long_something_took_is_read_from_what_editors_write(string text, int? months) => Assert.Equal(months, DutchDuration.Months(text));

    [Theory]
    [InlineData(12, 0)]
    [InlineData(9, 1)]
    [InlineData(11, 2)]
    [InlineData(5, 3)]
    public void an_item_has_a_role_for_a_goal(int goal, int role) =>
        Assert.Equal(role, (CommunityItems.Item(1) with { Goals = [new ItemGoal(12, true), new ItemGoal(9, true), new ItemGoal(11, false)] }).RoleFor(goal));

    [Theory]
    [InlineData("en-US", "Coffee", null)]
    [InlineData("de-DE", "Koffie", "nl")]
    public void a_title_that_is_missing_falls_back_to_Dutch_and_says_so(string culture, string text, string? lang)
    {
        var item = CommunityItems.Item(1) with { Texts = [new ItemTexts("nl", "Koffie", "", ""), new ItemTexts("en-US", "Coffee", "", "")] };
        Assert.Equal(new PageText(text, lang), item.Title(culture));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
