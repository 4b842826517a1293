using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Internal;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>A view of the desk: texts stand in it in both languages, side by side.</summary>
public abstract class DeskPage<TModel> : RazorPage<TModel>
{
    [RazorInject]
    public Viewer Viewer { get; set; } = null!;

    public string Title
    {
        get => ViewData["Title"] as string ?? string.Empty;
        set => ViewData["Title"] = value;
    }

    public string? Message => TempData[DeskController.MessageKey] as string;

    public SiteFormat Format => new(Viewer.Language == "en" ? "en-US" : "nl");

    public string T(string dutch, string english) => Viewer.Language == "en" ? english : dutch;
}
