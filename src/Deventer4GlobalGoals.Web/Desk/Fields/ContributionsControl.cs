using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>What an item does for the goals: a row per goal or target, with role, claim and evidence. A row without a goal goes.</summary>
public sealed class ContributionsControl : FieldControl
{
    private const int Blank = 1;

    private static readonly string[] EvidenceParts = ["figure", "unit", "year", "link"];

    public override IReadOnlyList<string> Editors { get; } = ["D4GG.Contributions"];

    public override string ViewFor(FieldSpec spec) => "Contributions";

    public override bool IsSingle(FieldSpec spec) => false;

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data)
    {
        var rows = value as JsonArray ?? [];
        data.SetRows(name, rows.Count + Blank);
        for (var row = 0; row < rows.Count; row++)
        {
            var at = FieldData.Row(name, row);
            var item = rows[row];
            foreach (var part in (string[])["goal", "target", "role", "direction", "claim"])
            {
                data.Set($"{at}.{part}", (item?[part]).AsText());
            }

            foreach (var part in EvidenceParts)
            {
                data.Set($"{at}.{part}", (item?["evidence"]?[part]).AsText());
            }

            data.Set($"{at}.item", item?.ToJsonString());
        }
    }

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        var list = new JsonArray();
        for (var row = 0; row < data.Rows(name); row++)
        {
            if (One(FieldData.Row(name, row), data) is { } item)
            {
                list.Add(item);
            }
        }

        return list.Count == 0 ? null : list;
    }

    public override string Describe(FieldSpec spec, string name, FieldData data) => string.Join('\n', Enumerable.Range(0, data.Rows(name))
        .Select(row => FieldData.Row(name, row)).Where(at => data.Text($"{at}.goal").Length > 0)
        .Select(at => $"{data.Text($"{at}.goal")} {data.Text($"{at}.target")} {data.Text($"{at}.role")} {data.Text($"{at}.direction")}: {data.Text($"{at}.claim")} {data.Text($"{at}.figure")} {data.Text($"{at}.unit")} {data.Text($"{at}.year")} {data.Text($"{at}.link")}".Trim()));

    private static JsonObject? One(string at, FieldData data)
    {
        var (goal, target) = (data.Text($"{at}.goal"), data.Text($"{at}.target").Trim());
        if (goal.Length == 0)
        {
            return target.Length == 0 && data.Text($"{at}.claim").Trim().Length == 0
                ? null
                : throw new FieldException("Kies bij elke bijdrage een doel.", "Choose a goal for every contribution.");
        }

        if (!int.TryParse(goal, CultureInfo.InvariantCulture, out var number) || !GoalCatalogue.Default.TryGetGoal(number, out _))
        {
            throw new FieldException("Dit doel bestaat niet. Er zijn er zeventien.", "There is no such goal. There are seventeen.");
        }

        // Who confirmed it, and where it came from, isn't edited here and stays.
        var item = data.Text($"{at}.item").AsJson() as JsonObject ?? new JsonObject { ["source"] = "editor" };
        item["goal"] = number;
        Set(item, "target", target);
        Set(item, "role", data.Text($"{at}.role") is { Length: > 0 } role ? role : "primary");
        Set(item, "direction", data.Text($"{at}.direction") is { Length: > 0 } direction ? direction : "positive");
        Set(item, "claim", data.Text($"{at}.claim").Trim());
        SetEvidence(item, at, data);
        return item;
    }

    private static void SetEvidence(JsonObject item, string at, FieldData data)
    {
        var evidence = new JsonObject();
        if (data.Text($"{at}.figure").Trim() is { Length: > 0 } figure)
        {
            evidence["figure"] = figure.AsDecimal() ?? throw new FieldException("Het bewijs is geen getal. Typ bijvoorbeeld 38,5.", "The evidence is not a number. Type for instance 38.5.");
        }

        if (data.Text($"{at}.year").Trim() is { Length: > 0 } year)
        {
            evidence["year"] = int.TryParse(year, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FieldException("Het jaar van het bewijs is geen getal.", "The year of the evidence is not a number.");
        }

        Set(evidence, "unit", data.Text($"{at}.unit").Trim());
        Set(evidence, "link", data.Text($"{at}.link").Trim());
        item.Remove("evidence");
        if (evidence.Count > 0)
        {
            item["evidence"] = evidence;
        }
    }

    private static void Set(JsonObject item, string part, string value)
    {
        item.Remove(part);
        if (value.Length > 0)
        {
            item[part] = value;
        }
    }
}
