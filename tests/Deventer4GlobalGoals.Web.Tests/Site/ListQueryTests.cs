using Deventer4GlobalGoals.Web.Site.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Deventer4GlobalGoals.Web.Tests.Site;

public sealed class ListQueryTests
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["12"] = "12", ["12.5"] = "12.5", ["bouw-en-wonen"] = "Bouw en wonen", ["1-000-tot-10-000-euro"] = "1.000 tot 10.000 euro",
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("?doel=12", "?doel=12")]
    [InlineData("?doel=12.5&doel=12", "?doel=12.5&doel=12")]
    [InlineData("?sector=Bouw-En-Wonen&pagina=2", "?sector=bouw-en-wonen&pagina=2")]
    [InlineData("?kosten=1-000-tot-10-000-euro", "?kosten=1-000-tot-10-000-euro")]
    [InlineData("?sorteer=naam", "?sorteer=naam")]
    [InlineData("?sorteer=nieuwste", "")]
    [InlineData("?q=eerlijke%20koffie", "?q=eerlijke%20koffie")]
    [InlineData("?q=koffie&sorteer=nieuwste", "?q=koffie&sorteer=nieuwste")]
    [InlineData("?q=koffie&sorteer=beste", "?q=koffie")]
    [InlineData("?q=kof%00fie%01%EF%BF%BE", "?q=koffie")]
    [InlineData("?doel=99&sector=nee&sorteer=x&pagina=-1", "")]
    [InlineData("?doel=12&doel=12", "?doel=12")]
    [InlineData("?pagina=99999999999999999999", "")]
    [InlineData("?pagina=0", "")]
    [InlineData("?doel&=&&&q=", "")]
    [InlineData("?doel[]=12&DOEL=12", "?doel=12")]
    public void what_can_be_read_is_kept_and_the_rest_left_out(string asked, string understood) =>
        Assert.Equal(understood, Read(asked).ToString());

    [Fact]
    public void a_long_text_is_cut() => Assert.Equal(ListQuery.LongestText, Read($"?q={new string('a', 5000)}").Text.Length);

    [Fact]
    public void half_a_character_is_nothing_that_anybody_typed() => Assert.Equal(
        "koffie 😀",
        ListQuery.Read(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["q"] = "koffie 😀\ud83e" }), ListDefinition.Search, _ => Options).Text);

    [Fact]
    public void an_option_is_chosen_and_let_go_and_both_lead_to_the_first_page()
    {
        var chosen = Read("?pagina=3").Toggle("doel", "12");
        Assert.Equal("?doel=12", chosen.ToString());
        Assert.Equal(string.Empty, chosen.Toggle("doel", "12").ToString());
    }

    [Fact]
    public void generated_rubbish_is_read_without_an_error_and_comes_back_as_itself()
    {
        var random = new Random(2026);
        for (var i = 0; i < 3000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x20, 0xffff))]);
            var query = Read($"?q={Uri.EscapeDataString(Printable(text))}&{Uri.EscapeDataString(Printable(text))}&doel={random.Next()}&pagina={random.Next(-5, 5)}");
            Assert.Equal(query.ToString(), Read(query.ToString()).ToString());
        }
    }

    private static string Printable(string text) => new([.. text.Where(character => !char.IsSurrogate(character))]);

    private static ListQuery Read(string query) =>
        ListQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), ListDefinition.Practices, _ => Options);
}
