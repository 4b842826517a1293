namespace Deventer4GlobalGoals.Search.Query;

/// <summary>What a question means: a tree of these.</summary>
internal abstract record QueryNode
{
    /// <summary>A word in one of its forms, or as a part of a compound, or a synonym of it.</summary>
    /// <param name="Term">Folded.</param>
    /// <param name="Start">Where it starts in the text that was typed.</param>
    /// <param name="Length">How long it is there.</param>
    public sealed record Word(string Term, int Start, int Length) : QueryNode;

    /// <summary>These words next to each other, exactly so.</summary>
    public sealed record Phrase(IReadOnlyList<string> Words) : QueryNode;

    /// <summary>A word that starts so.</summary>
    public sealed record Prefix(string Start) : QueryNode;

    /// <summary>Something that means the same as these words together.</summary>
    public sealed record Synonym(IReadOnlyList<string> Words) : QueryNode;

    /// <summary>A value of a field.</summary>
    public sealed record Field(int Number, string Value) : QueryNode;

    /// <summary>A number of a field, from and to included.</summary>
    public sealed record Range(int Number, long From, long To) : QueryNode;

    public sealed record And(IReadOnlyList<QueryNode> Parts) : QueryNode;

    public sealed record Or(IReadOnlyList<QueryNode> Parts) : QueryNode;

    public sealed record Not(QueryNode Part) : QueryNode;

    /// <summary>No condition.</summary>
    public sealed record Everything : QueryNode;

    /// <summary>The nodes that ask for something, from left to right; what is excluded is left out.</summary>
    public IEnumerable<QueryNode> Asked() => this switch
    {
        And and => and.Parts.SelectMany(part => part.Asked()),
        Or or => or.Parts.SelectMany(part => part.Asked()),
        Not => [],
        _ => [this],
    };
}
