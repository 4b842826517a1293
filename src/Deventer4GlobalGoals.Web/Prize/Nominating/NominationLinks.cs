using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>Which nomination a link is about, and whose link it is.</summary>
public sealed record NominationLink(Guid Nomination, int Year, NominationSide Side);

/// <summary>Signed links: whoever has one needs no account. The keys are the site's own, in its database.</summary>
public sealed class NominationLinks(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a link holds after it was mailed: an edition and its ceremony.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromDays(400);

    /// <summary>Nobody fills in the form faster.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);

    /// <summary>What was drawn longer ago has to be drawn again; nothing typed is lost.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromHours(24);

    private readonly IDataProtector _links = protection.CreateProtector("Deventer4GlobalGoals.Prize.Nomination");
    private readonly IDataProtector _forms = protection.CreateProtector("Deventer4GlobalGoals.Prize.Form");

    public string Make(NominationLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var until = (time.GetUtcNow() + Holds).ToUnixTimeSeconds();
        return _links.Protect(string.Create(CultureInfo.InvariantCulture, $"{link.Nomination:N} {link.Year} {(int)link.Side} {until}"));
    }

    /// <summary>Null when it isn't one of ours, or is too old.</summary>
    public NominationLink? Read(string? token)
    {
        var parts = Open(_links, token)?.Split(' ');
        return parts is [var key, var year, var side, var until]
            && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) >= time.GetUtcNow()
            ? new NominationLink(Guid.ParseExact(key, "N"), int.Parse(year, CultureInfo.InvariantCulture), (NominationSide)int.Parse(side, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Goes into a form: when it was drawn.</summary>
    public string Stamp() => _forms.Protect(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether somebody took about as long as people do.</summary>
    public bool IsHuman(string? stamp)
    {
        if (!long.TryParse(Open(_forms, stamp), CultureInfo.InvariantCulture, out var drawn))
        {
            return false;
        }

        var took = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(drawn);
        return took >= Fastest && took <= Slowest;
    }

    private static string? Open(IDataProtector protector, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
