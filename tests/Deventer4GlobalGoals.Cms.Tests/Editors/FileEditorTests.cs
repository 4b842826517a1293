using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.TemporaryFile;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class FileEditorTests : IDisposable
{
    private static readonly byte[] Picture = TestPicture.Quarters(8, 4).ToPng();

    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Theory]
    [InlineData("Umbraco.UploadField")]
    [InlineData("Umbraco.ImageCropper")]
    public void An_upload_gets_its_place_in_the_media_folder_when_it_is_saved(string alias)
    {
        var property = _editors.Property(alias);
        var value = new JsonObject { ["temporaryFileId"] = Upload("foto.png", Picture) };

        Assert.Empty(_editors.Refusals(property, value));
        var stored = Assert.IsType<string>(_editors.Store(property, value));

        Assert.True(Assert.IsAssignableFrom<IMediaUrlGenerator>(_editors.Editors[alias]).TryGetMediaPath(alias, stored, out var path));
        Assert.StartsWith("/media/", path, StringComparison.Ordinal);
        Assert.Equal(Picture, System.IO.File.ReadAllBytes(Path.Combine(_editors.World.MediaFolder, path!["/media/".Length..])));
        Assert.Empty(_editors.Refusals(property, stored));
        Assert.DoesNotContain("temporaryFileId", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"src":"/media/a/b.exe"}""", "Een bestand van de soort 'exe' mag hier niet.")]
    [InlineData("/media/../appsettings.pdf", "'/media/../appsettings.pdf' is geen bestand in de mediamap.")]
    [InlineData("https://elders.nl/a.pdf", "'https://elders.nl/a.pdf' is geen bestand in de mediamap.")]
    [InlineData("//elders.nl/a.pdf", "'//elders.nl/a.pdf' is geen bestand in de mediamap.")]
    [InlineData("[]", "'[]' is geen bestand in de mediamap.")]
    [InlineData("""{"temporaryFileId":"00000009-0000-0000-0000-000000000000"}""", "Het bestand dat u stuurde is er niet meer. Stuur het opnieuw.")]
    public void Files_that_may_not_be_here_are_refused_by_name(string value, string why)
    {
        var property = _editors.Property("Umbraco.UploadField", """{"fileExtensions":["pdf"]}""", "file");

        Assert.Equal("Naam van file (file): " + why, _editors.Refusals(property, value)[0]);
    }

    [Fact]
    public void What_the_site_never_takes_is_refused_whatever_its_case()
    {
        var property = _editors.Property("Umbraco.UploadField");

        Assert.Equal(
            ["Naam van waarde (waarde): Een bestand van de soort 'CSHTML' mag hier niet."],
            _editors.Refusals(property, new JsonObject { ["temporaryFileId"] = Upload("a.CSHTML", "x"u8.ToArray()) }));
    }

    [Fact]
    public void A_picture_is_named_after_what_it_is()
    {
        var property = _editors.Property("Umbraco.UploadField", """{"fileExtensions":["png"]}""");
        var value = new JsonObject { ["temporaryFileId"] = Upload("Mijn Foto.JPG", Picture) };

        Assert.Empty(_editors.Refusals(property, value));
        Assert.EndsWith("/mijn-foto.png", Assert.IsType<string>(_editors.Store(property, value)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foto.jpg", "geen beeld", "'foto.jpg' is geen JPG-bestand, al heet het wel zo.")]
    [InlineData("verslag.pdf", "<script>alert(1)</script>", "'verslag.pdf' is geen PDF-bestand, al heet het wel zo.")]
    [InlineData("verslag.txt", "MZ program", "'verslag.txt' is een programma. Dat mag hier niet.")]
    [InlineData("verslag.txt", "", "'verslag.txt' is leeg.")]
    [InlineData("beeld.gif", "GIF89a/*<script>*/=1;", "'beeld.gif' is beschadigd of niet compleet. Bewaar het bestand opnieuw en stuur het nog een keer.")]
    public void What_an_upload_holds_counts_and_the_refusal_names_the_file(string name, string content, string why)
    {
        var property = _editors.Property("Umbraco.UploadField");
        var value = new JsonObject { ["temporaryFileId"] = Upload(name, System.Text.Encoding.ASCII.GetBytes(content)) };

        Assert.Equal(["Naam van waarde (waarde): " + why], _editors.Refusals(property, value));
    }

    private Guid Upload(string name, byte[] content)
    {
        var key = Guid.NewGuid();
        _editors.World.Uploads[key] = new TemporaryFileModel
        {
            FileName = name,
            Key = key,
            AvailableUntil = DateTime.MaxValue,
            OpenReadStream = () => new MemoryStream(content),
        };
        return key;
    }
}
