using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.TemporaryFile;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class FileEditorTests : IDisposable
{
    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Theory]
    [InlineData("Umbraco.UploadField")]
    [InlineData("Umbraco.ImageCropper")]
    public void An_upload_gets_its_place_in_the_media_folder_when_it_is_saved(string alias)
    {
        var property = _editors.Property(alias);
        var value = new JsonObject { ["temporaryFileId"] = Upload("foto.jpg", "beeld") };

        Assert.Empty(_editors.Refusals(property, value));
        var stored = Assert.IsType<string>(_editors.Store(property, value));

        Assert.True(Assert.IsAssignableFrom<IMediaUrlGenerator>(_editors.Editors[alias]).TryGetMediaPath(alias, stored, out var path));
        Assert.StartsWith("/media/", path, StringComparison.Ordinal);
        Assert.Equal("beeld", System.IO.File.ReadAllText(Path.Combine(_editors.World.MediaFolder, path!["/media/".Length..])));
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
            _editors.Refusals(property, new JsonObject { ["temporaryFileId"] = Upload("a.CSHTML", "x") }));
    }

    private Guid Upload(string name, string text)
    {
        var key = Guid.NewGuid();
        _editors.World.Uploads[key] = new TemporaryFileModel
        {
            FileName = name,
            Key = key,
            AvailableUntil = DateTime.MaxValue,
            OpenReadStream = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
        };
        return key;
    }
}
