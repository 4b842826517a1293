using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Records;

/// <summary>Keeps what people note about entries. Who may read or write one is asked by whoever calls.</summary>
public sealed class Notes(SiteDb db, TimeProvider time)
{
    public const int Longest = 10_000;

    public const int LongestPlace = 200;

    public async Task<IReadOnlyList<PrizeNoteRow>> OfAsync(int year, string entry, CancellationToken cancellation) =>
        await db.Set<PrizeNoteRow>().AsNoTracking().Where(row => row.Year == year && row.Entry == entry && row.Text != string.Empty).OrderBy(row => row.Author).ToListAsync(cancellation);

    /// <summary>Of every entry of an edition.</summary>
    public async Task<ILookup<string, PrizeNoteRow>> AllAsync(int year, CancellationToken cancellation) =>
        (await db.Set<PrizeNoteRow>().AsNoTracking().Where(row => row.Year == year && row.Text != string.Empty).OrderBy(row => row.Author).ToListAsync(cancellation)).ToLookup(row => row.Entry);

    /// <summary>Saves a note; an empty one is as good as none.</summary>
    /// <param name="note">Version: the one that was read, 0 for none.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The new version; null when it was changed meanwhile, and nothing was overwritten.</returns>
    public async Task<int?> SaveAsync(PrizeNoteRow note, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(note);
        await using var transaction = await db.BeginAsync($"prize-note/{note.Year}/{note.Entry}/{note.Author}/{note.Kind}", cancellation);
        var row = await db.Set<PrizeNoteRow>().FirstOrDefaultAsync(
            one => one.Year == note.Year && one.Entry == note.Entry && one.Author == note.Author && one.Kind == note.Kind, cancellation);
        if (row is not null && (row.Text, row.VisitedOn, row.Place) == (note.Text, note.VisitedOn, note.Place))
        {
            return row.Version;
        }

        // A page that shows an empty note shows none.
        var known = row?.Version ?? 0;
        if (note.Version != known && !(note.Version == 0 && row?.Text.Length == 0))
        {
            return null;
        }

        if (row is null)
        {
            row = note;
            db.Add(row);
        }

        (row.Text, row.VisitedOn, row.Place, row.Version, row.ChangedAt) = (note.Text, note.VisitedOn, note.Place, known + 1, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return row.Version;
    }
}
