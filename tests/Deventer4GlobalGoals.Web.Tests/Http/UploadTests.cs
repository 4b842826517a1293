using System.Drawing;
using System.Net;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>What an editor sends, through Umbraco's own services, up to the page that shows it.</summary>
public sealed class UploadTests(MediaSite media) : IClassFixture<MediaSite>
{
    private const string Alt = "Drie <jonge> bakkers bij een \"houtoven\"";
    private const string Page = "/praktijkvoorbeelden/kwetterbrood";

    private static readonly Guid ImageType = Guid.Parse("cc07b313-0843-4aa8-bbda-871c8da728c8");
    private static readonly Guid SuperUser = Constants.Security.SuperUserKey;

    private readonly CommunitySite _site = media.Site;

    [Fact]
    public async Task A_photo_goes_from_an_upload_to_a_page_and_says_nothing_of_where_it_was_made()
    {
        var photo = TestJpeg.WithExif(await media.JpegAsync(), TestJpeg.Exif(orientation: 1, latitude: 52));
        var upload = Guid.NewGuid();
        Assert.Equal(TemporaryFileOperationStatus.Success, await UploadAsync(upload, "Foto van Thuis.PNG", photo));
        var created = await CreateAsync(upload, Alt);
        Assert.True(created.Success, created.Status.ToString());

        var item = _site.Get<IMediaService>().GetById(created.Result.Content!.Key)!;
        Assert.Equal(("1000", "500", "jpg"), (Text(item, "umbracoWidth"), Text(item, "umbracoHeight"), Text(item, "umbracoExtension")));
        var path = (string)JsonNode.Parse(Text(item, "umbracoFile"))!["src"]!;
        Assert.Matches("^/media/[0-9a-f]{16}/foto-van-thuis\\.jpg$", path);
        var original = await _site.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        Assert.True(original.AsSpan().IndexOf("GPS"u8) < 0 && photo.AsSpan().IndexOf("GPS"u8) > 0);

        Show(item);
        await LooksRightAsync();

        // Another description is on the page at once, and its pictures have addresses that no browser has kept.
        item.SetValue("altText", "Een bakker");
        Assert.True(_site.Get<IMediaService>().Save(item).Success);
        Assert.Equal("Een bakker", (await _site.DocumentAsync(Page)).QuerySelector("figure img")!.GetAttribute("alt"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task A_picture_without_a_description_is_not_saved(string? alt)
    {
        var upload = Guid.NewGuid();
        Assert.Equal(TemporaryFileOperationStatus.Success, await UploadAsync(upload, "foto.png", TestPicture.Quarters(40, 20).ToPng()));

        Assert.Equal(ContentEditingOperationStatus.PropertyValidationError, (await CreateAsync(upload, alt)).Status);

        var item = _site.Get<IMediaService>().CreateMedia("Zonder woorden", Constants.System.Root, Constants.Conventions.MediaTypes.Image);
        item.SetValue("altText", alt);
        var saved = _site.Get<IMediaService>().Save(item);
        Assert.False(saved.Success);
        Assert.Contains("'Zonder woorden' heeft geen beschrijving.", Assert.Single(saved.Result!.EventMessages!.GetAll()).Message, StringComparison.Ordinal);
        Assert.False(item.HasIdentity);
    }

    [Theory]
    [InlineData("pagina.gif", "GIF89a/*<script>alert(1)</script>*/=1;")]
    [InlineData("foto.jpg", "\u00ff\u00d8\u00ff\u00e0<script>alert(1)</script>")]
    public async Task A_file_that_means_harm_is_refused_by_name_and_by_code_too(string name, string content)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(content);
        var upload = Guid.NewGuid();
        Assert.Equal(TemporaryFileOperationStatus.Success, await UploadAsync(upload, name, bytes));

        var refused = await CreateAsync(upload, Alt);
        Assert.Equal(ContentEditingOperationStatus.PropertyValidationError, refused.Status);
        var message = Assert.Single(Assert.Single(refused.Result.ValidationResult.ValidationErrors).ErrorMessages);
        Assert.Contains($"'{name}' ", message, StringComparison.Ordinal);

        var files = _site.Get<MediaFileManager>().FileSystem;
        var failure = Assert.ThrowsAny<Exception>(() => files.AddFile("8d00000000000000/" + name, new MemoryStream(bytes)));
        Assert.Contains($"'{name}' ", failure.Message, StringComparison.Ordinal);
        Assert.False(files.FileExists("8d00000000000000/" + name));
    }

    [Fact]
    public async Task A_program_is_blocked_on_arrival_and_no_path_leads_out_of_the_folder()
    {
        Assert.Equal(TemporaryFileOperationStatus.UploadBlocked, await UploadAsync(Guid.NewGuid(), "programma.txt", "MZ program"u8.ToArray()));

        var files = _site.Get<MediaFileManager>().FileSystem;
        Assert.ThrowsAny<Exception>(() => files.AddFile("../buiten.txt", new MemoryStream("tekst"u8.ToArray())));
        Assert.False(System.IO.File.Exists(Path.Combine(files.GetFullPath(string.Empty), "..", "buiten.txt")));
    }

    [Fact]
    public async Task What_was_made_of_a_file_goes_with_it()
    {
        var files = _site.Get<MediaFileManager>().FileSystem;
        files.AddFile("7c00000000000000/weg.png", new MemoryStream(TestPicture.Quarters(400, 200).ToPng()));
        var address = new Uri("/media/7c00000000000000/weg.png?width=160&format=png", UriKind.Relative);
        Assert.Equal(new Size(160, 80), TestPicture.Read(await _site.Http.GetByteArrayAsync(address)).Size);

        files.AddFile("7c00000000000000/weg.png", new MemoryStream(TestPicture.Quarters(400, 400).ToPng()));
        Assert.Equal(new Size(160, 160), TestPicture.Read(await _site.Http.GetByteArrayAsync(address)).Size);

        files.DeleteFile("7c00000000000000/weg.png");
        using var answer = await _site.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Text(IMedia item, string alias) => item.GetValue(alias)?.ToString() ?? string.Empty;

    private async Task LooksRightAsync()
    {
        var page = await _site.DocumentAsync(Page);
        var image = page.QuerySelector("figure img")!;
        Assert.Equal(Alt, image.GetAttribute("alt"));
        Assert.Equal(("800", "305"), (image.GetAttribute("width"), image.GetAttribute("height")));

        var sources = image.GetAttribute("srcset")!.Split(", ");
        Assert.Equal(["480w", "800w"], sources.Select(source => source.Split(' ')[1]));
        Assert.All(sources, source => Assert.Contains("?rxy=0.9,0.5&", source, StringComparison.Ordinal));
        foreach (var (source, size) in sources.Zip([new Size(480, 183), new Size(800, 305)]))
        {
            // As the site wrote it, with its signature; only the format is left to the browser.
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(source.Split(' ')[0], UriKind.Relative));
            request.Headers.Add("Accept", "image/webp");
            using var answer = await _site.Http.SendAsync(request);
            Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType!));
            Assert.Equal(size, ImageHeader.Read(await answer.Content.ReadAsStreamAsync()));
        }

        var shared = new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
        using var card = await _site.Http.GetAsync(shared);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (card.StatusCode, card.Content.Headers.ContentType!.MediaType!));
    }

    private async Task<TemporaryFileOperationStatus> UploadAsync(Guid key, string name, byte[] content) =>
        (await _site.Get<ITemporaryFileService>().CreateAsync(new CreateTemporaryFileModel { Key = key, FileName = name, OpenReadStream = () => new MemoryStream(content) })).Status;

    private Task<Attempt<MediaCreateResult, ContentEditingOperationStatus>> CreateAsync(Guid upload, string? alt) => _site.Get<IMediaEditingService>().CreateAsync(
        new MediaCreateModel
        {
            ContentTypeKey = ImageType,
            Variants = [new VariantModel { Name = "Bakkers" }],
            Properties =
            [
                new PropertyValueModel { Alias = "umbracoFile", Value = new JsonObject { ["temporaryFileId"] = upload } },
                new PropertyValueModel { Alias = "altText", Value = alt },
            ],
        },
        SuperUser);

    /// <summary>Puts the picture on a published page.</summary>
    private void Show(IMedia item)
    {
        var contents = _site.Get<IContentService>();
        var root = contents.GetRootContent().First().Id;
        var list = _site.Get<IDocumentUrlService>().GetDocumentKeyByRoute("/praktijkvoorbeelden", "nl", root, isDraft: false)!.Value;
        var page = new Umbraco.Cms.Core.Models.Content("Kwetterbrood", contents.GetById(list)!.Id, _site.Get<IContentTypeService>().Get("practice")!, "nl");
        page.SetCultureName("Kwetterbrood", "nl");
        page.SetValue("summary", "Brood dat zingt.", "nl");
        page.SetValue("headerImage", $$$"""[{"key":"{{{Guid.NewGuid()}}}","mediaKey":"{{{item.Key}}}","focalPoint":{"left":0.9,"top":0.5}}]""");
        Assert.True(contents.Save(page).Success);
        Assert.True(contents.Publish(contents.GetById(page.Key)!, ["*"]).Success);
    }
}
