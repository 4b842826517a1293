using System.Buffers;
using System.Buffers.Binary;

namespace Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;

/// <summary>A WebP (RFC 9649) without Exif and XMP, and without whatever comes after the end. The pixels stay as they are.</summary>
internal static class WebPCleaner
{
    private const int Header = 12;
    private const int ChunkHeader = 8;
    private const byte ProfileFlag = 0x20;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    /// <param name="file">The file.</param>
    /// <param name="keepProfile">False to leave out the colour profile too.</param>
    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public static byte[] Clean(ReadOnlySpan<byte> file, bool keepProfile = true)
    {
        var size = file.Length >= Header ? BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) : uint.MaxValue;
        if (size < 4 || size > file.Length - ChunkHeader)
        {
            throw Damaged();
        }

        var kept = new ArrayBufferWriter<byte>(file.Length);
        kept.Write(file[..Header]);
        for (var rest = file[Header..((int)size + ChunkHeader)]; rest.Length > 0;)
        {
            var chunk = Chunk(rest);
            if (chunk.StartsWith("VP8X"u8))
            {
                kept.Write(Flags(chunk, keepProfile));
            }
            else if (!chunk.StartsWith("EXIF"u8) && !chunk.StartsWith("XMP "u8) && (keepProfile || !chunk.StartsWith("ICCP"u8)))
            {
                kept.Write(chunk);
            }

            rest = rest[chunk.Length..];
        }

        var clean = kept.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(clean.AsSpan(4), clean.Length - ChunkHeader);
        return clean;
    }

    /// <summary>Chunks begin at even places. Some writers leave out the last filling byte.</summary>
    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> rest)
    {
        var length = rest.Length >= ChunkHeader ? BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) : uint.MaxValue;
        return length <= rest.Length - ChunkHeader
            ? rest[..(int)Math.Min(rest.Length, ChunkHeader + length + (length & 1))]
            : throw Damaged();
    }

    private static byte[] Flags(ReadOnlySpan<byte> chunk, bool keepProfile)
    {
        if (chunk.Length < ChunkHeader + 10)
        {
            throw Damaged();
        }

        var copy = chunk.ToArray();
        var gone = ExifFlag | XmpFlag | (keepProfile ? 0 : ProfileFlag);
        copy[ChunkHeader] = (byte)(copy[ChunkHeader] & ~gone);
        return copy;
    }

    private static InvalidDataException Damaged() => new("The WebP ends too early or is damaged.");
}
