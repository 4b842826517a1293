using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Content;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Yes or no.</summary>
public sealed class YesNoControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.Boolean];

    public override string ViewFor(FieldSpec spec) => "YesNo";

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) =>
        data.Set(name, value.AsText() is "true" or "1" ? "1" : string.Empty);

    public override object? Write(FieldSpec spec, string name, FieldData data) => data.Text(name) == "1";

    public override string Describe(FieldSpec spec, string name, FieldData data) => data.Text(name) == "1" ? "Ja" : "Nee";
}

/// <summary>A whole number, or one with decimals.</summary>
public sealed class NumberControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.Integer, Constants.PropertyEditors.Aliases.Decimal];

    public override string ViewFor(FieldSpec spec) => "Number";

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) => data.Set(name, value.AsText().Replace('.', ','));

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var text = data.Text(name).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (spec.EditorAlias == Constants.PropertyEditors.Aliases.Decimal)
        {
            return text.AsDecimal() ?? throw new FieldException("Dit is geen getal. Typ bijvoorbeeld 38,5.", "This is not a number. Type for instance 38.5.");
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FieldException("Dit is geen heel getal. Typ alleen cijfers.", "This is not a whole number. Type digits only.");
    }
}

/// <summary>A day, or a day and a time in a time zone.</summary>
public sealed class MomentControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } = [Constants.PropertyEditors.Aliases.DateOnly, Constants.PropertyEditors.Aliases.DateTimeWithTimeZone];

    public override string ViewFor(FieldSpec spec) => HasTime(spec) ? "Moment" : "Date";

    public override bool IsSingle(FieldSpec spec) => !HasTime(spec);

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data)
    {
        var zone = (value?["timeZone"]).AsText();
        var date = string.Empty;
        var time = string.Empty;
        if (DateTimeOffset.TryParse((value?["date"]).AsText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            var local = HasTime(spec) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(moment, known) : moment;
            date = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        data.Set($"{name}.date", date);
        if (HasTime(spec))
        {
            data.Set($"{name}.time", time);
            data.Set($"{name}.zone", zone.Length > 0 ? zone : DeventerTime.Zone.Id);
        }
    }

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        var (dateText, timeText) = (data.Text($"{name}.date").Trim(), data.Text($"{name}.time").Trim());
        if (dateText.Length == 0 && timeText.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(dateText, ["yyyy-MM-dd", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new FieldException("Dit is geen datum. Typ bijvoorbeeld 11-3-2027.", "This is not a date. Type for instance 11-3-2027.");
        }

        if (!HasTime(spec))
        {
            return new JsonObject { ["date"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["timeZone"] = null };
        }

        var time = TimeOnly.MinValue;
        if (timeText.Length > 0 && !TimeOnly.TryParseExact(timeText.Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            throw new FieldException("Dit is geen tijd. Typ bijvoorbeeld 12:30.", "This is not a time. Type for instance 12:30.");
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(data.Text($"{name}.zone"), out var known) ? known : DeventerTime.Zone;
        return AtZone(date.ToDateTime(time), zone);
    }

    public override string Describe(FieldSpec spec, string name, FieldData data) => $"{data.Text($"{name}.date")} {data.Text($"{name}.time")}".Trim();

    internal static JsonObject AtZone(DateTime local, TimeZoneInfo zone) => new()
    {
        ["date"] = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["timeZone"] = zone.Id,
    };

    private static bool HasTime(FieldSpec spec) => spec.EditorAlias == Constants.PropertyEditors.Aliases.DateTimeWithTimeZone;
}

/// <summary>One or more of a list.</summary>
public sealed class ChoiceControl : FieldControl
{
    public override IReadOnlyList<string> Editors { get; } =
    [
        Constants.PropertyEditors.Aliases.DropDownListFlexible, Constants.PropertyEditors.Aliases.RadioButtonList, Constants.PropertyEditors.Aliases.CheckBoxList,
    ];

    public override string ViewFor(FieldSpec spec) => IsMultiple(spec) ? "Choices" : spec.EditorAlias == Constants.PropertyEditors.Aliases.RadioButtonList ? "Radios" : "Choice";

    public override bool IsSingle(FieldSpec spec) => ViewFor(spec) == "Choice";

    public override void Read(FieldSpec spec, JsonNode? value, string name, FieldData data) => data.Set(name, value.AsTexts());

    public override object? Write(FieldSpec spec, string name, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var chosen = data.Texts(name).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return (chosen.Count, spec.EditorAlias) switch
        {
            (0, _) => null,
            (_, Constants.PropertyEditors.Aliases.RadioButtonList) => chosen[0],
            _ => new JsonArray([.. chosen.Select(text => JsonValue.Create(text))]),
        };
    }

    public override string Describe(FieldSpec spec, string name, FieldData data) => string.Join(", ", data.Texts(name).Where(text => text.Length > 0));

    /// <summary>What may be chosen, and what is chosen although it no longer may.</summary>
    public static IReadOnlyList<string> Options(FieldView field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var items = field.Spec.Config switch
        {
            DropDownFlexibleConfiguration list => list.Items,
            ValueListConfiguration list => list.Items,
            _ => [],
        };
        return [.. items.Concat(field.Data.Texts(field.Name)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsMultiple(FieldSpec spec) => spec.EditorAlias == Constants.PropertyEditors.Aliases.CheckBoxList
        || spec.Config is DropDownFlexibleConfiguration { Multiple: true };
}
