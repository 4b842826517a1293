using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>A moment as people write it down: date and minute on the clock of Europe/Amsterdam, "2026-10-01T23:59".</summary>
/// <remarks>
/// In the hour that the clock skips, the clock of before the change is meant. In the hour that comes twice a start is the
/// first and a deadline the second, so that nobody is cut short; <see cref="Window"/> says which is which.
/// </remarks>
[JsonConverter(typeof(CityTimeConverter))]
public readonly record struct CityTime : IComparable<CityTime>
{
    internal const string Format = "yyyy-MM-dd'T'HH:mm";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private readonly DateTime local;

    public CityTime(int year, int month, int day, int hour, int minute) =>
        local = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);

    private CityTime(DateTime local) => this.local = local;

    /// <exception cref="FormatException">Not of the form 2026-10-01T23:59.</exception>
    public static CityTime Parse(string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new CityTime(moment)
            : throw new FormatException($"\"{text}\" is not a moment on the clock of the city: write 2026-10-01T23:59.");

    /// <summary>The earlier of the moments that the clock shows this.</summary>
    public DateTimeOffset First() => At(earlier: true);

    /// <summary>The later of the moments that the clock shows this.</summary>
    public DateTimeOffset Last() => At(earlier: false);

    public int CompareTo(CityTime other) => local.CompareTo(other.local);

    public static bool operator <(CityTime left, CityTime right) => left.CompareTo(right) < 0;

    public static bool operator >(CityTime left, CityTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(CityTime left, CityTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CityTime left, CityTime right) => left.CompareTo(right) >= 0;

    public override string ToString() => local.ToString(Format, CultureInfo.InvariantCulture);

    private DateTimeOffset At(bool earlier)
    {
        if (Zone.IsAmbiguousTime(local))
        {
            var offsets = Zone.GetAmbiguousTimeOffsets(local);
            return new DateTimeOffset(local, earlier ? offsets.Max() : offsets.Min());
        }

        return Zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, Zone.GetUtcOffset(local.AddHours(-2)))
            : new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}

/// <summary>From a moment until a deadline; the minute of the deadline itself is still in time.</summary>
public sealed record Window(CityTime From, CityTime Until)
{
    /// <summary>The first instant that is too late.</summary>
    public DateTimeOffset Closes => Until.Last().AddMinutes(1);

    public bool IsOpen(DateTimeOffset now) => now >= From.First() && now < Closes;

    public bool IsOver(DateTimeOffset now) => now >= Closes;
}

internal sealed class CityTimeConverter : JsonConverter<CityTime>
{
    public override CityTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return CityTime.Parse(reader.GetString() ?? string.Empty);
        }
        catch (FormatException problem)
        {
            throw new JsonException(problem.Message, problem);
        }
    }

    public override void Write(Utf8JsonWriter writer, CityTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
