using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>Reads the tables of requests and answers in <c>specs</c>.</summary>
internal static class SpecRequests
{
    /// <summary>The rows of all tables: request, headers, status and answer.</summary>
    /// <param name="file">Below the top of the checkout.</param>
    public static TheoryData<string, string, int, string> Rows(string file)
    {
        var rows = new TheoryData<string, string, int, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, file)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var cells = line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray();
            rows.Add(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]);
        }

        return rows;
    }

    /// <param name="address">The request with what comes before it.</param>
    /// <param name="headers">"Name: value", with "; " between them.</param>
    public static HttpRequestMessage Message(string address, string headers)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in Pairs(headers, ": "))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                throw new InvalidDataException($"'{name}: {value}' is no header.");
            }
        }

        return message;
    }

    /// <summary>What stands on either side of a sign, in a text with "; " between the pairs.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string text, string sign)
    {
        foreach (var part in text.Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf(sign, StringComparison.Ordinal);
            yield return (part[..at].Trim(), part[(at + sign.Length)..].Trim());
        }
    }

    /// <summary>The value at a path such as "items.0.name"; "#items" counts; "-" when there is none.</summary>
    public static string At(JsonNode json, string path)
    {
        JsonNode? node = json;
        foreach (var step in path.TrimStart('#').Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node is JsonArray items
                ? items.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture))
                : (node as JsonObject)?[step];
        }

        return !path.StartsWith('#') ? node?.ToString() ?? "-" : node switch
        {
            JsonArray items => items.Count.ToString(CultureInfo.InvariantCulture),
            JsonObject members => members.Count.ToString(CultureInfo.InvariantCulture),
            _ => "-",
        };
    }
}
