using System.Globalization;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>
/// What is kept of who voted. That they did is told; for whom is told to nobody, because whoever looks isn't who voted. While the vote is open erasing
/// takes the vote away; after it the vote stays counted, and nobody can tell any more whose it was.
/// </summary>
public sealed class VotePeople(SiteDb db, AudienceVote vote, VoteKeys keys) : IPersonRecords
{
    /// <summary>Keys of mails with a link begin with it.</summary>
    internal const string Mails = "vote/";

    public async Task<IReadOnlyList<PersonRecord>> ReadAsync(string email, CancellationToken cancellation) =>
    [
        .. (await VotesAsync(email, cancellation)).Select(row => new PersonRecord("vote", string.Create(CultureInfo.InvariantCulture, $"{row.Year}, {row.Category}"), row.Slot)),
        .. (await MailsAsync(email, cancellation)).Select(mail => new PersonRecord("mail", mail.Subject, mail.QueuedAt)),
    ];

    public async Task EraseAsync(string email, CancellationToken cancellation)
    {
        foreach (var votes in (await VotesAsync(email, cancellation)).GroupBy(row => row.Year))
        {
            if (await vote.FindAsync(votes.Key, cancellation) is { } edition && vote.IsOpen(edition))
            {
                db.RemoveRange(votes);
                continue;
            }

            foreach (var row in votes)
            {
                (row.Voter, row.Network) = (null, null);
            }
        }

        db.RemoveRange(await MailsAsync(email, cancellation));
    }

    private async Task<IReadOnlyList<PrizeVoteRow>> VotesAsync(string email, CancellationToken cancellation)
    {
        var found = new List<PrizeVoteRow>();
        foreach (var year in await keys.YearsAsync(cancellation))
        {
            if (await keys.FindAsync(year, cancellation) is { } hash)
            {
                var voter = hash.OfMail(email);
                found.AddRange(await db.Set<PrizeVoteRow>().Where(row => row.Year == year && row.Voter == voter).OrderBy(row => row.Id).ToListAsync(cancellation));
            }
        }

        return found;
    }

    // Only what waits: it goes as soon as it is sent.
    private async Task<IReadOnlyList<MailRow>> MailsAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<MailRow>().Where(mail => mail.Key.StartsWith(Mails)).ToListAsync(cancellation)).Where(mail => string.Equals(mail.To, email.Trim(), StringComparison.OrdinalIgnoreCase))];
}
