namespace Deventer4GlobalGoals.Cms.Delivery.Output.Expansion;

/// <summary>
/// What an option expand or fields names: <c>properties[a,b[properties[c]]]</c>, with <c>$all</c> for every property. A part that isn't
/// below "properties" means nothing, as in Umbraco.
/// </summary>
internal sealed class PropertySelection(string name)
{
    /// <summary>Levels of properties within properties. Umbraco has no limit; each level multiplies the answer.</summary>
    public const int Deepest = 8;

    /// <summary>Names in one option together.</summary>
    public const int Longest = 500;

    private const string All = "$all";
    private const string Properties = "properties";

    private readonly List<PropertySelection> _parts = [];

    /// <summary>False where nothing below is named: then all of it is meant for fields, and none of it for expand.</summary>
    public bool HasParts => _parts.Count > 0;

    /// <summary>What is said of a property; null when it isn't named.</summary>
    public PropertySelection? Of(string alias) =>
        _parts.Find(part => part.IsNamed(All))
        ?? _parts.Find(part => part.IsNamed(Properties))?._parts.Find(part => part.IsNamed(All) || part.IsNamed(alias));

    /// <exception cref="FormatException">Brackets don't match or hold nothing, or the option is deeper or longer than the limits.</exception>
    public static PropertySelection Parse(string text)
    {
        var root = new PropertySelection(string.Empty);
        if (text.Length == 0)
        {
            // A name that no property has.
            root._parts.Add(new PropertySelection(string.Empty));
            return root;
        }

        var reader = new Reader(text);
        reader.ReadParts(root, 0);
        return reader.IsAtEnd ? root : throw new FormatException($"A bracket is closed at {reader.Position} that was not opened.");
    }

    private bool IsNamed(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private sealed class Reader(string text)
    {
        private int _names;

        public int Position { get; private set; }

        public bool IsAtEnd => Position == text.Length;

        /// <summary>Names with a comma between them, up to the end or a closing bracket.</summary>
        public void ReadParts(PropertySelection parent, int depth)
        {
            if (depth > 2 * Deepest)
            {
                throw new FormatException($"Nesting is limited to {Deepest} levels of properties.");
            }

            do
            {
                var part = new PropertySelection(ReadName());
                parent._parts.Add(part);
                if (Take('['))
                {
                    ReadParts(part, depth + 1);
                    if (!Take(']'))
                    {
                        throw new FormatException("A bracket is opened and not closed.");
                    }
                }
            }
            while (Take(','));
        }

        private string ReadName()
        {
            var end = text.AsSpan(Position).IndexOfAny('[', ']', ',');
            var name = (end < 0 ? text[Position..] : text[Position..(Position + end)]).Trim();
            Position = end < 0 ? text.Length : Position + end;
            if (name.Length == 0)
            {
                throw new FormatException($"A name is expected at {Position}.");
            }

            return ++_names <= Longest ? name : throw new FormatException($"More than {Longest} names.");
        }

        private bool Take(char expected)
        {
            if (IsAtEnd || text[Position] != expected)
            {
                return false;
            }

            Position++;
            return true;
        }
    }
}
