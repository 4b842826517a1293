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
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void related_items_are_those_that_counting_one_by_one_gives(int seed)
    {
        var random = new Random(seed);
        CommunityItem[] items = [.. Enumerable.Range(1, 150).Select(id => Random(id, random))];
        var snapshot = new CommunitySnapshot(items.ToImmutableDictionary(item => item.Key));
        foreach (var to in items)
        {
            var expected = items
                .Where(item => item.Key != to.Key && Weight(to, item) > 0)
                .OrderByDescending(item => Weight(to, item))
                .ThenByDescending(item => item.When.Order)
                .ThenBy(item => item.Texts[0].Title, StringComparer.Ordinal)
                .Take(7);
            Assert.Equal(expected.Select(item => item.Texts[0].Title), snapshot.Related(to, ItemKind.Practice, 7).Select(item => item.Texts[0].Title));
        }
    }

    [Fact]
    public void what_has_a_goal_as_its_first_comes_before_what_has_it_beside_others_and_that_before_a_second_part()
    {
        var random = new Random(5);
        CommunityItem[] items = [.. Enumerable.Range(1, 100).Select(id => Random(id, random))];
        var snapshot = new CommunitySnapshot(items.ToImmutableDictionary(item => item.Key));
        foreach (var goal in GoalCatalogue.Default.Goals)
        {
            var newest = snapshot.Sorted(ItemKind.Practice, ItemOrder.Newest, "nl");
            CommunityItem[] With(bool primary) => [.. newest.Where(item => item.Goals.Contains(new ItemGoal(goal.Number, primary)))];
            var main = With(primary: true);
            var expected = main.Where(item => item.Goals[0].Number == goal.Number)
                .Concat(main.Where(item => item.Goals[0].Number != goal.Number))
                .Concat(With(primary: false));
            Assert.Equal(expected, snapshot.OfGoal(goal.Number, ItemKind.Practice, ItemOrder.Newest, "nl"));
        }
    }

    [Fact]
    public void a_practice_knows_who_copied_it()
    {
        var example = CommunityItems.Item(1);
        var copy = CommunityItems.Item(2) with { CopiedFrom = example.Key };
        var snapshot = new CommunitySnapshot(new[] { example, copy }.ToImmutableDictionary(item => item.Key));

        Assert.Equal([copy], snapshot.CopiesOf(example.Key));
        Assert.Empty(snapshot.CopiesOf(copy.Key));
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

    private static CommunityItem Random(int id, Random random)
    {
        var targets = GoalCatalogue.Default.Targets.OrderBy(_ => random.Next()).Take(random.Next(4)).Select(target => target.Code).ToArray();
        var goals = targets.Select(target => target.Goal).Concat(Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(1, GoalCatalogue.Count + 1))).Distinct();
        return CommunityItems.Item(id) with
        {
            Goals = [.. goals.Select(goal => new ItemGoal(goal, random.Next(2) == 0)).OrderByDescending(goal => goal.IsPrimary)],
            Targets = [.. targets],
            When = ItemMoment.Unknown with { Year = random.Next(2015, 2020) },
            Texts = [new ItemTexts("nl", id.ToString("000", System.Globalization.CultureInfo.InvariantCulture), "", "")],
        };
    }

    /// <summary>What <see cref="Kinship"/> promises, counted without bits.</summary>
    private static int Weight(CommunityItem left, CommunityItem right) =>
        (4 * left.Targets.Count(right.Targets.Contains))
        + left.Goals.Sum(goal => right.Goals.Where(other => other.Number == goal.Number)
            .Sum(other => (goal.IsPrimary, other.IsPrimary) switch { (true, true) => 3, (false, false) => 1, _ => 2 }));
}
