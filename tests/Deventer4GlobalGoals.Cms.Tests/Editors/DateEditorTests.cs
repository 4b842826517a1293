using System.Globalization;
using System.Text.Json;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

public sealed class DateEditorTests : IDisposable
{
    private readonly EditorFixture _editors = new();

    public void Dispose() => _editors.Dispose();

    [Theory]
    [InlineData("2020-02-11")]
    [InlineData("""{"date":"2020-02-11","timeZone":null}""")]
    [InlineData("""{"date":"2020-02-11T00:00:00+00:00","timeZone":null}""")]
    [InlineData("2020-02-11T16:30:00")]
    public void A_day_is_read_from_every_form_and_stored_in_one(string value)
    {
        var property = _editors.Property("Umbraco.DateOnly", alias: "date");

        Assert.Empty(_editors.Refusals(property, value));
        Assert.Equal("""{"date":"2020-02-11T00:00:00+00:00","timeZone":null}""", _editors.Store(property, value));
        Assert.Equal(new DateOnly(2020, 2, 11), _editors.Convert(property, value));
        Assert.Equal(new DateOnly(2020, 2, 11), _editors.Deliver(property, value));
    }

    [Theory]
    [InlineData("gisteren")]
    [InlineData("2020-02-30")]
    [InlineData("""{"date":12}""")]
    [InlineData("{")]
    public void What_is_no_day_is_refused_by_name(string value)
    {
        var property = _editors.Property("Umbraco.DateOnly", alias: "date");

        Assert.Equal(
            [$"Naam van date (date): '{value}' is geen datum die wij kunnen lezen. Schrijf bijvoorbeeld 2026-03-31."],
            _editors.Refusals(property, value));
        Assert.Null(_editors.Store(property, value));
        Assert.Null(_editors.Convert(property, value));
    }

    [Theory]
    [InlineData("""{"date":"2020-02-11T16:00:00","timeZone":"Europe/Amsterdam"}""", "+01:00")]
    [InlineData("""{"date":"2020-07-11T16:00:00","timeZone":"Europe/Amsterdam"}""", "+02:00")]
    [InlineData("""{"date":"2020-07-11T16:00:00+02:00","timeZone":"Europe/Amsterdam"}""", "+02:00")]
    public void A_time_in_a_zone_gets_the_offset_of_that_day(string value, string offset)
    {
        var property = _editors.Property("Umbraco.DateTimeWithTimeZone", alias: "start");

        Assert.Empty(_editors.Refusals(property, value));
        var stored = Assert.IsType<string>(_editors.Store(property, value));
        Assert.EndsWith($"T16:00:00{offset}\",\"timeZone\":\"Europe/Amsterdam\"}}", stored, StringComparison.Ordinal);
        var moment = Assert.IsType<DateTimeOffset>(_editors.Convert(property, stored));
        Assert.Equal(16, moment.Hour);
        Assert.Equal(TimeSpan.Parse(offset.TrimStart('+'), CultureInfo.InvariantCulture), moment.Offset);
    }

    [Theory]
    [InlineData("""{"date":"2020-02-11T16:00:00+01:00"}""", "Kies een tijdzone, bijvoorbeeld Europe/Amsterdam.")]
    [InlineData("""{"date":"2020-02-11T16:00:00","timeZone":"Europe/Deventer"}""", "'Europe/Deventer' is geen tijdzone die wij kennen.")]
    [InlineData("""{"date":"2020-02-11T16:00:00","timeZone":"Asia/Tokyo"}""", "De tijdzone 'Asia/Tokyo' mag hier niet.")]
    public void The_zone_must_be_there_known_and_allowed(string value, string why)
    {
        var property = _editors.Property(
            "Umbraco.DateTimeWithTimeZone",
            """{"timeZones":{"mode":"custom","timeZones":["Europe/Amsterdam"]}}""",
            "start");

        Assert.Equal(["Naam van start (start): " + why], _editors.Refusals(property, value));
    }

    [Fact]
    public void A_time_of_day_and_a_plain_moment_have_no_zone()
    {
        var time = _editors.Property("Umbraco.TimeOnly");
        var moment = _editors.Property("Umbraco.DateTimeUnspecified");

        Assert.Equal("""{"date":"0001-01-01T19:30:00+00:00","timeZone":null}""", _editors.Store(time, "19:30"));
        Assert.Equal(new TimeOnly(19, 30), _editors.Convert(time, """{"date":"0001-01-01T19:30:00+00:00","timeZone":null}"""));
        Assert.Equal(["Naam van waarde (waarde): '25:00' is geen tijd die wij kunnen lezen. Schrijf bijvoorbeeld 19:30."], _editors.Refusals(time, "25:00"));
        Assert.Equal("""{"date":"2026-03-31T19:30:00+00:00","timeZone":null}""", _editors.Store(moment, "2026-03-31T19:30"));
        Assert.Equal(new DateTime(2026, 3, 31, 19, 30, 0), _editors.Convert(moment, "2026-03-31T19:30"));
        Assert.Equal("""{"date":"2026-03-31T19:30:00","timeZone":null}""", JsonSerializer.Serialize(_editors.Edit(moment, """{"date":"2026-03-31T19:30:00+00:00","timeZone":null}""")));
    }

    [Fact]
    public void The_older_date_picker_stores_a_date_and_gives_it_without_a_zone()
    {
        var property = _editors.Property("Umbraco.DateTime");

        Assert.Equal(new DateTime(2020, 2, 11, 16, 0, 0), _editors.Store(property, "2020-02-11 16:00:00"));
        Assert.Equal(new DateTime(2020, 2, 11), _editors.Convert(property, new DateTime(2020, 2, 11)));
        Assert.Empty(_editors.Refusals(property, new DateTime(2020, 2, 11)));
        Assert.Single(_editors.Refusals(property, "de elfde"));
    }
}
