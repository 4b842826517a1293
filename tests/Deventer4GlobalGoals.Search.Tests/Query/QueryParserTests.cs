using System.Globalization;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Search.Text;

namespace Deventer4GlobalGoals.Search.Tests.Query;

public sealed class QueryParserTests
{
    private readonly QueryParser parser = new(TemporaryIndex.Schema, LanguageAnalysis.For("nl"), Synonyms.Default);

    public static TheoryData<string, string> Cases => SpecTable.Read("query-syntax.md", "Cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_question_is_read_so(string typed, string meaning) => Assert.Equal(meaning, Shown(parser.Parse(typed)));

    [Fact]
    public void Only_the_start_of_a_very_long_question_is_read()
    {
        Assert.Equal(1000, Assert.IsType<QueryNode.Word>(parser.Parse(new string('a', 100_000))).Length);
        foreach (var separator in new[] { " ", ",", " -", ".. " })
        {
            var read = Assert.IsType<QueryNode.And>(parser.Parse(string.Join(separator, Enumerable.Range(100, 300))));
            Assert.Equal(QueryParser.MostWords, read.Parts.Count);
        }

        Assert.Equal(3, Assert.IsType<QueryNode.And>(parser.Parse(string.Join("* ", Enumerable.Range(100, 20)))).Parts.OfType<QueryNode.Prefix>().Count());
    }

    private static string Shown(QueryNode node) => node switch
    {
        QueryNode.Word word => word.Term,
        QueryNode.Phrase phrase => $"\"{string.Join(' ', phrase.Words)}\"",
        QueryNode.Prefix prefix => prefix.Start + "*",
        QueryNode.Synonym synonym => "~" + string.Join(' ', synonym.Words),
        QueryNode.Field field => $"{TemporaryIndex.Schema.Fields[field.Number].Name}={field.Value}",
        QueryNode.Range range => $"{TemporaryIndex.Schema.Fields[range.Number].Name}={Border(range.From)}..{Border(range.To)}",
        QueryNode.And and => $"[{string.Join(' ', and.Parts.Select(Shown))}]",
        QueryNode.Or or => $"({string.Join(" | ", or.Parts.Select(Shown))})",
        QueryNode.Not not => "!" + Shown(not.Part),
        _ => "everything",
    };

    private static string Border(long number) => number is long.MinValue or long.MaxValue ? "" : number.ToString(CultureInfo.InvariantCulture);
}
