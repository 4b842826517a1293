using System.Globalization;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Prize.Nominating;

namespace Deventer4GlobalGoals.Web.Prize.Result;

/// <summary>Turns what was nominated into the draft of a practice.</summary>
public sealed class PracticeDraft(PracticeDrafts practices)
{
    /// <returns>The draft; null when the site has no page for practices.</returns>
    public Guid? Make(NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        var (row, text) = (nomination.Row, nomination.Text);
        return practices.Put(new DraftedPractice(string.Create(CultureInfo.InvariantCulture, $"{text.Organisation}, prijs {row.Year}"))
        {
            Summary = text.Why,
            WhatWasDone = text.Why,
            ResultsText = text.Contribution,
            Town = text.Town,
            Goals = text.Goals,
            Organisation = text.OrganisationKey,
        });
    }
}
