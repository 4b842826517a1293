using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Deventer4GlobalGoals.Web.Site.Forms;

/// <summary>Texts that only this site can make and read: in forms, and in links for who has no account. The keys are in the site's database.</summary>
public sealed class SealedTexts(IDataProtectionProvider protection, TimeProvider time)
{
    private const int Longest = 4_000;

    /// <param name="purpose">A text sealed for one purpose can't be opened for another.</param>
    /// <param name="text">Nothing is stored of it.</param>
    public string Seal(string purpose, string text) => protection.CreateProtector(purpose).Protect(text);

    /// <summary>Null when it isn't one of ours.</summary>
    public string? Open(string purpose, string? text)
    {
        try
        {
            return text is { Length: > 0 and <= Longest } ? protection.CreateProtector(purpose).Unprotect(text) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A text that can be opened for so long.</summary>
    public string SealFor(string purpose, string text, TimeSpan holds) =>
        Seal(purpose, string.Create(CultureInfo.InvariantCulture, $"{text} {(time.GetUtcNow() + holds).ToUnixTimeSeconds()}"));

    /// <summary>What <see cref="SealFor"/> sealed; null when it isn't one of ours, or is too old.</summary>
    public string? OpenInTime(string purpose, string? text)
    {
        var opened = Open(purpose, text);
        var space = opened?.LastIndexOf(' ') ?? -1;
        return space > 0
            && long.TryParse(opened.AsSpan(space + 1), CultureInfo.InvariantCulture, out var until)
            && DateTimeOffset.FromUnixTimeSeconds(until) >= time.GetUtcNow()
            ? opened![..space]
            : null;
    }
}
