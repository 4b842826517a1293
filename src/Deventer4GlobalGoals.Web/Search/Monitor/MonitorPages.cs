using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Web;
using Umbraco.Cms.Web.Common.Controllers;

namespace Deventer4GlobalGoals.Web.Search.Monitor;

/// <summary>The monitor as a visitor asked for it.</summary>
public sealed class MonitorState(MonitorPage page, MonitorMatrix matrix, MonitorGrowth growth) : ContentModel(page)
{
    public MonitorPage Page => page;

    public MonitorMatrix Matrix => matrix;

    public MonitorGrowth Growth => growth;

    /// <summary>The query string of another set-out: "?per=sector&amp;doel=12".</summary>
    public static string Query(MonitorDimension dimension, int? goal) => (dimension == MonitorDimension.All[0], goal) switch
    {
        (true, null) => string.Empty,
        (true, { } number) => FormattableString.Invariant($"?doel={number}"),
        (false, null) => $"?per={dimension.Key}",
        (false, { } number) => FormattableString.Invariant($"?per={dimension.Key}&doel={number}"),
    };
}

/// <summary>What the words of the monitor are.</summary>
internal static class MonitorWords
{
    /// <summary>A column in the visitor's language.</summary>
    public static string ColumnName(this SiteView site, MonitorDimension dimension, string column) => dimension.Key switch
    {
        "type" => site.T[$"type.{column}"],
        "sector" => site.Choice("Sector", column),
        _ => column,
    };

    /// <summary>A goal's or target's name.</summary>
    public static string RowName(this SiteView site, string code) => code.Contains('.', StringComparison.Ordinal)
        ? GoalCatalogue.Default.Target(TargetCode.Parse(code)).Name(site.Language)
        : site.GoalName(int.Parse(code, CultureInfo.InvariantCulture));
}

/// <summary>The page of the monitor.</summary>
public class MonitorController(ILogger<RenderController> logger, ICompositeViewEngine views, IUmbracoContextAccessor contexts, SiteView site)
    : RenderController(logger, views, contexts)
{
    public override IActionResult Index()
    {
        if (CurrentPage is not MonitorPage page)
        {
            return NotFound();
        }

        var asked = Request.Query;
        var goal = int.TryParse(asked["doel"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && GoalCatalogue.Default.TryGetGoal(number, out _) ? number : (int?)null;
        return CurrentTemplate(new MonitorState(page, MonitorMatrix.Count(site.Community, MonitorDimension.Find(asked["per"]), goal), MonitorGrowth.Count(site.Community)));
    }
}
