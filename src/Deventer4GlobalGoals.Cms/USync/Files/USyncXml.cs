using System.Globalization;
using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.USync.Files;

/// <summary>Reading and writing the small values of uSync files, with errors that name the field.</summary>
internal static class USyncXml
{
    /// <summary>uSync's form of a date: ISO 8601 to the second, in UTC, without an offset.</summary>
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    public static Guid RequiredKey(XElement root)
    {
        var key = OptionalGuid(RequiredAttribute(root, "Key"), "Key");
        return key == Guid.Empty ? throw new USyncException("Key", "The key is empty.") : key;
    }

    public static string RequiredAttribute(XElement root, string name)
    {
        var value = root.Attribute(name)?.Value.Trim();
        return string.IsNullOrEmpty(value)
            ? throw new USyncException(name, $"<{root.Name.LocalName}> has no {name}.")
            : value;
    }

    public static string RequiredText(XElement? parent, string name)
    {
        var value = Text(parent, name);
        return value.Length == 0
            ? throw new USyncException(Path(parent, name), $"There is no <{name}>, or it is empty.")
            : value;
    }

    public static string Text(XElement? parent, string name) => parent?.Element(name)?.Value.Trim() ?? string.Empty;

    public static bool Flag(XElement? parent, string name, bool otherwise = false) => Text(parent, name) switch
    {
        "" => otherwise,
        "1" => true,
        "0" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new USyncException(Path(parent, name), $"\"{text}\" is not true or false."),
    };

    public static int Number(XElement? parent, string name, int otherwise = 0) => OptionalNumber(parent, name) ?? otherwise;

    public static int? OptionalNumber(XElement? parent, string name) => Text(parent, name) switch
    {
        "" => null,
        var text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new USyncException(Path(parent, name), $"\"{text}\" is not a whole number."),
    };

    public static int NumberAttribute(XElement element, string name, int otherwise)
    {
        var text = element.Attribute(name)?.Value;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }

    public static Guid OptionalGuid(string? text, string field) => text?.Trim() switch
    {
        null or "" => Guid.Empty,
        var value when Guid.TryParse(value, CultureInfo.InvariantCulture, out var key) => key,
        var value => throw new USyncException(field, $"\"{value}\" is not a key (a GUID)."),
    };

    public static Guid OptionalGuid(XElement? parent, string name) => OptionalGuid(Text(parent, name), Path(parent, name));

    public static TEnum Choice<TEnum>(XElement? parent, string name, TEnum otherwise)
        where TEnum : struct, Enum => Text(parent, name) switch
        {
            "" => otherwise,
            var text when Enum.TryParse<TEnum>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) => choice,
            var text => throw new USyncException(
                Path(parent, name),
                $"\"{text}\" is not one of {string.Join(", ", Enum.GetNames<TEnum>())}."),
        };

    public static DateTime? OptionalDate(XElement? parent, string name) => Text(parent, name) switch
    {
        "" => null,
        var text when DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date) => date,
        var text => throw new USyncException(Path(parent, name), $"\"{text}\" is not a date."),
    };

    public static string Date(DateTime date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>An element with text; empty text gives an open and a close tag, as uSync writes it.</summary>
    public static XElement Text(string name, string? text) => new(name, text ?? string.Empty);

    public static XElement Element(string name, bool flag) => new(name, flag);

    public static XElement Element(string name, Guid key) => new(name, key);

    public static XElement Element(string name, int number) => new(name, number);

    /// <summary>uSync writes these few flags as .NET prints a boolean: with a capital.</summary>
    public static XElement Capitalised(string name, bool flag) => new(name, flag ? "True" : "False");

    private static string Path(XElement? parent, string name) =>
        parent is null || parent.Parent is null ? name : Path(parent.Parent, parent.Name.LocalName) + "/" + name;
}
