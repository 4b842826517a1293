using System.Collections.Frozen;
using System.Text;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>How many files a nomination may have, how large, of which kinds, and what they may be called.</summary>
public static class AttachmentRules
{
    public const int Most = 5;

    /// <summary>Of one file, in megabytes of 1,000,000 bytes.</summary>
    public const int MegabytesEach = 5;

    /// <summary>Of all files of a nomination.</summary>
    public const int MegabytesTogether = 15;

    public const int LongestName = 100;

    public const int LongestDescription = 200;

    internal const int Megabyte = 1_000_000;

    /// <summary>For the field of the form.</summary>
    public static readonly string Accept = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";

    private const string Octets = "application/octet-stream";

    /// <summary>No drawings and no pages: those can carry scripts.</summary>
    private static readonly FrozenDictionary<string, string> TypeOf = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsAllowed(string name) => TypeOf.ContainsKey(Path.GetExtension(name));

    public static string ContentType(string name) => TypeOf.GetValueOrDefault(Path.GetExtension(name), Octets);

    /// <summary>Whether it is shown in a page; anything else is a download.</summary>
    public static bool IsPicture(string name) => ContentType(name).StartsWith("image/", StringComparison.Ordinal);

    /// <summary>One line without a path, marks that turn the direction of text, or letters that file systems keep for themselves.</summary>
    public static string Clean(string? name)
    {
        var line = NominationForm.Line((name ?? string.Empty).Normalize(NormalizationForm.FormC));
        var last = line[(line.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new string([.. last.Where(letter => letter is not (':' or '*' or '?' or '"' or '<' or '>' or '|' or ';' or '%'))]);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(plain).Trim('.', ' '), Path.GetExtension(plain).ToLowerInvariant());
        var most = Math.Max(1, LongestName - extension.Length);
        return (stem.Length == 0 ? "bestand" : FormText.Cut(stem, most).TrimEnd()) + extension;
    }
}

/// <summary>The files of a nomination on a page of the desk or the jury.</summary>
/// <param name="Files">Those that may be seen there.</param>
/// <param name="Address">Before the key of a file.</param>
public sealed record AttachmentList(IReadOnlyList<PrizeAttachmentRow> Files, string Address)
{
    /// <summary>Whether names and descriptions are left out.</summary>
    public bool IsBlind { get; init; }

    public bool MayRemove { get; init; }

    /// <summary>Whether it can be said here that a jury that reads blind may have one.</summary>
    public bool MayShow { get; init; }
}

/// <summary>What is said beside a file.</summary>
public static class AttachmentWords
{
    private const int Tenths = 1;

    public static string Kind(this PrizeAttachmentRow file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Path.GetExtension(file.Name).TrimStart('.').ToUpperInvariant();
    }

    /// <summary>At least 0.1.</summary>
    public static decimal Megabytes(this PrizeAttachmentRow file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Math.Max(0.1m, Math.Round((decimal)file.Size / AttachmentRules.Megabyte, Tenths));
    }
}
