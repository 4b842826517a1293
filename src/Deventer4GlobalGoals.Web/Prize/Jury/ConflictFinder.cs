using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize.Jury;

/// <summary>Something on the site that ties a juror to an entry.</summary>
public sealed record FoundConflict(ConflictKind Kind, ConflictDegree Degree, string? Found);

/// <summary>Looks in what is published for what ties a juror to an entry: proposals, for the juror to confirm or explain.</summary>
public static class ConflictFinder
{
    /// <param name="community">What is published.</param>
    /// <param name="organisations">That the juror belongs to.</param>
    /// <param name="email">Of the juror.</param>
    /// <param name="nomination">Of the entry.</param>
    public static IReadOnlyList<FoundConflict> Find(CommunitySnapshot community, IReadOnlySet<Guid> organisations, string email, NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(community);
        ArgumentNullException.ThrowIfNull(organisations);
        ArgumentNullException.ThrowIfNull(nomination);
        var found = new List<FoundConflict>();
        if (Same(email, nomination.Row.NominatorEmail) || Same(email, nomination.Row.NomineeEmail))
        {
            found.Add(new FoundConflict(ConflictKind.Nomination, ConflictDegree.Own, null));
        }

        if (nomination.Text.OrganisationKey is not { } nominee)
        {
            return found;
        }

        if (organisations.Contains(nominee))
        {
            found.Add(new FoundConflict(ConflictKind.Organisation, ConflictDegree.Own, null));
            return found;
        }

        if (Together(community, ItemKind.Practice, organisations, nominee) is { } practice)
        {
            found.Add(new FoundConflict(ConflictKind.Partner, ConflictDegree.Close, practice));
        }

        if (Together(community, ItemKind.Meeting, organisations, nominee) is { } meeting)
        {
            found.Add(new FoundConflict(ConflictKind.Meeting, ConflictDegree.Slight, meeting));
        }

        return found;
    }

    private static string? Together(CommunitySnapshot community, ItemKind kind, IReadOnlySet<Guid> organisations, Guid nominee) => community
        .Sorted(kind, ItemOrder.Name, SitePage.DefaultCulture)
        .FirstOrDefault(item => item.Organisations.Contains(nominee) && item.Organisations.Any(organisations.Contains))?.In(SitePage.DefaultCulture).Title;

    private static bool Same(string one, string? other) => string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
