using System.Globalization;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Feeds;

/// <summary>How people reach those who keep the site.</summary>
public sealed class SiteContactOptions
{
    public const string Section = "Site:Contact";

    /// <summary>For reports of vulnerabilities: a mailto: or https: address. Default: the page about us.</summary>
    public Uri? Security { get; set; }

    /// <summary>Days that security.txt stays valid from when it is asked for: 1 to 365, default 180.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 365)]
    public int SecurityTextDays { get; set; } = 180;
}

/// <summary>/.well-known/security.txt (RFC 9116).</summary>
internal static class SecurityText
{
    public static void MapSecurityText(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/.well-known/security.txt", (FeedSource source, IOptions<SiteContactOptions> options) => Results.Text(Write(source, options.Value)));

    private static string Write(FeedSource source, SiteContactOptions options)
    {
        var contact = options.Security?.OriginalString ?? $"{source.Origin}/over-ons";

        // Whole days, so that the text is the same for everybody on one day.
        var expires = source.Now.UtcDateTime.Date.AddDays(options.SecurityTextDays);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Contact: {contact}\nExpires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: nl, en, de\nCanonical: {source.Origin}/.well-known/security.txt\n");
    }
}
