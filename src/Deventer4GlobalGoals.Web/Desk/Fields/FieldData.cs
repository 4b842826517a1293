using System.Globalization;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>
/// What stands in the fields of a form, by name. It comes from a stored value or from what was posted, and a form is drawn from it: so what
/// somebody typed comes back as they typed it, also when it is refused.
/// </summary>
public sealed class FieldData
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> All => _values;

    public static FieldData From(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var data = new FieldData();
        foreach (var (name, values) in form)
        {
            data._values[name] = [.. values.Select(value => (value ?? string.Empty).ReplaceLineEndings("\n"))];
        }

        return data;
    }

    /// <summary>The first value; empty when there is none.</summary>
    public string Text(string name) => _values.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : string.Empty;

    public IReadOnlyList<string> Texts(string name) => _values.GetValueOrDefault(name) ?? [];

    public bool Has(string name, string value) => Texts(name).Contains(value, StringComparer.Ordinal);

    public void Set(string name, string? value) => _values[name] = [value ?? string.Empty];

    public void Set(string name, IEnumerable<string> values) => _values[name] = [.. values];

    /// <summary>How many rows a list in the form has.</summary>
    public int Rows(string name) => int.TryParse(Text($"{name}.rows"), CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, 0, MostRows) : 0;

    public void SetRows(string name, int rows) => Set($"{name}.rows", rows.ToString(CultureInfo.InvariantCulture));

    /// <summary>The name of a row in a list.</summary>
    public static string Row(string name, int row) => string.Create(CultureInfo.InvariantCulture, $"{name}.{row}");

    private const int MostRows = 200;
}
