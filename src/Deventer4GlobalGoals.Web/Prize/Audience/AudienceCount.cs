using System.Globalization;
using Deventer4GlobalGoals.Prize.Audience;
using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>Votes for a finalist.</summary>
/// <param name="Finalist">Whom they are for.</param>
/// <param name="Votes">All of them.</param>
/// <param name="InBursts">How many of these came in a burst.</param>
public sealed record FinalistCount(Finalist Finalist, int Votes, int InBursts);

/// <summary>How the public voted in a category.</summary>
/// <param name="Category">Which one.</param>
/// <param name="Counts">Most votes first.</param>
/// <param name="Others">Votes for who isn't a finalist any more.</param>
public sealed record CategoryCount(Category Category, IReadOnlyList<FinalistCount> Counts, int Others);

/// <summary>How many voted and when; not for whom.</summary>
/// <param name="Days">Voters by day of the city.</param>
/// <param name="Bursts">Worth a look. Gone after the term, when networks aren't known any more.</param>
public sealed record Turnout(IReadOnlyList<(DateOnly Day, int Voters)> Days, IReadOnlyList<VoteBurst> Bursts)
{
    public int Voters => Days.Sum(day => day.Voters);
}

/// <summary>Counts the vote of the public, apart from the jury: nothing of the prize reads it.</summary>
public sealed class AudienceCount(SiteDb db, AudienceVote vote, TimeProvider time)
{
    /// <summary>A line per vote, in what is handed out to recompute a result.</summary>
    public const string File = "audience-votes.csv";

    /// <summary>Whether everybody may know how the vote went: from the ceremony on.</summary>
    public bool IsKnown(EditionNow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Rulebook.AudienceVote is not null
            && Permissions.Allow(PrizeAction.SeeResult, new Situation(PrizeRole.Visitor, edition.Phase) { CeremonyReached = time.GetUtcNow() >= edition.Rulebook.Ceremony.First() });
    }

    /// <summary>How the public voted; null as long as nobody may know.</summary>
    public async Task<IReadOnlyList<CategoryCount>?> CountAsync(EditionNow edition, CancellationToken cancellation)
    {
        if (!IsKnown(edition))
        {
            return null;
        }

        var votes = await VotesAsync(edition.Year, cancellation);
        var bursts = BurstsIn(votes);
        var finalists = (await vote.FinalistsAsync(edition, cancellation)).ToDictionary(one => one.Category.Key, one => one.Finalists, StringComparer.Ordinal);
        return [.. edition.Rulebook.Categories.Select(category =>
        {
            var here = votes.Where(one => one.Category == category.Key).ToList();
            var counts = finalists.GetValueOrDefault(category.Key, []).Select(finalist =>
            {
                var own = here.Where(one => one.Entry == finalist.Entry).ToList();
                return new FinalistCount(finalist, own.Count, own.Count(one => Mark(one) is { } mark && bursts.Any(burst => burst.Has(mark))));
            }).OrderByDescending(count => count.Votes).ToList();
            return new CategoryCount(category, counts, here.Count - counts.Sum(count => count.Votes));
        }).Where(category => category.Counts.Count > 0)];
    }

    public async Task<Turnout> TurnoutAsync(int year, CancellationToken cancellation)
    {
        var votes = await VotesAsync(year, cancellation);
        var days = votes.DistinctBy(one => one.Paper).CountBy(one => DateOnly.FromDateTime(DeventerTime.In(one.Slot).DateTime));
        return new Turnout([.. days.Select(day => (day.Key, day.Value)).OrderBy(day => day.Key)], BurstsIn(votes));
    }

    /// <summary>Every vote as a line, in an order that says nothing of when it came; null as long as nobody may know.</summary>
    public async Task<string?> CsvAsync(EditionNow edition, CancellationToken cancellation)
    {
        if (!IsKnown(edition))
        {
            return null;
        }

        var papers = (await VotesAsync(edition.Year, cancellation)).GroupBy(one => one.Paper).OrderBy(paper => paper.Key);
        return Csv.Line("edition", "voter", "category", "entry") + string.Concat(papers.SelectMany((paper, index) => paper
            .OrderBy(one => one.Category, StringComparer.Ordinal)
            .Select(one => Csv.Line(Number(edition.Year), Number(index + 1), one.Category, one.Entry))));
    }

    private Task<List<PrizeVoteRow>> VotesAsync(int year, CancellationToken cancellation) =>
        db.Set<PrizeVoteRow>().AsNoTracking().Where(row => row.Year == year).ToListAsync(cancellation);

    /// <summary>By people, however many categories each voted in.</summary>
    private static IReadOnlyList<VoteBurst> BurstsIn(List<PrizeVoteRow> votes) => VoteBursts.Find(votes.DistinctBy(one => one.Paper).Select(Mark).OfType<VoteMark>());

    private static VoteMark? Mark(PrizeVoteRow row) => row.Network is { } network ? new VoteMark(row.Slot, network) : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
