using System.Text.Json.Nodes;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class ChoiceEditorTests : IDisposable
{
    private const string Options = """{"items":["Bedrijf","Onderwijs","Overheid"]}""";

    private static readonly string[] Both = ["Bedrijf", "Onderwijs"];
    private static readonly string[] Countries = ["België", " Oeganda ", "België"];

    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Theory]
    [InlineData("""["Bedrijf"]""")]
    [InlineData("""[]""")]
    [InlineData("Bedrijf")]
    [InlineData(null)]
    public void A_drop_down_takes_its_options_in_every_form(string? value) =>
        Assert.Empty(_editors.Refusals(_editors.Property("Umbraco.DropDown.Flexible", Options), value));

    [Theory]
    [InlineData("""["Kerk"]""", "'Kerk' is geen keuze uit de lijst.")]
    [InlineData("""["Bedrijf","Onderwijs"]""", "Kies er één.")]
    [InlineData("""[1]""", "Deze waarde heeft niet de juiste vorm.")]
    [InlineData("""["Bedrijf" """, "Deze waarde heeft niet de juiste vorm.")]
    public void A_drop_down_refuses_what_is_not_one_of_its_options_and_names_the_property(string value, string why) =>
        Assert.Equal(["Naam van kind (kind): " + why], _editors.Refusals(_editors.Property("Umbraco.DropDown.Flexible", Options, "kind"), value));

    [Fact]
    public void A_drop_down_stores_a_list_and_gives_one_text_or_several()
    {
        var one = _editors.Property("Umbraco.DropDown.Flexible", Options);
        var several = _editors.Property("Umbraco.DropDown.Flexible", """{"multiple":true,"items":["Bedrijf","Onderwijs"]}""");

        Assert.Equal("""["Bedrijf"]""", _editors.Store(one, "Bedrijf"));
        Assert.Equal("""["Bedrijf","Onderwijs"]""", _editors.Store(several, Both));
        Assert.Null(_editors.Store(several, Array.Empty<string>()));
        Assert.Equal("Bedrijf", _editors.Convert(one, """["Bedrijf"]"""));
        Assert.Equal(["Bedrijf", "Onderwijs"], Assert.IsAssignableFrom<IEnumerable<string>>(_editors.Convert(several, """["Bedrijf","Onderwijs"]""")));
        Assert.Equal("Bedrijf", _editors.Deliver(one, """["Bedrijf"]"""));
        Assert.Empty(_editors.Refusals(several, JsonNode.Parse("""["Onderwijs","Bedrijf"]""")));
    }

    [Fact]
    public void A_mandatory_list_is_not_filled_by_an_empty_one()
    {
        var property = _editors.Property("Umbraco.CheckBoxList", Options, "sectors", mandatory: true);

        Assert.Equal(["Naam van sectors (sectors): Vul dit in."], _editors.Refusals(property, "[]"));
        Assert.Equal(["Naam van sectors (sectors): Vul dit in."], _editors.Refusals(property, null));
        Assert.Empty(_editors.Refusals(property, """["Overheid"]"""));
    }

    [Fact]
    public void A_check_box_list_gives_its_texts_and_refuses_others()
    {
        var property = _editors.Property("Umbraco.CheckBoxList", Options);

        Assert.Equal("""["Bedrijf","Overheid"]""", _editors.Store(property, """["Bedrijf","Overheid"]"""));
        Assert.Equal(["Bedrijf"], Assert.IsAssignableFrom<IEnumerable<string>>(_editors.Convert(property, """["Bedrijf"]""")));
        Assert.Equal(2, _editors.Refusals(property, """["Kerk","Staat"]""").Length);
    }

    [Fact]
    public void Radio_buttons_store_the_text_itself()
    {
        var property = _editors.Property("Umbraco.RadioButtonList", Options, "costs");

        Assert.Empty(_editors.Refusals(property, "Overheid"));
        Assert.Equal(["Naam van costs (costs): 'Kerk' is geen keuze uit de lijst."], _editors.Refusals(property, "Kerk"));
        Assert.Equal("Overheid", _editors.Store(property, "Overheid"));
        Assert.Equal("Overheid", _editors.Convert(property, "Overheid"));
        Assert.Equal("Overheid", _editors.Edit(property, "Overheid"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData("1", 1)]
    [InlineData("true", 1)]
    [InlineData(0, 0)]
    [InlineData("False", 0)]
    [InlineData("", null)]
    public void Yes_or_no_is_stored_as_one_or_nought(object value, int? stored)
    {
        var property = _editors.Property("Umbraco.TrueFalse");

        Assert.Empty(_editors.Refusals(property, value));
        Assert.Equal(stored, _editors.Store(property, value));
        Assert.Equal(stored == 1, _editors.Convert(property, stored));
        Assert.Equal(stored == 1, _editors.Edit(property, stored));
    }

    [Theory]
    [InlineData("misschien")]
    [InlineData(2)]
    [InlineData("[]")]
    public void Yes_or_no_refuses_anything_else(object value) =>
        Assert.Equal([$"Naam van online (online): '{value}' is geen ja of nee."], _editors.Refusals(_editors.Property("Umbraco.TrueFalse", alias: "online"), value));

    [Fact]
    public void Tags_are_stored_as_the_configuration_says_and_told_to_the_tag_service()
    {
        var json = _editors.Property("Umbraco.Tags", """{"group":"landen","storageType":"Json"}""");
        var csv = _editors.Property("Umbraco.Tags", """{"group":"landen","storageType":"Csv"}""");

        Assert.Equal("""["België","Oeganda"]""", _editors.Store(json, Countries));
        Assert.Equal("België,Oeganda", _editors.Store(csv, "België, Oeganda"));
        Assert.Equal(["België", "Oeganda"], Assert.IsAssignableFrom<IEnumerable<string>>(_editors.Convert(json, """["België","Oeganda"]""")));
        var tags = Assert.IsAssignableFrom<IDataValueTags>(_editors.ValueEditor(json)).GetTags("""["België"]""", null, 3).ToArray();
        Assert.Equal([("landen", "België", 3)], tags.Select(tag => (tag.Group, tag.Text, tag.LanguageId!.Value)));
        Assert.Equal(["Naam van waarde (waarde): Deze waarde heeft niet de juiste vorm."], _editors.Refusals(json, """[{"a":1}]"""));
        Assert.Equal(["Naam van waarde (waarde): Een regel is langer dan 200 tekens."], _editors.Refusals(json, new string('a', 201)));
    }

    [Fact]
    public void A_colour_is_one_of_those_configured()
    {
        var property = _editors.Property("Umbraco.ColorPicker", """{"useLabel":true,"items":[{"value":"#0d1418","label":"Inkt"}]}""", "colour");

        Assert.Empty(_editors.Refusals(property, """{"value":"#0D1418","label":"Inkt"}"""));
        Assert.Equal(["Naam van colour (colour): '#ffffff' is geen keuze uit de lijst."], _editors.Refusals(property, "#ffffff"));
        Assert.Equal(["Naam van colour (colour): 'red;x' is geen kleur zoals #1a2b3c."], _editors.Refusals(property, "red;x"));
        Assert.Equal("""{"value":"#0d1418","label":"Inkt"}""", _editors.Store(property, JsonNode.Parse("""{"value":"#0d1418","label":"Inkt"}""")));
        var colour = Assert.IsType<ColorPickerValueConverter.PickedColor>(_editors.Convert(property, """{"value":"#0d1418","label":"Inkt"}"""));
        Assert.Equal("#0d1418", colour.Color);
    }

    [Theory]
    [InlineData("2.5", null)]
    [InlineData("""{"from":2,"to":2}""", null)]
    [InlineData("veel", "'veel' is geen getal.")]
    [InlineData("-1", "-1 is te laag. Het laagste getal is 0.")]
    [InlineData("11", "11 is te hoog. Het hoogste getal is 10.")]
    [InlineData("2.3", "2.3 past niet bij stappen van 0.5 vanaf 0.")]
    [InlineData("1,2", "Kies één getal, geen bereik.")]
    public void A_slider_keeps_within_its_limits(string value, string? why)
    {
        var property = _editors.Property("Umbraco.Slider", """{"enableRange":false,"minVal":0,"maxVal":10,"step":0.5}""");

        Assert.Equal(why is null ? [] : ["Naam van waarde (waarde): " + why], _editors.Refusals(property, value));
    }

    [Fact]
    public void A_slider_with_a_range_stores_both_ends()
    {
        var property = _editors.Property("Umbraco.Slider", """{"enableRange":true,"minVal":0,"maxVal":10,"step":0.5,"minimumRange":1}""");

        Assert.Equal("1,2.5", _editors.Store(property, """{"from":1,"to":2.5}"""));
        var range = Assert.IsType<Umbraco.Cms.Core.Models.Range<decimal>>(_editors.Convert(property, "1,2.5"));
        Assert.Equal((1m, 2.5m), (range.Minimum, range.Maximum));
        Assert.Equal(["Naam van waarde (waarde): 'Van' (3) is hoger dan 'tot' (1).", "Naam van waarde (waarde): Tussen 'van' en 'tot' moet minstens 1 zitten."], _editors.Refusals(property, "3,1"));
    }
}
