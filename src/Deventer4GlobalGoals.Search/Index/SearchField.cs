namespace Deventer4GlobalGoals.Search.Index;

public enum FieldKind
{
    /// <summary>A name: equal or not.</summary>
    Keyword,

    /// <summary>A whole number, of which a range can be asked: <c>jaar:2019..2021</c>.</summary>
    Number,
}

/// <summary>A field by which answers are counted and narrowed.</summary>
/// <param name="Name">Its name in requests, addresses and the query language; lower case.</param>
/// <param name="Kind">What its values are.</param>
public sealed record SearchField(string Name, FieldKind Kind = FieldKind.Keyword)
{
    /// <summary>Other names for it in the query language, such as <c>goal</c> and <c>ziel</c> for <c>doel</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The field in which the query language looks for a value that this one doesn't have: <c>doel:12.3</c>.</summary>
    public string? Finer { get; init; }

    /// <summary>When given, each value is also findable as a word with this before it: <c>sdg</c> and 7 as "SDG 7" and "doel 7".</summary>
    public string? CodePrefix { get; init; }

    internal bool IsCalled(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The name of an index and its fields.</summary>
public sealed record SearchSchema(string Name, IReadOnlyList<SearchField> Fields)
{
    /// <summary>What is published.</summary>
    public const string External = "ExternalIndex";

    /// <summary>Everything, for the desk.</summary>
    public const string Internal = "InternalIndex";

    /// <summary>The fields of the site. Goals and targets carry the numbers and codes of the United Nations.</summary>
    public static IReadOnlyList<SearchField> SiteFields { get; } =
    [
        new("doel") { Aliases = ["goal", "ziel", "sdg"], Finer = "subdoel", CodePrefix = Text.Tokenizer.CodePrefix },
        new("subdoel") { Aliases = ["target", "unterziel"], CodePrefix = Text.Tokenizer.CodePrefix },
        new("type") { Aliases = ["typ"] },
        new("sector") { Aliases = ["branche"] },
        new("soort") { Aliases = ["kind", "art"] },
        new("jaar", FieldKind.Number) { Aliases = ["year", "jahr"] },
        new("plaats") { Aliases = ["place", "ort"] },
        new("land") { Aliases = ["country"] },
        new("grootte") { Aliases = ["size", "groesse"] },
        new("kosten") { Aliases = ["cost"] },
    ];

    /// <exception cref="UnknownSearchNameException">There is no such field; the message names it and those that exist.</exception>
    internal int FieldNumber(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new UnknownSearchNameException("field", name, Fields.Select(field => field.Name));
    }
}

/// <summary>A request names an index or a field that does not exist.</summary>
public sealed class UnknownSearchNameException(string kind, string name, IEnumerable<string> known)
    : ArgumentException($"There is no {kind} \"{name}\"; there are {string.Join(", ", known)}.")
{
    /// <summary>"index" or "field".</summary>
    public string Kind { get; } = kind;

    public string Name { get; } = name;
}
