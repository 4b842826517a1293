using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Tokens that show one draft in one language until they expire. Nothing is stored of them.</summary>
public sealed class PreviewLinks(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    private const int LongestToken = 1_000;

    private readonly IDataProtector _protector = protection.CreateProtector("desk.preview");

    public (string Token, DateTimeOffset Until) Make(Guid key, string culture)
    {
        var until = time.GetUtcNow() + Valid;
        return (_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{key:N}|{culture}|{until.ToUnixTimeSeconds()}")), until);
    }

    /// <returns>Null for what isn't such a token, and for one that expired.</returns>
    public (Guid Key, string Culture)? Read(string token)
    {
        if (token is not { Length: > 0 and <= LongestToken })
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(token).Split('|') is [var key, var culture, var until]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? (Guid.ParseExact(key, "N"), culture)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
