using System.Drawing;
using System.Net;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Pictures over HTTP: sizes, signatures, formats, caching, and files that mean harm.</summary>
public sealed class MediaTests(MediaSite media) : IClassFixture<MediaSite>
{
    private const string Photo = MediaSite.Photo;
    private const string Chromium = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    private readonly CommunitySite _site = media.Site;

    [Fact]
    public async Task A_size_that_the_site_signed_is_made()
    {
        using var answer = await GetAsync(media.Address(new ImageUrlGenerationOptions(Photo) { Width = 120, Height = 60, Format = "png" }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var picture = TestPicture.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(new Size(120, 60), picture.Size);
        Assert.Equal(Color.Red.ToArgb(), picture[5, 5].ToArgb());
    }

    [Theory]
    [InlineData("?width=120&height=60")]
    [InlineData("?width=321")]
    [InlineData("?width=320&quality=90")]
    [InlineData("?width=320&hmac=00000000000000000000000000000000")]
    [InlineData("?height=320")]
    [InlineData("?width=-1")]
    [InlineData("?format=webp")]
    [InlineData("?width=320&width=640")]
    [InlineData("?WIDTH=321")]
    public async Task A_size_that_nobody_signed_is_refused_in_words(string query)
    {
        using var answer = await GetAsync(Photo + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_signature_holds_for_one_size_of_one_file()
    {
        var url = media.Address(new ImageUrlGenerationOptions(Photo) { Width = 120, Height = 60 });
        string[] changes =
        [
            url.Replace("width=120", "width=121", StringComparison.Ordinal),
            url.Replace("foto.png", "andere.png", StringComparison.Ordinal),
            url + "&quality=10",
        ];
        foreach (var changed in changes)
        {
            using var answer = await GetAsync(changed);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var same = await GetAsync(url + "&v=2&utm_source=post");
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
    }

    [Theory]
    [InlineData(Chromium, "image/avif")]
    [InlineData("image/webp,*/*", "image/webp")]
    [InlineData("image/avif;q=0,image/webp", "image/webp")]
    [InlineData("image/png,image/*;q=0.8,*/*;q=0.5", "image/png")]
    [InlineData(null, "image/png")]
    public async Task The_format_follows_what_the_browser_accepts(string? accept, string type)
    {
        using var answer = await GetAsync(Photo + "?width=320", accept);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType!));
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_picture_is_answered_in_parts_and_not_sent_twice()
    {
        using var whole = await GetAsync(Photo + "?width=320&v=1");
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", whole.Headers.GetValues("Cache-Control")));

        using var part = await GetAsync(Photo + "?width=320&v=1", change: request => request.Headers.Range = new(2, 5));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[2..6], await part.Content.ReadAsByteArrayAsync());

        using var unchanged = await GetAsync(Photo + "?width=320&v=1", change: request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData(Photo, null)]
    [InlineData(Photo + "?width=320", null)]
    [InlineData("/media/1f00000000000000/logo.svg", "attachment")]
    [InlineData("/media/1f00000000000000/logo.svg?width=320", "attachment")]
    [InlineData("/media/1f00000000000000/pagina.html", "attachment")]
    [InlineData("/media/1f00000000000000/zonder-soort", "attachment")]
    public async Task No_file_is_sniffed_or_runs_a_script_and_what_could_is_a_download(string path, string? disposition)
    {
        using var answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["cross-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData("/media/../site.png")]
    [InlineData("/media/%2e%2e/site.png")]
    [InlineData("/media/..%2fsite.png?width=320")]
    [InlineData("/media/%2e%2e%2fsite.png?width=320")]
    [InlineData("/media/1f00000000000000/../../site.png?width=320")]
    [InlineData("/media/..%5csite.png?width=320")]
    [InlineData("/media/1f00000000000000/?width=320")]
    [InlineData("/media/1f00000000000000/foto%00.png?width=320")]
    [InlineData("/media/bestaat-niet.png?width=320")]
    [InlineData("/media/.verborgen.png?width=320")]
    public async Task No_path_leads_out_of_the_media_folder(string path)
    {
        // The path as it is written: a client would take the dots out of it.
        var address = new Uri(_site.Origin + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await _site.Http.GetAsync(address);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData("bom.png")]
    [InlineData("leugen.png")]
    [InlineData("leugen.jpg")]
    [InlineData("kapot.png")]
    [InlineData("pagina.gif")]
    [InlineData("tekening.png")]
    public async Task A_file_that_means_harm_gives_no_picture_and_no_failure(string name)
    {
        using var answer = await GetAsync("/media/6b00000000000000/" + name + "?width=320");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("This file cannot be read as a picture, or it is too large.", await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? accept = "image/png", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        change?.Invoke(request);
        return await _site.Http.SendAsync(request);
    }
}
