namespace Deventer4GlobalGoals.Search.Text;

/// <summary>The open text files of this room; a line that starts with # explains.</summary>
internal static class TextFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TextFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
