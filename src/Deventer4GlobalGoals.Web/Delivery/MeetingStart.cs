using System.Globalization;
using System.Text.Json;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Delivery;

/// <summary>"sort=meetingStart:asc": meetings in the order in which they begin. Meetings without a date come before the first.</summary>
public sealed class MeetingStart : ISortHandler, IContentIndexHandler
{
    private const string Name = "meetingStart";
    private const string Specifier = Name + ":";

    public bool CanHandle(string query) => query.StartsWith(Specifier, StringComparison.OrdinalIgnoreCase);

    public SortOption BuildSortOption(string sort)
    {
        ArgumentNullException.ThrowIfNull(sort);
        return new SortOption
        {
            FieldName = Name,
            Direction = sort[Specifier.Length..].StartsWith("asc", StringComparison.OrdinalIgnoreCase) ? Direction.Ascending : Direction.Descending,
        };
    }

    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.ContentType.Alias == "meeting" && Moment(content.GetValue<string>("start")) is { } start
            ? [new IndexFieldValue { FieldName = Name, Values = [start.UtcDateTime] }]
            : [];
    }

    public IEnumerable<IndexField> GetFields() => [new IndexField { FieldName = Name, FieldType = FieldType.Date, VariesByCulture = false }];

    /// <summary>The editor keeps <c>{"date":"2020-02-11T16:00:00+01:00","timeZone":"Europe/Amsterdam"}</c>.</summary>
    internal static DateTimeOffset? Moment(string? stored)
    {
        if (string.IsNullOrWhiteSpace(stored))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(stored);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("date", out var date)
                && DateTimeOffset.TryParse(date.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                    ? moment
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
