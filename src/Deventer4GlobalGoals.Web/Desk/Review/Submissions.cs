using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>How often a new practice may be shared.</summary>
public sealed class SubmissionLimits() : FormLimits(PerPerson, PerAddress)
{
    /// <summary>New ones per hour with one mail address.</summary>
    public const int PerPerson = 5;

    /// <summary>New ones per hour from one network address; a whole meeting may sit behind one.</summary>
    public const int PerAddress = 200;
}

/// <summary>Practices that visitors share, as far as those can go: nothing waits for an editor before the address is confirmed.</summary>
public sealed class Submissions(Reviews reviews, ReviewMails mails, TimeProvider time)
{
    /// <summary>Saves a new one and mails its link: to go on with, or to confirm the address.</summary>
    /// <param name="form">Who sends it.</param>
    /// <param name="text">What it says.</param>
    /// <param name="handIn">Whether it is whole.</param>
    /// <param name="culture">In which it is written.</param>
    /// <param name="cancellation">Until it is saved.</param>
    public Task AddAsync(SubmissionForm form, SubmissionText text, bool handIn, string culture, CancellationToken cancellation)
    {
        var row = New(form, text, culture, handIn ? ReviewState.Unconfirmed : ReviewState.Draft);
        return reviews.AddAsync(row, handIn ? "handed-in" : "saved", mails.Link(row), cancellation);
    }

    /// <summary>What somebody corrects of a practice by a link that was mailed to them: their address needs no confirming.</summary>
    public Task CorrectAsync(Guid practice, SubmissionForm form, SubmissionText text, string culture, CancellationToken cancellation)
    {
        var row = New(form, text, culture, ReviewState.Waiting);
        row.Item = practice;
        return reviews.AddAsync(row, "corrected", null, cancellation);
    }

    /// <summary>Saves a version, and hands it in where that is asked. An older page never overwrites a newer version.</summary>
    public Task<ReviewOutcome> SaveAsync(Guid key, SubmissionForm form, SubmissionText text, bool handIn, CancellationToken cancellation) => reviews.ChangeAsync(
        key,
        row =>
        {
            if (row.AccountId is not null || !Reviews.IsOpen(row.State))
            {
                return ReviewOutcome.NotAllowed;
            }

            if (form.Version != row.Version)
            {
                return ReviewOutcome.Stale;
            }

            (row.Name, row.Title, row.Text, row.Version) = (FormText.Line(form.Name), text.Title, Reviews.Write(text), row.Version + 1);
            if (handIn && row.State != ReviewState.Waiting)
            {
                Wait(row, "handed-in");
            }
            else
            {
                reviews.Step(row, "saved", null, null);
            }

            return ReviewOutcome.Done;
        },
        cancellation);

    /// <summary>Whoever has the link from the mail confirms that the address is theirs. Twice does no harm.</summary>
    public Task<ReviewOutcome> ConfirmAsync(Guid key, CancellationToken cancellation) => reviews.ChangeAsync(
        key,
        row =>
        {
            if (row.State != ReviewState.Unconfirmed)
            {
                return ReviewOutcome.NotAllowed;
            }

            Wait(row, "confirmed");
            return ReviewOutcome.Done;
        },
        cancellation);

    public Task<ReviewOutcome> WithdrawAsync(Guid key, CancellationToken cancellation) => reviews.ChangeAsync(
        key,
        row =>
        {
            if (row.AccountId is not null || !Reviews.IsOpen(row.State))
            {
                return ReviewOutcome.NotAllowed;
            }

            row.State = ReviewState.Withdrawn;
            reviews.Step(row, "withdrawn", null, null);
            return ReviewOutcome.Done;
        },
        cancellation);

    /// <summary>The link was used, so the address is right.</summary>
    private void Wait(ReviewRow row, string kind)
    {
        (row.State, row.AnnouncedAt) = (ReviewState.Waiting, null);
        reviews.Mail(mails.Received(row, reviews.Step(row, kind, null, null)));
    }

    private ReviewRow New(SubmissionForm form, SubmissionText text, string culture, ReviewState state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(text);
        return new ReviewRow
        {
            Key = Guid.NewGuid(),
            State = state,
            Name = FormText.Line(form.Name),
            Email = form.Email!.Trim(),
            Culture = culture,
            Title = text.Title,
            Text = Reviews.Write(text),
            Version = 1,
            CreatedAt = time.GetUtcNow(),
        };
    }
}
