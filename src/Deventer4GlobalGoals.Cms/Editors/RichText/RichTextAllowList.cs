using System.Collections.Frozen;

namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>
/// The elements and attributes that rich text may hold; anything not named here goes. There is no style, class or id:
/// the look is the site's, and ids could take the place of names that scripts look up.
/// </summary>
public static class RichTextAllowList
{
    /// <summary>Attributes allowed on every allowed element.</summary>
    public static IReadOnlySet<string> GlobalAttributes { get; } = Set("lang", "dir");

    /// <summary>Allowed elements with their own attributes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Elements { get; } =
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["p"] = Set(),
            ["br"] = Set(),
            ["hr"] = Set(),
            ["h2"] = Set(),
            ["h3"] = Set(),
            ["h4"] = Set(),
            ["h5"] = Set(),
            ["h6"] = Set(),
            ["strong"] = Set(),
            ["b"] = Set(),
            ["em"] = Set(),
            ["i"] = Set(),
            ["u"] = Set(),
            ["s"] = Set(),
            ["del"] = Set(),
            ["ins"] = Set(),
            ["sub"] = Set(),
            ["sup"] = Set(),
            ["small"] = Set(),
            ["mark"] = Set(),
            ["span"] = Set(),
            ["code"] = Set(),
            ["pre"] = Set(),
            ["kbd"] = Set(),
            ["abbr"] = Set("title"),
            ["cite"] = Set(),
            ["q"] = Set("cite"),
            ["blockquote"] = Set("cite"),
            ["time"] = Set("datetime"),
            ["ul"] = Set(),
            ["ol"] = Set("start", "reversed", "type"),
            ["li"] = Set("value"),
            ["dl"] = Set(),
            ["dt"] = Set(),
            ["dd"] = Set(),
            ["table"] = Set(),
            ["caption"] = Set(),
            ["thead"] = Set(),
            ["tbody"] = Set(),
            ["tfoot"] = Set(),
            ["tr"] = Set(),
            ["th"] = Set("scope", "colspan", "rowspan"),
            ["td"] = Set("colspan", "rowspan"),
            ["figure"] = Set(),
            ["figcaption"] = Set(),
            ["img"] = Set("src", "alt", "title", "width", "height", "loading", "data-udi"),
            ["a"] = Set("href", "title", "target", "hreflang", "type", "data-culture"),
            ["umb-rte-block"] = Set("data-content-key", "data-content-udi"),
            ["umb-rte-block-inline"] = Set("data-content-key", "data-content-udi"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements that go with all they hold, because their text is code, data or a form rather than prose.</summary>
    public static IReadOnlySet<string> RemovedWithContent { get; } = Set(
        "script",
        "style",
        "template",
        "noscript",
        "noembed",
        "noframes",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "head",
        "title",
        "textarea",
        "select",
        "option",
        "button",
        "input",
        "xmp",
        "plaintext",
        "audio",
        "video",
        "canvas",
        "portal",
        "dialog");

    /// <summary>Elements that become another one: a page has one h1, and it is the page's title.</summary>
    public static IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["h1"] = "h2", ["strike"] = "s" };

    /// <summary>The blocks of the rich text editor: kept when text is saved, left out when it is shown.</summary>
    public static bool IsBlock(string element) => element.StartsWith("umb-rte-block", StringComparison.Ordinal);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
