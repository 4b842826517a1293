using System.Text.RegularExpressions;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>Answers to the last byte, to be held against each other: but for what is sealed anew each time, and for hashes.</summary>
internal static partial class ExactAnswers
{
    public static Task<string> ExactAsync(this Person person, string path) => ExactAsync(person, new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public static async Task<string> ExactAsync(this Person person, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await person.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var head = $"{(int)answer.StatusCode} location: {answer.Headers.Location?.OriginalString}, etag: {answer.Headers.ETag}, cache: {answer.Headers.CacheControl}, "
                + $"type: {answer.Content.Headers.ContentType}, file: {answer.Content.Headers.ContentDisposition}";
            return Hash().Replace(Sealed().Replace($"{head}\n{body}", "sealed"), "hash");
        }
    }

    /// <summary>What data protection makes begins like this.</summary>
    [GeneratedRegex(@"CfDJ8[\w-]{20,}")]
    private static partial Regex Sealed();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Hash();
}
