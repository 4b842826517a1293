using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Review;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Writing: the form, saving it, and putting it on the site.</summary>
[Route("umbraco/items/{key:guid}")]
public sealed class EditController(
    Viewer viewer, EditPages pages, ItemWriter writer, ItemUses uses, CheckedPages checks, BesideLanguage besides, IContentEditingService editing, IContentPublishingService publishing, Reviews reviews, ReviewDesk desk, AuditLog audit)
    : DeskController(viewer)
{
    private const string EditView = "~/Desk/Views/Edit.cshtml";
    private const string ConflictView = "~/Desk/Views/Conflict.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid key, string? culture, string? beside) =>
        await FindAsync(key) is { } item ? View(EditView, await PageAsync(item, culture, beside: BesideLanguage.Asked(null, beside))) : NotFound();

    /// <summary>Saves; with "publish" as what to do, puts it on the site as well.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(Guid key, string? culture, [FromForm(Name = "do")] string? what)
    {
        if (await FindAsync(key) is not { } item)
        {
            return NotFound();
        }

        var data = FieldData.From(Request.Form);
        var beside = BesideLanguage.Asked(what, data.Text(BesideLanguage.Field));
        var language = await pages.CultureAsync(item, culture);
        if (BesideLanguage.IsAsked(what))
        {
            return View(EditView, besides.Answer(await PageAsync(item, language, data, beside: beside), what!));
        }

        if (GoalProposals.IsAsked(what))
        {
            var page = await PageAsync(item, language, data, beside: beside);
            var fields = page.Groups.SelectMany(group => group.Fields).ToList();
            return View(EditView, page with { Proposals = GoalProposals.Answer(what!, fields, ItemForm.InputOf, data, LocalisedText.LanguageOf(language)) });
        }

        var result = await writer.SaveAsync(key, language, data, Viewer, publish: what == "publish");
        if (result.Conflicts.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(ConflictView, await pages.MakeAsync(item, language, Viewer, data, result));
        }

        if (!result.IsSaved)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(EditView, await PageAsync(item, language, data, result, beside));
        }

        await audit.WriteAsync(result.IsPublished ? "item.published" : "item.saved", Viewer.Required.Id, key.ToString(), language);
        Tell(Saved(result));
        if (result.IsPublished)
        {
            await desk.PublishedAsync(key, HttpContext.RequestAborted);
        }
        else if (what == "review" && await FindAsync(key) is { } draft)
        {
            await SendAsync(draft, language);
        }

        if (result.Problems.Count > 0 && await FindAsync(key) is { } saved)
        {
            return View(EditView, await PageAsync(saved, language, null, result, beside));
        }

        return RedirectToAction(nameof(Show), new { key, culture = language, beside });
    }

    /// <summary>Asks first when other pages need it, or people registered for it.</summary>
    [HttpPost("unpublish")]
    public async Task<IActionResult> Unpublish(Guid key, string? culture, bool sure = false)
    {
        if (await FindAsync(key) is not { } item)
        {
            return NotFound();
        }

        if (!sure && await uses.HasAnyAsync(item))
        {
            return View(SurePage.View, await uses.AskAsync(item, culture ?? SitePage.DefaultCulture, "unpublish"));
        }

        var name = ItemWriter.Culture(item, culture ?? SitePage.DefaultCulture);
        var result = await publishing.UnpublishAsync(key, name is null ? null : new HashSet<string> { name }, Viewer.Required.Key);
        return await DoneAsync(key, culture, result.Success, "item.unpublished", T("Van de site gehaald. Hier staat het nog.", "Taken off the site. It is still here."), ItemWords.Explain(result.Result, Viewer.Language));
    }

    /// <summary>Goes online, offline, or both, by itself. An empty moment takes away what was planned.</summary>
    [HttpPost("schedule")]
    public async Task<IActionResult> Schedule(Guid key, string? culture, string? release, string? expire)
    {
        if (await FindAsync(key) is not { } item)
        {
            return NotFound();
        }

        if (!TryMoment(release, out var from) || !TryMoment(expire, out var until))
        {
            Tell(T("Dit is geen datum en tijd. Kies ze opnieuw.", "This is not a date and time. Choose them again."));
            return RedirectToAction(nameof(Show), new { key, culture });
        }

        if (from is not null && checks.Find(item, culture ?? SitePage.DefaultCulture).Any(finding => finding.Rule.IsError))
        {
            Tell(T("Nog niet ingepland: er klopt nog iets niet. Zie \"Nakijken\".", "Not scheduled yet: something is not right. See \"Checks\"."));
            return RedirectToAction(nameof(Show), new { key, culture });
        }

        var plan = new CulturePublishScheduleModel
        {
            Culture = ItemWriter.Culture(item, culture ?? SitePage.DefaultCulture),
            Schedule = new ContentScheduleModel { PublishDate = from, UnpublishDate = until },
        };
        var result = await publishing.PublishAsync(key, [plan], Viewer.Required.Key);
        return await DoneAsync(key, culture, result.Success, "item.scheduled", T("De planning is bewaard.", "The schedule is saved."), ItemWords.Explain(result.Status, Viewer.Language));
    }

    /// <summary>What an author wrote goes to an editor, when nothing is wrong with it and it is about their own organisation.</summary>
    private async Task SendAsync(IContent item, string culture)
    {
        var hindrance = Viewer.Required.Organisation is null
                ? T("Bewaard, maar nog niet verstuurd. Een beheerder kiest eerst bij Mensen voor welke organisatie u schrijft.", "Saved, but not sent yet. An administrator first chooses, under People, which organisation you write for.")
            : item.ContentType.Alias == "practice" && !ItemAccess.IsOwn(Viewer, item)
                ? T("Bewaard, maar nog niet verstuurd. Kies bij Organisaties ook uw eigen organisatie.", "Saved, but not sent yet. Choose your own organisation too, under Organisations.")
            : checks.Find(item, culture).Any(finding => finding.Rule.IsError)
                ? T("Bewaard, maar nog niet verstuurd: er klopt nog iets niet. Zie \"Nakijken\".", "Saved, but not sent yet: something is not right. See \"Checks\".")
            : null;
        if (hindrance is null && await desk.SendAsync(item, HttpContext.RequestAborted) == ReviewOutcome.Done)
        {
            Tell(T("Bewaard en verstuurd. Een redacteur kijkt ernaar; u krijgt mail.", "Saved and sent. An editor looks at it; you get mail."));
        }
        else if (hindrance is not null)
        {
            Tell(hindrance);
        }
    }

    private async Task<EditPage> PageAsync(IContent item, string? culture, FieldData? typed = null, SaveResult? result = null, string? beside = null) =>
        await pages.MakeAsync(item, culture, Viewer, typed, result, beside) with { Review = await reviews.OfItemAsync(item.Key, HttpContext.RequestAborted) };

    private async Task<IActionResult> DoneAsync(Guid key, string? culture, bool isDone, string action, string done, string refused)
    {
        if (isDone)
        {
            await audit.WriteAsync(action, Viewer.Required.Id, key.ToString(), culture);
        }

        Tell(isDone ? done : refused);
        return RedirectToAction(nameof(Show), new { key, culture });
    }

    private async Task<IContent?> FindAsync(Guid key) =>
        await editing.GetAsync(key) is { } item && ItemAccess.MayEdit(Viewer, item) ? item : null;

    private string Saved(SaveResult result)
    {
        var time = Viewer.Now.ToString(Viewer.Language == "en" ? "HH:mm" : "HH.mm", CultureInfo.InvariantCulture);
        var text = result.IsPublished ? T($"Online gezet om {time} uur.", $"Online since {time}.") : T($"Bewaard om {time} uur.", $"Saved at {time}.");
        return result.Merged.Count == 0
            ? text
            : text + T($" Een collega veranderde intussen: {string.Join(", ", result.Merged)}. Dat is zo gebleven.", $" Meanwhile a colleague changed: {string.Join(", ", result.Merged)}. That was kept.");
    }

    /// <summary>A moment in Deventer, or none for an empty field.</summary>
    /// <returns>False for what is no moment.</returns>
    private static bool TryMoment(string? text, out DateTimeOffset? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        moment = new DateTimeOffset(local, DeventerTime.Zone.GetUtcOffset(local));
        return true;
    }
}
