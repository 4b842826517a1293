using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>A text on a page.</summary>
/// <param name="Field">The alias of its property.</param>
/// <param name="Html">As it will be shown; plain text comes encoded in a paragraph.</param>
public sealed record CheckedText(string Field, string Html)
{
    private readonly Lazy<IElement> _body = new(() => new HtmlParser().ParseDocument(Html).Body!);

    public IElement Body => _body.Value;
}

/// <summary>A link from a list of links, or a page that was picked.</summary>
/// <param name="Field">The alias of its property.</param>
/// <param name="Text">What the link is called.</param>
/// <param name="Target">Its address, or the name of the page.</param>
/// <param name="Leads">False when it is a page of this site that isn't there.</param>
public sealed record CheckedLink(string Field, string Text, string Target, bool Leads);

/// <summary>A picture on a page.</summary>
public sealed record CheckedPicture(string Field, string Name, string Description);

/// <summary>What the rules look at: one language of a page, as it would go online.</summary>
public sealed record CheckedPage
{
    /// <summary>"nl", "en-US", "de-DE".</summary>
    public required string Culture { get; init; }

    /// <summary>The alias of its document type.</summary>
    public required string Type { get; init; }

    /// <summary>Whether this language of it is on the site already.</summary>
    public bool IsOnline { get; init; }

    /// <summary>Whether the page has languages, and Dutch isn't among them.</summary>
    public bool IsWithoutDutch { get; init; }

    public IReadOnlyList<CheckedText> Texts { get; init; } = [];

    public IReadOnlyList<CheckedLink> Links { get; init; } = [];

    public IReadOnlyList<CheckedPicture> Pictures { get; init; } = [];

    /// <summary>The property with the contributions; null for a type without.</summary>
    public string? ContributionsField { get; init; }

    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>When a meeting begins.</summary>
    public DateTimeOffset? Starts { get; init; }

    /// <summary>Whether a meeting has a report, material or a number of visitors.</summary>
    public bool HasAftermath { get; init; }

    /// <summary>The time of the city.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether an address in a text leads somewhere; for addresses elsewhere always.</summary>
    public Func<string, bool> Leads { get; init; } = _ => true;

    /// <summary>Pages and files that are picked or linked to by their key: whether they are there decides what is found.</summary>
    public IReadOnlySet<Guid> Targets { get; init; } = new HashSet<Guid>();

    /// <summary>Whether it links to an address of this site.</summary>
    public bool HasAddress { get; init; }
}
