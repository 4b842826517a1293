using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Search.Query;

namespace Deventer4GlobalGoals.Search.Tests.Query;

public sealed partial class HighlighterTests(RelevanceTests.Filled filled) : IClassFixture<RelevanceTests.Filled>
{
    [Theory]
    [InlineData("boom", "Kinderen planten <mark>bomen</mark> op het schoolplein.")]
    [InlineData("tweedehands", "<mark>Tweedehands</mark> kleding wordt hersteld en verkocht.")]
    [InlineData("schoolplein", "Kinderen planten bomen op het <mark>schoolplein</mark>.")]
    [InlineData("duizend", "Kinderen planten bomen op het schoolplein.")]
    [InlineData("scheiden", "Hoe een kantoor met veertig mensen zijn afval beter <mark>scheidt</mark>.")]
    [InlineData("co2", "Medewerkers kregen een e-bike. Het parkeerterrein werd een tuin en de <mark>CO₂</mark>-<mark>uitstoot</mark> daalde met een derde.")]
    [InlineData("ebike", "Medewerkers kregen een <mark>e-bike</mark>. Het parkeerterrein werd een tuin en de CO₂-uitstoot daalde met een derde.")]
    [InlineData("hommel*", "De biodiversiteit neemt toe: er zijn weer <mark>hommels</mark>, vlinders en wilde bijen.")]
    public void A_snippet_marks_what_was_found(string query, string snippet) => Assert.Equal(snippet, filled.Index.Search(query).Hits[0].SnippetHtml);

    [Fact]
    public void What_is_excluded_is_not_marked() =>
        Assert.DoesNotContain("<mark>", filled.Index.Search("doel:12 -xyzzy -duurzaam").Hits[0].SnippetHtml, StringComparison.Ordinal);

    [Fact]
    public void A_long_text_is_cut_around_the_most_words()
    {
        var filler = string.Join(' ', Enumerable.Repeat("zand", 200));
        var snippet = Of("water", "lucht").Snippet("", $"water {filler} lucht en water {filler}");
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.Contains("<mark>lucht</mark> en <mark>water</mark>", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 200, 320);
    }

    [Fact]
    public void Hostile_text_comes_out_as_text()
    {
        Assert.Equal("&lt;script&gt;alert(&quot;<mark>water</mark>&quot;)&lt;/script&gt;", Of("water").Whole("<script>alert(\"water\")</script>"));
        Assert.Equal("&lt;mark&gt;<mark>water</mark>&lt;/mark&gt; &amp;amp;", Of("water").Whole("<mark>water</mark> &amp;"));
    }

    [Fact]
    public void Whatever_the_text_is_only_mark_is_markup_and_no_letter_is_lost()
    {
        var random = new Random(3);
        const string characters = "<>&\"'` =/marker-water.é\ud83c\udf31\ud800\u0301\u00ad\u2028\0\n";
        var highlighter = new Highlighter(new HashSet<string> { "water", "mark", "a", "r", "gt", "amp" }, new HashSet<string> { "wa" });
        for (var round = 0; round < 3_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 400)).Select(_ => characters[random.Next(characters.Length)])]);
            foreach (var html in new[] { highlighter.Whole(text), highlighter.Snippet("", text) })
            {
                var bare = html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
                Assert.DoesNotMatch("[<>\"']", bare);
                Assert.DoesNotMatch(BareAmpersand(), bare);
                Assert.DoesNotContain("<mark><mark>", html, StringComparison.Ordinal);
            }

            Assert.Equal(
                new string([.. text.Where(char.IsAsciiLetter)]),
                new string([.. System.Net.WebUtility.HtmlDecode(highlighter.Whole(text).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)).Where(char.IsAsciiLetter)]));
        }
    }

    private static Highlighter Of(params string[] terms) => new(terms.ToHashSet(), new HashSet<string>());

    [GeneratedRegex("&(?!(#x?[0-9A-F]+|lt|gt|amp|quot);)", RegexOptions.IgnoreCase)]
    private static partial Regex BareAmpersand();
}
