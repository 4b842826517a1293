using System.Text;
using System.Text.Json;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Published;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.PublishedItems;

/// <summary>What reading a value needs to know of its type, as it was committed.</summary>
internal sealed record TypeShape(bool IsMedia, bool Varies, IReadOnlyDictionary<int, IPropertyType> Properties)
{
    public static TypeShape Of(IContentTypeComposition type) =>
        new(type is IMediaType, type.VariesByCulture(), type.CompositionPropertyTypes.ToDictionary(property => property.Id));
}

/// <summary>The languages of the site, one string object each however many items have them.</summary>
internal sealed class SiteCultures(string defaultCulture, IEnumerable<string> cultures)
{
    private readonly Dictionary<string, string> _cultures = cultures.ToDictionary(culture => culture, StringComparer.OrdinalIgnoreCase);

    public string Default => Shared(defaultCulture);

    public bool Has(string culture) => _cultures.ContainsKey(culture);

    public string Shared(string culture) => _cultures.GetValueOrDefault(culture, culture);
}

/// <summary>The list of values of <see cref="VersionData"/>, as UTF-8.</summary>
internal sealed class StoredValues : PublishedValues
{
    private readonly byte[] _json;
    private readonly TypeShape _shape;
    private readonly SiteCultures _cultures;

    private StoredValues(byte[] json, TypeShape shape, SiteCultures cultures) => (_json, _shape, _cultures) = (json, shape, cultures);

    public static PublishedValues Of(JsonElement version, TypeShape shape, SiteCultures cultures) =>
        version.TryGetProperty("values", out var values) ? new StoredValues(Encoding.UTF8.GetBytes(values.GetRawText()), shape, cultures) : PublishedValues.Of();

    public override IReadOnlyList<PublishedValue> Read()
    {
        using var document = JsonDocument.Parse(_json);
        var values = new List<PublishedValue>(document.RootElement.GetArrayLength());
        foreach (var datum in VersionData.ValuesOf(document.RootElement).Where(datum => datum.Segment is null))
        {
            if (_shape.Properties.TryGetValue(datum.PropertyTypeId, out var property)
                && (property.VariesByCulture() || datum.Culture is null || string.Equals(datum.Culture, _cultures.Default, StringComparison.OrdinalIgnoreCase))
                && VersionData.As(datum.Value, property.ValueStorageType) is { } source)
            {
                values.Add(new PublishedValue(property.Alias, property.VariesByCulture() ? _cultures.Shared(datum.Culture ?? _cultures.Default) : null, source));
            }
        }

        return values;
    }

    public override bool Equals(object? obj) => obj is StoredValues other && other._shape == _shape && other._json.AsSpan().SequenceEqual(_json);

    public override int GetHashCode() => _json.Length;
}
