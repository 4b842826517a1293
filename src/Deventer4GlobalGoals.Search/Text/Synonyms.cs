namespace Deventer4GlobalGoals.Search.Text;

/// <summary>
/// The vocabulary of the goals: groups of words that mean nearly the same, in three languages. A line of the file is one
/// group: <c>nl: circulair, hergebruik | en: circular, reuse | de: Kreislauf</c>. A member may be more than one word.
/// </summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, List<Group>> _byStems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A line is not in order; the message quotes it.</exception>
    public Synonyms(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Add(new Group(line));
        }
    }

    public static Synonyms Default { get; } = new(TextFile.Lines("synonyms.txt"));

    /// <summary>The most words a member of a group has.</summary>
    public int LongestMember { get; private set; } = 1;

    /// <returns>Whether the word stands in the file in any language.</returns>
    public bool Knows(ReadOnlySpan<char> word) => _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <param name="query">The folded words that stand beside each other in a query.</param>
    /// <param name="language">The language in which the answers are wanted.</param>
    /// <returns>The other members of its groups, each as folded words.</returns>
    public IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> query, LanguageAnalysis language) =>
        LanguageAnalysis.Known
            .SelectMany(from => _byStems.GetValueOrDefault(Key(from, query), []))
            .Distinct()
            .SelectMany(group => group.Members(language))
            .Where(member => Key(language, member) != Key(language, query))
            .DistinctBy(member => string.Join(' ', member));

    private static string Key(LanguageAnalysis language, IEnumerable<string> member) =>
        language.Code + ":" + string.Join(' ', member.Select(language.Stem));

    private void Add(Group group)
    {
        foreach (var language in LanguageAnalysis.Known)
        {
            foreach (var member in group.Members(language))
            {
                LongestMember = Math.Max(LongestMember, member.Count);
                _words.UnionWith(member);
                var key = Key(language, member);
                if (!_byStems.TryGetValue(key, out var groups))
                {
                    _byStems[key] = groups = [];
                }

                if (!groups.Contains(group))
                {
                    groups.Add(group);
                }
            }
        }
    }

    private sealed class Group
    {
        private readonly Dictionary<string, List<IReadOnlyList<string>>> _members = [];

        public Group(string line)
        {
            foreach (var part in line.Split('|', StringSplitOptions.TrimEntries))
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                if (colon != 2 || LanguageAnalysis.For(part[..colon]).Code.Length == 0)
                {
                    throw new InvalidDataException($"Synonyms: expected \"nl: word, word | en: word | de: word\", found \"{line}\".");
                }

                _members[part[..colon]] =
                [
                    .. part[(colon + 1)..].Split(',').Select(IReadOnlyList<string> (member) =>
                        [.. Tokenizer.Tokenize(member).Where(token => !token.IsBeside).Select(token => token.Term)]),
                ];
            }
        }

        public List<IReadOnlyList<string>> Members(LanguageAnalysis language) => _members.GetValueOrDefault(language.Code, []);
    }
}
