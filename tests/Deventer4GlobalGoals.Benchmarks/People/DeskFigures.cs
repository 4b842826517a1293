using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>The desk over a large site: one editor, then twenty in the same few pages, then a rush for the places of a meeting.</summary>
internal sealed partial class DeskFigures(BenchSite site, FigureTable figures, Plan plan)
{
    private const string Form = "form#bewerk";
    private const string Field = "f.summary";
    private const string Counting = "Stand ";
    private const int Shared = 5;
    private const double MostList = 50;
    private const double MostForm = 60;
    private const double MostSave = 40;

    /// <summary>Nothing was promised of it; slower would be noticed.</summary>
    private const double MostFile = 500;

    private const string Checks = "/umbraco/checks";
    private const string StillBusy = "De controle is nog bezig";
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> _saved = new(StringComparer.Ordinal);
    private int _conflicts;
    private readonly ConcurrentBag<string> _wrong = [];

    public async Task RunAsync()
    {
        site.RunPart(Planting.Verb, "2095-01-01T09:00");
        var (process, port, _) = await site.StartAsync();
        await BenchSite.SettleAsync(process);
        using (var editor = new Visitor(port, 1))
        {
            await editor.SignInAsync(Planting.Editor(1));
            await AloneAsync(editor);
        }

        await TogetherAsync(port);
        await new RegistrationRush(site, figures).RunAsync(process, port);
        var locked = site.Said.Count(line => line.Contains("database is locked", StringComparison.OrdinalIgnoreCase));
        figures.Add("\"database is locked\" in the log", "0", $"{locked}", locked == 0);
    }

    private async Task AloneAsync(Visitor editor)
    {
        Measurement.Say("desk, one editor");
        var (list, form, save) = (new Times(), new Times(), new Times());
        var rounds = plan.Renders / 5;
        for (var round = -rounds / 2; round < rounds; round++)
        {
            var answer = await editor.GetAsync("/umbraco/items");
            Note(list, round, answer);
        }

        var keys = await KeysAsync(editor, rounds);
        for (var round = -rounds / 2; round < rounds; round++)
        {
            var address = Address(keys[Math.Abs(round) % keys.Count]);
            var page = await editor.GetAsync(address);
            Note(form, round, page);
            var answer = await editor.PostAsync(address, Changed(page, string.Create(CultureInfo.InvariantCulture, $"Meting {round}.")));
            if (answer.Status != HttpStatusCode.Redirect)
            {
                throw new BenchmarkException($"{address} was not saved: {answer.Status}.");
            }

            Note(save, round, answer);
        }

        list.Report(figures, $"desk list, first page, {plan.Items} items", MostList);
        form.Report(figures, "desk edit form", MostForm);
        save.Report(figures, "desk save draft", MostSave);
        await ChecksAsync(editor, keys, rounds);
    }

    /// <summary>The whole site is looked through once; from then on a save should cost a page or a few.</summary>
    private async Task ChecksAsync(Visitor editor, IReadOnlyList<string> keys, int rounds)
    {
        Measurement.Say("checks of the whole site");
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while ((await editor.GetAsync(Checks)).Body.Contains(StillBusy, StringComparison.Ordinal))
        {
            await timer.WaitForNextTickAsync();
        }

        figures.Add($"whole site checked for the first time, {plan.Items} items", string.Empty, $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s", null);
        var (home, found, file, unfinished) = (new Times(), new Times(), new Times(), 0);
        for (var round = -rounds / 2; round < rounds; round++)
        {
            var address = Address(keys[Math.Abs(round) % keys.Count]);
            await editor.PostAsync(address, Changed(await editor.GetAsync(address), string.Create(CultureInfo.InvariantCulture, $"Nagekeken {round}.")));
            Note(home, round, await editor.GetAsync("/umbraco"));
            var list = await editor.GetAsync(Checks);
            unfinished += list.Body.Contains(StillBusy, StringComparison.Ordinal) ? 1 : 0;
            Note(found, round, list);
            Note(file, round, await editor.GetAsync(Checks + "/csv"));
        }

        home.Report(figures, "desk home just after a save", MostForm);
        found.Report(figures, $"  list of what the checks found, {unfinished} times not up to date", MostList);
        file.Report(figures, "  the same as CSV", MostFile);
    }

    /// <summary>Each adds one to the number in a page that others are in as well: an update that is lost would be missing in the end.</summary>
    private async Task TogetherAsync(int port)
    {
        Measurement.Say($"{Planting.Editors} editors at once");
        using var first = new Visitor(port, 100);
        await first.SignInAsync(Planting.Editor(0));
        var pages = (await KeysAsync(first, Shared)).Take(Shared).Select(Address).ToList();
        foreach (var page in pages)
        {
            await first.PostAsync(page, Changed(await first.GetAsync(page), Counting + "0."));
            _saved[page] = 0;
        }

        var times = new Times();
        using var end = new CancellationTokenSource(Together);
        await Task.WhenAll(Enumerable.Range(0, Planting.Editors).Select(number => Task.Run(() => CountAsync(port, number, pages, times, end.Token))));
        var lost = 0;
        foreach (var page in pages)
        {
            lost += _saved[page] - Number(Visitor.FieldsOf((await first.GetAsync(page)).Body, Form));
        }

        foreach (var line in _wrong.Distinct().Take(10))
        {
            Measurement.Say($"  {line}");
        }

        figures.Add($"{Planting.Editors} editors in {Shared} pages for {Together.TotalSeconds:0} s, updates lost", "0", $"{lost} of {_saved.Values.Sum()} ({_conflicts} shown as a conflict, {_wrong.Count} other answers; save p95 {times.At(0.95):0} ms)", lost == 0 && _wrong.IsEmpty);
    }

    private async Task CountAsync(int port, int number, List<string> pages, Times times, CancellationToken end)
    {
        var random = new Random(number);
        using var editor = new Visitor(port, 200 + number);
        await editor.SignInAsync(Planting.Editor(number));
        while (!end.IsCancellationRequested)
        {
            var address = pages[random.Next(pages.Count)];
            var page = await editor.GetAsync(address);
            var next = Number(Visitor.FieldsOf(page.Body, Form)) + 1;

            // Who it is makes every text its own, so that two that are the same never pass for one.
            var answer = await editor.PostAsync(address, Changed(page, string.Create(CultureInfo.InvariantCulture, $"{Counting}{next}. Door redacteur {number}.")));
            if (answer.Status == HttpStatusCode.Redirect)
            {
                times.Add(answer.Milliseconds);
                _saved.AddOrUpdate(address, 1, (_, saved) => saved + 1);
            }
            else if (answer.Status == HttpStatusCode.Conflict)
            {
                Interlocked.Increment(ref _conflicts);
            }
            else
            {
                _wrong.Add($"{address}: {answer.Status}");
            }
        }
    }

    private static void Note(Times times, int round, Reply answer)
    {
        if (round >= 0 && answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect)
        {
            times.Add(answer.Milliseconds);
        }
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(Visitor editor, int least)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; keys.Count < least && page <= 20; page++)
        {
            var list = await editor.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/umbraco/items?type=practice&page={page}"));
            keys.UnionWith(ItemLink().Matches(list.Body).Select(match => match.Groups[1].Value));
        }

        return keys.Count > 0 ? [.. keys] : throw new BenchmarkException("The desk lists no practices.");
    }

    private static string Address(string key) => $"/umbraco/items/{key}?culture=nl";

    private static IEnumerable<(string Name, string Value)> Changed(Reply page, string text) =>
        [.. Visitor.FieldsOf(page.Body, Form).Select(field => field.Name == Field ? (Field, text) : field), ("do", "save")];

    private static int Number(IReadOnlyList<(string Name, string Value)> form) =>
        int.Parse(form.First(field => field.Name == Field).Value[Counting.Length..].Split('.')[0], CultureInfo.InvariantCulture);

    [GeneratedRegex("href=\"/umbraco/items/([0-9a-f-]{36})")]
    private static partial Regex ItemLink();
}
