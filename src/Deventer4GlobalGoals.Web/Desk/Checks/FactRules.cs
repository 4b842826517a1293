using System.Globalization;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>What is read from the facts of a page: its goals, its evidence, its day.</summary>
internal static class FactRules
{
    private const string Meeting = "meeting";
    private const string Practice = "practice";
    private const string Start = "start";

    public static IEnumerable<Finding> Goals(CheckedPage page)
    {
        var primary = page.Contributions.Count(contribution => contribution.Role == ContributionRole.Primary);
        return page.ContributionsField is { } field && primary > Contribution.MostPrimary
            ? [new Finding(CheckRules.GoalsMany, field, primary.ToString(CultureInfo.InvariantCulture))]
            : [];
    }

    /// <summary>The site is Dutch first; what others read is what Dutch readers can read too.</summary>
    public static IEnumerable<Finding> Dutch(CheckedPage page) => page.IsWithoutDutch ? [new Finding(CheckRules.DutchMissing, string.Empty, string.Empty)] : [];

    public static IEnumerable<Finding> Evidence(CheckedPage page) =>
        page is { Type: Practice, ContributionsField: { } field, Contributions.Count: > 0 } && page.Contributions.All(contribution => contribution.Evidence is null)
            ? [new Finding(CheckRules.EvidenceNone, field, string.Empty)]
            : [];

    /// <summary>Announcing what is over is a mistake; what took place should say how it was.</summary>
    public static IEnumerable<Finding> Day(CheckedPage page) =>
        page is { Type: Meeting, Starts: { } start, HasAftermath: false } && start < page.Now
            ? [new Finding(page.IsOnline ? CheckRules.MeetingOver : CheckRules.MeetingPast, Start, start.ToString("d-M-yyyy", CultureInfo.InvariantCulture))]
            : [];
}
