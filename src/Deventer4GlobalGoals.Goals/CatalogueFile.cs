using System.Globalization;

namespace Deventer4GlobalGoals.Goals;

/// <summary>
/// Reads one goal from its text file. A file is a row of blocks with a blank line between them; the first block is the
/// goal ("goal 12 colour #BF8B2E text #0d1418"), every other one a target ("12.5"). Below its heading a block has one
/// line per language: "nl name | sentence".
/// </summary>
internal static class CatalogueFile
{
    /// <exception cref="InvalidDataException">The file is not in order; the message starts with "file:line:".</exception>
    public static Goal Read(string file, TextReader reader)
    {
        var blocks = Blocks(reader);
        if (blocks.Count == 0)
        {
            throw new InvalidDataException($"{file}:1: the file is empty.");
        }

        var head = blocks[0];
        var words = head.Heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["goal", var digits, "colour", var colour, "text", var text]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw head.Error(file, "a goal starts with \"goal NUMBER colour #RRGGBB text #RRGGBB\"");
        }

        if (!Contrast.TryParse(colour, out _) || !Contrast.TryParse(text, out _))
        {
            throw head.Error(file, "a colour is written #RGB or #RRGGBB");
        }

        var (names, sentences) = head.Texts(file);
        return new Goal(number, colour, text, names, sentences, [.. Targets(file, number, blocks.Skip(1))]);
    }

    private static IEnumerable<Target> Targets(string file, int goal, IEnumerable<Block> blocks)
    {
        TargetCode? previous = null;
        foreach (var block in blocks)
        {
            if (!TargetCode.TryParse(block.Heading, out var code) || code.Goal != goal)
            {
                throw block.Error(file, $"\"{block.Heading}\" is not a target of goal {goal}");
            }

            if (!Follows(previous, code))
            {
                throw block.Error(file, $"{code} does not follow {previous?.ToString() ?? "the goal"}");
            }

            previous = code;
            var (names, sentences) = block.Texts(file);
            yield return new Target(code, names, sentences);
        }
    }

    private static bool Follows(TargetCode? previous, TargetCode code) =>
        previous is { } last && last.IsMeans == code.IsMeans
            ? code.Ordinal == last.Ordinal + 1
            : code.Ordinal == 1 && previous is not { IsMeans: true };

    private static List<Block> Blocks(TextReader reader)
    {
        var blocks = new List<Block>();
        Block? open = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                open = null;
            }
            else if (open is null)
            {
                open = new Block(line.Trim(), number);
                blocks.Add(open);
            }
            else
            {
                open.Lines.Add(line.Trim());
            }
        }

        return blocks;
    }

    private sealed record Block(string Heading, int Line)
    {
        public List<string> Lines { get; } = [];

        public (LocalisedText Names, LocalisedText Sentences) Texts(string file)
        {
            var names = new List<string>();
            var sentences = new List<string>();
            foreach (var (language, line) in LocalisedText.Languages.Zip(Lines))
            {
                var texts = line.Split('|', StringSplitOptions.TrimEntries);
                if (!line.StartsWith(language + " ", StringComparison.Ordinal) || texts is not [{ Length: > 3 } name, { Length: > 0 } sentence])
                {
                    throw Error(file, $"expected \"{language} name | sentence\", found \"{line}\"");
                }

                names.Add(name[3..].Trim());
                sentences.Add(sentence);
            }

            return Lines.Count == LocalisedText.Languages.Count
                ? (new LocalisedText(names[0], names[1], names[2]), new LocalisedText(sentences[0], sentences[1], sentences[2]))
                : throw Error(file, "expected one line each for " + string.Join(", ", LocalisedText.Languages));
        }

        public InvalidDataException Error(string file, string message) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}: {Heading}: {message}."));
    }
}
