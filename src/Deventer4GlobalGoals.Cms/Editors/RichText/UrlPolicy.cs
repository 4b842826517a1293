namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>
/// Which addresses editors may link to: http, https, mailto, tel, a path on this site, and Umbraco's links to its own
/// content ("/{localLink:…}"). Everything else (javascript:, data:, vbscript:, file:, and so on) is refused.
/// </summary>
public static class UrlPolicy
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address as it may be written in href, without the white space and control characters that browsers skip.</summary>
    /// <returns>Null when the address is refused.</returns>
    public static string? Link(string? url)
    {
        if (Bare(url) is not { Length: > 0 } bare)
        {
            return null;
        }

        if (IsLocalLink(bare))
        {
            return bare;
        }

        var colon = bare.AsSpan().IndexOf(':');
        var end = bare.AsSpan().IndexOfAny('/', '?', '#');
        var isRelative = colon < 0 || (end >= 0 && end < colon);
        return isRelative || Schemes.Contains(bare[..colon], StringComparer.OrdinalIgnoreCase) ? bare : null;
    }

    /// <summary>The address as it may be written in src: only paths on this site, since pages load nothing from elsewhere.</summary>
    /// <returns>Null when the address is refused.</returns>
    public static string? Image(string? url)
    {
        var link = Link(url);
        return link is not null && !link.Contains(':', StringComparison.Ordinal) && !IsOtherHost(link) ? link : null;
    }

    public static bool IsLocalLink(string url) =>
        url.TrimStart('/').StartsWith("{localLink:", StringComparison.OrdinalIgnoreCase)
        || url.TrimStart('/').StartsWith("%7BlocalLink:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Browsers read a backslash as a slash, so "/\host" leaves the site just as "//host" does.</summary>
    private static bool IsOtherHost(string url) => url.Length > 1 && url[0] is '/' or '\\' && url[1] is '/' or '\\';

    private static string? Bare(string? url) =>
        url is null ? null : string.Concat(url.Where(character => character > ' ' && !char.IsControl(character)));
}
