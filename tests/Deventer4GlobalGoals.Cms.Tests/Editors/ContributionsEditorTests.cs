using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class ContributionsEditorTests : IDisposable
{
    private const string Stored = """[{"goal":12,"target":"12.5","role":"primary","direction":"positive","evidence":{"figure":38,"unit":"%"},"source":"editor"}]""";

    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Fact]
    public void Contributions_are_typed_for_views_and_objects_for_the_Delivery_API()
    {
        var property = _editors.Property("D4GG.Contributions");

        var contribution = Assert.Single(Assert.IsAssignableFrom<IReadOnlyList<Contribution>>(_editors.Convert(property, Stored)));
        Assert.Equal((12, "12.5"), (contribution.Goal, contribution.Target.ToString()));
        Assert.Equal(Stored, Assert.IsType<JsonArray>(_editors.Deliver(property, Stored)).ToJsonString());
        Assert.Equal(Stored, _editors.Store(property, JsonNode.Parse(Stored)));
        Assert.Empty(_editors.Refusals(property, Stored));
        Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<Contribution>>(_editors.Convert(property, null)));
    }

    [Theory]
    [InlineData("""[{"goal":18,"role":"primary","direction":"positive","source":"editor"}]""", "$[0].goal")]
    [InlineData("""[{"goal":12,"target":"11.5","role":"primary","direction":"positive","source":"editor"}]""", "$[0].target")]
    [InlineData("{", "$")]
    public void Wrong_contributions_are_refused_with_the_property_and_the_place(string value, string place)
    {
        var message = Assert.Single(_editors.Refusals(_editors.Property("D4GG.Contributions", alias: "contributions"), value));

        Assert.StartsWith($"Naam van contributions (contributions): {place}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_value_of_an_unknown_editor_survives_saving()
    {
        var missing = new MissingPropertyEditor("Iets.Onbekends", _editors.Services.GetRequiredService<IDataValueEditorFactory>());
        const string Value = """{"a":[1,2,{"b":"c"}]}""";

        Assert.Null(_editors.Editors["Iets.Onbekends"]);
        Assert.Equal(Value, missing.GetValueEditor().FromEditor(new ContentPropertyData(Value, null), null));
        Assert.True(missing.GetValueEditor().IsReadOnly);
    }

    [Theory]
    [InlineData("Umbraco.TextBox")]
    [InlineData("Umbraco.TextArea")]
    [InlineData("Umbraco.Integer")]
    [InlineData("Umbraco.Decimal")]
    [InlineData("Umbraco.TrueFalse")]
    [InlineData("Umbraco.DateTime")]
    [InlineData("Umbraco.DateTimeUnspecified")]
    [InlineData("Umbraco.DateTimeWithTimeZone")]
    [InlineData("Umbraco.DateOnly")]
    [InlineData("Umbraco.TimeOnly")]
    [InlineData("Umbraco.Tags")]
    [InlineData("Umbraco.CheckBoxList")]
    [InlineData("Umbraco.DropDown.Flexible")]
    [InlineData("Umbraco.RadioButtonList")]
    [InlineData("Umbraco.Slider")]
    [InlineData("Umbraco.ColorPicker")]
    [InlineData("Umbraco.EmailAddress")]
    [InlineData("Umbraco.MultipleTextstring")]
    [InlineData("Umbraco.MultiUrlPicker")]
    [InlineData("Umbraco.ContentPicker")]
    [InlineData("Umbraco.MultiNodeTreePicker")]
    [InlineData("Umbraco.MediaPicker3")]
    [InlineData("Umbraco.MarkdownEditor")]
    [InlineData("Umbraco.RichText")]
    [InlineData("Umbraco.BlockList")]
    [InlineData("Umbraco.Label")]
    [InlineData("Umbraco.ListView")]
    [InlineData("D4GG.Contributions")]
    public void Every_schema_alias_has_one_editor_that_takes_nothing_and_says_when_something_is_mandatory(string alias)
    {
        Assert.Single(_editors.Editors, editor => editor.Alias == alias);
        Assert.Empty(_editors.Refusals(_editors.Property(alias), null));
        Assert.Equal(["Naam van waarde (waarde): Vul dit in."], _editors.Refusals(_editors.Property(alias, mandatory: true), null));
        _ = _editors.Published(_editors.Property(alias)).ModelClrType;
    }
}
