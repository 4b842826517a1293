using System.Buffers.Binary;
using System.Drawing;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>Walks the segments of a JPEG (ITU T.81, annex B) to its frame header, and notes the Exif orientation on the way.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Exif = 0xE1;
    private const ushort OrientationTag = 0x0112;

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
                turned |= IsTurned(segment);
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

    /// <summary>Orientations 5 to 8 of Exif (CIPA DC-008, 4.6.4) exchange width and height.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return false;
        }

        var tiff = segment[6..];
        var little = tiff.StartsWith("II"u8);
        var directory = UInt32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return false;
        }

        var entries = tiff[(int)directory..];
        var count = UInt16(entries, little);
        for (var index = 0; index < count && entries.Length >= 2 + ((index + 1) * 12); index++)
        {
            var entry = entries.Slice(2 + (index * 12), 12);
            if (UInt16(entry, little) == OrientationTag)
            {
                return UInt16(entry[8..], little) is >= 5 and <= 8;
            }
        }

        return false;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
