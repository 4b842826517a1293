using Deventer4GlobalGoals.Cms.Media.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

public sealed class PictureUrlsTests
{
    private readonly PictureUrls _urls = Urls(1);

    [Fact]
    public void An_address_names_what_is_asked_and_ends_with_its_signature()
    {
        var url = _urls.GetImageUrl(new ImageUrlGenerationOptions("/media/a/foto.jpg")
        {
            Width = 800,
            Height = 450,
            Quality = 70,
            Format = "webp",
            ImageCropMode = ImageCropMode.Pad,
            ImageCropAnchor = ImageCropAnchor.TopLeft,
            FocalPoint = new ImageUrlGenerationOptions.FocalPointPosition(0.25m, 0.5m),
            CacheBusterValue = "1db",
        });

        Assert.Matches("^/media/a/foto\\.jpg\\?rxy=0\\.25,0\\.5&width=800&height=450&rmode=pad&ranchor=topleft&quality=70&format=webp&v=1db&hmac=[0-9a-f]{32}$", url);
    }

    [Theory]
    [InlineData("/media/a/foto.jpg")]
    [InlineData("/media/a/foto.jpg?v=2")]
    [InlineData("")]
    public void What_asks_for_no_size_needs_no_signature(string url)
    {
        Assert.Equal(url, _urls.RefreshSignature(url));
        Assert.Equal("/media/a/foto.jpg", _urls.GetImageUrl(new ImageUrlGenerationOptions("/media/a/foto.jpg")));
        Assert.Null(_urls.GetImageUrl(new ImageUrlGenerationOptions(null)));
    }

    [Fact]
    public void A_signature_is_of_the_path_and_the_size_and_of_nothing_else()
    {
        var signature = Signature(_urls.RefreshSignature("/media/a/foto.jpg?width=800&height=450"));

        Assert.Equal(signature, Signature(_urls.RefreshSignature("/media/a/foto.jpg?hmac=old&height=450&v=3&width=800")));
        Assert.Equal(signature, Signature(_urls.RefreshSignature("https://deventer4globalgoals.nl/media/a/foto.jpg?width=800&height=450")));
        Assert.Equal(signature, Signature(_urls.RefreshSignature("/media/a/f%6Fto.jpg?width=800&height=450")));
        Assert.NotEqual(signature, Signature(_urls.RefreshSignature("/media/b/foto.jpg?width=800&height=450")));
        Assert.NotEqual(signature, Signature(_urls.RefreshSignature("/media/a/foto.jpg?width=801&height=450")));
        Assert.NotEqual(signature, Signature(Urls(2).RefreshSignature("/media/a/foto.jpg?width=800&height=450")));
        Assert.EndsWith(signature + "#top", _urls.RefreshSignature("/media/a/foto.jpg?width=800&height=450#top"), StringComparison.Ordinal);
    }

    private static string Signature(string url) => url[(url.IndexOf("hmac=", StringComparison.Ordinal) + 5)..];

    private static PictureUrls Urls(byte secret)
    {
        var services = new ServiceCollection();
        services.Configure<ImagingSettings>(settings => settings.HMACSecretKey = [secret, 2, 3]);
        var settings = services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<ImagingSettings>>();
        return new PictureUrls(new PictureKey(settings, new(() => throw new InvalidOperationException("The configured key is enough."))));
    }
}
