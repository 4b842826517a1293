namespace Deventer4GlobalGoals.Web.Site.Forms;

/// <summary>What people typed, as it is kept.</summary>
public static class FormText
{
    /// <summary>One line, without marks that turn the direction of what follows.</summary>
    public static string Line(string? text) => new([.. (text ?? string.Empty).Trim()
        .Where(letter => !char.IsControl(letter) && letter is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))]);

    /// <summary>More lines, ended as everywhere.</summary>
    public static string Lines(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n").Trim();
}
