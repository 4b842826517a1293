using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Records;
using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>What is kept of somebody.</summary>
/// <param name="Email">Who was asked for; null on the empty form.</param>
/// <param name="Data">What was found.</param>
/// <param name="Busy">Editions in which they are to stop as a juror before anything can be erased.</param>
public sealed record PersonPage(string? Email, IReadOnlyList<PersonalData> Data, IReadOnlyList<int> Busy)
{
    public Refusal Refusal { get; init; } = Refusal.None;
}

/// <summary>Access and erasure for one person, each in one step. Looking somebody up is written down.</summary>
[Route("umbraco/prize/person")]
public sealed class PersonController(Viewer viewer, PersonFile file, AuditLog audit) : DeskController(viewer)
{
    private const string PageView = "~/Prize/Views/Person.cshtml";

    [HttpGet("")]
    public IActionResult Show() => View(PageView, new PersonPage(null, [], []));

    // A form that is posted: an address has no place in one that stands in histories and logs.
    [HttpPost("")]
    public async Task<IActionResult> Find(string? email, bool download, CancellationToken cancellation)
    {
        if (!Outbox.IsAddress(email?.Trim()))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(PageView, new PersonPage(email, [], []) { Refusal = Refusal.Of(T("Dit is geen mailadres. Het lijkt op naam@voorbeeld.nl.", "This is no mail address. It looks like name@example.org."), "email") });
        }

        await audit.WriteAsync("prize.person-read", Viewer.Required.Id, cancellation: cancellation);
        var data = await file.ReadAsync(email!, cancellation);
        return download
            ? File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(data, Readable), "application/json", "gegevens.json")
            : View(PageView, new PersonPage(email!.Trim(), data, await file.BusyAsync(email, cancellation)));
    }

    [HttpPost("erase")]
    public async Task<IActionResult> Erase(string? email, CancellationToken cancellation)
    {
        if (!Outbox.IsAddress(email?.Trim()) || await file.BusyAsync(email!, cancellation) is { Count: > 0 })
        {
            return await Find(email, download: false, cancellation);
        }

        await file.EraseAsync(email!, cancellation);
        await audit.WriteAsync("prize.person-erased", Viewer.Required.Id, cancellation: cancellation);
        Tell(T("Wat hier van deze persoon stond, is gewist.", "What was here of this person is erased."));
        return Redirect("/umbraco/prize/person");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
}
