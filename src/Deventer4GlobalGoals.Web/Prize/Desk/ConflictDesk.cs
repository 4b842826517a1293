using System.Text.Json;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Prize.Jury;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Conflicts between jurors and entries: the site proposes them, the juror confirms or explains, and the rules say what follows.</summary>
public sealed class ConflictDesk(SiteDb db, Editions editions, Nominations nominations, PrizePeople people, CommunityIndex community, TimeProvider time)
{
    public async Task<IReadOnlyList<PrizeConflictRow>> AllAsync(int year, CancellationToken cancellation) =>
        await db.Set<PrizeConflictRow>().AsNoTracking().Where(row => row.Year == year).OrderBy(row => row.State).ThenBy(row => row.Juror).ThenBy(row => row.Entry).ToListAsync(cancellation);

    /// <summary>Looks for what ties jurors to entries. What was answered stays answered.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> ProposeAsync(int year, CancellationToken cancellation)
    {
        var jurors = await people.JurorsAsync(year, cancellation);
        var found = 0;
        await editions.AppendAsync(
            year,
            await people.ActorAsync(year, cancellation),
            async state =>
            {
                if (state is null)
                {
                    return [];
                }

                var known = (await AllAsync(year, cancellation)).Select(row => (row.Entry, row.Juror, row.Kind)).ToHashSet();
                var belongs = await db.Set<PrizePersonRow>().AsNoTracking().Where(row => row.Year == year).ToDictionaryAsync(row => row.Pseudonym, row => Keys(row.Organisations), cancellation);
                var entries = (await nominations.AllAsync(year, cancellation)).Where(one => state.Entries.ContainsKey(one.Row.Pseudonym)).ToList();
                foreach (var (juror, entry) in jurors.Where(juror => state.Jurors.Contains(juror.Pseudonym)).SelectMany(juror => entries.Select(entry => (juror, entry))))
                {
                    foreach (var one in ConflictFinder.Find(community.Current, belongs[juror.Pseudonym], juror.Email, entry).Where(one => known.Add((entry.Row.Pseudonym, juror.Pseudonym, one.Kind))))
                    {
                        found++;
                        db.Add(new PrizeConflictRow
                        {
                            Year = year,
                            Entry = entry.Row.Pseudonym,
                            Juror = juror.Pseudonym,
                            Kind = one.Kind,
                            Degree = one.Degree,
                            State = ConflictState.Proposed,
                            Found = one.Found,
                            At = time.GetUtcNow(),
                        });
                    }
                }

                return [];
            },
            cancellation: cancellation);
        return found;
    }

    /// <summary>What concerns this juror.</summary>
    public async Task<IReadOnlyList<PrizeConflictRow>> OfAsync(Bench bench, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return [.. (await AllAsync(bench.Edition.Year, cancellation)).Where(row => row.Juror == bench.Juror && bench.Edition.State!.Entries.ContainsKey(row.Entry))];
    }

    /// <summary>The organisations that this juror says they belong to; null when they didn't say yet.</summary>
    public async Task<IReadOnlySet<Guid>?> OrganisationsAsync(Bench bench, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var row = await db.Set<PrizePersonRow>().AsNoTracking().SingleAsync(one => one.Year == bench.Edition.Year && one.Pseudonym == bench.Juror, cancellation);
        return row.Organisations is null ? null : Keys(row.Organisations);
    }

    public async Task SetOrganisationsAsync(Bench bench, IEnumerable<Guid> organisations, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var written = JsonSerializer.Serialize(organisations.Distinct());
        await db.Set<PrizePersonRow>().Where(row => row.Year == bench.Edition.Year && row.Pseudonym == bench.Juror)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Organisations, written), cancellation);
        await ProposeAsync(bench.Edition.Year, cancellation);
    }

    /// <summary>The juror says that it is so, or why it is none.</summary>
    /// <returns>False when this isn't theirs to answer, or not now.</returns>
    public async Task<bool> AnswerAsync(Bench bench, int id, bool isSo, string? explanation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var done = false;
        await editions.AppendAsync(
            bench.Edition.Year,
            bench.Juror,
            async state =>
            {
                var row = await db.Set<PrizeConflictRow>().FirstOrDefaultAsync(one => one.Id == id && one.Year == bench.Edition.Year && one.Juror == bench.Juror, cancellation);
                if (row is null || state is null || row.State != ConflictState.Proposed
                    || !Permissions.Allow(PrizeAction.DeclareConflict, new Situation(bench.Role, state.Edition.Phase) { IsSameEdition = state.Entries.ContainsKey(row.Entry) }))
                {
                    return [];
                }

                (row.State, row.Explanation, row.At, done) = (isSo ? ConflictState.Confirmed : ConflictState.Explained, explanation, time.GetUtcNow(), true);
                var pair = new Pair(row.Entry, row.Juror);
                return isSo && row.Degree >= state.Rulebook.RecusedFrom && !state.Recused.Contains(pair)
                    ? [new JurorRecused(row.Entry, row.Juror, row.Degree, "found by the site, confirmed by the juror")]
                    : [];
            },
            cancellation: cancellation);
        return done;
    }

    private static HashSet<Guid> Keys(string? written) => written is null ? [] : JsonSerializer.Deserialize<HashSet<Guid>>(written) ?? [];
}
