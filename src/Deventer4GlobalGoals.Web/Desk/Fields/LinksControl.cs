using System.Globalization;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Links with a text: to an address, or to a page of the site by its name. A row without an address goes.</summary>
public sealed class LinksControl(PageNames names) : FieldControl
{
    /// <summary>Empty rows to add something in.</summary>
    public const int Blank = 2;

    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.MultiUrlPicker];

    public override string ViewFor(FieldSpec spec) => "Links";

    public override bool IsSingle(FieldSpec spec) => false;

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data)
    {
        var links = value as JsonArray ?? [];
        data.SetRows(name, links.Count + Blank);
        for (var row = 0; row < links.Count; row++)
        {
            var at = FieldData.Row(name, row);
            data.Set($"{at}.name", (links[row]?["name"]).AsText());
            data.Set($"{at}.url", PageOf(links[row]) is { } page ? names.Name(page) : (links[row]?["url"]).AsText());
            data.Set($"{at}.link", links[row]?.ToJsonString());
        }
    }

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        var links = new JsonArray();
        for (var row = 0; row < data.Rows(name); row++)
        {
            var at = FieldData.Row(name, row);
            var (text, url) = (data.Text($"{at}.name").Trim(), data.Text($"{at}.url").Trim());
            if (url.Length == 0)
            {
                if (text.Length > 0)
                {
                    throw new FieldException($"Bij \"{text}\" mist het adres. Typ het adres, of maak ook de tekst leeg.", $"\"{text}\" has no address. Type the address, or empty the text too.");
                }

                continue;
            }

            var link = Link(data.Text($"{at}.link").AsJson() as JsonObject, url);
            link["name"] = text.Length > 0 ? text : url;
            links.Add(link);
        }

        return links.Count == 0 ? null : links;
    }

    public override string Describe(FieldSpec spec, string name, FieldData data) => string.Join('\n', Enumerable.Range(0, data.Rows(name))
        .Select(row => FieldData.Row(name, row)).Where(at => data.Text($"{at}.url").Length > 0)
        .Select(at => $"{data.Text($"{at}.name")} {data.Text($"{at}.url")}"));

    /// <summary>What wasn't changed stays as it was; of pages with the same name the one that was meant.</summary>
    private JsonObject Link(JsonObject? before, string url)
    {
        if (before is not null && (PageOf(before) is { } page ? names.Name(page) == url : before["url"].AsText() == url))
        {
            return before;
        }

        return names.Find(string.Empty, url) is { } key
            ? new JsonObject { ["type"] = Constants.UdiEntityType.Document, ["unique"] = key.ToString(), ["url"] = null, ["target"] = null }
            : new JsonObject { ["type"] = "external", ["url"] = url, ["target"] = null };
    }

    private static Guid? PageOf(JsonNode? link) =>
        (link?["type"]).AsText() == Constants.UdiEntityType.Document && Guid.TryParse((link?["unique"]).AsText(), CultureInfo.InvariantCulture, out var key) ? key : null;
}
