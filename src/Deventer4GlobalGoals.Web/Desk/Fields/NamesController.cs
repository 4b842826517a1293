using Deventer4GlobalGoals.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>Names that fit what is being typed, for a form whose list of all of them would be too long.</summary>
[Route("umbraco/names")]
public sealed class NamesController(Viewer viewer, PageNames names) : DeskController(viewer)
{
    private const int LongestText = 200;

    /// <summary>At most twenty names, as a JSON array of strings.</summary>
    /// <param name="of">Which list, as the form's data-names says.</param>
    /// <param name="q">What is typed; what is over 200 characters isn't looked at.</param>
    [HttpGet("")]
    public IActionResult Show(string? of, string? q) =>
        Json(names.Of(of ?? string.Empty).Like((q ?? string.Empty)[..Math.Min(q?.Length ?? 0, LongestText)], PageNames.MostOffered));
}
