namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class TextEditorTests : IDisposable
{
    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Theory]
    [InlineData("Umbraco.TextBox")]
    [InlineData("Umbraco.TextArea")]
    public void Text_is_kept_as_it_is_and_limited_in_length(string alias)
    {
        var property = _editors.Property(alias, """{"maxChars":5}""", "summary");

        Assert.Empty(_editors.Refusals(property, "vijf!"));
        Assert.Equal(
            ["Naam van summary (summary): Dit is te lang. U mag 5 tekens gebruiken; het zijn er 2 te veel."],
            _editors.Refusals(property, "te lang"));
        Assert.Equal("a < b", _editors.Store(property, "a < b"));
        Assert.Equal("a < b", _editors.Convert(property, "a < b"));
        Assert.Equal("a < b", _editors.Deliver(property, "a < b"));
        Assert.Equal("""{"a":1}""", _editors.Edit(property, """{"a":1}"""));
    }

    [Fact]
    public void A_pattern_and_mandatory_say_which_property_in_plain_Dutch()
    {
        var property = _editors.Property("Umbraco.TextBox", alias: "website", mandatory: true);
        property.ValidationRegExp = "^https?://";

        Assert.Equal(["Naam van website (website): Dit heeft niet de vorm die hier hoort."], _editors.Refusals(property, "www.deventer.nl"));
        Assert.Equal(["Naam van website (website): Vul dit in."], _editors.Refusals(property, ""));
        Assert.Empty(_editors.Refusals(property, "https://www.deventer.nl"));
    }

    [Fact]
    public void The_messages_of_the_data_type_go_before_ours()
    {
        var property = _editors.Property("Umbraco.TextBox", alias: "website", mandatory: true);
        property.MandatoryMessage = "Geef het adres van de site.";

        Assert.Equal(["Naam van website (website): Geef het adres van de site."], _editors.Refusals(property, null));
    }

    [Theory]
    [InlineData("info@deventer.nl", true)]
    [InlineData("", true)]
    [InlineData("info", false)]
    [InlineData("@deventer.nl", false)]
    [InlineData("a@b@c", false)]
    public void An_address_has_one_at_sign_with_text_on_both_sides(string value, bool right)
    {
        var property = _editors.Property("Umbraco.EmailAddress", alias: "email");

        Assert.Equal(right, _editors.Refusals(property, value).Length == 0);
        Assert.All(_editors.Refusals(property, value), message => Assert.Equal($"Naam van email (email): '{value}' is geen e-mailadres.", message));
        Assert.Equal("info@deventer.nl", _editors.Convert(property, "info@deventer.nl"));
    }

    [Fact]
    public void Lines_are_stored_under_each_other()
    {
        var property = _editors.Property("Umbraco.MultipleTextstring", """{"min":1,"max":2}""", "categories");

        Assert.Equal("Bedrijf\nOnderwijs", _editors.Store(property, """["Bedrijf","","Onderwijs"]"""));
        Assert.Equal("Bedrijf\nOnderwijs", _editors.Store(property, "Bedrijf\r\nOnderwijs\r\n"));
        Assert.Equal(["Bedrijf", "Onderwijs"], Assert.IsType<string[]>(_editors.Edit(property, "Bedrijf\nOnderwijs")));
        Assert.Equal(["Bedrijf", "Onderwijs"], Assert.IsAssignableFrom<IEnumerable<string>>(_editors.Convert(property, "Bedrijf\nOnderwijs")));
        Assert.Empty(_editors.Refusals(property, "Bedrijf\nOnderwijs"));
        Assert.Equal(["Naam van categories (categories): Kies er hoogstens 2. Het zijn er nu 3."], _editors.Refusals(property, "a\nb\nc"));
        Assert.Equal(["Naam van categories (categories): Deze waarde heeft niet de juiste vorm."], _editors.Refusals(property, """[{"a":1}]"""));
    }

    [Theory]
    [InlineData("Umbraco.Integer", "twaalf")]
    [InlineData("Umbraco.Integer", "18")]
    [InlineData("Umbraco.Decimal", "half")]
    public void Numbers_of_Umbraco_itself_name_the_property_too(string alias, string value)
    {
        var property = _editors.Property(alias, """{"min":1,"max":17}""", "number");

        Assert.StartsWith("Naam van number (number): ", Assert.Single(_editors.Refusals(property, value)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_view_has_a_configuration_and_no_value()
    {
        var property = _editors.Property("Umbraco.ListView", """{"pageSize":50,"includeProperties":[{"alias":"updateDate","isSystem":true}]}""");

        Assert.Empty(_editors.Refusals(property, null));
        var configuration = Assert.IsType<Umbraco.Cms.Core.PropertyEditors.ListViewConfiguration>(_editors.World.DataTypes[property.DataTypeId].ConfigurationObject);
        Assert.Equal("updateDate", Assert.Single(configuration.IncludeProperties).Alias);
    }

    [Fact]
    public void A_label_shows_what_is_stored()
    {
        var property = _editors.Property("Umbraco.Label", """{"umbracoDataValueType":"INT"}""");

        Assert.Equal(12, _editors.Convert(property, 12));
        Assert.True(_editors.ValueEditor(property).IsReadOnly);
    }
}
