using System.Buffers.Binary;

namespace Deventer4GlobalGoals.Cms.Media.Uploads.Cleaning;

/// <summary>
/// An AVIF (ISO/IEC 23008-12 over 14496-12) whose Exif and XMP are filled with zeros where they lie: other parts are found by their
/// place in the file, so nothing may move.
/// </summary>
internal static class AvifCleaner
{
    /// <exception cref="InvalidDataException">The file is damaged, cut short, or a film.</exception>
    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        var clean = file.ToArray();
        var found = false;
        foreach (var box in Boxes(file, 0, file.Length))
        {
            if (box.Type == "moov")
            {
                throw new InvalidDataException("The AVIF holds a film.");
            }

            if (box.Type == "meta")
            {
                found = true;
                Blank(clean, box);
            }
        }

        return found ? clean : throw Damaged();
    }

    private static void Blank(byte[] file, Box meta)
    {
        // Version and flags come before the boxes within.
        var inner = Boxes(file, meta.Start + 4, meta.End);
        var idat = inner.Find(box => box.Type == "idat");
        var about = inner.Where(box => box.Type == "iinf").SelectMany(box => Metadata(file, box)).ToHashSet();
        foreach (var (item, inIdat, offset, length) in inner.Where(box => box.Type == "iloc").SelectMany(box => Extents(file, box)))
        {
            var start = offset + (inIdat ? idat?.Start ?? throw Damaged() : 0);
            if (start < 0 || length < 0 || start > file.Length - length)
            {
                throw Damaged();
            }

            if (about.Contains(item))
            {
                // A length of zero means the rest of the file.
                file.AsSpan((int)start, (int)(length == 0 ? file.Length - start : length)).Clear();
            }
        }
    }

    /// <summary>The numbers of the items that hold Exif or XMP.</summary>
    private static List<uint> Metadata(byte[] file, Box info)
    {
        var reader = new Reader(file, info.Start, info.End);
        var wide = reader.Take(1) != 0;
        reader.Take(3);
        reader.Take(wide ? 4 : 2);
        var items = new List<uint>();
        foreach (var entry in Boxes(file, reader.At, info.End))
        {
            var item = new Reader(file, entry.Start, entry.End);
            var version = item.Take(1);
            item.Take(3);
            if (version < 2)
            {
                continue;
            }

            var number = (uint)item.Take(version == 2 ? 2 : 4);
            item.Take(2);
            if (item.Text(4) is "Exif" or "mime")
            {
                items.Add(number);
            }
        }

        return items;
    }

    private static List<(uint Item, bool InIdat, long Offset, long Length)> Extents(byte[] file, Box places)
    {
        var reader = new Reader(file, places.Start, places.End);
        var version = reader.Take(1);
        reader.Take(3);
        var sizes = reader.Take(2);
        var (offsetSize, lengthSize, baseSize) = ((int)(sizes >> 12), (int)(sizes >> 8) & 15, (int)(sizes >> 4) & 15);
        var indexSize = version == 0 ? 0 : (int)sizes & 15;
        var count = reader.Take(version < 2 ? 2 : 4);
        var extents = new List<(uint, bool, long, long)>();
        for (var index = 0L; index < count; index++)
        {
            var item = (uint)reader.Take(version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : reader.Take(2) & 15;
            reader.Take(2);
            var start = reader.Take(baseSize);
            for (var left = reader.Take(2); left > 0; left--)
            {
                reader.Take(indexSize);
                extents.Add((item, method == 1, start + reader.Take(offsetSize), reader.Take(lengthSize)));
            }
        }

        return extents;
    }

    private static List<Box> Boxes(ReadOnlySpan<byte> file, int from, int to)
    {
        var boxes = new List<Box>();
        for (long at = from; at < to;)
        {
            var left = to - at;
            long size = left >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]) : -1;
            var header = 8;
            if (size == 1 && left >= 16)
            {
                size = BinaryPrimitives.ReadInt64BigEndian(file[((int)at + 8)..]);
                header = 16;
            }

            size = size == 0 ? left : size;
            if (size < header || size > left)
            {
                throw Damaged();
            }

            boxes.Add(new Box(System.Text.Encoding.ASCII.GetString(file.Slice((int)at + 4, 4)), (int)at + header, (int)(at + size)));
            at += size;
        }

        return boxes;
    }

    private static InvalidDataException Damaged() => new("The AVIF ends too early or is damaged.");

    /// <summary>The inside of a box, from start up to end.</summary>
    private sealed record Box(string Type, int Start, int End);

    private sealed class Reader(byte[] file, int start, int end)
    {
        public int At { get; private set; } = start;

        /// <summary>A big-endian number of 0 to 8 bytes.</summary>
        public long Take(int bytes)
        {
            if (At + bytes > end)
            {
                throw Damaged();
            }

            var number = 0L;
            for (var index = 0; index < bytes; index++)
            {
                number = (number << 8) | file[At++];
            }

            return number;
        }

        public string Text(int bytes)
        {
            Take(bytes);
            return System.Text.Encoding.ASCII.GetString(file, At - bytes, bytes);
        }
    }
}
