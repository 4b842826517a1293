using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>Makes hashes by which votes of one address, or of one network, are known, and nothing else of them.</summary>
/// <param name="key">Of one edition.</param>
public sealed class VoterHash(byte[] key)
{
    /// <summary>As many bytes as the hash has.</summary>
    public const int KeyLength = 32;

    // Bytes of an address that say which network it is in: /24 of IPv4, /48 of IPv6.
    private const int Network4 = 3;
    private const int Network6 = 6;

    /// <summary>The same for all that one mailbox is called: capitals, and what follows a plus sign.</summary>
    public string OfMail(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.Trim().ToLowerInvariant();
        var (at, plus) = (plain.LastIndexOf('@'), plain.IndexOf('+', StringComparison.Ordinal));
        return Of("mail", Encoding.UTF8.GetBytes(plus > 0 && plus < at ? plain[..plus] + plain[at..] : plain));
    }

    public string OfNetwork(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var bytes = plain?.GetAddressBytes() ?? [];
        return Of("network", bytes[..Math.Min(bytes.Length, plain?.AddressFamily == AddressFamily.InterNetworkV6 ? Network6 : Network4)]);
    }

    private string Of(string kind, byte[] what) => Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(kind), 0, .. what]));
}
