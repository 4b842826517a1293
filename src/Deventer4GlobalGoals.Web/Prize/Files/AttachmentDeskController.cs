using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>The files of a nomination, for the secretary.</summary>
[Route("umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}")]
public sealed class AttachmentDeskController(Viewer viewer, EditionDesk desk, Editions editions, PrizePeople people, Attachments attachments, Nominating.Nominations nominations, AuditLog audit) : DeskController(viewer)
{
    [HttpGet("")]
    public async Task<IActionResult> Read(int year, Guid key, Guid file, CancellationToken cancellation) =>
        await EnterAsync(year, key, PrizeAction.ReadEntry, cancellation) is null ? NotFound() : this.Send(await attachments.ReadAsync(key, file, cancellation));

    /// <summary>Lets a jury that reads blind have it, or takes that back.</summary>
    [HttpPost("blind")]
    public async Task<IActionResult> Show(int year, Guid key, Guid file, bool may, CancellationToken cancellation)
    {
        if (await EnterAsync(year, key, PrizeAction.Redact, cancellation) is not { Rulebook.Blind: true } || !await attachments.ShowBlindAsync(key, file, may, cancellation))
        {
            return NotFound();
        }

        await audit.WriteAsync("prize.attachment", Viewer.Required.Id, key.ToString(), may ? "shown" : "hidden", cancellation);
        Tell(may ? T("De jury leest deze bijlage nu ook.", "The jury reads this attachment too now.") : T("De jury leest deze bijlage niet.", "The jury doesn't read this attachment."));
        return Redirect($"/umbraco/prize/{year}/nominations/{key}");
    }

    /// <summary>For what shouldn't have been sent.</summary>
    [HttpPost("remove")]
    public async Task<IActionResult> Remove(int year, Guid key, Guid file, CancellationToken cancellation)
    {
        if (await EnterAsync(year, key, PrizeAction.Screen, cancellation) is null)
        {
            return NotFound();
        }

        var removed = false;
        await editions.AppendAsync(
            year,
            await people.ActorAsync(year, cancellation),
            async _ =>
            {
                if (removed = await attachments.RemoveAsync(key, file, cancellation))
                {
                    audit.Add("prize.attachment", Viewer.Required.Id, key.ToString(), "removed");
                }

                return [];
            },
            cancellation: cancellation);
        Tell(removed ? T("De bijlage is weg.", "The attachment is gone.") : T("Deze bijlage was al weg.", "This attachment was gone already."));
        return Redirect($"/umbraco/prize/{year}/nominations/{key}");
    }

    private async Task<EditionNow?> EnterAsync(int year, Guid key, PrizeAction action, CancellationToken cancellation) =>
        await desk.EnterAsync(year, cancellation) is { } edition && await desk.IsSecretaryAsync(year, cancellation) && await desk.MayAsync(action, edition, cancellation)
        && await nominations.FindAsync(key, year, cancellation) is not null ? edition : null;
}
