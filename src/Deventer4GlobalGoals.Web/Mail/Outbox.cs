using System.Net.Mail;
using System.Text;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Mail;

/// <summary>A mail to one person.</summary>
/// <param name="Key">What it is about, at most 200 characters: there is one mail per key, however often it is asked for.</param>
/// <param name="To">A bare address.</param>
/// <param name="Subject">One line; what breaks a line becomes a space.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Calendar">An iCalendar object to go with it.</param>
public sealed record OutgoingMail(string Key, string To, string Subject, string Text, string? Calendar = null)
{
    /// <summary>Whether nothing of it is kept once it is sent or given up: that somebody got it isn't ours to know.</summary>
    public bool IsForgotten { get; init; }
}

/// <summary>Puts mail in the same transaction as what it is about: it is sent when that was saved, and otherwise not.</summary>
public sealed class Outbox(SiteDb db, MailSignal signal, TimeProvider time)
{
    /// <summary>After this many times it is given up.</summary>
    public const int MostAttempts = 8;

    /// <summary>How long mail is kept after it was sent or given up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int LongestSubject = 250;

    /// <summary>Adds a mail to the changes that wait. A key that is there already makes saving them fail.</summary>
    /// <exception cref="ArgumentException">The address is no mail address.</exception>
    public void Add(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var now = time.GetUtcNow();
        db.Add(new MailRow
        {
            Key = mail.Key,
            MessageId = Guid.NewGuid(),
            To = Address(mail.To),
            Subject = OneLine(mail.Subject),
            Text = mail.Text,
            Calendar = mail.Calendar,
            IsForgotten = mail.IsForgotten,
            QueuedAt = now,
            DueAt = now,
        });
        signal.WakeAfterSave(db);
    }

    /// <summary>Those that were never asked for before.</summary>
    public async Task<List<OutgoingMail>> NewAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation)
    {
        var keys = mails.Select(mail => mail.Key).ToList();
        var known = await db.Set<MailRow>().Where(mail => keys.Contains(mail.Key)).Select(mail => mail.Key).ToListAsync(cancellation);
        return [.. mails.Where(mail => !known.Contains(mail.Key))];
    }

    /// <summary>Rings the sender: for whoever saved inside a transaction that has only now ended.</summary>
    public void Wake() => signal.Wake();

    /// <summary>Whether the text is one bare mail address, without anything that could begin another header.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= 254 }
        && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;

    private static string Address(string text) =>
        IsAddress(text) ? text : throw new ArgumentException("This is no mail address.", nameof(text));

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            line.Append(char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character);
        }

        return FormText.Cut(line.ToString(), LongestSubject);
    }
}

/// <summary>Wakes the sender when mail was saved.</summary>
public sealed class MailSignal : IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0, 1);

    /// <summary>Rings once the changes of this context are in the database.</summary>
    public void WakeAfterSave(SiteDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        void Saved(object? sender, Microsoft.EntityFrameworkCore.SavedChangesEventArgs saved)
        {
            db.SavedChanges -= Saved;
            Wake();
        }

        db.SavedChanges += Saved;
    }

    public void Wake()
    {
        lock (_waiting)
        {
            if (_waiting.CurrentCount == 0)
            {
                _waiting.Release();
            }
        }
    }

    /// <summary>Waits until it rings, or until this much time has passed.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        await using var timer = time.CreateTimer(_ => Wake(), null, longest, Timeout.InfiniteTimeSpan);
        await _waiting.WaitAsync(cancellation);
    }

    public void Dispose() => _waiting.Dispose();
}
