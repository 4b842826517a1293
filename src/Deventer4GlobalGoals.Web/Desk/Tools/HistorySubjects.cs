using System.Globalization;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Tools;

/// <summary>To what something was done: its name, and where it is.</summary>
public sealed record HistorySubject(string Name, string Url);

/// <summary>Gives what the log knows by a key its name, and an edition of the prize its year. What is gone has none.</summary>
public sealed class HistorySubjects(SiteDb db, IEntityService entities)
{
    public async Task<IReadOnlyDictionary<string, HistorySubject>> FindAsync(IEnumerable<string?> subjects, CancellationToken cancellation)
    {
        var texts = subjects.OfType<string>().Distinct().ToList();
        var found = texts.Where(text => text.Length == 4 && text.All(char.IsAsciiDigit))
            .ToDictionary(year => year, year => new HistorySubject(year, $"/umbraco/prize/{year}"), StringComparer.Ordinal);
        var keys = texts.Select(text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var key) ? key : Guid.Empty)
            .Where(key => key != Guid.Empty).Distinct().ToArray();
        if (keys.Length == 0)
        {
            return found;
        }

        foreach (var (kind, address) in new[] { (UmbracoObjectTypes.Document, "/umbraco/items/"), (UmbracoObjectTypes.Media, "/umbraco/media/") })
        {
            foreach (var one in entities.GetAll(kind, keys))
            {
                found[one.Key.ToString()] = new HistorySubject(one.Name ?? one.Key.ToString(), address + one.Key);
            }
        }

        foreach (var account in await db.Users.AsNoTracking().Where(account => keys.Contains(account.Key)).Select(account => new { account.Key, account.Name }).ToListAsync(cancellation))
        {
            found[account.Key.ToString()] = new HistorySubject(account.Name, $"/umbraco/users/{account.Key}");
        }

        return found;
    }
}
