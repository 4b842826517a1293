using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Benchmarks.People;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>Takes the figures one after the other, from an empty folder to a site under load.</summary>
internal sealed partial class Measurement(Plan plan, FigureTable figures)
{
    private const int Connections = 8;
    private const double MostPublish = 15;
    private const double MostRender = 5;
    private const string Delivery = "/umbraco/delivery/api/v2/content";
    private const int SomeItems = 1_000;
    private const double MostGrowth = 1.5;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan MostImport = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostDemo = TimeSpan.FromMinutes(3);

    public async Task RunAsync()
    {
        using var site = new BenchSite();
        Say("usync import into an empty database");
        var import = site.RunVerb("usync", "import");
        figures.Add("usync import of uSync/v17, whole process", "< 10 s", $"{import.TotalSeconds:0.0} s", import < MostImport);

        Fill(site, Plan.FewItems);
        AddPublish(Plan.FewItems, Publish(site));
        var demo = Fill(site, plan.Items);
        figures.Add(
            string.Create(CultureInfo.InvariantCulture, $"demo --count {plan.Items}"),
            "< 180 s for 10000",
            $"{demo.TotalSeconds:0} s",
            demo < MostDemo * (plan.Items / (double)Plan.Full.Items));
        AddPublish(plan.Items, Publish(site));

        var (process, port) = await StartAsync(site);
        var goal = Link(port, "/doelen", GoalLink());
        var practice = Link(port, "/praktijkvoorbeelden", PracticeLink());
        RenderUncached(port, ["/", goal, practice, Link(port, "/organisaties", OrganisationLink()), Link(port, "/agenda", MeetingLink())]);
        QueryUncached(port);
        await CompareAsync(site, port, "goal page", goal, 0.5);
        await CompareAsync(site, port, "practice page", practice, 0.5);
        await CompareAsync(site, port, "Delivery item", $"{Delivery}/item/doelen", 0.6);
        await CompareAsync(site, port, "Delivery query", $"{Delivery}?filter=goal:12&sort=name:asc&take=10", 0.6);
        AddMemory(process);
        Say("search engine");
        foreach (var documents in plan.SearchDocuments)
        {
            SearchFigures.Measure(figures, documents);
        }

        Say("goal suggester");
        SuggestFigures.Measure(figures);
    }

    /// <summary>What is promised of a site that is ten times as large.</summary>
    /// <param name="folder">Where that site stays, and perhaps is already; null: it is made and removed.</param>
    public async Task RunLargeAsync(string? folder)
    {
        double some;
        using (var small = new BenchSite())
        {
            Say("usync import into an empty database");
            small.RunVerb("usync", "import");
            Fill(small, SomeItems);
            var cost = Publish(small);
            AddPublish(SomeItems, cost);
            some = cost.Median;
        }

        using var site = new BenchSite(folder);
        var filled = Path.Combine(site.Folder, string.Create(CultureInfo.InvariantCulture, $"filled-{plan.Items}"));
        if (!File.Exists(filled))
        {
            site.RunVerb("usync", "import");
            Fill(site, plan.Items);
            await File.WriteAllBytesAsync(filled, []);
        }

        var large = Publish(site).Median;
        figures.Add(Sized("save + publish, median"), $"<= 1.5 x that of {SomeItems} items", $"{large / some:0.00} x ({large:0.0} ms)", large <= MostGrowth * some);
        var (process, port) = await StartAsync(site);
        QueryUncached(port);
        await CompareAsync(site, port, "Delivery item", $"{Delivery}/item/doelen", 0.6);
        await CompareAsync(site, port, "Delivery query", $"{Delivery}?filter=goal:12&sort=name:asc&take=10", 0.6);
        AddMemory(process);
    }

    /// <summary>What is promised about many people at once.</summary>
    public async Task RunPeopleAsync()
    {
        Say("scoreboard");
        BoardFigures.Measure(figures);
        using (var site = new BenchSite())
        {
            await new PrizeFigures(site, figures).RunAsync();
        }

        using (var site = new BenchSite())
        {
            Say("usync import into an empty database");
            site.RunVerb("usync", "import");
            Fill(site, plan.Items);
            await new DeskFigures(site, figures, plan).RunAsync();
        }
    }

    private async Task<(Process Process, int Port)> StartAsync(BenchSite site)
    {
        Say("start");
        var (process, port, toFirst) = await site.StartAsync();
        var most = plan.Bars.Start;
        figures.Add(Sized("start to first 200"), string.Create(CultureInfo.InvariantCulture, $"< {most} s"), $"{toFirst.TotalSeconds:0.0} s", toFirst.TotalSeconds < most);
        Say("waiting until the search indexes are filled");
        await BenchSite.SettleAsync(process);
        return (process, port);
    }

    private void AddMemory(Process process)
    {
        var (memory, most) = (BenchSite.Resident(process) / Megabyte, plan.Bars.Memory);
        figures.Add(Sized("resident memory after the load"), string.Create(CultureInfo.InvariantCulture, $"< {most} MB"), $"{memory:0} MB", memory < most);
    }

    private static TimeSpan Fill(BenchSite site, int count)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        Say($"demo --count {number}");
        return site.RunVerb("demo", "--count", number, "--seed", number);
    }

    private PublishCost Publish(BenchSite site)
    {
        Say("save and publish");
        return Publishing.Read(site.RunPart(Publishing.Verb, plan.Rounds.ToString(CultureInfo.InvariantCulture)));
    }

    private void AddPublish(int items, PublishCost cost)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"save + publish, median, {items} demo items");
        figures.Add(name, "< 15 ms", $"{cost.Median:0.0} ms (p95 {cost.Slowest:0.0}, processor {cost.Processor:0.0})", cost.Median < MostPublish);
        figures.Add("  shown by the next request", "every time", $"{cost.Visible} of {plan.Rounds}", cost.Visible == plan.Rounds);
    }

    /// <summary>Each request has a query of its own, which is part of the page cache's key: every one is a miss.</summary>
    private void RenderUncached(int port, string[] paths)
    {
        Say("uncached renders");
        foreach (var path in paths)
        {
            AddP95(port, $"uncached render of {path}", MostRender, number => string.Create(CultureInfo.InvariantCulture, $"{path}?meting={number}"));
        }
    }

    /// <summary>Each query asks for another goal, order or page.</summary>
    private void QueryUncached(int port) => AddP95(port, "uncached Delivery query", plan.Bars.Query, number => string.Create(
        CultureInfo.InvariantCulture, $"{Delivery}?filter=goal:{(number % 17) + 1}&sort=name:{(number % 2 == 0 ? "asc" : "desc")}&take=10&skip={number / 34}"));

    private void AddP95(int port, string name, double most, Func<int, string> address)
    {
        using var client = LoadClient.Connect(port);
        var times = new List<double>();
        for (var number = 0; number < plan.Renders / 2 + plan.Renders; number++)
        {
            var target = address(number);
            var request = LoadClient.Request(target);
            var started = Stopwatch.GetTimestamp();
            client.Send(request, target);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // The first third warms up.
        times = [.. times.Skip(plan.Renders / 2).Order()];
        var p95 = times[times.Count * 95 / 100];
        figures.Add(Sized($"{name}, p95"), $"< {most.ToString(CultureInfo.InvariantCulture)} ms", $"{p95:0.0} ms (median {times[times.Count / 2]:0.0})", p95 < most);
    }

    private async Task CompareAsync(BenchSite site, int port, string name, string path, double least)
    {
        Say($"{name} against bare Kestrel");
        byte[] body;
        using (var client = LoadClient.Connect(port))
        {
            client.Send(LoadClient.Request(path), path);
            body = client.Send(LoadClient.Request(path), path).ToArray();
        }

        var bare = await site.StartBareAsync(body);
        var duration = TimeSpan.FromSeconds(plan.LoadSeconds);
        LoadClient.Rate(port, path, Connections, duration);
        LoadClient.Rate(bare, "/", Connections, duration);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            ours.Add(LoadClient.Rate(port, path, Connections, duration));
            theirs.Add(LoadClient.Rate(bare, "/", Connections, duration));
        }

        var (own, yardstick) = (ours.Order().ElementAt(1), theirs.Order().ElementAt(1));
        figures.Add($"{name}, anonymous", $">= {least.ToString(CultureInfo.InvariantCulture)} x bare Kestrel", $"{own / yardstick:0.00} x ({own:0}/s against {yardstick:0}/s, {body.Length} bytes)", own / yardstick >= least);
    }

    private static string Link(int port, string list, Regex pattern)
    {
        using var client = LoadClient.Connect(port);
        var page = Encoding.UTF8.GetString(client.Send(LoadClient.Request(list), list));
        return pattern.Match(page) is { Success: true } match
            ? match.Groups[1].Value
            : throw new BenchmarkException($"{list} has no link to a page below it.");
    }

    private string Sized(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}, {plan.Items} demo items");

    internal static void Say(string what) => Console.Error.WriteLine($"… {what}");

    [GeneratedRegex("href=\"(/doelen/[^\"?#]+)\"")]
    private static partial Regex GoalLink();

    [GeneratedRegex("href=\"(/praktijkvoorbeelden/[^\"?#.]+)\"")]
    private static partial Regex PracticeLink();

    [GeneratedRegex("href=\"(/organisaties/[^\"?#.]+)\"")]
    private static partial Regex OrganisationLink();

    [GeneratedRegex("href=\"(/agenda/[^\"?#.]+)\"")]
    private static partial Regex MeetingLink();
}
