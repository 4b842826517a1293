using System.Globalization;
using Deventer4GlobalGoals.Web.Api.Answers;

namespace Deventer4GlobalGoals.Web.Api.Catalogue;

/// <summary>A thing with what is said of it, in the terms of <see cref="Rdf.Prefixes"/>. Without an address it is only known where it is mentioned.</summary>
/// <param name="Iri">Its address, or null.</param>
/// <param name="Type">What it is: "dcat:Dataset".</param>
internal sealed record RdfNode(string? Iri, string Type)
{
    private readonly List<(string Property, object Value)> _said = [];

    /// <summary>In the order in which it was said. A value is an <see cref="RdfIri"/>, an <see cref="RdfText"/> or another node.</summary>
    public IReadOnlyList<(string Property, object Value)> Said => _said;

    public RdfNode Say(string property, object? value)
    {
        if (value is not null)
        {
            _said.Add((property, value));
        }

        return this;
    }

    /// <summary>The same in each language.</summary>
    public RdfNode Say(string property, IEnumerable<RdfText> texts)
    {
        foreach (var text in texts)
        {
            Say(property, (object)text);
        }

        return this;
    }
}

/// <summary>An address, whole or with a prefix.</summary>
internal sealed record RdfIri(string Iri);

/// <summary>A text, in a language or of a data type such as "xsd:dateTime".</summary>
internal sealed record RdfText(string Text, string? Language = null, string? Type = null)
{
    public static RdfText Moment(DateTime utc) => new(utc.ToString(UtcMoment.Form, CultureInfo.InvariantCulture), Type: "xsd:dateTime");
}

internal static class Rdf
{
    /// <summary>What short names stand for.</summary>
    public static readonly IReadOnlyList<(string Prefix, string Iri)> Prefixes =
    [
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("access", "http://publications.europa.eu/resource/authority/access-right/"),
        ("filetype", "http://publications.europa.eu/resource/authority/file-type/"),
        ("frequency", "http://publications.europa.eu/resource/authority/frequency/"),
        ("lang", "http://publications.europa.eu/resource/authority/language/"),
        ("theme", "http://publications.europa.eu/resource/authority/data-theme/"),
    ];

    /// <summary>Whether this is a short name, rather than a whole address.</summary>
    public static bool IsShort(string iri) => Prefixes.Any(prefix => iri.StartsWith(prefix.Prefix + ":", StringComparison.Ordinal));
}
