using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Api.Answers;

namespace Deventer4GlobalGoals.Web.Api.Catalogue;

/// <summary>Writes nodes as Turtle (RDF 1.1).</summary>
internal static class Turtle
{
    private const string Indent = "    ";

    public static byte[] Write(IEnumerable<RdfNode> nodes)
    {
        var text = new StringBuilder();
        foreach (var (prefix, iri) in Rdf.Prefixes)
        {
            text.Append("@prefix ").Append(prefix).Append(": <").Append(iri).Append("> .\n");
        }

        foreach (var node in nodes)
        {
            text.Append('\n').Append(Term(node.Iri!)).Append(" a ").Append(node.Type);
            Say(text, node, Indent);
            text.Append(" .\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Say(StringBuilder text, RdfNode node, string indent)
    {
        foreach (var (property, value) in node.Said)
        {
            text.Append(" ;\n").Append(indent).Append(property).Append(' ');
            switch (value)
            {
                case RdfIri iri:
                    text.Append(Term(iri.Iri));
                    break;
                case RdfText words:
                    text.Append(Literal(words));
                    break;
                case RdfNode { Iri: { } address }:
                    text.Append(Term(address));
                    break;
                case RdfNode other:
                    text.Append("[ a ").Append(other.Type);
                    Say(text, other, indent + Indent);
                    text.Append(" ]");
                    break;
            }
        }
    }

    private static string Term(string iri) => Rdf.IsShort(iri) ? iri : $"<{new Uri(iri).AbsoluteUri}>";

    private static string Literal(RdfText text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text.Text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').Append(text.Language is null ? text.Type is null ? string.Empty : "^^" + text.Type : "@" + text.Language).ToString();
    }
}

/// <summary>Writes nodes as JSON-LD 1.1, with its context inside.</summary>
internal static class JsonLdGraph
{
    public static byte[] Write(IEnumerable<RdfNode> nodes) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["@context"] = new JsonObject(Rdf.Prefixes.Select(prefix => KeyValuePair.Create(prefix.Prefix, (JsonNode?)prefix.Iri))),
            ["@graph"] = new JsonArray([.. nodes.Select(node => (JsonNode)Thing(node))]),
        },
        ApiJson.Options);

    private static JsonObject Thing(RdfNode node)
    {
        var thing = new JsonObject();
        if (node.Iri is { } iri)
        {
            thing["@id"] = iri;
        }

        thing["@type"] = node.Type;
        foreach (var said in node.Said.GroupBy(said => said.Property))
        {
            var values = said.Select(one => Value(one.Value)).ToArray();
            thing[said.Key] = values is [var only] ? only : new JsonArray([.. values]);
        }

        return thing;
    }

    private static JsonNode Value(object value) => value switch
    {
        RdfIri iri => new JsonObject { ["@id"] = iri.Iri },
        RdfNode { Iri: { } address } => new JsonObject { ["@id"] = address },
        RdfNode other => Thing(other),
        RdfText { Language: { } language } text => new JsonObject { ["@value"] = text.Text, ["@language"] = language },
        RdfText { Type: { } type } text => new JsonObject { ["@value"] = text.Text, ["@type"] = type },
        RdfText text => text.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "This is no value."),
    };
}
