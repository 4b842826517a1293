using System.Drawing;
using Deventer4GlobalGoals.Cms.Media.Pictures;
using Deventer4GlobalGoals.Cms.Media.Vips;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

public sealed class VipsRendererTests : IDisposable
{
    private static readonly Lazy<VipsRenderer> Shared = new(() => new VipsRenderer());

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg [vips] ").FullName;

    private static VipsRenderer Renderer => Shared.Value;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [VipsFact]
    public void Each_quarter_of_a_scaled_picture_keeps_its_colour()
    {
        var made = Render(TestPicture.Quarters(400, 200).ToPng(), "width=100");

        Assert.Equal(new Size(100, 50), made.Size);
        Assert.Equal((Color.Red.ToArgb(), Color.Lime.ToArgb()), (made[10, 10].ToArgb(), made[90, 10].ToArgb()));
        Assert.Equal([Name(Color.Red), Name(Color.Lime), Name(Color.Blue), Name(Color.White)], Corners(made));
    }

    [VipsTheory]
    [InlineData("width=50&height=50&rxy=0,0", "Red", "Red", "Blue", "Blue")]
    [InlineData("width=50&height=50&rxy=1,0.5", "Lime", "Lime", "White", "White")]
    [InlineData("width=50&height=50&cc=0.5,0.5,0,0", "White", "White", "White", "White")]
    [InlineData("width=40&height=10&ranchor=bottom", "Blue", "White", "Blue", "White")]
    public void A_crop_shows_what_the_focal_point_asks(string query, params string[] corners)
    {
        var made = Render(TestPicture.Quarters(400, 200).ToPng(), query);

        Assert.Equal(corners, Corners(made));
    }

    [VipsFact]
    public void What_pads_a_picture_without_transparency_is_white()
    {
        var made = Render(TestPicture.Draw(40, 20, (_, _) => Color.Red).ToPng(), "width=40&height=40&rmode=pad");

        Assert.Equal(new Size(40, 40), made.Size);
        Assert.Equal([Name(Color.White), Name(Color.Red), Name(Color.White)], new[] { made[20, 2], made[20, 20], made[20, 37] }.Select(Name));
    }

    [VipsTheory]
    [InlineData("jpg", new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData("png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })]
    [InlineData("webp", new byte[] { (byte)'R', (byte)'I', (byte)'F', (byte)'F' })]
    [InlineData("avif", new byte[] { 0, 0, 0 })]
    public void Every_format_is_written_and_read_again(string name, byte[] start)
    {
        var format = PictureFormat.Named(name)!;
        Assert.True(Renderer.CanWrite(format));
        var first = Make(TestPicture.Quarters(400, 200).ToPng(), "width=200", format);

        Assert.Equal(start, File.ReadAllBytes(first)[..start.Length]);
        Assert.Equal(new Size(200, 100), Renderer.Measure(first));
        var back = Render(File.ReadAllBytes(first), "width=100");
        Assert.Equal([Name(Color.Red), Name(Color.Lime), Name(Color.Blue), Name(Color.White)], Corners(back));
    }

    [VipsFact]
    public void A_photo_that_was_taken_on_its_side_stands_upright_and_says_nothing_more()
    {
        var jpeg = File.ReadAllBytes(Make(TestPicture.Quarters(400, 200).ToPng(), "width=400", PictureFormat.Jpeg));
        var turned = TestJpeg.WithExif(jpeg, TestJpeg.Exif(orientation: 6, latitude: 52));
        var file = Write("turned.jpg", turned);

        Assert.Equal(new Size(200, 400), Renderer.Measure(file));
        var made = Render(turned, "width=100");

        // Turned a quarter to the right: blue comes above red's left neighbour.
        Assert.Equal(new Size(100, 200), made.Size);
        Assert.Equal([Name(Color.Blue), Name(Color.Red), Name(Color.White), Name(Color.Lime)], Corners(made));
        foreach (var format in PictureFormat.All)
        {
            var bytes = File.ReadAllBytes(Make(turned, "width=100", format));
            Assert.True(bytes.AsSpan().IndexOf("GPS"u8) < 0 && bytes.AsSpan().IndexOf("Exif"u8) < 0, format.Name);
        }
    }

    [VipsFact]
    public void A_header_that_promises_more_than_there_is_fails_at_once()
    {
        var lying = TestPicture.Png(new Size(6000, 6000), TestPicture.Deflate(new byte[6000]));

        Assert.Throws<UnreadablePictureException>(() => Render(lying, "width=100"));
    }

    [VipsFact]
    public void A_jpeg_that_is_cut_short_fails_and_one_that_lies_is_measured_by_its_lie()
    {
        var jpeg = File.ReadAllBytes(Make(TestPicture.Quarters(400, 400).ToPng(), "width=400", PictureFormat.Jpeg));

        Assert.Throws<UnreadablePictureException>(() => Render(jpeg[..(jpeg.Length / 2)], "width=100"));
        Assert.Equal(new Size(400, 60_000), Renderer.Measure(Write("lying.jpg", TestJpeg.WithHeight(jpeg, 60_000))));
    }

    [VipsFact]
    public void A_bomb_of_zeros_is_measured_without_unpacking_it()
    {
        var bomb = Write("bomb.png", TestPicture.Png(new Size(30_000, 30_000), TestPicture.Deflate(new byte[90_001])));

        Assert.Equal(new Size(30_000, 30_000), Renderer.Measure(bomb));
    }

    [VipsTheory]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hostname"/></svg>""")]
    [InlineData("%PDF-1.4 1 0 obj")]
    [InlineData("P3 1 1 255 0 0 0")]
    [InlineData("width=1 height=1 xsize 1")]
    [InlineData("")]
    public void What_is_no_picture_of_an_allowed_kind_is_not_opened(string text)
    {
        var file = Write("a.png", System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Throws<UnreadablePictureException>(() => Renderer.Measure(file));
        Assert.Throws<UnreadablePictureException>(() => Render(File.ReadAllBytes(file), "width=10"));
    }

    private static string[] Corners(TestPicture picture)
    {
        var (x, y) = (picture.Size.Width - 2, picture.Size.Height - 2);
        return [Name(picture[1, 1]), Name(picture[x, 1]), Name(picture[1, y]), Name(picture[x, y])];
    }

    /// <summary>The pure colour that one is nearest to: encoders are never exact.</summary>
    private static string Name(Color color) => new[] { Color.Red, Color.Lime, Color.Blue, Color.White, Color.Black }
        .MinBy(pure => Math.Abs(pure.R - color.R) + Math.Abs(pure.G - color.G) + Math.Abs(pure.B - color.B)).Name;

    private TestPicture Render(byte[] source, string query) => TestPicture.Read(File.ReadAllBytes(Make(source, query, PictureFormat.Png)));

    private string Make(byte[] source, string query, PictureFormat format)
    {
        var file = Write("source", source);
        var target = Path.Combine(_folder, "made." + format.Name);
        var request = PictureRequest.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), (5000, 5000), out _)!;
        Renderer.Render(file, PicturePlan.For(Renderer.Measure(file), request), format, format.DefaultQuality ?? 100, target);
        return target;
    }

    private string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
