using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Web.Prize.Nominating;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

/// <summary>Why two nominations look like one.</summary>
public enum DuplicateReason
{
    /// <summary>The same organisation was chosen from the directory.</summary>
    Directory,

    /// <summary>The names are the same but for capitals, accents, signs and legal form.</summary>
    Name,

    /// <summary>The names differ in a few letters.</summary>
    SimilarName,

    /// <summary>The mail address of the organisation is the same.</summary>
    Address,

    /// <summary>Both began with the same practice of the site.</summary>
    Practice,
}

/// <summary>Another nomination that looks the same, with everything that says so.</summary>
public sealed record Duplicate(NominationNow Other, IReadOnlyList<DuplicateReason> Reasons);

/// <summary>Finds nominations of one edition that may be about the same. It proposes; a person decides.</summary>
public sealed class Duplicates
{
    /// <summary>Names are similar from this share of common pairs of letters on (Dice): a letter or two wrong in a name of some length.</summary>
    private const double Similar = 0.8;

    /// <summary>Shorter names are too easily like another.</summary>
    private const int ShortestName = 6;

    private static readonly NominationState[] Running = [NominationState.HandedIn, NominationState.Admitted];
    private static readonly NominationState[] Over = [NominationState.Withdrawn, NominationState.Declined, NominationState.Merged];
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal) { "BV", "NV", "VOF", "CV", "STICHTING", "VERENIGING", "COOPERATIE", "GMBH", "AG", "LTD", "INC", "DE", "HET" };

    private readonly IReadOnlyList<Profile> _running;

    public Duplicates(IEnumerable<NominationNow> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        _running = [.. all.Where(one => Running.Contains(one.Row.State)).Select(Profile.Of)];
    }

    /// <summary>Those in the running that look like this one; none for what is over itself.</summary>
    public IReadOnlyList<Duplicate> Of(NominationNow nomination)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        if (Over.Contains(nomination.Row.State))
        {
            return [];
        }

        var own = Profile.Of(nomination);
        return [.. _running.Where(other => other.Nomination.Row.Key != nomination.Row.Key)
            .Select(other => new Duplicate(other.Nomination, [.. Reasons(own, other)])).Where(found => found.Reasons.Count > 0)];
    }

    private static IEnumerable<DuplicateReason> Reasons(Profile one, Profile other)
    {
        if (one.Nomination.Text.OrganisationKey is { } key && key == other.Nomination.Text.OrganisationKey)
        {
            yield return DuplicateReason.Directory;
        }

        if (one.Name.Length > 0 && one.Name == other.Name)
        {
            yield return DuplicateReason.Name;
        }
        else if (one.Name.Length >= ShortestName && other.Name.Length >= ShortestName && Dice(one.Pairs, other.Pairs) >= Similar)
        {
            yield return DuplicateReason.SimilarName;
        }

        if (one.Address is { Length: > 0 } address && address == other.Address)
        {
            yield return DuplicateReason.Address;
        }

        if (one.Nomination.Text.Practice is { } practice && practice == other.Nomination.Text.Practice)
        {
            yield return DuplicateReason.Practice;
        }
    }

    private static double Dice(HashSet<string> one, HashSet<string> other) => 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    /// <summary>What is compared, made once for each.</summary>
    private sealed record Profile(NominationNow Nomination, string Name, HashSet<string> Pairs, string? Address)
    {
        public static Profile Of(NominationNow nomination)
        {
            var name = Folded(nomination.Text.Organisation);
            var address = nomination.Text.IsOwn ? nomination.Row.NominatorEmail : nomination.Row.NomineeEmail;
            return new Profile(
                nomination,
                name,
                [.. Enumerable.Range(0, Math.Max(0, name.Length - 1)).Select(at => name.Substring(at, 2))],
                address?.Trim().ToUpperInvariant());
        }

        /// <summary>Letters and digits only, without accents; without what an organisation is by law, unless it is called nothing else.</summary>
        private static string Folded(string name)
        {
            var plain = new StringBuilder();
            foreach (var letter in name.Normalize(NormalizationForm.FormD).ToUpperInvariant().Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter != '.'))
            {
                plain.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
            }

            var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var telling = words.Where(word => !LegalForms.Contains(word)).ToArray();
            return string.Concat(telling.Length > 0 ? telling : words);
        }
    }
}
