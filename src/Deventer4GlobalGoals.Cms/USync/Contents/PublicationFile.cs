using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <summary>Whether, when and with which view a page is on the site.</summary>
/// <remarks>Cultures holds one entry per culture that a page has; none for a page that doesn't vary.</remarks>
public sealed record PublicationFile(
    bool Published,
    IReadOnlyDictionary<string, bool> Cultures,
    IReadOnlyList<ScheduleFile> Schedule,
    KeyedName? Template)
{
    public static PublicationFile Read(XElement info)
    {
        var published = info.Element("Published");
        var cultures = new SortedDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in published?.Elements("Published") ?? [])
        {
            var name = USyncXml.RequiredAttribute(culture, "Culture");
            cultures[name] = Flag(culture.Value, $"Info/Published/Published[{name}]");
        }

        var template = info.Element("Template");
        return new PublicationFile(
            Flag(published?.Attribute("Default")?.Value ?? "false", "Info/Published"),
            cultures,
            [.. info.Elements("Schedule").Elements("ContentSchedule").Select(ScheduleFile.Read)],
            template is null || template.Value.Trim().Length == 0 ? null : KeyedName.Read(template));
    }

    public void WriteTo(XElement info) => info.Add(
        new XElement(
            "Published",
            new XAttribute("Default", Published),
            Cultures.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
                .Select(pair => new XElement("Published", new XAttribute("Culture", pair.Key), pair.Value))),
        new XElement(
            "Schedule",
            Schedule.OrderBy(entry => entry.Action.ToString(), StringComparer.Ordinal)
                .ThenBy(entry => entry.Culture, StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Date)
                .Select(entry => entry.Write())),
        Template?.Write("Template") ?? new XElement("Template"));

    private static bool Flag(string text, string field) => bool.TryParse(text.Trim(), out var flag)
        ? flag
        : throw new USyncException(field, $"\"{text}\" is not true or false.");
}

/// <summary>A moment, in UTC, at which a page goes up or comes down; culture "*" is all of them.</summary>
public sealed record ScheduleFile(string Culture, ContentScheduleAction Action, DateTime Date)
{
    public static ScheduleFile Read(XElement element) => new(
        USyncXml.Text(element, "Culture") is { Length: > 0 } culture ? culture : "*",
        USyncXml.Choice(element, "Action", ContentScheduleAction.Release),
        USyncXml.OptionalDate(element, "Date")
            ?? throw new USyncException("Info/Schedule/ContentSchedule/Date", "There is no date."));

    public XElement Write() => new(
        "ContentSchedule",
        USyncXml.Text("Culture", Culture == "*" ? string.Empty : Culture),
        new XElement("Action", Action),
        USyncXml.Text("Date", USyncXml.Date(Date)));
}
