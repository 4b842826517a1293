using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>
/// Signs messages as the Standard Webhooks specification says: HMAC-SHA256 over id, moment and body, so that a receiver knows who sent
/// it, that nobody changed it, and whether it is old.
/// </summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string MomentHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";

    /// <summary>The value of the signature's header: "v1," and base64.</summary>
    /// <param name="secret">"whsec_" and the key in base64.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="moment">When it is sent.</param>
    /// <param name="body">The body, exactly as sent.</param>
    /// <exception cref="FormatException">The secret isn't one.</exception>
    public static string Sign(string secret, string id, DateTimeOffset moment, string body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var key = Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{Seconds(moment)}.{body}")));
    }

    /// <summary>Seconds since 1970, as the header has them.</summary>
    public static string Seconds(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
