using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class BlockListEditorTests : IDisposable
{
    private readonly EditorFixture _editors = new();
    private readonly Guid _type;

    public BlockListEditorTests() => _type = _editors.World.AddElementType(
        "result",
        _editors.Services.GetRequiredService<IShortStringHelper>(),
        _editors.Property("Umbraco.Decimal", alias: "figure", mandatory: true),
        _editors.Property("Umbraco.RichText", alias: "text"),
        _editors.Property("Umbraco.MultiNodeTreePicker", alias: "organisation"));

    public void Dispose() => _editors.Dispose();

    [Fact]
    public void Blocks_become_elements_with_converted_values()
    {
        var list = Assert.IsType<BlockListModel>(_editors.Convert(Results(), Stored("38", "\"<p>a<script>x</script></p>\"")));

        var block = Assert.Single(list);
        Assert.Equal(38m, block.Content.GetProperty("figure")!.GetValue());
        Assert.Equal("<p>a</p>", Assert.IsAssignableFrom<IHtmlEncodedString>(block.Content.GetProperty("text")!.GetValue()).ToHtmlString());
        Assert.Equal(EditorWorld.KeyOf(1), block.ContentKey);
    }

    [Fact]
    public void The_Delivery_API_gives_blocks_with_their_properties()
    {
        var list = Assert.IsType<ApiBlockListModel>(_editors.Deliver(Results(), Stored("38", "null")));

        var content = Assert.Single(list.Items).Content;
        Assert.Equal("result", content.ContentType);
        Assert.Equal(38m, content.Properties["figure"]);
    }

    [Fact]
    public void Only_blocks_that_are_shown_and_allowed_are_given()
    {
        var hidden = JsonNode.Parse(Stored("38", "null"))!;
        hidden["expose"] = new JsonArray();
        var elsewhere = _editors.Property("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{Guid.NewGuid()}}"}]}""");

        Assert.Empty(Assert.IsType<BlockListModel>(_editors.Convert(Results(), hidden.ToJsonString())));
        Assert.Empty(Assert.IsType<BlockListModel>(_editors.Convert(elsewhere, Stored("38", "null"))));
        Assert.Empty(Assert.IsType<BlockListModel>(_editors.Convert(Results(), "")));
    }

    [Fact]
    public void What_is_inside_is_stored_by_its_own_editor_and_the_unknown_as_it_is()
    {
        var value = JsonNode.Parse(Stored("\"38.5\"", "{\"markup\":\"<p onclick='x'>a</p>\"}"))!;
        value["contentData"]![0]!["values"]!.AsArray().Add(new JsonObject { ["alias"] = "vroeger", ["value"] = new JsonObject { ["x"] = 1 } });
        value["contentData"]!.AsArray().Add(new JsonObject { ["contentTypeKey"] = Guid.NewGuid(), ["key"] = Guid.NewGuid(), ["iets"] = "anders" });
        value["toekomst"] = true;

        var stored = JsonNode.Parse(Assert.IsType<string>(_editors.Store(Results(), value)))!;

        var values = stored["contentData"]![0]!["values"]!;
        Assert.Equal(38.5m, values[0]!["value"]!.GetValue<decimal>());
        Assert.Equal("<p>a</p>", JsonNode.Parse(values[1]!["value"]!.GetValue<string>())!["markup"]!.GetValue<string>());
        Assert.Equal("Umbraco.RichText", values[1]!["editorAlias"]!.GetValue<string>());
        Assert.Equal("""{"x":1}""", values[3]!["value"]!.ToJsonString());
        Assert.Equal("anders", stored["contentData"]![1]!["iets"]!.GetValue<string>());
        Assert.True(stored["toekomst"]!.GetValue<bool>());
    }

    [Fact]
    public void A_wrong_value_inside_names_both_properties_and_its_place()
    {
        var result = Assert.Single(_editors.Results(Results(), Stored("\"veel\"", "{\"tekst\":1}")));

        var places = Assert.IsType<NestedValidationResults>(result).ValidationResults.Cast<NestedJsonPathValidationResults>().ToArray();
        Assert.Equal(["contentData[0].values[0].value", "contentData[0].values[1].value"], places.Select(place => place.JsonPath));
        Assert.StartsWith("Naam van results (results): Naam van figure (figure): ", places[0].ValidationResults[0].ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Naam van results (results): Naam van text (text): Deze waarde heeft niet de juiste vorm.", result.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mandatory_property_that_is_not_there_is_missed()
    {
        var value = JsonNode.Parse(Stored("38", "null"))!;
        value["contentData"]![0]!["values"]!.AsArray().RemoveAt(0);

        Assert.Equal(["Naam van results (results): Naam van figure (figure): Vul dit in."], _editors.Refusals(Results(), value));
    }

    [Theory]
    [InlineData("[]", "Deze waarde heeft niet de juiste vorm.")]
    [InlineData("{", "Deze waarde heeft niet de juiste vorm.")]
    [InlineData("""{"layout":{"Umbraco.BlockList":[{"contentKey":"00000009-0000-0000-0000-000000000000"}]}}""", "Blok 1 heeft geen inhoud.")]
    [InlineData("""{"contentData":[{"contentTypeKey":"00000009-0000-0000-0000-000000000000","key":"00000001-0000-0000-0000-000000000000"}]}""", "Dit soort blok mag hier niet.")]
    public void Blocks_of_another_form_are_refused_by_name(string value, string why) =>
        Assert.Equal(["Naam van results (results): " + why], _editors.Refusals(Results(), value));

    [Fact]
    public void The_number_of_blocks_is_limited_and_mandatory_needs_one()
    {
        var limited = _editors.Property("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{_type}}"}],"validationLimit":{"min":2,"max":3} }""", "results", mandatory: true);

        Assert.Equal(["Naam van results (results): Kies er minstens 2. Het zijn er nu 1."], _editors.Refusals(limited, Stored("38", "null")));
        Assert.Equal(["Naam van results (results): Vul dit in."], _editors.Refusals(limited, """{"layout":{}}"""));
    }

    [Fact]
    public void References_inside_blocks_are_found()
    {
        var reference = $"umb://document/{EditorWorld.KeyOf(4):N}";

        var found = Assert.IsAssignableFrom<IDataValueReference>(_editors.ValueEditor(Results())).GetReferences(Stored("38", "null", $"\"{reference}\""));

        Assert.Equal(reference, Assert.Single(found).Udi.ToString());
    }

    private PropertyType Results() => _editors.Property("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{_type}}"}]}""", "results");

    private string Stored(string figure, string text, string organisation = "null") => $$"""
        {"layout":{"Umbraco.BlockList":[{"contentUdi":null,"settingsUdi":null,"contentKey":"{{EditorWorld.KeyOf(1)}}","settingsKey":null}]},
         "contentData":[{"contentTypeKey":"{{_type}}","udi":null,"key":"{{EditorWorld.KeyOf(1)}}","values":[
           {"alias":"figure","editorAlias":"Umbraco.Decimal","culture":null,"segment":null,"value":{{figure}}},
           {"alias":"text","culture":null,"segment":null,"value":{{text}}},
           {"alias":"organisation","culture":null,"segment":null,"value":{{organisation}}}]}],
         "settingsData":[],"expose":[{"contentKey":"{{EditorWorld.KeyOf(1)}}","culture":null,"segment":null}]}
        """;
}
