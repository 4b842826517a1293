namespace Deventer4GlobalGoals.Web.Site;

/// <summary>What a view says about its page for browsers, search engines and social media. A view sets it, the layout writes it.</summary>
/// <param name="Title">Without the site's name.</param>
/// <param name="Description">Plain text, at most some 160 characters.</param>
public sealed record PageHead(string Title, string Description = "")
{
    /// <summary>Open Graph: "website" or "article".</summary>
    public string Type { get; init; } = "website";

    /// <summary>schema.org objects beside the breadcrumbs.</summary>
    public IReadOnlyList<object> Data { get; init; } = [];

    public bool IsHidden { get; init; }

    /// <summary>Style sheets that this page needs beside those of every page.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>What comes after the canonical path: a page of a list that is worth finding on its own.</summary>
    public string CanonicalQuery { get; init; } = string.Empty;

    /// <summary>Path of a picture for social media; null for the skyline.</summary>
    public string? Image { get; init; }

    /// <summary>The path of a feed of what the page shows, beside that of the site; null when there is none.</summary>
    public string? Feed { get; init; }

    /// <summary>False on the home page and on goal pages, which draw their own.</summary>
    public bool HasBreadcrumbs { get; init; } = true;
}

/// <summary>One step of the breadcrumbs; the last one is the page itself.</summary>
public sealed record Crumb(string Title, string? Lang, string Url);
