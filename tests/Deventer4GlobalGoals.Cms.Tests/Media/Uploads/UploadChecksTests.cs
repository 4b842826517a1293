using System.Drawing;
using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Uploads;
using Deventer4GlobalGoals.Cms.Media.Vips;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Uploads;

public sealed class UploadChecksTests : IDisposable
{
    private readonly CultureInfo _desk = CultureInfo.CurrentUICulture;
    private readonly MediaOptions _media = new();
    private readonly RuntimeSettings _runtime = new();

    public UploadChecksTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");

    public void Dispose() => CultureInfo.CurrentUICulture = _desk;

    [Theory]
    [InlineData("verslag.pdf", "%PDF-1.7 …")]
    [InlineData("lijst.csv", "naam;aantal")]
    [InlineData("agenda.ics", "BEGIN:VCALENDAR")]
    [InlineData("brief.docx", "PK\u0003\u0004 …")]
    [InlineData("logo.svg", "<?xml version=\"1.0\"?><!-- logo --><svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>")]
    public void What_is_what_its_name_says_is_stored_as_it_is(string name, string content)
    {
        var file = Bytes(content);

        Assert.Equal(file, Stored(name, file));
    }

    [Theory]
    [InlineData("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path>", "'logo.svg' is beschadigd of niet compleet. Bewaar het bestand opnieuw en stuur het nog een keer.")]
    [InlineData("logo.svg", "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg>&b;</svg>", "'logo.svg' is beschadigd of niet compleet. Bewaar het bestand opnieuw en stuur het nog een keer.")]
    [InlineData("logo.svg", "<html><svg></svg></html>", "'logo.svg' is geen SVG-bestand, al heet het wel zo.")]
    [InlineData("logo.txt", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "'logo.txt' is een afbeelding. Laat de naam eindigen op .svg.")]
    [InlineData("pagina.aspx", "x", "Een bestand van de soort 'aspx' mag hier niet.")]
    [InlineData("start.sh", "#!/bin/sh", "'start.sh' is een programma. Dat mag hier niet.")]
    [InlineData("foto.heic", "\0\0\0\u0018ftypheic\0\0\0\0", "'foto.heic' is een HEIC-foto. Niet elke browser kan die tonen. Bewaar de foto als JPEG.")]
    [InlineData("foto.avif", "\0\0\0\u0010ftypavif\0\0\0\0", "'foto.avif' is beschadigd of niet compleet. Bewaar het bestand opnieuw en stuur het nog een keer.")]
    public void What_is_not_is_refused_and_told_why(string name, string content, string why) => Assert.Equal(why, Refusal(name, Bytes(content)));

    [Fact]
    public void A_file_that_is_too_large_is_refused_with_both_sizes()
    {
        _runtime.MaxRequestLength = 2000;

        Assert.Equal("'film.mp4' is te groot: 2,5 MB. Het mag hoogstens 2 MB zijn.", Refusal("film.mp4", [.. Bytes("\0\0\0\u0018ftypisom"), .. new byte[2_500_000]]));
    }

    [Fact]
    public void A_picture_with_too_many_pixels_is_refused_by_its_header()
    {
        var bomb = TestPicture.Png(new Size(30_000, 30_000), TestPicture.Deflate(new byte[9_000_000]));

        Assert.Equal("'bom.png' heeft te veel beeldpunten: 30000 bij 30000. Samen mogen het er 50 miljoen zijn.", Refusal("bom.png", bomb));
    }

    [VipsFact]
    public void A_picture_that_cannot_be_decoded_is_refused()
    {
        var lying = TestPicture.Png(new Size(5_000, 5_000), TestPicture.Deflate(new byte[5_000]));

        Assert.Equal(
            "'leugen.png' is beschadigd of niet compleet. Bewaar het bestand opnieuw en stuur het nog een keer.",
            Refusal("leugen.png", lying, new VipsRenderer()));
    }

    [Fact]
    public void A_picture_that_is_cut_short_is_refused_without_libvips_too()
    {
        var png = TestPicture.Quarters(40, 20).ToPng();
        for (var length = 30; length < png.Length; length += 7)
        {
            Assert.NotNull(Refusal("foto.png", png[..length]));
        }
    }

    [Fact]
    public void Whatever_a_stream_holds_the_answer_is_a_refusal_and_no_failure()
    {
        var random = new Random(17);
        var names = new Dictionary<byte[], string>
        {
            [[0xFF, 0xD8, 0xFF]] = ".jpg",
            [Bytes("GIF89a")] = ".gif",
            [TestPicture.Png(new Size(9, 9), [])] = ".png",
            [Bytes("RIFF\u0030\0\0\0WEBPVP8X")] = ".webp",
            [Bytes("\0\0\0\u0010ftypavif\0\0\0\0\0\0\0\u0040meta")] = ".avif",
            [Bytes("<svg ")] = ".svg",
        };
        foreach (var start in names.Keys)
        {
            for (var round = 0; round < 200; round++)
            {
                var rest = new byte[random.Next(0, 200)];
                random.NextBytes(rest);
                byte[] file = [.. start[..random.Next(Math.Min(4, start.Length), start.Length + 1)], .. rest];
                var failure = Record.Exception(() => Checks(new NoRenderer()).Check("x" + names[start], new MemoryStream(file)));
                Assert.True(failure is null or UploadRefusedException, $"{Convert.ToHexString(file)}: {failure}");
            }
        }
    }

    internal static UploadChecks Checks(IPictureRenderer renderer, MediaOptions? media = null, RuntimeSettings? runtime = null)
    {
        var services = new ServiceCollection();
        services.AddOptions();
        services.AddSingleton<IOptionsFactory<MediaOptions>>(new Fixed<MediaOptions>(media ?? new MediaOptions()));
        services.AddSingleton<IOptionsFactory<RuntimeSettings>>(new Fixed<RuntimeSettings>(runtime ?? new RuntimeSettings()));
        services.AddSingleton(renderer);
        services.AddSingleton<UploadChecks>();
        return services.BuildServiceProvider().GetRequiredService<UploadChecks>();
    }

    private static byte[] Bytes(string latin) => Encoding.Latin1.GetBytes(latin);

    private byte[] Stored(string name, byte[] file)
    {
        using var stored = new MemoryStream();
        Checks(new NoRenderer(), _media, _runtime).Check(name, new MemoryStream(file)).CopyTo(stored);
        return stored.ToArray();
    }

    private string Refusal(string name, byte[] file, IPictureRenderer? renderer = null) =>
        Assert.Throws<UploadRefusedException>(() => Checks(renderer ?? new NoRenderer(), _media, _runtime).Check(name, new MemoryStream(file))).Message;

    private sealed class Fixed<T>(T value) : IOptionsFactory<T>
        where T : class
    {
        public T Create(string name) => value;
    }
}
