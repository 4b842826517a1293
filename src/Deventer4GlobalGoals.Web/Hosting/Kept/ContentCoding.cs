using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>How the bytes of an answer are sent.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses a coding, and makes it.</summary>
internal static class ContentCodings
{
    /// <summary>Answers smaller than this fit in one packet anyhow. In bytes.</summary>
    public const int Smallest = 860;

    /// <summary>Of 11: beyond this it takes ten times as long for a few percent.</summary>
    private const int BrotliQuality = 6;

    private const int BrotliWindow = 22;

    public static string? Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The smallest that the client takes. Whatever else it says, a list of codings comes down to one of three.</summary>
    public static ContentCoding Accepted(StringValues header)
    {
        var best = ContentCoding.Identity;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var coding = Of(line.AsSpan(range));
                best = coding > best ? coding : best;
            }
        }

        return best;
    }

    /// <summary>Whether it gets smaller: text does, pictures and typefaces are compressed already.</summary>
    public static bool IsFor(string? contentType, int length)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return length >= Smallest
            && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("javascript", StringComparison.OrdinalIgnoreCase));
    }

    public static byte[] Encode(ContentCoding coding, byte[] bytes) => coding switch
    {
        ContentCoding.Brotli => Brotli(bytes),
        ContentCoding.Gzip => Gzip(bytes),
        _ => bytes,
    };

    private static byte[] Brotli(byte[] bytes)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, BrotliQuality, BrotliWindow) ? buffer[..written] : bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }

    private static ContentCoding Of(ReadOnlySpan<char> item)
    {
        var weight = item.IndexOf(';');
        var name = (weight < 0 ? item : item[..weight]).Trim();
        var coding = name.Equals("br", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Brotli
            : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Gzip
            : ContentCoding.Identity;
        return weight >= 0 && IsRefused(item[(weight + 1)..].Trim()) ? ContentCoding.Identity : coding;
    }

    /// <summary>"q=0", "q=0.0".</summary>
    private static bool IsRefused(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].Trim(".0 ").IsEmpty;
}
