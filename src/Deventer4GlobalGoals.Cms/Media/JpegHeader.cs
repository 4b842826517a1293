using System.Buffers.Binary;
using System.Drawing;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>Walks the segments of a JPEG (ITU T.81, annex B) to its frame header, and notes the Exif orientation on the way.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Exif = 0xE1;

    /// <summary>Orientations 5 to 8 of Exif exchange width and height.</summary>
    private const int FirstOnItsSide = 5;

    /// <summary>Reads on from behind the two bytes of the start-of-image marker.</summary>
    public static Size? Read(Stream stream)
    {
        var turned = false;
        while (NextMarker(stream) is { } marker && marker is not (StartOfScan or EndOfImage))
        {
            if (IsStandalone(marker))
            {
                continue;
            }

            if (ReadSegment(stream) is not { } segment)
            {
                return null;
            }

            if (IsFrame(marker))
            {
                return segment.Length >= 5 ? Frame(segment, turned) : null;
            }

            if (marker == Exif)
            {
                turned |= ExifOrientation.Read(segment) >= FirstOnItsSide;
            }
        }

        return null;
    }

    private static byte? NextMarker(Stream stream)
    {
        if (stream.ReadByte() != 0xFF)
        {
            return null;
        }

        int value;
        do
        {
            value = stream.ReadByte();
        }
        while (value == 0xFF);

        return value < 0 ? null : (byte)value;
    }

    private static byte[]? ReadSegment(Stream stream)
    {
        Span<byte> size = stackalloc byte[2];
        if (stream.ReadAtLeast(size, 2, throwOnEndOfStream: false) < 2)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(size) - 2;
        if (length < 0)
        {
            return null;
        }

        var segment = new byte[length];
        return stream.ReadAtLeast(segment, length, throwOnEndOfStream: false) == length ? segment : null;
    }

    private static bool IsStandalone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    // C4, C8 and CC are tables and reserved, not frames.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static Size? Frame(ReadOnlySpan<byte> segment, bool turned)
    {
        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        if (width == 0 || height == 0)
        {
            return null;
        }

        return turned ? new Size(height, width) : new Size(width, height);
    }
}
