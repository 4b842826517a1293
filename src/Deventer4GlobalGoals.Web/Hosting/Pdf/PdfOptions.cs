using System.ComponentModel.DataAnnotations;

namespace Deventer4GlobalGoals.Web.Hosting.Pdf;

/// <summary>Settings under <c>Site:Pdf</c>.</summary>
public sealed class PdfOptions
{
    public const string Section = "Site:Pdf";

    /// <summary>The Chromium that prints; default that of Debian. Where there is none, visitors get a page to print themselves.</summary>
    public string Browser { get; set; } = "/usr/bin/chromium";

    /// <summary>Seconds that printing one file may take; default 60.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;
}
