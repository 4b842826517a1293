namespace Deventer4GlobalGoals.Web.Demo;

/// <summary>One generated page, before it is written.</summary>
/// <param name="Type">Alias of its document type.</param>
/// <param name="Parent">Alias of the document type of the page that it goes below.</param>
/// <param name="Name">Its name in Dutch, marked as an example.</param>
/// <param name="Values">Stored values by property; those that vary by culture are Dutch.</param>
internal sealed record DemoItem(string Type, string Parent, string Name, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>The property that refers to organisations; null for organisations themselves.</summary>
    public string? OrganisationsAlias { get; init; }

    /// <summary>Which of the generated organisations it refers to, counted from 0 in the order in which they were made.</summary>
    public IReadOnlyList<int> Organisations { get; init; } = [];

    /// <summary>A measured result of a practice.</summary>
    public DemoResult? Result { get; init; }
}

/// <summary>What a block of the element type <c>result</c> holds.</summary>
internal sealed record DemoResult(Guid Key, int Figure, string Unit, int Year);

/// <summary>Why no demo content can be added; the message is for whoever typed the command.</summary>
internal sealed class DemoException(string message) : Exception(message);
