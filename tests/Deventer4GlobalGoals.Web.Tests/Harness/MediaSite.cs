using System.Drawing;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>A site with good files and bad ones, put on disk as if they had been there for years.</summary>
public sealed class MediaSite : IAsyncLifetime
{
    public const string Photo = "/media/1f00000000000000/foto.png";

    public CommunitySite Site { get; private set; } = null!;

    private string Folder => Site.Get<MediaFileManager>().FileSystem.GetFullPath(string.Empty);

    public async Task InitializeAsync()
    {
        Site = await CommunitySite.StartAsync();
        var photo = TestPicture.Quarters(800, 400).ToPng();
        Write("1f00000000000000/foto.png", photo);
        Write("1f00000000000000/andere.png", photo);
        Write("1f00000000000000/logo.svg", """<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="file:///etc/hostname"/></svg>"""u8);
        Write("1f00000000000000/pagina.html", "<script>alert(1)</script>"u8);
        Write("1f00000000000000/zonder-soort", "tekst"u8);
        Write(".verborgen.png", photo);
        Write("../site.png", photo);

        Write("6b00000000000000/bom.png", TestPicture.Png(new Size(30_000, 30_000), TestPicture.Deflate(new byte[90_000_000])));
        Write("6b00000000000000/leugen.png", TestPicture.Png(new Size(5_000, 5_000), TestPicture.Deflate(new byte[5_000])));
        Write("6b00000000000000/leugen.jpg", TestJpeg.WithHeight(await JpegAsync(), 65_000));
        Write("6b00000000000000/kapot.png", photo.AsSpan(0, photo.Length / 2));
        Write("6b00000000000000/pagina.gif", "GIF89a/*<script>alert(1)</script>*/=1;"u8);
        Write("6b00000000000000/tekening.png", """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hostname"/></svg>"""u8);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    public string Address(ImageUrlGenerationOptions options) => Site.Get<IImageUrlGenerator>().GetImageUrl(options)!;

    /// <summary>The photo as a JPEG of 1,000 by 500.</summary>
    public Task<byte[]> JpegAsync() =>
        Site.Http.GetByteArrayAsync(new Uri(Address(new ImageUrlGenerationOptions(Photo) { Width = 1000, Format = "jpg" }), UriKind.Relative));

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllBytes(file, bytes);
    }
}
