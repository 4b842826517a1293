using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class RichTextEditorTests : IDisposable
{
    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Fact]
    public void Rich_text_is_cleaned_when_it_is_saved_and_again_when_it_is_shown()
    {
        var property = _editors.Property("Umbraco.RichText");
        const string Attack = "<p onclick=\"x\">é<script>x</script></p>";

        Assert.Equal("""{"markup":"<p>é</p>","blocks":null}""", Parsed(_editors.Store(property, new JsonObject { ["markup"] = Attack })));
        Assert.Equal("""{"markup":"<p>é</p>","blocks":null}""", Parsed(_editors.Store(property, Attack)));
        Assert.Equal("<p>é</p>", Html(_editors.Convert(property, Attack)));
        Assert.Equal("<p>é</p>", Html(_editors.Convert(property, new JsonObject { ["markup"] = Attack, ["blocks"] = null }.ToJsonString())));
        Assert.Equal("<p>é</p>", Assert.IsType<RichTextModel>(_editors.Deliver(property, Attack)).Markup);
    }

    [Fact]
    public void Links_to_pages_and_media_lead_to_where_they_are_today()
    {
        var property = _editors.Property("Umbraco.RichText");
        _editors.World.AddPage(7, "practice");
        _editors.World.AddMedia(8, "Image");
        var stored = $"""<p><a href="/{Local(7)}" type="document">a</a><img src="" alt="b" data-udi="umb://media/{EditorWorld.KeyOf(8):N}"></p>""";

        Assert.Equal(
            $"""<p><a href="/pagina-7">a</a><img src="/media/8.jpg" alt="b" data-udi="umb://media/{EditorWorld.KeyOf(8):N}" loading="lazy"></p>""",
            Html(_editors.Convert(property, stored)));
        Assert.Equal(
            $"""<p><a href="/pagina-7/" data-start-item-path="start" data-start-item-id="{EditorWorld.KeyOf(99)}">a</a><img src="/media/8.jpg" alt="b"></p>""",
            Assert.IsType<RichTextModel>(_editors.Deliver(property, stored)).Markup);
        Assert.Equal(
            [$"umb://document/{EditorWorld.KeyOf(7):N}", $"umb://media/{EditorWorld.KeyOf(8):N}"],
            Assert.IsAssignableFrom<IDataValueReference>(_editors.ValueEditor(property)).GetReferences(stored).Select(reference => reference.Udi.ToString()));
    }

    [Theory]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"markup":12}""")]
    public void Rich_text_of_another_form_is_refused_by_name(string value) =>
        Assert.Equal(["Naam van body (body): Deze waarde heeft niet de juiste vorm."], _editors.Refusals(_editors.Property("Umbraco.RichText", alias: "body"), value));

    [Fact]
    public void Mandatory_rich_text_needs_more_than_an_empty_wrapper()
    {
        var property = _editors.Property("Umbraco.RichText", alias: "body", mandatory: true);

        Assert.Equal(["Naam van body (body): Vul dit in."], _editors.Refusals(property, """{"markup":"","blocks":null}"""));
        Assert.Empty(_editors.Refusals(property, """{"markup":"<p>a</p>","blocks":null}"""));
    }

    [Theory]
    [InlineData("a **b**", "<p>a <strong>b</strong></p>")]
    [InlineData("# Kop", "<h2>Kop</h2>")]
    [InlineData("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>")]
    [InlineData("[a](javascript:x)", "<p><a>a</a></p>")]
    [InlineData("[a](data:text/html,x)", "<p><a>a</a></p>")]
    [InlineData("<javascript:x>", "<p><a>javascript:x</a></p>")]
    [InlineData("https://www.deventer.nl", "<p><a href=\"https://www.deventer.nl\">https://www.deventer.nl</a></p>")]
    [InlineData("![a](https://elders.nl/a.png)", "<p></p>")]
    [InlineData("~~a~~", "<p><del>a</del></p>")]
    [InlineData("", "")]
    public void Markdown_becomes_safe_html(string markdown, string html)
    {
        var property = _editors.Property("Umbraco.MarkdownEditor");

        Assert.Equal(html, Html(_editors.Convert(property, markdown)));
        Assert.Equal(markdown, _editors.Deliver(property, markdown));
    }

    [Fact]
    public void A_table_in_Markdown_becomes_a_table() =>
        Assert.Contains("<th>a</th>", Html(_editors.Convert(_editors.Property("Umbraco.MarkdownEditor"), "|a|b|\n|-|-|\n|1|2|")), StringComparison.Ordinal);

    private static string Local(int page) => $"{{localLink:{EditorWorld.KeyOf(page):D}}}";

    private static string Html(object? value) => Assert.IsAssignableFrom<IHtmlEncodedString>(value).ToHtmlString()!;

    // The writer may escape what HTML would read; what counts is what is read back.
    private static string Parsed(object? stored)
    {
        var parts = JsonNode.Parse(Assert.IsType<string>(stored))!;
        return $$"""{"markup":"{{parts["markup"]!.GetValue<string>()}}","blocks":{{parts["blocks"]?.ToJsonString(JsonSerializerOptions.Default) ?? "null"}}}""";
    }
}
