using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>Five times as many registrations as there are places, in ten seconds, with the site killed halfway.</summary>
internal sealed class RegistrationRush(BenchSite site, FigureTable figures)
{
    private const int People = 500;
    private const int Places = 100;
    private const int Seconds = 10;
    private const string Unsent = "SELECT COUNT(*) FROM Mail WHERE SentAt IS NULL AND FailedAt IS NULL";

    /// <summary>A mail that was in hand when the site was killed is taken up again after five minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(7);

    public async Task RunAsync(Process process, int port)
    {
        Measurement.Say($"{People} registrations for {Places} places, with the site killed halfway");
        var meeting = await AnnounceAsync(port);
        var file = new SiteFile(site.Folder);
        await MailedAsync(file);
        var before = Directory.Exists(site.MailFolder) ? Directory.GetFiles(site.MailFolder).Length : 0;
        var times = new Times();
        var rush = Enumerable.Range(0, People).Select(number => Task.Run(() => RegisterAsync(port, meeting, number, times))).ToList();
        await Task.Delay(TimeSpan.FromSeconds(Seconds / 2.0));
        await BenchSite.KillAsync(process);
        await site.StartAsync(port);
        await Task.WhenAll(rush);
        times.Report(figures, "registration answered, the site away in between", Seconds * 1_000);

        var rows = file.Read("SELECT State, Email FROM Registration ORDER BY Id");
        var placed = rows.TakeWhile(row => row[0] == "0").Count();
        var waiting = rows.Skip(placed).Count(row => row[0] == "1");
        var people = rows.Select(row => row[1]).Distinct(StringComparer.Ordinal).Count();
        figures.Add($"{People} registrations in {Seconds} s with a kill", $"{Places} placed, then {People - Places} waiting", $"{placed} placed, then {waiting} waiting ({people} people)", (placed, waiting, people) == (Places, People - Places, People));

        Measurement.Say("waiting until all mail is out");
        await MailedAsync(file);
        var mails = Directory.GetFiles(site.MailFolder).Length - before;
        var unsent = file.Count(Unsent);
        figures.Add("  everyone mailed once", $"{People}", $"{mails} mails ({unsent} not sent)", mails == People && unsent == 0);
    }

    private static async Task<string> AnnounceAsync(int port)
    {
        using var editor = new Visitor(port, 500);
        await editor.SignInAsync(Planting.Editor(2));
        (string Name, string Value)[] fields =
        [
            ("Name", "Lunch met plekken"), ("Summary", "Een lunch."), ("Date", "2095-03-11"), ("From", "12:00"), ("Until", "13:30"), ("PlaceName", "Boreel 1"),
            ("Capacity", Places.ToString(CultureInfo.InvariantCulture)), ("Goals", "12"), ("do", "publish"),
        ];
        var made = await editor.PostAsync("/umbraco/meetings/new", [.. fields, .. await editor.TokenAsync("/umbraco/meetings/new")]);
        return made.Location?.Split('/')[^1] ?? throw new BenchmarkException($"The meeting was not made: {made.Status}.");
    }

    /// <summary>Tries until there is an answer, as people do.</summary>
    private static async Task RegisterAsync(int port, string meeting, int number, Times times)
    {
        await Task.Delay(TimeSpan.FromSeconds(Seconds) * number / People);
        var path = $"/aanmelden/{meeting}";
        using var visitor = new Visitor(port, 2_000 + number);
        (string Name, string Value)[] fields = [("Name", $"Gast {number}"), ("Email", string.Create(CultureInfo.InvariantCulture, $"gast{number}@voorbeeld.nl")), ("Seats", "1"), ("Needs", "")];
        var token = await Visitor.InsistAsync(() => visitor.TokenAsync(path));
        var started = Stopwatch.GetTimestamp();
        var answer = await Visitor.InsistAsync(() => visitor.PostAsync(path, [.. fields, .. token]));
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (answer.Status != HttpStatusCode.OK)
        {
            throw new BenchmarkException($"A registration was answered with {answer.Status}.");
        }
    }

    private static async Task MailedAsync(SiteFile file)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (file.Count(Unsent) > 0 && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
