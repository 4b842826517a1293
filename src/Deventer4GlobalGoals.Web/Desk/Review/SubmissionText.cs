using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>What a visitor says of a practice: all of it is to come on the site.</summary>
public sealed record SubmissionText
{
    public const int LongestName = 200;
    public const int LongestTitle = 120;

    /// <summary>As the summary of a practice on the site.</summary>
    public const int LongestSummary = 300;

    /// <summary>Some two pages.</summary>
    public const int LongestWhat = 6_000;

    public const int LongestOutcome = 2_000;

    public string Organisation { get; init; } = string.Empty;

    /// <summary>When it was chosen from the directory.</summary>
    public Guid? OrganisationKey { get; init; }

    public string Town { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string Summary { get; init; } = string.Empty;

    public string WhatWasDone { get; init; } = string.Empty;

    /// <summary>What came of it, and how one knows.</summary>
    public string Outcome { get; init; } = string.Empty;

    public IReadOnlyList<int> Goals { get; init; } = [];

    /// <summary>Whom visitors may ask.</summary>
    public string ContactPerson { get; init; } = string.Empty;

    public string ContactEmail { get; init; } = string.Empty;
}

/// <summary>It as fields of a form, with who sends it.</summary>
public sealed class SubmissionForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Organisation { get; set; }

    public string? Town { get; set; } = "Deventer";

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? WhatWasDone { get; set; }

    public string? Outcome { get; set; }

    public int[] Goals { get; set; } = [];

    public string? ContactPerson { get; set; }

    public string? ContactEmail { get; set; }

    /// <summary>The version that the form was drawn from; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>When the form was drawn, sealed.</summary>
    public string? Drawn { get; set; }

    /// <summary>The mailed link of a practice on the site that this corrects.</summary>
    public string? Practice { get; set; }

    /// <summary>People don't see it; what fills in everything does.</summary>
    public string? Website { get; set; }

    public static SubmissionForm Of(ReviewNow now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var form = Of(now.Text ?? new SubmissionText());
        (form.Name, form.Email, form.Version) = (now.Row.Name, now.Row.Email, now.Row.Version);
        return form;
    }

    public static SubmissionForm Of(SubmissionText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SubmissionForm
        {
            Organisation = text.Organisation,
            Town = text.Town,
            Title = text.Title,
            Summary = text.Summary,
            WhatWasDone = text.WhatWasDone,
            Outcome = text.Outcome,
            Goals = [.. text.Goals],
            ContactPerson = text.ContactPerson,
            ContactEmail = text.ContactEmail,
        };
    }

    /// <param name="find">Looks an organisation up in the directory.</param>
    public SubmissionText Read(Func<string, Guid?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var organisation = FormText.Line(Organisation);
        return new SubmissionText
        {
            Organisation = organisation,
            OrganisationKey = organisation.Length == 0 ? null : find(organisation),
            Town = FormText.Line(Town),
            Title = FormText.Line(Title),
            Summary = FormText.Line(Summary?.ReplaceLineEndings(" ")),
            WhatWasDone = FormText.Lines(WhatWasDone),
            Outcome = FormText.Lines(Outcome),
            Goals = [.. Goals.Distinct().Where(goal => goal is >= 1 and <= GoalCatalogue.Count).Order()],
            ContactPerson = FormText.Line(ContactPerson),
            ContactEmail = FormText.Line(ContactEmail),
        };
    }

    /// <summary>What can't be stored or mailed, also for a draft.</summary>
    public Dictionary<string, string> MustFix(SiteTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, value, most) in new[]
        {
            (nameof(Name), Name, SubmissionText.LongestName), (nameof(Organisation), Organisation, SubmissionText.LongestName), (nameof(Town), Town, SubmissionText.LongestName),
            (nameof(Title), Title, SubmissionText.LongestTitle), (nameof(Summary), Summary, SubmissionText.LongestSummary),
            (nameof(WhatWasDone), WhatWasDone, SubmissionText.LongestWhat), (nameof(Outcome), Outcome, SubmissionText.LongestOutcome),
            (nameof(ContactPerson), ContactPerson, SubmissionText.LongestName),
        })
        {
            if (FormText.Lines(value).Length > most)
            {
                problems[field] = texts.Format("nomination.tooLong", most);
            }
        }

        if (!Outbox.IsAddress(Email?.Trim()))
        {
            problems[nameof(Email)] = texts["nomination.emailWrong"];
        }

        if (!string.IsNullOrWhiteSpace(ContactEmail) && !Outbox.IsAddress(ContactEmail.Trim()))
        {
            problems[nameof(ContactEmail)] = texts["nomination.emailWrong"];
        }

        return problems;
    }

    /// <summary>What is missing before it can be handed in; with <see cref="MustFix"/>.</summary>
    public Dictionary<string, string> Missing(SiteTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var problems = MustFix(texts);
        foreach (var (field, value) in new[] { (nameof(Name), Name), (nameof(Organisation), Organisation), (nameof(Title), Title), (nameof(Summary), Summary), (nameof(WhatWasDone), WhatWasDone) })
        {
            if (FormText.Line(value).Length == 0)
            {
                problems.TryAdd(field, texts["share.missing" + field]);
            }
        }

        if (Goals.All(goal => goal is < 1 or > GoalCatalogue.Count))
        {
            problems.TryAdd(nameof(Goals), texts["nomination.goalsMissing"]);
        }

        return problems;
    }
}
