using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>Something that was done: what in plain words, and to what; no subject when that is known, or nothing in particular.</summary>
public sealed record HistoryEntry(DateTimeOffset At, string? By, string What, string? Details, HistorySubject? Subject, string? From);

/// <summary>What was done to one page, or on the whole site when there is none.</summary>
public sealed record HistoryPage(string? Name, Guid? Key, IReadOnlyList<HistoryEntry> Entries, bool HasMore, int Number)
{
    /// <summary>Of whom alone; null for everybody.</summary>
    public int? By { get; init; }

    /// <summary>Of what alone, as what actions begin with: "item".</summary>
    public string? Kind { get; init; }

    /// <summary>Who may be chosen.</summary>
    public IReadOnlyList<(int Id, string Name)> People { get; init; } = [];

    /// <summary>The address of another page of this list.</summary>
    public string Address(int page) => (Key is { } key ? $"/umbraco/items/{key}/history" : "/umbraco/history") + QueryString.Create(new Dictionary<string, string?>
    {
        ["by"] = By?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["kind"] = Kind,
        ["page"] = page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));
}

/// <summary>Who did what, and when.</summary>
[Route("umbraco")]
public sealed class HistoryController(Viewer viewer, SiteDb db, IContentService contents, HistorySubjects subjects) : DeskController(viewer)
{
    private const int Size = 100;
    private const string HistoryView = "~/Desk/Views/History.cshtml";

    [HttpGet("items/{key:guid}/history")]
    public async Task<IActionResult> OfItem(Guid key, int page = 1, CancellationToken cancellation = default) =>
        contents.GetById(key) is { } item && ItemAccess.MayEdit(Viewer, item)
            ? View(HistoryView, await PageAsync(new HistoryPage(ItemForm.NameOf(item, SitePage.DefaultCulture) is { Length: > 0 } name ? name : item.Name, key, [], false, page), cancellation))
            : NotFound();

    /// <summary>Of everybody, with where it came from: for administrators.</summary>
    [HttpGet("history")]
    public async Task<IActionResult> OfSite(int? by, string? kind, int page = 1, CancellationToken cancellation = default) => View(HistoryView, await PageAsync(
        new HistoryPage(null, null, [], false, page)
        {
            By = by,
            Kind = HistoryWords.Kinds.Any(one => one.Kind == kind) ? kind : null,
            People = [.. (await db.Users.AsNoTracking().OrderBy(account => account.Name).Select(account => new { account.Id, account.Name }).ToListAsync(cancellation)).Select(one => (one.Id, one.Name))],
        },
        cancellation));

    private async Task<HistoryPage> PageAsync(HistoryPage asked, CancellationToken cancellation)
    {
        var number = Math.Clamp(asked.Number, 1, 10_000);
        var entries = db.Set<AuditEntryRow>().AsNoTracking();
        if (asked.Key is { } subject)
        {
            var text = subject.ToString();
            entries = entries.Where(entry => entry.Subject == text);
        }

        if (asked.By is { } person)
        {
            entries = entries.Where(entry => entry.AccountId == person);
        }

        if (asked.Kind is { } kind)
        {
            var start = kind + ".";
            entries = entries.Where(entry => entry.Action.StartsWith(start));
        }

        var rows = await entries.OrderByDescending(entry => entry.Id).Skip((number - 1) * Size).Take(Size + 1)
            .Select(entry => new { entry, By = db.Users.Where(account => account.Id == entry.AccountId).Select(account => account.Name).FirstOrDefault() })
            .ToListAsync(cancellation);
        var known = asked.Key is null ? await subjects.FindAsync(rows.Select(row => row.entry.Subject), cancellation) : new Dictionary<string, HistorySubject>();
        var shown = rows.Take(Size).Select(row => new HistoryEntry(
            row.entry.At,
            row.By,
            HistoryWords.Of(row.entry.Action, Viewer.Language),
            row.entry.Details,
            row.entry.Subject is { } about ? known.GetValueOrDefault(about) : null,
            asked.Key is null ? row.entry.From : null));
        return asked with { Number = number, Entries = [.. shown], HasMore = rows.Count > Size };
    }
}
