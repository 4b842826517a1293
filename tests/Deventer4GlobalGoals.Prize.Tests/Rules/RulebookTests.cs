using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Prize.Tests.Rules;

public sealed class RulebookTests
{
    [Fact]
    public void A_rulebook_comes_back_from_its_one_form_as_it_was()
    {
        var json = CanonicalJson.Write(Sample.Rulebook);
        var back = CanonicalJson.Read<Rulebook>(json);
        Assert.Equal(json, CanonicalJson.Write(back));
        Assert.Equal(Sample.Rulebook, back);
        Assert.Equal(Sample.Rulebook.Hash(), back.Hash());
    }

    [Theory]
    [InlineData("""{ "b": 1.50, "a": [true, null, "é\u0041\n"], "c": null }""", """{"a":[true,null,"éA\n"],"b":1.5}""")]
    [InlineData("""{"a":1e2,"B":0.000,"aa":-3}""", """{"B":0,"a":100,"aa":-3}""")]
    [InlineData("\"\\u0001\\\"\\/\"", "\"\\u0001\\\"/\"")]
    public void Equal_things_are_written_one_way(string json, string expected) => Assert.Equal(expected, CanonicalJson.Rewrite(json));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("1e999")]
    [InlineData("{")]
    public void What_has_no_one_form_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => CanonicalJson.Rewrite(json));

    [Fact]
    public void Every_value_that_is_changed_changes_the_hash()
    {
        var hashes = new HashSet<string> { Sample.Rulebook.Hash() };
        var flips = 0;
        foreach (var path in JsonFlip.Leaves(Parsed()))
        {
            var node = Parsed();
            Assert.True(hashes.Add(Fingerprint.Of(CanonicalJson.Rewrite(JsonFlip.At(node, path).ToJsonString()))), path);
            flips++;
        }

        Assert.True(flips > 60);
    }

    [Fact]
    public void The_hash_of_the_abc_is_the_one_of_FIPS_180() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Fingerprint.Of("abc"));

    [Fact]
    public void Half_a_character_has_no_hash() => Assert.ThrowsAny<ArgumentException>(() => Fingerprint.Of("\ud83d"));

    [Fact]
    public void A_sound_rulebook_has_no_problems() => Assert.Empty(RulebookCheck.Problems(Sample.Rulebook));

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var wrong = Sample.Rulebook with
        {
            Year = 1990,
            Quorum = 0,
            LoadCap = 0,
            MostFinalists = 9,
            Categories = [],
            Criteria =
            [
                new Criterion("Impact", new Label("Impact"), 0, Sample.Ten),
                new Criterion("groei", new Label("Groei"), -1, new Scale(1, 10, 2)),
                new Criterion("groei", new Label("Groei"), 0, Sample.Ten, Independent: true) { Levels = [new Level(5, new Label("a")), new Level(4, new Label("b"))] },
            ],
            TieBreaks = [new TieBreak(TieBreakKind.Criterion, "weg"), new TieBreak(TieBreakKind.Lot)],
            Scoring = new Window(new CityTime(2026, 9, 30, 9, 0), new CityTime(2026, 9, 29, 9, 0)),
            Ceremony = new CityTime(2026, 9, 1, 9, 0),
        };
        Assert.Equal(
            [
                "out-of-range year", "out-of-range quorum", "out-of-range loadCap", "too-many-finalists mostFinalists", "required categories",
                "no-weight criteria", "malformed-key criteria[0].key", "duplicate criteria[2].key", "out-of-range criteria[0].weight",
                "out-of-range criteria[1].weight", "malformed-scale criteria[1].scale", "out-of-range criteria[2].levels[1].from",
                "unknown-criterion tieBreaks[0].criterion", "required tieBreaks[1].seed", "malformed-window scoring", "overlap scoring.from", "overlap ceremony",
            ],
            RulebookCheck.Problems(wrong).Select(problem => $"{problem.Code} {problem.Path}"));
    }

    [Theory]
    [InlineData("2026-11-01T09:00", "2027-01-31T23:59", 3, "")]
    [InlineData("2026-10-01T23:59", "2027-02-11T16:59", 3, "")]
    [InlineData("2026-10-01T23:58", "2027-02-11T17:00", 3, "overlap audienceVote.from, overlap audienceVote")]
    [InlineData("2026-11-01T09:00", "2026-11-01T09:00", null, "no-finalists mostFinalists, malformed-window audienceVote")]
    public void The_public_votes_for_finalists_between_nominating_and_the_ceremony(string from, string until, int? finalists, string problems)
    {
        var rules = Sample.Rulebook with { AudienceVote = new Window(CityTime.Parse(from), CityTime.Parse(until)), MostFinalists = finalists };
        Assert.Equal(problems, string.Join(", ", RulebookCheck.Problems(rules).Select(problem => $"{problem.Code} {problem.Path}")));
        Assert.NotEqual((Sample.Rulebook with { MostFinalists = finalists }).Hash(), rules.Hash());
        Assert.Equal(rules, CanonicalJson.Read<Rulebook>(CanonicalJson.Write(rules)));
    }

    [Fact]
    public void An_amendment_shows_what_changed_when_and_why()
    {
        var locked = new LockedRulebook(Sample.Rulebook);
        var changed = Sample.Rulebook with { Quorum = 1 };
        var amended = locked.Amend(changed, " Een jurylid is ziek. ", Sample.Now, new HashSet<string> { "impact" });
        var amendment = Assert.Single(amended.Amendments);
        Assert.Equal(new Amendment(Sample.Now, "Een jurylid is ziek.", Sample.Rulebook.Hash(), changed.Hash(), changed), amendment);
        Assert.Equal((changed, changed.Hash(), Sample.Rulebook), (amended.Current, amended.Hash, amended.Original));
        Assert.Same(amended, amended.Amend(changed, "Nog eens.", Sample.Now, new HashSet<string>()));
    }

    [Fact]
    public void An_amendment_that_would_lose_scores_or_has_no_reason_is_refused()
    {
        var locked = new LockedRulebook(Sample.Rulebook);
        var scored = new HashSet<string> { "groei" };
        var without = Sample.Rulebook with { Criteria = [.. Sample.Rulebook.Criteria.Where(criterion => criterion.Key != "groei")] };
        Refused(without, "Te veel werk.", "\"groei\"");
        Refused(Sample.Rulebook with { Quorum = 1 }, " ", "why");
        Refused(Sample.Rulebook with { Year = 2027 }, "Later.", "2027");
        Refused(Sample.Rulebook with { Quorum = 0 }, "Minder.", "quorum");
        Assert.Single(locked.Amend(without, "Niemand gaf er nog een cijfer voor.", Sample.Now, new HashSet<string>()).Amendments);

        void Refused(Rulebook changed, string reason, string says) =>
            Assert.Contains(says, Assert.Throws<AmendmentRefusedException>(() => locked.Amend(changed, reason, Sample.Now, scored)).Message, StringComparison.Ordinal);
    }

    private static JsonNode Parsed() => JsonNode.Parse(CanonicalJson.Write(Sample.Rulebook))!;
}
