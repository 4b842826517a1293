using Deventer4GlobalGoals.Search.Query;

namespace Deventer4GlobalGoals.Search.Tests.Query;

public sealed class HostileQueryTests(RelevanceTests.Filled filled) : IClassFixture<RelevanceTests.Filled>
{
    private static readonly string[] Pieces =
    [
        "afval", "OR", "AND", "NOT", "NEAR(", ")", "(", "\"", "'", "*", "-", "^", ":", "doel:", "jaar:", "..", "{title}:", "+", "\\", "\0", "\u0001", "\u202e",
        "\ud800", "\udfff", "🌱", "é", "\u0301", "%", "_", ";", "--", "/*", "drop table document", "' or 1=1", "<script>", "<img src=x onerror=alert(1)>", "&lt;",
        "\n", "\t", "12.3", "sdg", "7", "0_afval", "1_afval", "¶", "99999999999999999999", "jaar:2019..2021", "type:\"", " ", " ", " ", " ",
    ];

    [Fact]
    public void No_question_is_an_error_or_does_harm()
    {
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var response = filled.Index.Search(query, ("type", query));
            Assert.InRange(response.Total, 0, Corpus.Documents.Count);
            var suggestions = filled.Index.Index.Suggest(query, "nl");
            Assert.InRange(suggestions.Documents.Count, 0, 8);
        }

        Assert.Equal(14, filled.Index.Search("").Total);
    }

    [Fact]
    public void A_question_of_a_hundred_kilobytes_is_answered()
    {
        foreach (var piece in Pieces)
        {
            var query = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
            Assert.NotNull(filled.Index.Index.Search(new SearchRequest("nl") { Query = query }));
            Assert.NotNull(filled.Index.Index.Suggest(query, "nl"));
        }
    }
}
