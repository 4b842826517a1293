using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class PickerEditorTests : IDisposable
{
    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Fact]
    public void Picked_pages_are_stored_as_udis_and_given_as_published_content()
    {
        var property = _editors.Property("Umbraco.MultiNodeTreePicker");
        var page = _editors.World.AddPage(1, "practice");
        var stored = $"{Document(1)},{Document(2)}";

        Assert.Equal(stored, _editors.Store(property, $$"""[{"type":"document","unique":"{{EditorWorld.KeyOf(1)}}"},{"type":"document","unique":"{{EditorWorld.KeyOf(2)}}"}]"""));
        Assert.Empty(_editors.Refusals(property, stored));
        Assert.Equal([page], Assert.IsAssignableFrom<IEnumerable<IPublishedContent>>(_editors.Convert(property, stored)));
        Assert.Equal(EditorWorld.KeyOf(1), Assert.Single(Assert.IsAssignableFrom<IEnumerable<IApiContent>>(_editors.Deliver(property, stored))).Id);
        Assert.Equal([Document(1), Document(2)], References(property, stored));
    }

    [Fact]
    public void A_picker_of_one_gives_one_page()
    {
        var property = _editors.Property("Umbraco.MultiNodeTreePicker", """{"maxNumber":1}""", "winner");
        var page = _editors.World.AddPage(1, "organisation");

        Assert.Same(page, _editors.Convert(property, Document(1)));
        Assert.Null(_editors.Convert(property, Document(2)));
        Assert.Equal(typeof(IPublishedContent), _editors.Published(property).ModelClrType);
        Assert.Equal(["Naam van winner (winner): Kies er hoogstens 1. Het zijn er nu 2."], _editors.Refusals(property, $"{Document(1)},{Document(2)}"));
    }

    [Fact]
    public void A_picker_refuses_what_is_no_reference_or_of_the_wrong_kind()
    {
        var property = _editors.Property("Umbraco.MultiNodeTreePicker", $$"""{"filter":"{{EditorWorld.KeyOf(1001)}}"}""", "organisations");
        _editors.World.AddPage(1, "organisation");
        _editors.World.AddPage(2, "practice");

        Assert.Empty(_editors.Refusals(property, $"{Document(1)},{Document(3)}"));
        Assert.Equal(["Naam van organisations (organisations): 'Item 2' is niet van een soort die hier past."], _editors.Refusals(property, Document(2)));
        Assert.Equal(["Naam van organisations (organisations): 'Saxion' verwijst niet naar een pagina of bestand."], _editors.Refusals(property, "Saxion"));
        Assert.Equal(["Naam van organisations (organisations): Hier past geen verwijzing van de soort 'media'."], _editors.Refusals(property, Media(1)));
        Assert.Empty(Assert.IsAssignableFrom<IEnumerable<IPublishedContent>>(_editors.Convert(property, "Saxion")));
    }

    [Fact]
    public void A_content_picker_stores_one_page_by_udi_and_is_edited_by_key()
    {
        var property = _editors.Property("Umbraco.ContentPicker");
        var page = _editors.World.AddPage(1, "practice");

        Assert.Equal(Document(1), _editors.Store(property, EditorWorld.KeyOf(1).ToString()));
        Assert.Empty(_editors.Refusals(property, EditorWorld.KeyOf(1).ToString()));
        Assert.Empty(_editors.Refusals(property, Document(1)));
        Assert.Same(page, _editors.Convert(property, Document(1)));
        Assert.Equal([Document(1)], References(property, Document(1)));
    }

    [Theory]
    [InlineData("Saxion", "'Saxion' verwijst niet naar een pagina of bestand.")]
    [InlineData("00000000-0000-0000-0000-000000000000", "'00000000-0000-0000-0000-000000000000' verwijst niet naar een pagina of bestand.")]
    [InlineData("umb://document/zoek-het-uit", "'umb://document/zoek-het-uit' verwijst niet naar een pagina of bestand.")]
    [InlineData("umb://media/00000000000000000000000000000001", "Hier past geen verwijzing van de soort 'media'.")]
    public void A_content_picker_refuses_what_is_no_page(string value, string message)
    {
        var property = _editors.Property("Umbraco.ContentPicker", alias: "contact");

        Assert.Equal([$"Naam van contact (contact): {message}"], _editors.Refusals(property, value));
    }

    [Fact]
    public void Links_are_given_with_the_address_of_today()
    {
        var property = _editors.Property("Umbraco.MultiUrlPicker");
        _editors.World.AddPage(1, "practice");
        _editors.World.AddMedia(2, "File");
        var stored = $$"""[{"name":"a","url":"https://www.deventer.nl","queryString":"?b=c","target":"_blank"},{"udi":"{{Document(1)}}"},{"name":"d","udi":"{{Media(2)}}"},{"name":"weg","udi":"{{Document(9)}}"}]""";

        var links = Assert.IsAssignableFrom<IEnumerable<Link>>(_editors.Convert(property, stored)).ToArray();
        Assert.Equal(["https://www.deventer.nl?b=c", "/pagina-1", "/media/2.jpg"], links.Select(link => link.Url));
        Assert.Equal([LinkType.External, LinkType.Content, LinkType.Media], links.Select(link => link.Type));
        var delivered = Assert.IsAssignableFrom<IEnumerable<ApiLink>>(_editors.Deliver(property, stored)).ToArray();
        Assert.Equal(["a", "Item 1", "d"], delivered.Select(link => link.Title));
        Assert.Equal("/pagina-1/", delivered[1].Route!.Path);
        Assert.Equal([Document(1), Media(2), Document(9)], References(property, stored));
    }

    [Fact]
    public void A_link_to_a_page_is_stored_by_udi()
    {
        var property = _editors.Property("Umbraco.MultiUrlPicker");

        Assert.Equal(
            $$"""[{"name":"a","udi":"{{Document(1)}}"}]""",
            _editors.Store(property, $$"""[{"name":"a","type":"document","unique":"{{EditorWorld.KeyOf(1)}}","url":"/oud"}]"""));
    }

    [Theory]
    [InlineData("""[{"name":"a"}]""", "Een link heeft een adres of een pagina nodig.")]
    [InlineData("""[{"url":"javascript:alert(1)"}]""", "Het adres 'javascript:alert(1)' mag niet. Begin met https://, http://, mailto:, tel: of /.")]
    [InlineData("""[{"url":"/a","target":"naam"}]""", "'naam' is geen geldig doelvenster.")]
    [InlineData("""[{"url":"/a"},{"url":"/b"}]""", "Kies er hoogstens 1. Het zijn er nu 2.")]
    [InlineData("""{"url":"/a"}""", "Deze waarde heeft niet de juiste vorm.")]
    [InlineData("""[{"udi":"umb://"}]""", "Deze waarde heeft niet de juiste vorm.")]
    public void Links_that_lead_nowhere_are_refused_by_name(string value, string why) =>
        Assert.Equal(["Naam van links (links): " + why], _editors.Refusals(_editors.Property("Umbraco.MultiUrlPicker", """{"maxNumber":1}""", "links"), value));

    [Fact]
    public void Picked_media_come_with_the_crops_of_the_data_type()
    {
        var property = _editors.Property("Umbraco.MediaPicker3", """{"multiple":false,"enableLocalFocalPoint":true,"crops":[{"alias":"kaart","width":400,"height":300}]}""");
        _editors.World.AddMedia(2, "Image");
        var stored = $$"""[{"key":"{{EditorWorld.KeyOf(5)}}","mediaKey":"{{EditorWorld.KeyOf(2)}}","crops":[],"focalPoint":{"left":0.2,"top":0.7} }]""";

        var media = Assert.IsAssignableFrom<MediaWithCrops>(_editors.Convert(property, stored));
        Assert.Equal("/media/2.jpg", media.LocalCrops.Src);
        Assert.Equal((400, 300), (media.LocalCrops.GetCrop("kaart")!.Width, media.LocalCrops.GetCrop("kaart")!.Height));
        Assert.True(media.LocalCrops.HasFocalPoint());
        var delivered = Assert.Single(Assert.IsAssignableFrom<IEnumerable<IApiMediaWithCrops>>(_editors.Deliver(property, stored)));
        Assert.Equal((0.2m, 0.7m), (delivered.FocalPoint!.Left, delivered.FocalPoint.Top));
        Assert.Equal("kaart", Assert.Single(delivered.Crops!).Alias);
        Assert.Equal([Media(2)], References(property, stored));
        Assert.Equal([Media(2)], References(property, Media(2)));
        Assert.Empty(_editors.Refusals(property, stored));
        Assert.Null(_editors.Convert(property, "[]"));
    }

    [Theory]
    [InlineData("""[{"key":"x"}]""", "Deze waarde heeft niet de juiste vorm.")]
    [InlineData("""[{"mediaKey":"00000002-0000-0000-0000-000000000000"},{"mediaKey":"00000003-0000-0000-0000-000000000000"}]""", "Kies er één.")]
    [InlineData("""[{"mediaKey":"00000002-0000-0000-0000-000000000000","focalPoint":{"left":2,"top":0}}]""", "Het middelpunt ligt buiten de afbeelding.")]
    [InlineData("""[{"mediaKey":"00000002-0000-0000-0000-000000000000","crops":[{"alias":"kaart","coordinates":{"x1":0.6,"y1":0,"x2":0.6,"y2":0}}]}]""", "De uitsnede 'kaart' ligt buiten de afbeelding.")]
    [InlineData("""[{"mediaKey":"00000004-0000-0000-0000-000000000000"}]""", "'Item 4' is niet van een soort die hier past.")]
    public void Media_that_do_not_fit_are_refused_by_name(string value, string why)
    {
        _editors.World.AddMedia(4, "File");
        var property = _editors.Property("Umbraco.MediaPicker3", """{"multiple":false,"filter":"Image"}""", "headerImage");

        Assert.Equal(["Naam van headerImage (headerImage): " + why], _editors.Refusals(property, value));
    }

    [Fact]
    public void An_image_keeps_its_path_crops_and_focal_point()
    {
        var property = _editors.Property("Umbraco.ImageCropper", """{"crops":[{"alias":"kop","width":1600,"height":600}]}""");

        var image = Assert.IsType<ImageCropperValue>(_editors.Convert(property, """{"src":"/media/a/b.jpg","crops":[],"focalPoint":{"left":0.5,"top":0.5}}"""));
        Assert.Equal("/media/a/b.jpg", image.ToHtmlString());
        Assert.Equal(1600, image.GetCrop("kop")!.Width);
        Assert.Equal("/media/a/b.jpg", Assert.IsType<ImageCropperValue>(_editors.Convert(property, "/media/a/b.jpg")).Src);
        Assert.True(Assert.IsAssignableFrom<Umbraco.Cms.Core.Models.IMediaUrlGenerator>(_editors.Editors["Umbraco.ImageCropper"]).TryGetMediaPath("Umbraco.ImageCropper", """{"src":"/media/a/b.jpg"}""", out var path));
        Assert.Equal("/media/a/b.jpg", path);
    }

    private static string Document(int number) => $"umb://document/{EditorWorld.KeyOf(number):N}";

    private static string Media(int number) => $"umb://media/{EditorWorld.KeyOf(number):N}";

    private string[] References(PropertyType property, string stored) =>
        [.. Assert.IsAssignableFrom<IDataValueReference>(_editors.ValueEditor(property)).GetReferences(stored).Select(reference => reference.Udi.ToString())];
}
