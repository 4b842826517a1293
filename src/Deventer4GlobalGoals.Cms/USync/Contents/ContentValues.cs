using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <summary>The property values of pages and media: read from an item, fitted to a type, set and checked.</summary>
public sealed class ContentValues(IPropertyValidationService validation, ILanguageService languages)
{
    /// <summary>Every property of the item; a culture without a value gets an empty one, as uSync writes it.</summary>
    public static IReadOnlyList<ValuesFile> Read(IContentBase item, IReadOnlySet<string> leaveOut) =>
    [
        .. item.Properties
            .Where(property => !leaveOut.Contains(property.Alias))
            .Select(property => new ValuesFile(property.Alias, Read(property, [.. item.AvailableCultures]))),
    ];

    /// <summary>Fits the values of a file to the type: one form for numbers, cultures where the property varies.</summary>
    /// <exception cref="USyncException">A value doesn't fit its property.</exception>
    public async Task<IReadOnlyList<ValuesFile>> FitAsync(
        IReadOnlyList<ValuesFile> wanted,
        IContentTypeComposition type,
        ICollection<string> notes)
    {
        var fallback = await languages.GetDefaultIsoCodeAsync();
        var fitted = new List<ValuesFile>();
        foreach (var values in wanted)
        {
            var property = type.CompositionPropertyTypes.FirstOrDefault(p => p.Alias == values.Alias);
            if (property is null)
            {
                notes.Add($"{type.Alias} has no property {values.Alias}; its value is left out.");
            }
            else
            {
                fitted.Add(new ValuesFile(values.Alias, [.. Fit(values, property, fallback)]));
            }
        }

        return fitted;
    }

    /// <summary>Sets what the file says; a culture that the file doesn't name loses its value.</summary>
    public static void Fill(IContentBase item, IReadOnlyList<ValuesFile> wanted)
    {
        foreach (var values in wanted)
        {
            var property = item.Properties.First(p => p.Alias == values.Alias);
            foreach (var old in property.Values.Where(old => !values.Values.Any(v => Same(v, old))).ToList())
            {
                property.SetValue(null, old.Culture, old.Segment);
            }

            foreach (var value in values.Values)
            {
                Set(property, value);
            }
        }
    }

    /// <summary>The first value that its editor rejects, as an error that names it; null when all fit.</summary>
    public USyncException? Reject(IContentBase item, IEnumerable<IProperty> properties)
    {
        foreach (var property in properties)
        {
            foreach (var value in property.Values.Where(value => value.EditedValue is not null))
            {
                var problem = validation
                    .ValidatePropertyValue(property.PropertyType, value.EditedValue, Context(item, value))
                    .FirstOrDefault();
                if (problem is not null)
                {
                    return new USyncException(
                        Field(property.Alias, value.Culture),
                        problem.ErrorMessage ?? "The value doesn't fit.");
                }
            }
        }

        return null;
    }

    public static string Field(string alias, string? culture) =>
        culture is null ? $"Properties/{alias}" : $"Properties/{alias}[{culture}]";

    private static PropertyValidationContext Context(IContentBase item, IPropertyValue value) => new()
    {
        Culture = value.Culture,
        Segment = value.Segment,
        CulturesBeingValidated = value.Culture is null ? [.. item.AvailableCultures] : [value.Culture],
        SegmentsBeingValidated = [value.Segment],
    };

    private static IEnumerable<ValueFile> Fit(ValuesFile values, IPropertyType property, string fallback)
    {
        foreach (var value in values.Values)
        {
            var text = StoredValue.ToText(StoredValue.FromText(
                value.Text,
                property.ValueStorageType,
                Field(values.Alias, value.Culture)));
            if (property.VariesByCulture() == value.Culture is not null)
            {
                yield return value with { Text = text };
            }
            else if (value.Culture is null && text.Length > 0 && values.Values.Count == 1)
            {
                yield return value with { Culture = fallback, Text = text };
            }
            else if (fallback.Equals(value.Culture, StringComparison.OrdinalIgnoreCase))
            {
                yield return value with { Culture = null, Text = text };
            }
        }
    }

    private static ValueFile[] Read(IProperty property, IReadOnlyList<string> cultures)
    {
        var values = property.Values
            .Where(value => property.PropertyType.SupportsVariation(value.Culture, value.Segment))
            .Select(value => new ValueFile(value.Culture, value.Segment, StoredValue.ToText(value.EditedValue)))
            .ToList();
        var expected = property.PropertyType.VariesByCulture() ? cultures.Cast<string?>() : [null];
        var missing = expected.Where(culture => values.TrueForAll(
            value => !string.Equals(value.Culture, culture, StringComparison.OrdinalIgnoreCase)));
        return [.. values, .. missing.Select(culture => new ValueFile(culture, null, string.Empty))];
    }

    private static void Set(IProperty property, ValueFile value)
    {
        var field = Field(property.Alias, value.Culture);
        var stored = StoredValue.FromText(value.Text, property.ValueStorageType, field);
        try
        {
            property.SetValue(stored, value.Culture, value.Segment);
        }
        catch (Exception error) when (error is InvalidOperationException or NotSupportedException)
        {
            throw new USyncException(field, error.Message, error);
        }
    }

    private static bool Same(ValueFile one, IPropertyValue other) =>
        string.Equals(one.Culture, other.Culture, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Segment, other.Segment, StringComparison.OrdinalIgnoreCase);
}
