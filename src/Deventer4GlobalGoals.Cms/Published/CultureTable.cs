using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>The few cultures of one item. A scan over an array beats a dictionary here, in bytes as in time.</summary>
internal sealed class CultureTable(PublishedCultureInfo[] cultures) : IReadOnlyDictionary<string, PublishedCultureInfo>
{
    public int Count => cultures.Length;

    public IEnumerable<string> Keys => cultures.Select(culture => culture.Culture);

    public IEnumerable<PublishedCultureInfo> Values => cultures;

    public PublishedCultureInfo this[string key] =>
        TryGetValue(key, out var culture) ? culture : throw new KeyNotFoundException($"The item has no culture '{key}'.");

    public static CultureTable Of(PublishedRecord record, bool varies) => new(varies
        ? [.. record.Cultures
            .Where(culture => !string.IsNullOrWhiteSpace(culture.Name))
            .Select(culture => new PublishedCultureInfo(culture.Culture, culture.Name, null, culture.Date))]
        : string.IsNullOrWhiteSpace(record.Name)
            ? []
            : [new PublishedCultureInfo(string.Empty, record.Name, null, record.UpdateDate)]);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PublishedCultureInfo value)
    {
        foreach (var culture in cultures)
        {
            if (string.Equals(culture.Culture, key, StringComparison.OrdinalIgnoreCase))
            {
                value = culture;
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, PublishedCultureInfo>> GetEnumerator() =>
        cultures.Select(culture => KeyValuePair.Create(culture.Culture, culture)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
