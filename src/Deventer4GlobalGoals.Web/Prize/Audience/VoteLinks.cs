using System.Globalization;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>A vote on its way: nothing of it is kept here before its link comes back.</summary>
/// <param name="Year">Of which edition.</param>
/// <param name="Voter">Keyed hash of the address.</param>
/// <param name="At">When it was asked for, to the second.</param>
/// <param name="Choices">The finalist by category.</param>
public sealed record VoteLink(int Year, string Voter, DateTimeOffset At, IReadOnlyDictionary<string, string> Choices);

/// <summary>Signed links that carry a vote to the mailbox and back.</summary>
public sealed class VoteLinks(SealedTexts texts)
{
    /// <summary>How long a link can be confirmed, when voting isn't closed sooner.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private const string Purpose = "Deventer4GlobalGoals.Prize.Vote";

    /// <summary>"/prijs/stem/…", where a link leads.</summary>
    public static string Path(string culture, string token) => $"{NominationMails.Prefix(culture)}/prijs/stem/{token}";

    public string Make(VoteLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var choices = link.Choices.OrderBy(choice => choice.Key, StringComparer.Ordinal).Select(choice => $"{choice.Key}={choice.Value}");
        return texts.Seal(Purpose, string.Create(CultureInfo.InvariantCulture, $"{link.Year} {link.At.ToUnixTimeSeconds()} {link.Voter} {string.Join(' ', choices)}"));
    }

    /// <summary>Null when it isn't one of ours; one that is too old is read.</summary>
    public VoteLink? Read(string? token) => texts.Open(Purpose, token)?.Split(' ') is [var year, var at, var voter, .. var choices]
        ? new VoteLink(
            int.Parse(year, CultureInfo.InvariantCulture),
            voter,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)),
            choices.Select(choice => choice.Split('=')).ToDictionary(choice => choice[0], choice => choice[1], StringComparer.Ordinal))
        : null;
}
