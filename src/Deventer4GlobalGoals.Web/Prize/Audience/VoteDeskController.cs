using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>How many voted, and when; for whom from the ceremony on.</summary>
public sealed record VoteDeskPage(EditionNow Edition, Turnout Turnout, bool IsOpen, IReadOnlyList<CategoryCount>? Counts);

/// <summary>The vote of the public as the secretary sees it.</summary>
[Route("umbraco/prize/{year:int}/audience")]
public sealed class VoteDeskController(Viewer viewer, EditionDesk desk, AudienceVote vote, AudienceCount count) : DeskController(viewer)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int year, CancellationToken cancellation) =>
        await desk.IsSecretaryAsync(year, cancellation) && await vote.FindAsync(year, cancellation) is { } edition
            ? View("~/Prize/Views/Audience.cshtml", new VoteDeskPage(edition, await count.TurnoutAsync(year, cancellation), vote.IsOpen(edition), await count.CountAsync(edition, cancellation)))
            : NotFound();
}
