using System.Text;
using System.Text.RegularExpressions;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>The styles of a page that is printed here, as one text with the typefaces in it: what prints them asks nothing of anybody.</summary>
public sealed partial class PaperStyles(IWebHostEnvironment environment)
{
    /// <summary>Paper comes last: it has the last word.</summary>
    private static readonly string[] Sheets =
    [
        "lib/utrecht.css", "css/tokens.css", "css/fonts.css", "css/base.css", "css/controls.css", "css/detail.css", "css/tables.css", "css/community.css", "css/stacks.css",
        "css/settings.css", "css/prize.css", "css/paper.css",
    ];

    private readonly Lazy<string> _text = new(() => Read(environment.WebRootPath));

    public string Text => _text.Value;

    private static string Read(string root)
    {
        var text = new StringBuilder();
        foreach (var sheet in Sheets.Select(sheet => Path.Combine(root, sheet)).Where(File.Exists))
        {
            text.AppendLine(Address().Replace(File.ReadAllText(sheet), found => Within(Path.GetFullPath(found.Groups[1].Value, Path.GetDirectoryName(sheet)!))));
        }

        return text.ToString();
    }

    // What isn't a typeface on disk is left out: it would be asked for.
    private static string Within(string file) =>
        file.EndsWith(".woff2", StringComparison.Ordinal) && File.Exists(file) ? $"url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(file))})" : "url(data:,)";

    [GeneratedRegex("""url\(\s*["']?(?!data:)([^"')]+)["']?\s*\)""")]
    private static partial Regex Address();
}
