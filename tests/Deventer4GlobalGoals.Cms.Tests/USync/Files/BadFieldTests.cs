using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Contents;
using Deventer4GlobalGoals.Cms.USync.DataTypes;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.USync.Files;

public class BadFieldTests
{
    [Theory]
    [InlineData("Key=\"5f0c\"", "Key")]
    [InlineData("Alias=\"Garden\"", "Key")]
    [InlineData("Key=\"00000000-0000-0000-0000-000000000000\"", "Key")]
    public void A_page_without_a_good_key_is_refused(string attributes, string field)
    {
        var root = XElement.Parse($"<Content {attributes}><Info><ContentType>page</ContentType><NodeName Default=\"x\" /></Info></Content>");

        Assert.Equal(field, Assert.Throws<USyncException>(() => ContentFile.Read(root)).Field);
    }

    [Theory]
    [InlineData("<SortOrder>first</SortOrder>", "Info/SortOrder")]
    [InlineData("<CreateDate>yesterday</CreateDate>", "Info/CreateDate")]
    [InlineData("<Trashed>perhaps</Trashed>", "Info/Trashed")]
    [InlineData("<Published Default=\"soon\" />", "Info/Published")]
    [InlineData("<Parent Key=\"home\" />", "Parent")]
    public void A_value_of_the_wrong_kind_is_refused_with_its_field(string element, string field)
    {
        var root = XElement.Parse(
            $"<Content Key=\"{Guid.NewGuid()}\"><Info><ContentType>page</ContentType><NodeName Default=\"x\" />{element}</Info></Content>");

        Assert.Equal(field, Assert.Throws<USyncException>(() => ContentFile.Read(root)).Field);
    }

    [Fact]
    public void A_property_of_a_type_is_named_in_the_error()
    {
        var root = XElement.Parse(
            $"""
            <ContentType Key="{Guid.NewGuid()}" Alias="page">
              <Info><Name>Page</Name></Info>
              <GenericProperties>
                <GenericProperty>
                  <Key>{Guid.NewGuid()}</Key><Name>Title</Name><Alias>title</Alias><Mandatory>often</Mandatory>
                </GenericProperty>
              </GenericProperties>
            </ContentType>
            """);

        var error = Assert.Throws<USyncException>(() => TypeFile.Read(root));

        Assert.Equal("GenericProperties/GenericProperty[title]/Mandatory", error.Field);
        Assert.Equal("\"often\" is not true or false.", error.Message);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("{ not json")]
    public void Configuration_that_is_no_json_object_is_refused(string config)
    {
        var root = XElement.Parse(
            $"<DataType Key=\"{Guid.NewGuid()}\"><Info><Name>x</Name><EditorAlias>y</EditorAlias></Info><Config>{config}</Config></DataType>");

        Assert.Equal("Config", Assert.Throws<USyncException>(() => DataTypeFile.Read(root)).Field);
    }

    [Theory]
    [InlineData("twelve", ValueStorageType.Integer)]
    [InlineData("1.5", ValueStorageType.Integer)]
    [InlineData("1,5", ValueStorageType.Decimal)]
    [InlineData("soon", ValueStorageType.Date)]
    public void Text_that_does_not_fit_the_property_is_refused(string text, ValueStorageType storage) =>
        Assert.Equal(
            "Properties/number",
            Assert.Throws<USyncException>(() => StoredValue.FromText(text, storage, "Properties/number")).Field);

    [Theory]
    [InlineData("12", ValueStorageType.Integer, "12")]
    [InlineData("true", ValueStorageType.Integer, "1")]
    [InlineData("38.500", ValueStorageType.Decimal, "38.5")]
    [InlineData("-0.000001", ValueStorageType.Decimal, "-0.000001")]
    [InlineData("2026-11-21", ValueStorageType.Date, "2026-11-21T00:00:00")]
    [InlineData(" as it is ", ValueStorageType.Nvarchar, " as it is ")]
    public void Numbers_and_dates_get_one_form_and_text_stays_as_it_is(string text, ValueStorageType storage, string expected) =>
        Assert.Equal(expected, StoredValue.ToText(StoredValue.FromText(text, storage, "x")));
}
