using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>
/// The secret that addresses of pictures are signed with: <c>Umbraco:CMS:Imaging:HMACSecretKey</c> (base64, at least 64 bytes is wise),
/// else one that is made once and kept in the database, so that every node has the same.
/// </summary>
internal sealed class PictureKey(IOptionsMonitor<ImagingSettings> settings, Lazy<IKeyValueService> kept)
{
    private const string Name = "D4GG.Imaging.HMACSecretKey";
    private const int Length = 64;

    private readonly Lock _making = new();
    private byte[]? _kept;

    public byte[] Value => settings.CurrentValue.HMACSecretKey is { Length: > 0 } configured ? configured : _kept ?? Keep();

    /// <summary>The first 128 bits of the HMAC-SHA256 of a text, in hexadecimal.</summary>
    public string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Value, System.Text.Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    public bool IsSigned(string text, string signature) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(Sign(text)),
        System.Text.Encoding.UTF8.GetBytes(signature));

    private byte[] Keep()
    {
        lock (_making)
        {
            if (_kept is null)
            {
                if (kept.Value.GetValue(Name) is null)
                {
                    kept.Value.SetValue(Name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
                }

                // Read back: another node may have been first.
                _kept = Convert.FromBase64String(kept.Value.GetValue(Name)!);
            }

            return _kept;
        }
    }
}
