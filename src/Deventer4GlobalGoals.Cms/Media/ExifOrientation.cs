using System.Buffers.Binary;

namespace Deventer4GlobalGoals.Cms.Media;

/// <summary>How a photo is to be turned, from 1 (as it is) to 8, in the Exif segment of a JPEG (CIPA DC-008, 4.6.4).</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    private static ReadOnlySpan<byte> Name => "Exif\0\0"u8;

    /// <param name="segment">The segment behind its length; any other segment is upright.</param>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith(Name))
        {
            return Upright;
        }

        var tiff = segment[Name.Length..];
        var little = tiff.StartsWith("II"u8);
        var directory = UInt32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[(int)directory..];
        var count = UInt16(entries, little);
        for (var index = 0; index < count && entries.Length >= 2 + ((index + 1) * 12); index++)
        {
            var entry = entries.Slice(2 + (index * 12), 12);
            if (UInt16(entry, little) == Tag)
            {
                return UInt16(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A segment, without marker and length, that says nothing else.</summary>
    public static byte[] Write(int orientation)
    {
        // The name, a big-endian TIFF header, and a directory of one entry without a next one.
        var segment = new byte[Name.Length + 8 + 2 + 12 + 4];
        Name.CopyTo(segment);
        var tiff = segment.AsSpan(Name.Length);
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32BigEndian(tiff[4..], 8);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[8..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[10..], Tag);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[12..], Short);
        BinaryPrimitives.WriteUInt32BigEndian(tiff[14..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(tiff[18..], (ushort)orientation);
        return segment;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
