using Deventer4GlobalGoals.Cms.Media.Uploads;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>What was wrong with a file that somebody sent, and at which field of the form.</summary>
public sealed record AttachmentProblem(string Field, string Text);

/// <summary>A file as it is kept.</summary>
public sealed record AttachmentFile(string Name, byte[] Bytes);

/// <summary>
/// Keeps the files of nominations. They pass the checks of the media folder, and are never in it. Adding and removing is changing the nomination:
/// whoever may do that, when, and one at a time.
/// </summary>
public sealed class Attachments(SiteDb db, Nominations nominations, IUploadGuard guard, TimeProvider time)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<PrizeAttachmentRow>> OfAsync(Guid nomination, CancellationToken cancellation) =>
        await db.Set<PrizeAttachmentRow>().AsNoTracking().Where(row => row.Nomination == nomination).OrderBy(row => row.At).ThenBy(row => row.Key).ToListAsync(cancellation);

    /// <summary>What a juror gets of an entry that they may read: while they read blind, only what the secretary said is without names.</summary>
    public async Task<IReadOnlyList<PrizeAttachmentRow>> ForJuryAsync(int year, string entry, bool isBlind, CancellationToken cancellation) => await (
        from row in db.Set<PrizeAttachmentRow>().AsNoTracking()
        join nomination in db.Set<NominationRow>().AsNoTracking() on row.Nomination equals nomination.Key
        where nomination.Year == year && nomination.Pseudonym == entry && (!isBlind || row.IsNameless)
        orderby row.At, row.Key
        select row).ToListAsync(cancellation);

    /// <summary>Null when that nomination has no such file.</summary>
    public async Task<AttachmentFile?> ReadAsync(Guid nomination, Guid key, CancellationToken cancellation) => await (
        from row in db.Set<PrizeAttachmentRow>().AsNoTracking()
        join bytes in db.Set<PrizeAttachmentBytesRow>().AsNoTracking() on row.Key equals bytes.Attachment
        where row.Key == key && row.Nomination == nomination
        select new AttachmentFile(row.Name, bytes.Bytes)).FirstOrDefaultAsync(cancellation);

    /// <summary>Adds a file by a link.</summary>
    /// <returns>Null when it is kept; else why it isn't, in the language of the texts.</returns>
    public async Task<AttachmentProblem?> AddAsync(EditionNow edition, NominationLink link, IFormFile? file, string? description, SiteTexts texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(texts);
        var what = NominationForm.Line(description);
        if (file is not { Length: > 0 })
        {
            return new AttachmentProblem("File", texts["nomination.fileMissing"]);
        }

        if (file.Length > AttachmentRules.MegabytesEach * AttachmentRules.Megabyte)
        {
            return new AttachmentProblem("File", texts.Format("nomination.fileTooLarge", AttachmentRules.MegabytesEach));
        }

        if (what.Length is 0 or > AttachmentRules.LongestDescription)
        {
            return new AttachmentProblem("Description", what.Length == 0 ? texts["nomination.fileDescriptionMissing"] : texts.Format("nomination.tooLong", AttachmentRules.LongestDescription));
        }

        var (name, bytes, refused) = await CheckedAsync(file, texts, cancellation);
        return refused is not null ? new AttachmentProblem("File", refused) : await KeepAsync(edition, link, name, what, bytes, texts, cancellation);
    }

    /// <summary>Removes a file by a link.</summary>
    public Task<NominationOutcome> RemoveAsync(EditionNow edition, NominationLink link, Guid key, CancellationToken cancellation) => nominations.ChangeAsync(
        edition,
        link,
        PrizeAction.EditNomination,
        async row => await RemoveAsync(row.Key, key, cancellation) ? NominationOutcome.Done : NominationOutcome.NotAllowed,
        cancellation);

    /// <summary>Removes a file, within the change of whoever calls.</summary>
    /// <returns>False when that nomination has no such file.</returns>
    public async Task<bool> RemoveAsync(Guid nomination, Guid key, CancellationToken cancellation)
    {
        if (await db.Set<PrizeAttachmentRow>().FirstOrDefaultAsync(row => row.Key == key && row.Nomination == nomination, cancellation) is not { } file)
        {
            return false;
        }

        db.Remove(file);
        nominations.Step(nomination, "file-removed");
        return true;
    }

    /// <summary>Says whether a jury that reads blind may have a file.</summary>
    /// <returns>False when that nomination has no such file.</returns>
    public async Task<bool> ShowBlindAsync(Guid nomination, Guid key, bool isNameless, CancellationToken cancellation) =>
        await db.Set<PrizeAttachmentRow>().Where(row => row.Key == key && row.Nomination == nomination)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsNameless, isNameless), cancellation) > 0;

    private async Task<AttachmentProblem?> KeepAsync(EditionNow edition, NominationLink link, string name, string description, byte[] bytes, SiteTexts texts, CancellationToken cancellation)
    {
        string? full = null;
        var outcome = await nominations.ChangeAsync(edition, link, PrizeAction.EditNomination, async row =>
        {
            var sizes = await db.Set<PrizeAttachmentRow>().Where(one => one.Nomination == row.Key).Select(one => one.Size).ToListAsync(cancellation);
            full = sizes.Count >= AttachmentRules.Most ? texts.Format("nomination.filesMost", AttachmentRules.Most)
                : sizes.Sum() + bytes.Length > AttachmentRules.MegabytesTogether * AttachmentRules.Megabyte ? texts.Format("nomination.filesTogether", AttachmentRules.MegabytesTogether)
                : null;
            if (full is not null)
            {
                return NominationOutcome.NotAllowed;
            }

            var file = new PrizeAttachmentRow
            {
                Key = Guid.NewGuid(),
                Nomination = row.Key,
                By = link.Side,
                Name = name,
                Description = description,
                Size = bytes.Length,
                At = time.GetUtcNow(),
            };
            db.Add(file);
            db.Add(new PrizeAttachmentBytesRow { Attachment = file.Key, Bytes = bytes });
            nominations.Step(row.Key, "file-added");
            return NominationOutcome.Done;
        }, cancellation);
        return outcome == NominationOutcome.Done ? null : new AttachmentProblem("File", full ?? texts["nomination.notNow"]);
    }

    /// <summary>The file without what is said about a picture, or why it is refused.</summary>
    private async Task<(string Name, byte[] Bytes, string? Problem)> CheckedAsync(IFormFile file, SiteTexts texts, CancellationToken cancellation)
    {
        using var sent = new MemoryStream((int)file.Length);
        await file.CopyToAsync(sent, cancellation);
        var name = guard.FittingName(AttachmentRules.Clean(file.FileName), sent);
        if (!AttachmentRules.IsAllowed(name))
        {
            return (name, [], texts["nomination.fileKind"]);
        }

        try
        {
            using var kept = guard.Check(name, sent);
            using var copy = new MemoryStream();
            await kept.CopyToAsync(copy, cancellation);
            return (name, copy.ToArray(), null);
        }
        catch (UploadRefusedException refused)
        {
            return (name, [], refused.Message);
        }
    }
}
