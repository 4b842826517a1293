using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Items;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Desk.Meetings;

/// <summary>A new theme meeting on one page, on the site in one go.</summary>
[Route("umbraco/meetings/new")]
public sealed class NewMeetingController(
    Viewer viewer, ItemTypes types, IContentService contents, IContentEditingService editing, IContentPublishingService publishing, PageNames names, EarlierMeetings earlier, CheckedPages checks, AuditLog audit)
    : DeskController(viewer)
{
    private const string FormView = "~/Desk/Views/NewMeeting.cshtml";

    /// <param name="from">An earlier meeting to begin from.</param>
    [HttpGet("")]
    public IActionResult Show(Guid? from)
    {
        if (from is not { } key)
        {
            return View(FormView, new NewMeetingForm { Town = NewMeetingForm.UsualTown, Body = NewMeetingForm.UsualBody });
        }

        return earlier.Begin(key) is { } form ? View(FormView, form) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Make(NewMeetingForm form, [FromForm(Name = "do")] string? what)
    {
        ArgumentNullException.ThrowIfNull(form);
        var isGood = form.Check(DateOnly.FromDateTime(Viewer.Now.DateTime), T);
        var organiser = Organiser(form);
        if (!isGood || form.Problems.Count > 0)
        {
            return Refused(form);
        }

        if (types.Find("meeting") is not { } type || List() is not { } list)
        {
            form.Problems[string.Empty] = T("De site heeft nog geen agenda om de bijeenkomst onder te leggen.", "The site has no agenda yet to put the meeting under.");
            return Refused(form);
        }

        var made = await editing.CreateAsync(
            new ContentCreateModel
            {
                ContentTypeKey = type.Key,
                ParentKey = list.Key,
                TemplateKey = type.DefaultTemplate?.Key,
                Variants = [new VariantModel { Culture = SitePage.DefaultCulture, Name = form.Name!.Trim() }],
                Properties = [.. form.Values(organiser).Where(value => value.Value is not null).Select(value => new PropertyValueModel
                {
                    Alias = value.Alias,
                    Value = value.Value,
                    Culture = type.CompositionPropertyTypes.First(property => property.Alias == value.Alias).VariesByCulture() ? SitePage.DefaultCulture : null,
                })],
            },
            Viewer.Required.Key);
        if (!made.Success)
        {
            form.Problems[string.Empty] = ItemWords.Explain(made.Status, Viewer.Language);
            return Refused(form);
        }

        var key = made.Result.Content!.Key;
        await audit.WriteAsync("item.created", Viewer.Required.Id, key.ToString());
        Tell(T("Bewaard als concept.", "Saved as a draft."));
        if (what == "publish" && checks.Find(made.Result.Content, SitePage.DefaultCulture).Any(finding => finding.Rule.IsError))
        {
            Tell(T("Bewaard, maar nog niet online: er klopt nog iets niet. Zie \"Nakijken\".", "Saved, but not online yet: something is not right. See \"Checks\"."));
        }
        else if (what == "publish")
        {
            var published = await publishing.PublishAsync(key, [new CulturePublishScheduleModel { Culture = SitePage.DefaultCulture }], Viewer.Required.Key);
            await audit.WriteAsync(published.Success ? "item.published" : "item.refused", Viewer.Required.Id, key.ToString());
            Tell(published.Success ? T("De bijeenkomst staat online.", "The meeting is online.") : ItemWords.Explain(published.Status, Viewer.Language));
        }

        return Redirect($"/umbraco/items/{key}");
    }

    private ViewResult Refused(NewMeetingForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(FormView, form);
    }

    private Guid? Organiser(NewMeetingForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Organiser))
        {
            return null;
        }

        if (names.Find("organisation", form.Organiser.Trim()) is { } key)
        {
            return key;
        }

        var unknown = PageNames.Unknown(names.Pages("organisation"), form.Organiser.Trim(), "Op de site staat geen organisatie met de naam", "On the site is no organisation with the name");
        form.Problems[nameof(form.Organiser)] = T(unknown.Message, unknown.English);
        return null;
    }

    private IContent? List() => types.Find("meetings") is { } type
        ? contents.GetPagedOfType(type.Id, 0, 1, out _, null!, Ordering.By("path")).FirstOrDefault(page => !page.Trashed)
        : null;
}
