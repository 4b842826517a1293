using System.Globalization;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Records;

/// <summary>Something that is kept of a person.</summary>
/// <param name="Year">Of which edition.</param>
/// <param name="As">"nominator", "nominee", "attachment", "juror", "ballot", "note", "conflict", "submission", "vote", "registration", "needs", "mail"; "unsound" for ballots that can't be read, because the log isn't what was written.</param>
/// <param name="What">It itself.</param>
/// <param name="At">Since when.</param>
public sealed record PersonalData(int? Year, string As, string What, DateTimeOffset At)
{
    /// <inheritdoc cref="PersonRecord.Until"/>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>What the prize and others keep of one person, by their mail address; for who asks what it is, and for who wants it erased.</summary>
public sealed class PersonFile(SiteDb db, Editions editions, IEnumerable<IPersonRecords> others, Outbox outbox, TimeProvider time)
{
    private static readonly Phase[] Busy = [Phase.Scoring, Phase.Deliberation, Phase.Decided];

    public async Task<IReadOnlyList<PersonalData>> ReadAsync(string email, CancellationToken cancellation)
    {
        var found = new List<PersonalData>();
        foreach (var row in await NominationsOfAsync(email, cancellation))
        {
            var text = await db.Set<NominationVersionRow>().AsNoTracking().Where(version => version.Nomination == row.Key && version.Version == row.Version).Select(version => version.Text).SingleAsync(cancellation);
            if (Same(row.NominatorEmail, email))
            {
                found.Add(new PersonalData(row.Year, "nominator", $"{row.NominatorName}, {row.NominatorEmail}: {text}", row.CreatedAt));
            }

            if (Same(row.NomineeEmail, email))
            {
                found.Add(new PersonalData(row.Year, "nominee", $"{row.NomineeName}, {row.NomineeEmail}: {text}", row.CreatedAt));
            }

            found.AddRange((await db.Set<PrizeAttachmentRow>().AsNoTracking().Where(file => file.Nomination == row.Key).OrderBy(file => file.At).ToListAsync(cancellation))
                .Select(file => new PersonalData(row.Year, "attachment", $"{file.Name}: {file.Description}", file.At)));
        }

        foreach (var person in await PeopleOf(email).AsNoTracking().ToListAsync(cancellation))
        {
            var edition = await editions.FindSoundAsync(person.Year, cancellation);
            if (edition is null)
            {
                found.Add(new PersonalData(person.Year, "unsound", person.Pseudonym, time.GetUtcNow()));
            }

            found.Add(new PersonalData(person.Year, "juror", person.Pseudonym, edition?.Log.Entries is [var first, ..] ? first.At : time.GetUtcNow()));
            found.AddRange((edition?.State?.Ballots ?? []).Where(ballot => ballot.Key.Juror == person.Pseudonym)
                .Select(ballot => new PersonalData(person.Year, "ballot", CanonicalJson.Write(ballot.Value[^1]), edition!.Log.Entries[^1].At)));
            found.AddRange((await db.Set<PrizeNoteRow>().AsNoTracking().Where(note => note.Year == person.Year && note.Author == person.Pseudonym).ToListAsync(cancellation))
                .Select(note => new PersonalData(person.Year, "note", WhatOf(note), note.ChangedAt)));
            found.AddRange((await db.Set<PrizeConflictRow>().AsNoTracking().Where(conflict => conflict.Year == person.Year && conflict.Juror == person.Pseudonym).ToListAsync(cancellation))
                .Select(conflict => new PersonalData(person.Year, "conflict", $"{conflict.Found} {conflict.Explanation}".Trim(), conflict.At)));
        }

        found.AddRange((await MailsOfAsync(email, cancellation)).Select(mail => new PersonalData(null, "mail", mail.Subject, mail.QueuedAt)));
        foreach (var records in others)
        {
            found.AddRange((await records.ReadAsync(email, cancellation)).Select(record => new PersonalData(null, record.As, record.What, record.At) { Until = record.Until }));
        }

        return found;
    }

    /// <summary>The years in which they are a juror whose work isn't over: they have to stop there first. So has an edition of which nobody can tell.</summary>
    public async Task<IReadOnlyList<int>> BusyAsync(string email, CancellationToken cancellation)
    {
        var years = new List<int>();
        foreach (var person in await PeopleOf(email).AsNoTracking().Where(one => one.IsJuror).ToListAsync(cancellation))
        {
            var edition = await editions.FindSoundAsync(person.Year, cancellation);
            if (edition is null || (edition.State is { } state && Busy.Contains(edition.Phase) && state.Jurors.Contains(person.Pseudonym)))
            {
                years.Add(person.Year);
            }
        }

        return years;
    }

    /// <summary>Erases it, in one transaction. Ballots stay in the log, and nobody knows any more whose they were; a nomination stays without people.</summary>
    /// <exception cref="InvalidOperationException">They are a juror whose work isn't over.</exception>
    public async Task EraseAsync(string email, CancellationToken cancellation)
    {
        if (await BusyAsync(email, cancellation) is { Count: > 0 })
        {
            throw new InvalidOperationException("A juror whose work isn't over has to stop first.");
        }

        await using var transaction = await db.BeginAsync("prize-person-file", cancellation);
        foreach (var row in await NominationsOfAsync(email, cancellation))
        {
            // Who is in a file isn't known: it may be they.
            await db.Set<PrizeAttachmentRow>().Where(file => file.Nomination == row.Key).ExecuteDeleteAsync(cancellation);
            if (Same(row.NominatorEmail, email))
            {
                (row.NominatorName, row.NominatorEmail) = (string.Empty, string.Empty);
            }

            if (Same(row.NomineeEmail, email))
            {
                (row.NomineeName, row.NomineeEmail) = (null, null);
            }
        }

        foreach (var person in await PeopleOf(email).ToListAsync(cancellation))
        {
            await db.Set<PrizeNoteRow>().Where(note => note.Year == person.Year && note.Author == person.Pseudonym).ExecuteDeleteAsync(cancellation);
            await db.Set<PrizeConflictRow>().Where(conflict => conflict.Year == person.Year && conflict.Juror == person.Pseudonym).ExecuteDeleteAsync(cancellation);
            db.Remove(person);
        }

        db.RemoveRange(await MailsOfAsync(email, cancellation));
        foreach (var records in others)
        {
            await records.EraseAsync(email, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        // What was theirs may be another's now, who is mailed.
        outbox.Wake();
    }

    // Compared here: how a database compares letters is its own affair, and there are some hundreds a year.
    private async Task<IReadOnlyList<NominationRow>> NominationsOfAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<NominationRow>().ToListAsync(cancellation)).Where(row => Same(row.NominatorEmail, email) || Same(row.NomineeEmail, email))];

    private IQueryable<PrizePersonRow> PeopleOf(string email)
    {
        var normal = email.Trim().ToUpperInvariant();
        return from person in db.Set<PrizePersonRow>()
               join account in db.Users on person.AccountKey equals account.Key
               where account.NormalizedEmail == normal
               select person;
    }

    private async Task<IReadOnlyList<MailRow>> MailsOfAsync(string email, CancellationToken cancellation) =>
        [.. (await db.Set<MailRow>().Where(mail => mail.Key.StartsWith("nomination/") || mail.Key.StartsWith("prize/")).ToListAsync(cancellation)).Where(mail => Same(mail.To, email))];

    private static string WhatOf(PrizeNoteRow note) =>
        note.VisitedOn is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {note.Place}: {note.Text}") : note.Text;

    private static bool Same(string? one, string other) => string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
