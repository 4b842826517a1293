using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Site;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>What a nomination says. There are no names of people or mail addresses in it.</summary>
public sealed record NominationText
{
    /// <summary>Half a page.</summary>
    public const int LongestWhy = 2_500;

    public const int LongestContribution = 1_500;

    public const int LongestOrganisation = 200;

    public bool IsOwn { get; init; }

    public string Organisation { get; init; } = string.Empty;

    /// <summary>When it was chosen from the directory.</summary>
    public Guid? OrganisationKey { get; init; }

    public string Town { get; init; } = string.Empty;

    public string Category { get; init; } = string.Empty;

    public string Why { get; init; } = string.Empty;

    public string Contribution { get; init; } = string.Empty;

    public EquatableList<int> Goals { get; init; } = [];

    /// <summary>The practice on the site that it began with.</summary>
    public Guid? Practice { get; init; }

    /// <summary>The copy for a jury that reads blind: what gives away whose it is, is left out.</summary>
    public NominationText Redacted(string why, string contribution) => this with
    {
        Organisation = string.Empty,
        OrganisationKey = null,
        Town = string.Empty,
        Why = why,
        Contribution = contribution,
        Practice = null,
    };
}

/// <summary>The nomination as fields of a form.</summary>
public sealed class NominationForm
{
    private const int LongestName = 200;

    public bool IsOwn { get; set; } = true;

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Organisation { get; set; }

    public string? Town { get; set; } = "Deventer";

    public string? NomineeName { get; set; }

    public string? NomineeEmail { get; set; }

    public string? Category { get; set; }

    public string? Why { get; set; }

    public string? Contribution { get; set; }

    public int[] Goals { get; set; } = [];

    public Guid? Practice { get; set; }

    /// <summary>The version that the form was drawn from; 0 for a new nomination.</summary>
    public int Version { get; set; }

    /// <summary>When the form was drawn, sealed.</summary>
    public string? Drawn { get; set; }

    /// <summary>People don't see it; what fills in everything does.</summary>
    public string? Website { get; set; }

    public static NominationForm Of(NominationRow row, NominationText text)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(text);
        return new NominationForm
        {
            IsOwn = text.IsOwn,
            Name = row.NominatorName,
            Email = row.NominatorEmail,
            Organisation = text.Organisation,
            Town = text.Town,
            NomineeName = row.NomineeName,
            NomineeEmail = row.NomineeEmail,
            Category = text.Category,
            Why = text.Why,
            Contribution = text.Contribution,
            Goals = [.. text.Goals],
            Practice = text.Practice,
            Version = row.Version,
        };
    }

    /// <param name="find">Looks an organisation up in the directory.</param>
    public NominationText Read(Func<string, Guid?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var organisation = Line(Organisation);
        return new NominationText
        {
            IsOwn = IsOwn,
            Organisation = organisation,
            OrganisationKey = organisation.Length == 0 ? null : find(organisation),
            Town = Line(Town),
            Category = Line(Category),
            Why = (Why ?? string.Empty).ReplaceLineEndings("\n").Trim(),
            Contribution = (Contribution ?? string.Empty).ReplaceLineEndings("\n").Trim(),
            Goals = [.. Goals.Distinct().Where(goal => goal is >= 1 and <= GoalCatalogue.Count).Order()],
            Practice = Practice,
        };
    }

    /// <summary>What can't be stored or mailed, also for a draft.</summary>
    public Dictionary<string, string> MustFix(SiteTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        Long(nameof(Name), Name, LongestName);
        Long(nameof(NomineeName), NomineeName, LongestName);
        Long(nameof(Organisation), Organisation, NominationText.LongestOrganisation);
        Long(nameof(Town), Town, LongestName);
        Long(nameof(Why), Why, NominationText.LongestWhy);
        Long(nameof(Contribution), Contribution, NominationText.LongestContribution);
        if (!Mail.Outbox.IsAddress(Email?.Trim()))
        {
            problems[nameof(Email)] = texts["nomination.emailWrong"];
        }

        if (!IsOwn && !string.IsNullOrWhiteSpace(NomineeEmail) && !Mail.Outbox.IsAddress(NomineeEmail.Trim()))
        {
            problems[nameof(NomineeEmail)] = texts["nomination.emailWrong"];
        }

        return problems;

        void Long(string field, string? value, int most)
        {
            if (value?.Trim().ReplaceLineEndings("\n").Length > most)
            {
                problems[field] = texts.Format("nomination.tooLong", most);
            }
        }
    }

    /// <summary>What is missing before it can be handed in; with <see cref="MustFix"/>.</summary>
    public Dictionary<string, string> Missing(Rulebook rules, SiteTexts texts)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var problems = MustFix(texts);
        Need(nameof(Name), Name);
        Need(nameof(Organisation), Organisation);
        Need(nameof(Why), Why);
        if (!rules.Categories.Any(category => category.Key == Category))
        {
            problems.TryAdd(nameof(Category), texts["nomination.categoryMissing"]);
        }

        if (Goals.All(goal => goal is < 1 or > GoalCatalogue.Count))
        {
            problems.TryAdd(nameof(Goals), texts["nomination.goalsMissing"]);
        }

        if (!IsOwn)
        {
            Need(nameof(NomineeEmail), NomineeEmail);
            if (string.Equals(NomineeEmail?.Trim(), Email?.Trim(), StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(Email))
            {
                problems.TryAdd(nameof(NomineeEmail), texts["nomination.nomineeIsYou"]);
            }
        }

        return problems;

        void Need(string field, string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                problems.TryAdd(field, texts["nomination.missing" + field]);
            }
        }
    }

    /// <inheritdoc cref="FormText.Line"/>
    internal static string Line(string? text) => FormText.Line(text);
}
