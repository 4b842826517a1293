using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;

namespace Deventer4GlobalGoals.Cms.Editors.Dates;

/// <summary>What part of a moment an editor keeps.</summary>
internal enum MomentKind
{
    /// <summary>A date and a time that mean the same on every clock.</summary>
    DateTimeUnspecified,

    /// <summary>A date and a time in a named time zone.</summary>
    DateTimeWithTimeZone,

    /// <summary>A calendar day.</summary>
    DateOnly,

    /// <summary>A time of day.</summary>
    TimeOnly,
}

/// <summary>
/// A moment as Umbraco stores it, for all four editors: {"date":"2020-02-11T16:00:00+01:00","timeZone":"Europe/Amsterdam"}.
/// Without a zone the offset is zero and means nothing; a time of day stands on 1 January of year 1.
/// </summary>
internal sealed record StoredMoment(DateTimeOffset Date, string? TimeZone)
{
    public static string ErrorFor(MomentKind kind) => kind == MomentKind.TimeOnly ? "notATime" : "notADate";

    /// <summary>Reads what is stored or what an editor sent: an object with date and timeZone, or the bare text of a date or time.</summary>
    public static StoredMoment? Read(object? value, MomentKind kind)
    {
        if (value is DateTime or DateTimeOffset or System.DateOnly or System.TimeOnly)
        {
            return Parse(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture), null, kind);
        }

        if (value is string text && !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return Parse(text, null, kind);
        }

        if (!EditorJson.TryGetNode(value, out var node))
        {
            return null;
        }

        return node switch
        {
            JsonValue bare => Parse(Text(bare), null, kind),
            JsonObject parts => Parse(Text(parts["date"]), Text(parts["timeZone"]), kind),
            _ => null,
        };
    }

    public string ToStored() => EditorJson.Write(this);

    /// <summary>The text that goes into an HTML date, time or datetime field.</summary>
    public string ToText(MomentKind kind) => Date.ToString(
        kind switch
        {
            MomentKind.DateOnly => "yyyy-MM-dd",
            MomentKind.TimeOnly => "HH:mm:ss",
            MomentKind.DateTimeUnspecified => "yyyy-MM-ddTHH:mm:ss",
            _ => "yyyy-MM-ddTHH:mm:sszzz",
        },
        CultureInfo.InvariantCulture);

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && !string.IsNullOrWhiteSpace(node.GetValue<string>()) ? node.GetValue<string>() : null;

    private static StoredMoment? Parse(string? text, string? timeZone, MomentKind kind)
    {
        if (kind == MomentKind.TimeOnly
            && System.TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return new StoredMoment(new DateTimeOffset(DateTime.MinValue + time.ToTimeSpan(), TimeSpan.Zero), null);
        }

        // RoundtripKind keeps apart what has an offset or Z and what has not; local time never comes out of it by guessing.
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return null;
        }

        return kind switch
        {
            MomentKind.DateOnly => new StoredMoment(new DateTimeOffset(moment.Date, TimeSpan.Zero), null),
            MomentKind.TimeOnly => new StoredMoment(new DateTimeOffset(DateTime.MinValue + moment.TimeOfDay, TimeSpan.Zero), null),
            MomentKind.DateTimeUnspecified => new StoredMoment(new DateTimeOffset(moment.DateTime, TimeSpan.Zero), null),
            _ when parsed.Kind == DateTimeKind.Unspecified => new StoredMoment(InZone(parsed, timeZone), timeZone),
            _ => new StoredMoment(moment, timeZone),
        };
    }

    private static DateTimeOffset InZone(DateTime local, string? timeZone) =>
        timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : new DateTimeOffset(local, TimeSpan.Zero);
}
