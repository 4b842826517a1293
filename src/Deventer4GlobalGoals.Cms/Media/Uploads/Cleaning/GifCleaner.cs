using System.Buffers;

namespace Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;

/// <summary>A GIF (89a) without comments, texts and foreign applications' data, and without whatever comes after the end. Frames and their timing stay.</summary>
internal static class GifCleaner
{
    private const byte Image = 0x2C;
    private const byte Extension = 0x21;
    private const byte Trailer = 0x3B;
    private const byte Control = 0xF9;
    private const byte Application = 0xFF;

    private const int Header = 13;
    private const int ImageHeader = 10;

    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        var kept = new ArrayBufferWriter<byte>(file.Length);
        var at = Header + Colors(At(file, 10));
        kept.Write(Part(file, 0, at));
        while (true)
        {
            var start = at;
            switch (At(file, at))
            {
                case Trailer:
                    kept.Write<byte>([Trailer]);
                    return kept.WrittenSpan.ToArray();
                case Image:
                    at += ImageHeader + Colors(At(file, at + 9));

                    // The size of the first codes, then the data.
                    at = Blocks(file, at + 1);
                    kept.Write(Part(file, start, at));
                    break;
                case Extension:
                    var isKept = At(file, at + 1) == Control || (At(file, at + 1) == Application && Repeats(Part(file, at + 3, at + 14)));
                    at = Blocks(file, at + 2);
                    if (isKept)
                    {
                        kept.Write(Part(file, start, at));
                    }

                    break;
                default:
                    throw Damaged();
            }
        }
    }

    /// <summary>Whether an application's data says how often the frames repeat.</summary>
    private static bool Repeats(ReadOnlySpan<byte> application) => application.SequenceEqual("NETSCAPE2.0"u8) || application.SequenceEqual("ANIMEXTS1.0"u8);

    /// <summary>Bytes of a table of colours, by the flags before it.</summary>
    private static int Colors(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);

    private static int Blocks(ReadOnlySpan<byte> file, int at)
    {
        for (var length = At(file, at); length != 0; length = At(file, at))
        {
            at += length + 1;
        }

        return at + 1;
    }

    private static byte At(ReadOnlySpan<byte> file, int at) => at < file.Length ? file[at] : throw Damaged();

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> file, int from, int to) => to <= file.Length ? file[from..to] : throw Damaged();

    private static InvalidDataException Damaged() => new("The GIF ends too early or is damaged.");
}
