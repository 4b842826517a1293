using System.Buffers.Binary;
using System.Drawing;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>
/// Reads the dimensions of an image, in pixels, from its first bytes; nothing is decoded.
/// Formats: PNG (W3C), JPEG (ITU T.81), GIF (89a) and WebP (RFC 9649).
/// </summary>
public static class ImageHeader
{
    private const int LongestFixedHeader = 30;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>The size as it is shown (a JPEG that is stored on its side is turned), or null when it isn't one of the formats or is cut short.</returns>
    public static Size? Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[LongestFixedHeader];
        var length = stream.ReadAtLeast(head[..2], 2, throwOnEndOfStream: false);
        if (length < 2)
        {
            return null;
        }

        if (head[0] == 0xFF && head[1] == 0xD8)
        {
            return JpegHeader.Read(stream);
        }

        length += stream.ReadAtLeast(head[2..], LongestFixedHeader - 2, throwOnEndOfStream: false);
        head = head[..length];
        return Png(head) ?? Gif(head) ?? WebP(head);
    }

    private static Size? Png(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && head.StartsWith(PngSignature) && head[12..16].SequenceEqual("IHDR"u8)
            ? Positive(BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]))
            : null;

    private static Size? Gif(ReadOnlySpan<byte> head) =>
        head.Length >= 10 && (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            ? Positive(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : null;

    private static Size? WebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < LongestFixedHeader || !head.StartsWith("RIFF"u8) || !head[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var chunk = head[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return Positive(UInt24(head[24..]) + 1, UInt24(head[27..]) + 1);
        }

        if (chunk.SequenceEqual("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return Positive((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        if (chunk.SequenceEqual("VP8 "u8) && head[23] == 0x9D && head[24] == 0x01 && head[25] == 0x2A)
        {
            // The two upper bits of each hold a scale that decoders ignore.
            var width = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF;
            var height = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF;
            return Positive((uint)width, (uint)height);
        }

        return null;
    }

    private static uint UInt24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static Size? Positive(uint width, uint height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new Size((int)width, (int)height) : null;
}
