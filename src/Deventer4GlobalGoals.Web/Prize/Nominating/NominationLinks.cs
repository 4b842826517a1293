using System.Globalization;
using Deventer4GlobalGoals.Web.Site.Forms;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>Which nomination a link is about, and whose link it is.</summary>
public sealed record NominationLink(Guid Nomination, int Year, NominationSide Side);

/// <summary>Signed links: whoever has one needs no account.</summary>
public sealed class NominationLinks(SealedTexts texts)
{
    /// <summary>How long a link holds after it was mailed: an edition and its ceremony.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromDays(400);

    private const string Purpose = "Deventer4GlobalGoals.Prize.Nomination";

    public string Make(NominationLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return texts.SealFor(Purpose, string.Create(CultureInfo.InvariantCulture, $"{link.Nomination:N} {link.Year} {(int)link.Side}"), Holds);
    }

    /// <summary>Null when it isn't one of ours, or is too old.</summary>
    public NominationLink? Read(string? token) => texts.OpenInTime(Purpose, token)?.Split(' ') is [var key, var year, var side]
        ? new NominationLink(Guid.ParseExact(key, "N"), int.Parse(year, CultureInfo.InvariantCulture), (NominationSide)int.Parse(side, CultureInfo.InvariantCulture))
        : null;
}
