using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Deventer4GlobalGoals.Web.Tests.Site;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>A day, or a moment with the zone that it was written in.</summary>
internal sealed record ForeignMoment(DateOnly? Date, DateTimeOffset? Instant, string Zone);

/// <summary>The host or a guest; the address begins with "mailto:".</summary>
internal sealed record ForeignPerson(string? Name, string Address, string? Status);

internal sealed record ForeignEvent(
    string Uid,
    long Sequence,
    ForeignMoment Stamp,
    ForeignMoment Start,
    ForeignMoment? End,
    string Status,
    string Summary,
    string? Description,
    string? Location,
    string Url,
    IReadOnlyList<ForeignPerson> Organizers,
    IReadOnlyList<ForeignPerson> Attendees);

/// <summary>What somebody else's calendar makes of ours: ical.js, which Thunderbird reads its calendars with.</summary>
internal sealed record ForeignCalendar(string Method, string? Name, IReadOnlyList<ForeignEvent> Events)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<ForeignCalendar> ReadAsync(string text) => (await ReadAllAsync([text]))[0];

    /// <summary>Many at once: starting node takes longer than reading.</summary>
    public static async Task<IReadOnlyList<ForeignCalendar>> ReadAllAsync(IEnumerable<string> texts)
    {
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, "node_modules", "ical.js")), "ical.js isn't installed: run npm ci.");
        var script = Path.Combine(Repository.Root, "tests", "Deventer4GlobalGoals.Web.Tests", "Harness", "read-calendars.mjs");
        var start = new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(texts.ToList()));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script}: {await errors}");
        return JsonSerializer.Deserialize<List<ForeignCalendar>>(await output, Json)!;
    }
}
