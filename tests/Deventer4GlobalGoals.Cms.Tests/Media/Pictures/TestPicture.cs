using System.Buffers.Binary;
using System.Drawing;
using System.IO.Compression;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

/// <summary>Writes and reads PNG (W3C) by hand, so that a test says what is in a file, and can lie in it.</summary>
public sealed record TestPicture(Size Size, Color[] Pixels)
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public Color this[int x, int y] => Pixels[(y * Size.Width) + x];

    public static TestPicture Draw(int width, int height, Func<int, int, Color> color) =>
        new(new Size(width, height), [.. Enumerable.Range(0, width * height).Select(index => color(index % width, index / width))]);

    /// <summary>Four quarters: red and green above, blue and white below.</summary>
    public static TestPicture Quarters(int width, int height) => Draw(width, height, (x, y) => (x < width / 2, y < height / 2) switch
    {
        (true, true) => Color.Red,
        (false, true) => Color.Lime,
        (true, false) => Color.Blue,
        _ => Color.White,
    });

    public byte[] ToPng()
    {
        var rows = new byte[Size.Height * ((Size.Width * 3) + 1)];
        var at = 0;
        for (var y = 0; y < Size.Height; y++)
        {
            at++;
            for (var x = 0; x < Size.Width; x++)
            {
                var color = this[x, y];
                rows[at++] = color.R;
                rows[at++] = color.G;
                rows[at++] = color.B;
            }
        }

        return Png(Size, Deflate(rows));
    }

    /// <summary>A file of 8-bit RGB with any header before any data, and chunks of one's own between them.</summary>
    public static byte[] Png(Size header, byte[] data, params (string Type, byte[] Data)[] between)
    {
        var ihdr = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(ihdr, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(ihdr.AsSpan(4), header.Height);
        ihdr[8] = 8;
        ihdr[9] = 2;
        return [.. Signature, .. Chunk("IHDR", ihdr), .. between.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)), .. Chunk("IDAT", data), .. Chunk("IEND", [])];
    }

    public static byte[] Deflate(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    /// <summary>Reads 8-bit RGB or RGBA that is not interlaced.</summary>
    public static TestPicture Read(byte[] png)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        Assert.Equal(8, png[24]);
        var bands = png[25] == 6 ? 4 : 3;
        Assert.True(png[25] is 2 or 6 && png[28] == 0, "Not a plain RGB or RGBA file.");
        using var rows = new ZLibStream(new MemoryStream(Data(png)), CompressionMode.Decompress);
        var pixels = new Color[width * height];
        var above = new byte[width * bands];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            var row = new byte[width * bands];
            rows.ReadExactly(row);
            Unfilter(filter, row, above, bands);
            for (var x = 0; x < width; x++)
            {
                var alpha = bands == 4 ? row[(x * bands) + 3] : 255;
                pixels[(y * width) + x] = Color.FromArgb(alpha, row[x * bands], row[(x * bands) + 1], row[(x * bands) + 2]);
            }

            above = row;
        }

        return new TestPicture(new Size(width, height), pixels);
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        System.Text.Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    private static byte[] Data(byte[] png)
    {
        var data = new List<byte>();
        for (var at = 8; at < png.Length; at += BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) + 12)
        {
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.AddRange(png.AsSpan(at + 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at))));
            }
        }

        return [.. data];
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int bands)
    {
        for (var index = 0; index < row.Length; index++)
        {
            int left = index >= bands ? row[index - bands] : 0;
            int up = above[index];
            int corner = index >= bands ? above[index - bands] : 0;
            row[index] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
