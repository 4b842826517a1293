using System.Globalization;
using System.Net;
using Deventer4GlobalGoals.Prize.Audience;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>A finalist as the public sees it: of what the nominee said may be public.</summary>
/// <param name="Entry">What the log calls it.</param>
/// <param name="Organisation">Empty when it was erased, some time after the ceremony.</param>
/// <param name="Town">Where it is.</param>
/// <param name="Why">It was nominated.</param>
public sealed record Finalist(string Entry, string Organisation, string Town, string Why);

/// <summary>The finalists of a category.</summary>
public sealed record VoteCategory(Category Category, IReadOnlyList<Finalist> Finalists);

/// <summary>What became of a vote.</summary>
public enum VoteOutcome
{
    Counted,

    /// <summary>This very vote is in already.</summary>
    CountedBefore,

    /// <summary>Another vote from this address is in; the first one counts.</summary>
    VotedBefore,
    TooOld,
    Closed,

    /// <summary>Whom it was for takes part no longer.</summary>
    Gone,
}

/// <summary>
/// The vote of the public, when the rules have one. It is counted apart from the jury and no event of the log; how it stands is told to nobody
/// before the ceremony. An address is mailed once and not kept.
/// </summary>
public sealed class AudienceVote(SiteDb db, Editions editions, Outbox outbox, VoteKeys keys, VoteLinks links, SiteOrigin origin, TimeProvider time)
{
    /// <summary>Null when there is no such edition, it isn't open yet, or its rules have no vote.</summary>
    public async Task<EditionNow?> FindAsync(int year, CancellationToken cancellation) =>
        await editions.FindAsync(year, cancellation) is { State.Rulebook.AudienceVote: not null } edition ? edition : null;

    /// <summary>Whether votes are taken now: the window is open, and there are finalists.</summary>
    public bool IsOpen(EditionNow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return IsOpen(edition, time.GetUtcNow());
    }

    /// <summary>Whether it isn't open any more.</summary>
    public bool IsOver(EditionNow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Phase >= Phase.Announced || edition.Rulebook.AudienceVote?.IsOver(time.GetUtcNow()) == true;
    }

    internal static bool IsOpen(EditionNow edition, DateTimeOffset now) =>
        Permissions.Allow(PrizeAction.Vote, new Situation(PrizeRole.Visitor, edition.Phase) { VotingOpen = edition.State is not null && edition.Rulebook.AudienceVote?.IsOpen(now) == true })
        && edition.Rulebook.Categories.Any(category => Running(edition, category.Key).Any());

    /// <summary>By category; within one in the order of the alphabet, which says nothing. For when they are everybody's to know.</summary>
    public async Task<IReadOnlyList<VoteCategory>> FinalistsAsync(EditionNow edition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var all = edition.Rulebook.Categories.SelectMany(category => Running(edition, category.Key)).ToArray();
        var texts = await (
            from row in db.Set<NominationRow>().AsNoTracking()
            join version in db.Set<NominationVersionRow>().AsNoTracking() on new { row.Key, row.Version } equals new { Key = version.Nomination, version.Version }
            where row.Year == edition.Year && all.Contains(row.Pseudonym)
            select new { row.Pseudonym, version.Text }).ToDictionaryAsync(one => one.Pseudonym, one => CanonicalJson.Read<NominationText>(one.Text), cancellation);
        var alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("nl"), CompareOptions.IgnoreCase);
        return [.. edition.Rulebook.Categories.Select(category => new VoteCategory(category, [.. Running(edition, category.Key).Where(texts.ContainsKey)
            .Select(entry => new Finalist(entry, texts[entry].Organisation, texts[entry].Town, texts[entry].Why))
            .OrderBy(finalist => finalist.Organisation, alphabet).ThenBy(finalist => finalist.Entry, StringComparer.Ordinal)]))
            .Where(category => category.Finalists.Count > 0)];
    }

    /// <summary>The hash by which this address votes in an edition.</summary>
    public async Task<string> VoterAsync(int year, string email, CancellationToken cancellation) => (await keys.MakeAsync(year, cancellation)).OfMail(email);

    /// <summary>Mails the link that makes a vote count. The answer is the same whether the address voted already.</summary>
    /// <param name="edition">That it is for.</param>
    /// <param name="email">Is not kept once the mail is sent.</param>
    /// <param name="choices">A finalist by category.</param>
    /// <param name="culture">Of the mail.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False when voting isn't open, or one of the choices is no finalist.</returns>
    public async Task<bool> AskAsync(EditionNow edition, string email, IReadOnlyDictionary<string, string> choices, string culture, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(choices);
        if (!IsOpen(edition) || choices.Count == 0 || choices.Any(choice => !Running(edition, choice.Key).Contains(choice.Value)))
        {
            return false;
        }

        var now = time.GetUtcNow();
        var token = links.Make(new VoteLink(edition.Year, await VoterAsync(edition.Year, email, cancellation), now, choices));
        var closes = edition.Rulebook.AudienceVote!.Closes;
        var texts = SiteTexts.In(culture);
        var title = NominationWords.Title(edition.Rulebook, culture);
        outbox.Add(new OutgoingMail(
            $"{VotePeople.Mails}{Guid.NewGuid():N}",
            email.Trim(),
            texts.Format("vote.subject", title),
            texts.Format("vote.mail", title, origin.Current + VoteLinks.Path(culture, token), Moment(now + VoteLinks.Holds < closes ? now + VoteLinks.Holds : closes, culture)))
        {
            IsForgotten = true,
        });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>What would become of a vote whose link came back; null when it would count.</summary>
    public async Task<VoteOutcome?> LookAsync(EditionNow edition, VoteLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(link);
        if (edition.Year != link.Year)
        {
            return VoteOutcome.Closed;
        }

        var known = await db.Set<PrizeVoteRow>().AsNoTracking().Where(row => row.Year == link.Year && row.Voter == link.Voter)
            .ToDictionaryAsync(row => row.Category, row => row.Entry, cancellation);
        if (known.Count > 0)
        {
            // The very same vote, but for whoever takes part no longer: a link with one more category is another vote.
            return known.All(vote => link.Choices.GetValueOrDefault(vote.Key) == vote.Value) && StillRunning(edition, link).All(choice => known.ContainsKey(choice.Key))
                ? VoteOutcome.CountedBefore
                : VoteOutcome.VotedBefore;
        }

        return !IsOpen(edition) ? VoteOutcome.Closed
            : time.GetUtcNow() >= link.At + VoteLinks.Holds ? VoteOutcome.TooOld
            : StillRunning(edition, link).Any() ? null
            : VoteOutcome.Gone;
    }

    /// <summary>Counts a vote whose link came back. Of one address the first one counts.</summary>
    public async Task<VoteOutcome> ConfirmAsync(VoteLink link, IPAddress? from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        await using var transaction = await db.BeginAsync(VoteKeys.Name(link.Year), cancellation);
        if (await FindAsync(link.Year, cancellation) is not { } edition || await keys.FindAsync(link.Year, cancellation) is not { } hash)
        {
            return VoteOutcome.Closed;
        }

        if (await LookAsync(edition, link, cancellation) is { } outcome)
        {
            return outcome;
        }

        var (paper, network, slot) = (Guid.NewGuid(), hash.OfNetwork(from), VoteBursts.SlotOf(time.GetUtcNow()));
        db.AddRange(StillRunning(edition, link).Select(choice => new PrizeVoteRow
        {
            Year = link.Year,
            Paper = paper,
            Category = choice.Key,
            Entry = choice.Value,
            Voter = link.Voter,
            Network = network,
            Slot = slot,
        }));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return VoteOutcome.Counted;
    }

    /// <summary>A moment as people say it.</summary>
    private static string Moment(DateTimeOffset moment, string culture)
    {
        var at = DeventerTime.In(moment);
        return $"{new SiteFormat(culture).LongDate(DateOnly.FromDateTime(at.DateTime))}, {at.ToString(SiteTexts.In(culture)["nomination.time"], CultureInfo.GetCultureInfo(culture))}";
    }

    private static IEnumerable<KeyValuePair<string, string>> StillRunning(EditionNow edition, VoteLink link) => link.Choices.Where(choice => Running(edition, choice.Key).Contains(choice.Value));

    /// <summary>Finalists who still take part.</summary>
    internal static IEnumerable<string> Running(EditionNow edition, string category) =>
        (edition.State?.Finalists.GetValueOrDefault(category) ?? []).Where(edition.State!.Entries.ContainsKey);
}
