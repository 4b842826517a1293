using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Umbraco.Cms.Core.DeliveryApi;

namespace Deventer4GlobalGoals.Cms.Delivery.Index;

/// <summary>How the values of one kind of field are written, compared and read from a query.</summary>
internal abstract class FieldKey<TKey>
    where TKey : notnull
{
    public abstract IComparer<TKey> Comparer { get; }

    /// <summary>Whether "less than" means anything; for texts it doesn't, as in Umbraco.</summary>
    public virtual bool HasRanges => false;

    /// <summary>A value in a query, or one that an index handler gave as text.</summary>
    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out TKey key);

    /// <summary>What an index handler gave.</summary>
    public virtual bool TryRead(object? value, [MaybeNullWhen(false)] out TKey key)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(text))
        {
            return TryParse(text, out key);
        }

        key = default;
        return false;
    }
}

/// <summary>Texts that are equal or not, whatever their case; or that sort as people of a language sort.</summary>
internal sealed class TextKey(IComparer<string> comparer) : FieldKey<string>
{
    public override IComparer<string> Comparer => comparer;

    public override bool TryParse(string text, [MaybeNullWhen(false)] out string key)
    {
        key = text;
        return text.Length > 0;
    }
}

/// <summary>Texts as words between single spaces, without case and accents: " circulair bouwen ". A phrase is found as a part of it.</summary>
internal sealed class WordsKey : FieldKey<string>
{
    public override IComparer<string> Comparer => StringComparer.Ordinal;

    public override bool TryParse(string text, [MaybeNullWhen(false)] out string key)
    {
        key = Fold(text);
        return key.Length > 1;
    }

    private static string Fold(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                words.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}

internal sealed class NumberKey : FieldKey<double>
{
    public override IComparer<double> Comparer => Comparer<double>.Default;

    public override bool HasRanges => true;

    public override bool TryParse(string text, out double key) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out key) && double.IsFinite(key);
}

/// <summary>Moments as UTC ticks. One without an offset is UTC.</summary>
internal sealed class MomentKey : FieldKey<long>
{
    public override IComparer<long> Comparer => Comparer<long>.Default;

    public override bool HasRanges => true;

    public override bool TryRead(object? value, out long key)
    {
        switch (value)
        {
            case DateTimeOffset moment:
                key = moment.UtcTicks;
                return true;
            case DateTime moment:
                key = (moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment).Ticks;
                return true;
            default:
                return base.TryRead(value, out key);
        }
    }

    public override bool TryParse(string text, out long key)
    {
        // A plus sign that was not encoded arrives as a space.
        var written = text.Contains('T', StringComparison.Ordinal) ? text.Trim().Replace(' ', '+') : text;
        var read = DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        key = moment.UtcTicks;
        return read;
    }
}

/// <summary>The column that suits a field.</summary>
internal static class FieldColumns
{
    /// <param name="type">What the index handler said of the field.</param>
    /// <param name="culture">Decides how sortable texts sort.</param>
    public static FieldColumn Empty(FieldType type, string culture) => type switch
    {
        FieldType.Number => new SortedColumn<double>(new NumberKey()),
        FieldType.Date => new SortedColumn<long>(new MomentKey()),
        FieldType.StringAnalyzed => new SortedColumn<string>(new WordsKey()),
        FieldType.StringSortable => new SortedColumn<string>(new TextKey(
            CultureInfo.GetCultureInfo(culture).CompareInfo.GetStringComparer(CompareOptions.IgnoreCase))),
        _ => new SortedColumn<string>(new TextKey(StringComparer.OrdinalIgnoreCase)),
    };
}
