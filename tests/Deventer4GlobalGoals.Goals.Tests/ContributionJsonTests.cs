using System.Text.Json;

namespace Deventer4GlobalGoals.Goals.Tests;

public sealed class ContributionJsonTests
{
    private const string Full =
        """
        [{"goal":12,"target":"12.5","role":"primary","direction":"mixed","claim":"Wij zagen 38 % minder afval.","evidence":{"figure":38,"unit":"%","year":2025,"link":"https://example.org/verslag"},"source":"member","confirmedBy":"Circulus","confirmedAt":"2026-01-31T09:30:00Z"}]
        """;

    [Fact]
    public void A_full_contribution_is_read()
    {
        var contribution = Assert.Single(ContributionJson.Parse(Full));

        Assert.Equal(
            new Contribution(TargetCode.Parse("12.5"))
            {
                Role = ContributionRole.Primary,
                Direction = ContributionDirection.Mixed,
                Claim = "Wij zagen 38 % minder afval.",
                Evidence = new Evidence(38, "%", 2025, new Uri("https://example.org/verslag")),
                Source = ContributionSource.Member,
                ConfirmedBy = "Circulus",
                ConfirmedAt = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero),
            },
            contribution);
        Assert.Equal(12, contribution.Goal);
    }

    [Fact]
    public void A_full_contribution_is_written_as_it_was_read() =>
        Assert.Equal(Full, ContributionJson.Write(ContributionJson.Parse(Full)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("null")]
    [InlineData("[]")]
    public void No_value_is_an_empty_list(string? json)
    {
        Assert.Empty(ContributionJson.Parse(json));
        Assert.Equal("[]", ContributionJson.Write(ContributionJson.Parse(json)));
    }

    [Fact]
    public void Property_order_space_blanks_and_offsets_disappear_in_the_canonical_form() =>
        Assert.Equal(
            """[{"goal":12,"target":"12.a","role":"secondary","direction":"negative","source":"suggested","confirmedBy":"Anna","confirmedAt":"2026-01-31T08:30:00.5Z"}]""",
            ContributionJson.Write(ContributionJson.Parse(
                """
                [ { "confirmedAt": "2026-01-31T09:30:00.500+01:00", "confirmedBy": " Anna ", "source": "suggested", "claim": " ", "evidence": { "unit": "", "link": null },
                    "direction": "negative", "role": "secondary", "target": "12.A" } ]
                """)));

    [Fact]
    public void Accents_stay_readable_and_markup_is_escaped() =>
        Assert.Equal(
            """[{"goal":2,"role":"primary","direction":"positive","claim":"één \u003Cb\u003E \u0026 meer","source":"editor"}]""",
            ContributionJson.Write([new Contribution(2) { Claim = "één <b> & meer" }]));

    [Fact]
    public void A_goal_and_its_own_target_may_stand_side_by_side() =>
        Assert.Equal(
            [null, TargetCode.Parse("12.5")],
            ContributionJson.Parse(ContributionJson.Write([new Contribution(12), new Contribution(TargetCode.Parse("12.5"))])).Select(one => one.Target));

    [Fact]
    public void A_contribution_to_nothing_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contribution(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contribution(18));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contribution(TargetCode.Parse("5.7")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contribution(default(TargetCode)));
    }

    [Fact]
    public void Whatever_is_written_is_read_back_the_same_and_written_the_same_again()
    {
        var random = new Random(169);
        for (var round = 0; round < 1000; round++)
        {
            var list = GeneratedContributions.List(random);
            var json = ContributionJson.Write(list);

            Assert.Equal(list, ContributionJson.Parse(json));
            Assert.Equal(json, ContributionJson.Write(ContributionJson.Parse(json)));
        }
    }

    [Fact]
    public void Nothing_absent_is_written_and_enums_are_lower_case()
    {
        var random = new Random(17);
        for (var round = 0; round < 200; round++)
        {
            using var document = JsonDocument.Parse(ContributionJson.Write(GeneratedContributions.List(random)));
            foreach (var item in document.RootElement.EnumerateArray())
            {
                Assert.All(item.EnumerateObject(), property => Assert.NotEqual(JsonValueKind.Null, property.Value.ValueKind));
                Assert.Matches("^(primary|secondary)$", item.GetProperty("role").GetString());
                Assert.Matches("^(positive|negative|mixed)$", item.GetProperty("direction").GetString());
                Assert.Matches("^(editor|member|suggested)$", item.GetProperty("source").GetString());
            }
        }
    }

    [Fact]
    public void Only_the_pairs_of_goal_and_target_that_belong_together_are_accepted()
    {
        foreach (var target in GoalCatalogue.Default.Targets)
        {
            for (var goal = 1; goal <= GoalCatalogue.Count; goal++)
            {
                var json = $$"""[{"goal":{{goal}},"target":"{{target.Code}}","role":"primary","direction":"positive","source":"editor"}]""";
                Assert.Equal(goal == target.GoalNumber, ContributionJson.TryParse(json, out _, out _));
            }
        }
    }
}
