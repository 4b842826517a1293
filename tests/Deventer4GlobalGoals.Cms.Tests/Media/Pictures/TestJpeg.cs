using System.Buffers.Binary;

namespace Deventer4GlobalGoals.Cms.Tests.Media.Pictures;

/// <summary>Changes the segments of a JPEG (ITU T.81) by hand.</summary>
internal static class TestJpeg
{
    private const ushort OrientationTag = 0x0112;
    private const ushort GpsTag = 0x8825;

    /// <summary>The file with a segment more behind its first two bytes.</summary>
    public static byte[] With(byte[] jpeg, byte marker, byte[] data)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
        return [.. jpeg[..2], 0xFF, marker, .. length, .. data, .. jpeg[2..]];
    }

    public static byte[] WithExif(byte[] jpeg, byte[] tiff) => With(jpeg, 0xE1, [.. "Exif\0\0"u8, .. tiff]);

    /// <summary>The file with another height in its frame header.</summary>
    public static byte[] WithHeight(byte[] jpeg, ushort height)
    {
        var copy = jpeg.ToArray();
        for (var at = 2; at < copy.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2)))
        {
            if (copy[at + 1] is 0xC0 or 0xC2)
            {
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 5), height);
                return copy;
            }
        }

        throw new InvalidOperationException("No frame header.");
    }

    /// <summary>A TIFF structure with an orientation, and a GPS directory with a latitude in whole degrees and a name that a search finds.</summary>
    public static byte[] Exif(ushort orientation, uint latitude)
    {
        // Header 8, directory of two entries at 8 (2 + 24 + 4), GPS directory of two at 38 (2 + 24 + 4), three fractions at 68, name at 92.
        var tiff = new byte[110];
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32LittleEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(8), 2);
        Entry(tiff.AsSpan(10), OrientationTag, 3, 1, orientation);
        Entry(tiff.AsSpan(22), GpsTag, 4, 1, 38);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(38), 2);
        Entry(tiff.AsSpan(40), 2, 5, 3, 68);
        Entry(tiff.AsSpan(52), 18, 2, 10, 92);
        foreach (var (index, number) in new[] { latitude, 1u, 15u, 1u, 6u, 1u }.Index())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(tiff.AsSpan(68 + (index * 4)), number);
        }

        "GPS-DATUM\0"u8.CopyTo(tiff.AsSpan(92));
        return tiff;
    }

    private static void Entry(Span<byte> place, ushort tag, ushort type, uint count, uint value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(place, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(place[2..], type);
        BinaryPrimitives.WriteUInt32LittleEndian(place[4..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(place[8..], value);
    }
}
