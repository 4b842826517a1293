namespace Deventer4GlobalGoals.Web.Site.Forms;

/// <summary>What people typed, as it is kept.</summary>
public static class FormText
{
    /// <summary>One line, without marks that turn the direction of what follows.</summary>
    public static string Line(string? text) => new([.. (text ?? string.Empty).Trim()
        .Where(letter => !char.IsControl(letter) && letter is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))]);

    /// <summary>The beginning of a text, without half a character at its end: PostgreSQL keeps no such half.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="most">In UTF-16 units, as columns and lengths are counted here.</param>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    /// <summary>More lines, ended as everywhere.</summary>
    public static string Lines(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n").Trim();
}
