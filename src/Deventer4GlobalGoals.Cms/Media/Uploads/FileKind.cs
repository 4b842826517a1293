namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal enum FileKind
{
    Unknown, Jpeg, Png, Gif, WebP, Avif, Heic, Svg, Pdf, Zip, Ole, Mp4, WebM, Ogg, Mp3, Wav, Program,
}

/// <summary>Tells kinds apart by the signatures of their formats, and knows which extensions belong to them.</summary>
internal static class FileKinds
{
    /// <summary>As many bytes as a kind is told by.</summary>
    public const int HeadLength = 4096;

    /// <summary>Where the brand of an ISO media file is.</summary>
    private const int Brand = 8;

    private static readonly Dictionary<string, FileKind> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jpg"] = FileKind.Jpeg, ["jpeg"] = FileKind.Jpeg, ["png"] = FileKind.Png, ["gif"] = FileKind.Gif, ["webp"] = FileKind.WebP,
        ["avif"] = FileKind.Avif, ["heic"] = FileKind.Heic, ["heif"] = FileKind.Heic, ["svg"] = FileKind.Svg, ["pdf"] = FileKind.Pdf,
        ["zip"] = FileKind.Zip, ["docx"] = FileKind.Zip, ["xlsx"] = FileKind.Zip, ["pptx"] = FileKind.Zip, ["odt"] = FileKind.Zip,
        ["ods"] = FileKind.Zip, ["odp"] = FileKind.Zip, ["epub"] = FileKind.Zip, ["doc"] = FileKind.Ole, ["xls"] = FileKind.Ole,
        ["ppt"] = FileKind.Ole, ["mp4"] = FileKind.Mp4, ["m4v"] = FileKind.Mp4, ["m4a"] = FileKind.Mp4, ["mov"] = FileKind.Mp4,
        ["webm"] = FileKind.WebM, ["mkv"] = FileKind.WebM, ["ogg"] = FileKind.Ogg, ["oga"] = FileKind.Ogg, ["ogv"] = FileKind.Ogg,
        ["mp3"] = FileKind.Mp3, ["wav"] = FileKind.Wav,
    };

    /// <summary>What a name promises; null when its extension promises nothing that can be told by the first bytes.</summary>
    public static FileKind? Promised(string name) => ByExtension.TryGetValue(Path.GetExtension(name).TrimStart('.'), out var kind) ? kind : null;

    public static bool IsBitmap(FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.Gif or FileKind.WebP or FileKind.Avif;

    /// <summary>The extension of a kind, with its dot.</summary>
    public static string Extension(FileKind kind) => "." + ByExtension.First(pair => pair.Value == kind).Key;

    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all when there are fewer.</param>
    public static FileKind Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => FileKind.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileKind.WebP,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => FileKind.Wav,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => Branded(head),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.Ole,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => FileKind.WebM,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => FileKind.Ogg,
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => FileKind.Mp3,
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..] => FileKind.Program,
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] => FileKind.Program,
        _ => IsSvg(head) ? FileKind.Svg : FileKind.Unknown,
    };

    /// <summary>The brands of AVIF and HEIF (ISO/IEC 23008-12); any other is sound or film.</summary>
    private static FileKind Branded(ReadOnlySpan<byte> head)
    {
        var brand = System.Text.Encoding.ASCII.GetString(head.Slice(Brand, 4));
        return brand switch
        {
            "avif" or "avis" => FileKind.Avif,
            "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" => FileKind.Heic,
            "mif1" or "msf1" => head[..Math.Min(head.Length, 64)].IndexOf("avif"u8) > 0 ? FileKind.Avif : FileKind.Heic,
            _ => FileKind.Mp4,
        };
    }

    /// <summary>Text that begins as markup and names the root element soon; whether it is a drawing is checked by reading it.</summary>
    private static bool IsSvg(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && text.Contains("<svg", StringComparison.Ordinal) && !text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }
}
