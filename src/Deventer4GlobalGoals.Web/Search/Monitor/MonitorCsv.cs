using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Site;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Search.Monitor;

/// <summary>All figures of the monitor as CSV (RFC 4180), a line per goal or target and value; beside the page in each language.</summary>
internal static class MonitorCsv
{
    public static string Path(string language) => SiteLinks.FeedPath(language, "monitor.csv");

    public static IEndpointRouteBuilder MapMonitorCsv(this IEndpointRouteBuilder endpoints)
    {
        foreach (var language in Deventer4GlobalGoals.Goals.LocalisedText.Languages)
        {
            endpoints.MapGet(Path(language), (SiteView site, IUmbracoContextFactory contexts) =>
            {
                using var context = contexts.EnsureUmbracoContext();
                site.Speak(FeedSource.CultureOf(language));
                return Results.Text(Write(site), "text/csv", Encoding.UTF8);
            }).ExcludeFromDescription();
        }

        return endpoints;
    }

    private static string Write(SiteView site)
    {
        var text = new StringBuilder();
        Line(text, site.T["monitor.csvCode"], site.T["monitor.csvName"], site.T["monitor.csvBy"], site.T["monitor.csvValue"], site.T["monitor.csvCount"]);
        foreach (var dimension in MonitorDimension.All)
        {
            foreach (var goal in Enumerable.Range(0, Deventer4GlobalGoals.Goals.GoalCatalogue.Count + 1))
            {
                Lines(text, site, MonitorMatrix.Count(site.Community, dimension, goal == 0 ? null : goal));
            }
        }

        return text.ToString();
    }

    private static void Lines(StringBuilder text, SiteView site, MonitorMatrix matrix)
    {
        foreach (var row in matrix.Rows)
        {
            foreach (var (index, column) in matrix.Columns.Index())
            {
                Line(
                    text,
                    row.Code,
                    site.RowName(row.Code),
                    site.T[$"monitor.by-{matrix.Dimension.Key}"],
                    site.ColumnName(matrix.Dimension, column),
                    row.Counts[index].ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : ",").Append(Cell(cells[i]));
        }

        text.Append("\r\n");
    }

    // Spreadsheets run what starts like a formula: an apostrophe keeps it text.
    private static string Cell(string cell)
    {
        var safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
