using System.Buffers.Binary;
using System.Text;
using Deventer4GlobalGoals.Cms.Media;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;
using Deventer4GlobalGoals.Cms.Media.Vips;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Uploads;

/// <summary>What is said about a picture goes, its pixels stay.</summary>
public sealed class CleaningTests : IDisposable
{
    private const string Secret = "52.2552N 6.1639E, toestel van Anna";
    private const string Script = "<script>alert(1)</script>";

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-cleaning-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [VipsFact]
    public void A_jpeg_loses_position_texts_and_what_follows_it_but_not_how_it_is_turned()
    {
        var plain = Make(PictureFormat.Jpeg);
        var tagged = TestJpeg.With(plain, 0xFE, Bytes(Secret));
        tagged = TestJpeg.With(tagged, 0xED, Bytes("Photoshop 3.0\0" + Secret));
        tagged = TestJpeg.With(tagged, 0xE1, Bytes("http://ns.adobe.com/xap/1.0/\0" + Secret));
        tagged = TestJpeg.WithExif(tagged, TestJpeg.Exif(orientation: 6, latitude: 52));
        byte[] file = [.. tagged, .. Bytes(Script)];

        var clean = JpegCleaner.Clean(file);

        Assert.True(clean.AsSpan().IndexOf(Bytes(Secret)) < 0 && clean.AsSpan().IndexOf("GPS"u8) < 0 && clean.AsSpan().IndexOf(Bytes(Script)) < 0);
        Assert.Equal(ImageHeader.Read(new MemoryStream(file)), ImageHeader.Read(new MemoryStream(clean)));
        Assert.Equal(Pixels(file), Pixels(clean));
        Assert.Equal(clean, JpegCleaner.Clean(clean));
        Assert.Equal(Pixels(plain), Pixels(JpegCleaner.Clean(plain)));
    }

    [VipsFact]
    public void A_png_loses_its_texts_and_what_follows_it()
    {
        var plain = Make(PictureFormat.Png);
        var tagged = TestPicture.Quarters(40, 20).ToPng();
        byte[] file =
        [
            .. tagged[..33],
            .. TestPicture.Chunk("tEXt", Bytes("Comment\0" + Secret)),
            .. TestPicture.Chunk("eXIf", TestJpeg.Exif(orientation: 1, latitude: 52)),
            .. tagged[33..],
            .. Bytes(Script),
        ];

        Assert.Equal(tagged, PngCleaner.Clean(file));
        Assert.Equal(Pixels(plain), Pixels(PngCleaner.Clean(plain)));
    }

    [VipsFact]
    public void A_webp_loses_exif_and_what_follows_it()
    {
        var plain = Make(PictureFormat.WebP);
        var extended = new byte[10];
        extended[0] = 0x0C;
        extended[4] = 39;
        extended[7] = 19;
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", extended), .. Image(plain), .. Riff("EXIF", TestJpeg.Exif(1, 52)), .. Riff("XMP ", Bytes(Secret))];
        byte[] file = [.. Riff("RIFF", body), .. Bytes(Script)];

        var clean = WebPCleaner.Clean(file);

        Assert.True(clean.AsSpan().IndexOf("GPS"u8) < 0 && clean.AsSpan().IndexOf(Bytes(Secret)) < 0 && clean.AsSpan().IndexOf(Bytes(Script)) < 0);
        Assert.Equal(0, clean[20]);
        Assert.Equal(Pixels(plain), Pixels(clean));
    }

    [Fact]
    public void A_gif_loses_comments_and_what_follows_it_but_still_moves()
    {
        byte[] repeats = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] head = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0];
        byte[] comment = [0x21, 0xFE, (byte)Script.Length, .. Bytes(Script), 0];
        byte[] xmp = [0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Secret.Length, .. Bytes(Secret), 0];

        var clean = GifCleaner.Clean([.. head, .. comment, .. repeats, .. xmp, .. frame, .. frame, 0x3B, .. Bytes(Script)]);

        Assert.Equal([.. head, .. repeats, .. frame, .. frame, 0x3B], clean);
    }

    [VipsFact]
    public void An_avif_has_zeros_where_its_exif_was()
    {
        var exif = TestJpeg.Exif(1, 52);
        var plain = Make(PictureFormat.Avif);
        Assert.Equal(Pixels(plain), Pixels(AvifCleaner.Clean(plain)));

        // A file of one item that holds Exif, at the end.
        byte[] entry = Box("infe", [2, 0, 0, 0, 0, 1, 0, 0, .. "Exif"u8, 0]);
        byte[] info = Box("iinf", [0, 0, 0, 0, 0, 1, .. entry]);
        byte[] Located(uint offset)
        {
            byte[] place = [0, 0, 0, 0, 0x44, 0x00, 0, 1, 0, 1, 0, 0, 0, 1, .. Number(offset), .. Number((uint)exif.Length)];
            return [.. Box("ftyp", "avif\0\0\0\0"u8.ToArray()), .. Box("meta", [0, 0, 0, 0, .. info, .. Box("iloc", place)]), .. Box("mdat", exif)];
        }

        var length = Located(0).Length;
        var file = Located((uint)(length - exif.Length));

        Assert.Equal([.. file[..^exif.Length], .. new byte[exif.Length]], AvifCleaner.Clean(file));
        Assert.Throws<InvalidDataException>(() => AvifCleaner.Clean(Located((uint)length)));
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Box(string type, byte[] content) => [.. Number((uint)content.Length + 8), .. Bytes(type), .. content];

    private static byte[] Riff(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Bytes(type), .. length, .. content, .. new byte[content.Length & 1]];
    }

    /// <summary>The chunk with the pixels of a WebP that has nothing else.</summary>
    private static byte[] Image(byte[] webp) => webp[webp.AsSpan().IndexOf("VP8 "u8)..];

    private byte[] Make(PictureFormat format)
    {
        var source = Path.Combine(_folder, "source.png");
        File.WriteAllBytes(source, TestPicture.Quarters(40, 20).ToPng());
        var target = Path.Combine(_folder, "made." + format.Name);
        Render(source, format, target);
        return File.ReadAllBytes(target);
    }

    private System.Drawing.Color[] Pixels(byte[] picture)
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllBytes(file, picture);
        var target = Path.Combine(_folder, "pixels.png");
        Render(file, PictureFormat.Png, target);
        return TestPicture.Read(File.ReadAllBytes(target)).Pixels;
    }

    private static void Render(string file, PictureFormat format, string target)
    {
        var renderer = new VipsRenderer();
        renderer.Render(file, PicturePlan.For(renderer.Measure(file), new PictureRequest(null, null)), format, format.DefaultQuality ?? 100, target);
    }
}
