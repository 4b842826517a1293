using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Deventer4GlobalGoals.Cms.Routing;

/// <summary>What may stand in a path, and how a path is written when it is written well.</summary>
public static class RequestTarget
{
    /// <summary>Characters in a raw path. No page's path comes near it.</summary>
    public const int LongestPath = 2048;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// False for a path with a broken percent escape, with bytes that are not UTF-8 (overlong forms included), with control
    /// characters, or that is too long. The query is not judged: people search for "100%".
    /// </summary>
    public static bool IsWellFormed(HttpContext context)
    {
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return IsWellFormed(string.IsNullOrEmpty(raw) || raw[0] != '/' ? context.Request.Path.ToUriComponent() : raw);
    }

    /// <inheritdoc cref="IsWellFormed(HttpContext)"/>
    public static bool IsWellFormed(string rawTarget)
    {
        var query = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? rawTarget : rawTarget[..query];
        return path.Length <= LongestPath
            && (!path.AsSpan().ContainsAnyExcept(Plain) || (TryDecode(path, out var decoded) && !decoded.Any(char.IsControl)));
    }

    /// <summary>Lower case, no doubled slashes, and no slash at the end unless the site's settings want one.</summary>
    public static string Canonical(string path, bool trailingSlash)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0
            ? "/"
            : $"/{string.Join('/', segments).ToLowerInvariant()}{(trailingSlash ? "/" : string.Empty)}";
    }

    /// <summary>The URL of a decoded path on the site that <paramref name="site"/> is a URL of.</summary>
    public static Uri At(Uri site, string path) =>
        new UriBuilder(site) { Path = new PathString(path).ToUriComponent(), Query = string.Empty, Fragment = string.Empty }.Uri;

    private static bool TryDecode(string path, out string decoded)
    {
        decoded = string.Empty;
        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%')
            {
                if (i + 2 >= path.Length || !char.IsAsciiHexDigit(path[i + 1]) || !char.IsAsciiHexDigit(path[i + 2]))
                {
                    return false;
                }

                bytes.Add(Convert.FromHexString(path.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([path[i]]));
            }
        }

        try
        {
            decoded = Strict.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
