using System.Security.Cryptography;
using System.Text;

namespace Deventer4GlobalGoals.Prize.Rules;

/// <summary>SHA-256 over the UTF-8 of a text, as 64 lower-case hexadecimal digits.</summary>
public static class Fingerprint
{
    public const int Length = 64;

    /// <exception cref="EncoderFallbackException">The text holds half a character (an unpaired surrogate).</exception>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(text)));

    // Lenient encoding would give two different texts with half a character the same hash.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
