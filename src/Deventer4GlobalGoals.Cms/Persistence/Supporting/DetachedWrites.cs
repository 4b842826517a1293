using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Cms.Persistence.Supporting;

internal static class DetachedWrites
{
    /// <summary>
    /// Inserts the rows in one batch and lets go of them, so that the identities are filled in
    /// and a later set-based update or delete in the same scope is not contradicted by the change tracker.
    /// </summary>
    public static void Insert<TRow>(this DbContext db, params IReadOnlyCollection<TRow> rows)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        db.Set<TRow>().AddRange(rows);
        try
        {
            db.SaveChanges();
        }
        finally
        {
            foreach (var row in rows)
            {
                db.Entry(row).State = EntityState.Detached;
            }
        }
    }

    /// <summary>One page of the source. <paramref name="pageIndex"/> counts from 0.</summary>
    public static IQueryable<TRow> Page<TRow>(this IQueryable<TRow> source, long pageIndex, int pageSize) =>
        source.Skip(checked((int)(pageIndex * pageSize))).Take(pageSize);
}
