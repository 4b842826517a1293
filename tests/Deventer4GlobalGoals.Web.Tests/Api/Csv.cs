using System.Text;

namespace Deventer4GlobalGoals.Web.Tests.Api;

/// <summary>Reads RFC 4180 by itself: not with what wrote it.</summary>
internal static class Csv
{
    public static IReadOnlyList<string[]> Parse(string text)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (isQuoted)
            {
                if (character != '"')
                {
                    field.Append(character);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (character == '"')
            {
                isQuoted = true;
            }
            else if (character is ',' or '\n')
            {
                line.Add(field.ToString());
                field.Clear();
                if (character == '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
            else if (character != '\r')
            {
                field.Append(character);
            }
        }

        return lines;
    }
}
