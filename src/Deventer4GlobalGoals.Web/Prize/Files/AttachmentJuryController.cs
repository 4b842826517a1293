using System.Globalization;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Jury;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>The files of an entry, for a juror who may read it.</summary>
[Route("jury/{year:int}/{entry}/files/{file:guid}")]
public sealed class AttachmentJuryController(Viewer viewer, JuryRoom room, Attachments attachments) : DeskController(viewer)
{
    [HttpGet("")]
    public async Task<IActionResult> Read(int year, string entry, Guid file, CancellationToken cancellation)
    {
        if (await room.EnterAsync(year, cancellation) is not { } bench || bench.Entries.FirstOrDefault(one => one.Entry == entry) is not { } found)
        {
            return NotFound();
        }

        var files = await attachments.ForJuryAsync(year, entry, found.IsBlind, cancellation);
        if (files.FirstOrDefault(one => one.Key == file) is not { } row)
        {
            return NotFound();
        }

        // The name may say whose it is.
        var number = files.TakeWhile(one => one.Key != file).Count() + 1;
        return this.Send(
            await attachments.ReadAsync(row.Nomination, file, cancellation),
            found.IsBlind ? string.Create(CultureInfo.InvariantCulture, $"{T("bijlage", "attachment")}-{number}{Path.GetExtension(row.Name)}") : null);
    }
}
