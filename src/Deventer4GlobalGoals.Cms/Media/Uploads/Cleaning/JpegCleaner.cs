using System.Buffers;
using System.Buffers.Binary;

namespace Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;

/// <summary>
/// A JPEG (ITU T.81, annex B) without what is said about it: Exif with its position and thumbnail, XMP, IPTC, comments, and whatever
/// comes after the end. The pixels stay bit for bit; how the photo is to be turned and its colour profile stay too.
/// </summary>
internal static class JpegCleaner
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte FirstApplication = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Profile = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte LastApplication = 0xEF;
    private const byte Comment = 0xFE;

    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        var orientation = ExifOrientation.Upright;
        var kept = new ArrayBufferWriter<byte>(file.Length);
        var at = 2;
        while (true)
        {
            var marker = Marker(file, ref at);
            if (marker == EndOfImage)
            {
                kept.Write<byte>([0xFF, marker]);
                return Put(orientation, kept.WrittenSpan.ToArray());
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            var segment = Segment(file, at);
            if (marker == Exif && ExifOrientation.Read(segment[2..]) is var turned and not ExifOrientation.Upright)
            {
                orientation = turned;
            }

            if (IsKept(marker, segment[2..]))
            {
                kept.Write<byte>([0xFF, marker]);
                kept.Write(segment);
            }

            at += segment.Length;
            if (marker == StartOfScan)
            {
                var scan = Scan(file[at..]);
                kept.Write(file.Slice(at, scan));
                at += scan;
            }
        }
    }

    /// <summary>JFIF wants to come first; what is made here comes right behind it.</summary>
    private static byte[] Put(int orientation, ReadOnlySpan<byte> rest)
    {
        if (orientation == ExifOrientation.Upright)
        {
            return [0xFF, 0xD8, .. rest];
        }

        var first = rest[1] == FirstApplication ? 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) : 0;
        var exif = ExifOrientation.Write(orientation);
        Span<byte> head = [0xFF, Exif, 0, (byte)(exif.Length + 2)];
        return [0xFF, 0xD8, .. rest[..first], .. head, .. exif, .. rest[first..]];
    }

    private static byte Marker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
        {
            throw Damaged();
        }

        while (at < file.Length && file[at] == 0xFF)
        {
            at++;
        }

        return at < file.Length ? file[at++] : throw Damaged();
    }

    /// <summary>With its length in front.</summary>
    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, int at)
    {
        var length = at + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[at..]) : 0;
        return length >= 2 && at + length <= file.Length ? file.Slice(at, length) : throw Damaged();
    }

    /// <summary>The bytes up to the next marker that isn't a restart or a stuffed zero.</summary>
    private static int Scan(ReadOnlySpan<byte> data)
    {
        for (var at = 0; ; at += 2)
        {
            var next = data[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= data.Length)
            {
                throw Damaged();
            }

            at += next;
            if (data[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        FirstApplication => segment.StartsWith("JFIF\0"u8),
        Profile => segment.StartsWith("ICC_PROFILE\0"u8),
        Adobe => segment.StartsWith("Adobe"u8),
        Comment or (>= FirstApplication and <= LastApplication) => false,
        _ => true,
    };

    private static InvalidDataException Damaged() => new("The JPEG ends too early or is damaged.");
}
