using System.Drawing;
using System.Text;
using Deventer4GlobalGoals.Cms.Media;

namespace Deventer4GlobalGoals.Cms.Tests.Media;

public sealed class ImageHeaderTests
{
    private const string ExifTurned = "FFE10022 457869660000 4D4D002A00000008 0001 0112 0003 00000001 00060000 00000000";

    [Theory]
    [InlineData("PNG", "89504E470D0A1A0A 0000000D 49484452 00000640 00000258 0806000000", 1600, 600)]
    [InlineData("GIF", "474946383961 9001 2C01 F70000", 400, 300)]
    [InlineData("JPEG, baseline", "FFD8 FFE0 0004 4A46 FFC0 000B 08 012C 0190 01 011100", 400, 300)]
    [InlineData("JPEG, progressive with fill bytes", "FFD8 FFFFE0 0002 FFFFC2 000B 08 0258 0640 01 01 11 00", 1600, 600)]
    [InlineData("WebP, lossy", "52494646 00000000 57454250 56503820 00000000 000000 9D012A 9001 2C01 0000", 400, 300)]
    [InlineData("WebP, lossless", "52494646 00000000 57454250 5650384C 00000000 2F 8FC14A00 0000000000", 400, 300)]
    [InlineData("WebP, extended", "52494646 00000000 57454250 56503858 0A000000 00000000 8F0100 2B0100", 400, 300)]
    public void Dimensions_are_read_from_the_first_bytes(string format, string bytes, int width, int height)
    {
        Assert.NotEmpty(format);
        Assert.Equal(new Size(width, height), Read(bytes));
    }

    [Fact]
    public void A_photo_taken_on_its_side_is_measured_as_it_is_shown() =>
        Assert.Equal(new Size(300, 400), Read($"FFD8 {ExifTurned} FFC0 000B 08 012C 0190 01 011100"));

    [Theory]
    [InlineData("")]
    [InlineData("89")]
    [InlineData("89504E470D0A1A0A 0000000D 49484452 000006")]
    [InlineData("89504E470D0A1A0A 0000000D 49484452 00000000 00000258 08")]
    [InlineData("FFD8")]
    [InlineData("FFD8 FFE0 FFFF 00")]
    [InlineData("FFD8 FFE0 0001")]
    [InlineData("FFD8 FFDA 0002")]
    [InlineData("FFD8 FFC0 0003 08")]
    [InlineData("474946383961 90")]
    [InlineData("52494646 00000000 57454250 56503820 00000000 000000 000000 9001 2C01 0000")]
    [InlineData("3C68746D6C3E3C7363726970743E616C6572742831293C2F7363726970743E")]
    public void What_is_no_image_or_is_cut_short_has_no_dimensions(string bytes) => Assert.Null(Read(bytes));

    [Fact]
    public void Random_bytes_behind_a_true_beginning_never_fail()
    {
        var random = new Random(4);
        var beginnings = new[] { "FFD8", "FFD8FFE1", "89504E470D0A1A0A", "474946383961", "524946460000000057454250" };
        for (var round = 0; round < 5000; round++)
        {
            var tail = new byte[random.Next(0, 60)];
            random.NextBytes(tail);
            using var stream = new MemoryStream([.. Convert.FromHexString(beginnings[round % beginnings.Length]), .. tail]);
            var size = ImageHeader.Read(stream);
            Assert.True(size is null or { Width: > 0, Height: > 0 });
        }
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='120' height='80px'/>", 120, 80)]
    [InlineData("<?xml version='1.0'?><!-- x --><svg viewBox='0 0 64.2 32' width='100%'/>", 65, 32)]
    public void Drawings_say_their_own_size(string svg, int width, int height) => Assert.Equal(new Size(width, height), Drawing(svg));

    [Theory]
    [InlineData("<html/>")]
    [InlineData("<svg width='100%'/>")]
    [InlineData("<svg viewBox='0 0 0 0'/>")]
    [InlineData("no xml")]
    public void What_is_no_drawing_or_has_no_size_has_none(string svg) => Assert.Null(Drawing(svg));

    private static Size? Drawing(string svg)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(svg));
        return new SvgDimensionExtractor().GetDimensions(stream);
    }

    private static Size? Read(string hexadecimal)
    {
        using var stream = new MemoryStream(Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal)));
        return ImageHeader.Read(stream);
    }
}
