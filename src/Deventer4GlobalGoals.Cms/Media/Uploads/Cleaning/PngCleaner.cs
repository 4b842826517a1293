using System.Buffers;
using System.Buffers.Binary;

namespace Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;

/// <summary>A PNG (W3C) without texts, Exif and times, and without whatever comes after the end. The pixels stay as they are.</summary>
internal static class PngCleaner
{
    private const int Signature = 8;

    /// <summary>Length, type and checksum.</summary>
    private const int Around = 12;

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal) { "eXIf", "tEXt", "zTXt", "iTXt", "tIME" };

    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        var kept = new ArrayBufferWriter<byte>(file.Length);
        kept.Write(file[..Signature]);
        for (var rest = file[Signature..]; ;)
        {
            var length = rest.Length >= Around ? BinaryPrimitives.ReadUInt32BigEndian(rest) : uint.MaxValue;
            if (length > rest.Length - Around)
            {
                throw new InvalidDataException("The PNG ends too early or is damaged.");
            }

            var chunk = rest[..((int)length + Around)];
            var type = System.Text.Encoding.ASCII.GetString(chunk[4..8]);
            if (!Dropped.Contains(type))
            {
                kept.Write(chunk);
            }

            if (type == "IEND")
            {
                return kept.WrittenSpan.ToArray();
            }

            rest = rest[chunk.Length..];
        }
    }
}
