using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>Says in which fields two items differ; the order of elements and the layout of JSON don't count.</summary>
public static class USyncDiff
{
    /// <returns>Paths such as <c>Info/Name</c> or <c>Properties/summary[nl]</c>; none when both say the same.</returns>
    public static IReadOnlyList<string> Fields(XElement wanted, XElement current)
    {
        var fields = new List<string>();
        Compare(wanted, current, string.Empty, fields);
        return fields;
    }

    /// <summary>Whether two stored values mean the same: equal text, or equal JSON.</summary>
    public static bool SameText(string one, string other)
    {
        var left = Normalise(one);
        var right = Normalise(other);
        return string.Equals(left, right, StringComparison.Ordinal) || SameJson(left, right);
    }

    private static void Compare(XElement wanted, XElement current, string path, List<string> fields)
    {
        foreach (var attribute in wanted.Attributes().Select(a => a.Name).Union(current.Attributes().Select(a => a.Name)))
        {
            if (wanted.Attribute(attribute)?.Value != current.Attribute(attribute)?.Value)
            {
                fields.Add(Join(path, attribute.LocalName));
            }
        }

        if (!wanted.HasElements && !current.HasElements)
        {
            if (!SameText(wanted.Value, current.Value))
            {
                fields.Add(path);
            }

            return;
        }

        var left = Children(wanted);
        var right = Children(current);
        foreach (var name in left.Keys.Union(right.Keys))
        {
            if (left.TryGetValue(name, out var one) && right.TryGetValue(name, out var other))
            {
                Compare(one, other, Join(path, name), fields);
            }
            else
            {
                fields.Add(Join(path, name));
            }
        }
    }

    private static Dictionary<string, XElement> Children(XElement parent)
    {
        var children = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var child in parent.Elements())
        {
            var name = Identity(child);
            for (var index = 2; !children.TryAdd(name, child); index++)
            {
                name = $"{Identity(child)}#{index}";
            }
        }

        return children;
    }

    private static string Identity(XElement child)
    {
        var label = child.Attribute("Culture")?.Value
            ?? child.Attribute("Language")?.Value
            ?? child.Attribute("Key")?.Value
            ?? child.Element("Alias")?.Value;
        return string.IsNullOrEmpty(label) ? child.Name.LocalName : $"{child.Name.LocalName}[{label}]";
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "/" + name;

    private static string Normalise(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static bool SameJson(string one, string other) =>
        LooksLikeJson(one) && LooksLikeJson(other) && TryParse(one, out var left) && TryParse(other, out var right)
        && JsonNode.DeepEquals(left, right);

    private static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static bool TryParse(string text, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }
}
