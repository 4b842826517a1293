using System.Globalization;
using AngleSharp.Dom;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Each figure of the monitor, and each answer of the guide, equals a scan of what is published.</summary>
[Collection(ReadsOnly.Name)]
public class MonitorTests(SharedSite shared)
{
    private IEnumerable<CommunityItem> Items => shared.Site.Get<CommunityIndex>().Current.Items.Values;

    [Theory]
    [InlineData("/monitor", null)]
    [InlineData("/monitor?doel=12", 12)]
    [InlineData("/en/monitor?doel=99&per=x", null)]
    public async Task Kinds_are_counted_per_goal_and_per_target(string address, int? goal)
    {
        ItemKind[] kinds = [ItemKind.Practice, ItemKind.Organisation, ItemKind.Meeting, ItemKind.Article];
        var codes = goal is { } number ? GoalCatalogue.Default.Goal(number).Targets.Select(target => target.Code.ToString()) : GoalCatalogue.Default.Goals.Select(known => known.Number.ToString(CultureInfo.InvariantCulture));
        var expected = codes.Select(code => string.Join(' ', kinds.Select(kind => Items.Count(item => item.Kind == kind && item.GoalValues.Contains(code))).Append(Items.Count(item => kinds.Contains(item.Kind) && item.GoalValues.Contains(code)))));
        Assert.Equal(expected, Rows(await shared.Site.DocumentAsync(address)));
    }

    [Theory]
    [InlineData("/monitor")]
    [InlineData("/monitor?per=sector")]
    [InlineData("/monitor?per=jaar&doel=12")]
    public async Task The_chart_shows_what_the_table_adds_up_to(string address)
    {
        var page = await shared.Site.DocumentAsync(address);
        var section = page.GetElementById("dekking")!.Closest("section")!;
        var totals = section.QuerySelectorAll(".d4-dekking tbody tr").Select(row => row.QuerySelectorAll("td")[^1].TextContent.Trim());
        var bars = section.QuerySelectorAll(".d4-grafiek g").Select(bar => bar.QuerySelector("text")!.TextContent.Trim());
        Assert.Equal(totals, bars.Select(bar => bar.Length == 0 ? "0" : bar));
    }

    [Fact]
    public async Task Sectors_and_years_are_counted_and_lead_to_what_was_counted()
    {
        var page = await shared.Site.DocumentAsync("/monitor?per=sector");
        var cell = page.QuerySelectorAll(".d4-dekking td a").First(link => link.GetAttribute("href")!.Contains("doel=12&", StringComparison.Ordinal));
        var sector = cell.GetAttribute("href")!.Split("sector=")[1];
        Assert.Equal(Items.Count(item => item.Kind is ItemKind.Practice or ItemKind.Organisation && item.GoalValues.Contains("12") && item.Sectors.Any(value => TextFolding.Slug(value) == sector)).ToString(CultureInfo.InvariantCulture), cell.TextContent);
        Assert.StartsWith(cell.TextContent + " ", (await shared.Site.DocumentAsync(cell.GetAttribute("href")!)).GetElementById("gevonden")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(17, Rows(await shared.Site.DocumentAsync("/monitor?per=jaar")).Count());
    }

    [Fact]
    public async Task White_spots_and_growth_are_counted()
    {
        var page = await shared.Site.DocumentAsync("/monitor");
        var worked = Items.Where(item => item.Kind is ItemKind.Practice or ItemKind.Meeting).SelectMany(item => item.Targets).Distinct().Count();
        Assert.Equal(169, page.QuerySelectorAll(".d4-subdoelmuur li").Length);
        Assert.Equal(169 - worked, page.QuerySelectorAll(".d4-subdoelmuur .is-wit").Length);

        var growth = page.GetElementById("groei")!.Closest("section")!.QuerySelectorAll("tbody tr").ToList();
        var dated = Items.Count(item => item.Kind is ItemKind.Practice or ItemKind.Meeting && item.Years.Length > 0);
        Assert.Equal(dated.ToString(CultureInfo.InvariantCulture), growth[^1].QuerySelectorAll("td")[^1].TextContent);
        Assert.Equal(dated, growth.Sum(row => row.QuerySelectorAll("td").Take(2).Sum(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task A_row_of_a_target_has_its_code_and_its_name() => Assert.Equal(
        GoalCatalogue.Default.Goal(12).Targets.Select(target => $"{target.Code} {target.Name("nl")}"),
        (await shared.Site.DocumentAsync("/monitor?doel=12")).QuerySelectorAll(".d4-dekking tbody th").Select(row => row.TextContent.Trim()));

    [Theory]
    [InlineData("/monitor.csv", "doel of subdoel,naam,per,waarde,aantal")]
    [InlineData("/en/monitor.csv", "goal or target,name,by,value,count")]
    [InlineData("/de/monitor.csv", "Ziel oder Unterziel,Name,nach,Wert,Anzahl")]
    public async Task All_figures_are_beside_it_as_csv(string path, string heading)
    {
        var lines = (await shared.Site.TextAsync(path)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(heading, lines[0]);
        Assert.Equal((17 + 169) * 4, lines.Count(line => line.Contains(",Soort,", StringComparison.Ordinal) || line.Contains(",Kind,", StringComparison.Ordinal) || line.Contains(",Art,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_guide_gives_what_fits_and_what_may_fit()
    {
        var practices = Items.Where(item => item.Kind == ItemKind.Practice && item.Sectors.Contains("Industrie")).ToList();
        var page = await shared.Site.DocumentAsync("/een-bedrijf-zoals-het-uwe?sector=industrie&grootte=alle&kosten=10-000-tot-100-000-euro");
        var shown = page.GetElementById("gevonden")!.Closest("section")!.QuerySelectorAll(".d4-boek").Length;
        Assert.Equal(practices.Count(item => !item.CostClass.Contains("Meer dan 100.000 euro")), shown);

        var first = await shared.Site.DocumentAsync("/een-bedrijf-zoals-het-uwe");
        Assert.Equal(
            practices.Count.ToString(CultureInfo.InvariantCulture),
            first.QuerySelector(".d4-keuze[href$='sector=industrie'] .d4-facet__aantal")!.FirstChild!.TextContent);
        Assert.Equal("step", first.QuerySelector(".d4-wijzer__stap--nu")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("/een-bedrijf-zoals-het-uwe")]
    [InlineData("/en/a-company-like-yours")]
    [InlineData("/de/ein-betrieb-wie-ihrer")]
    public async Task Whatever_can_be_chosen_in_the_guide_ends_in_practices(string start)
    {
        var seen = new HashSet<string> { start };
        var toDo = new Queue<string>(seen);
        var results = 0;
        while (toDo.TryDequeue(out var address))
        {
            var page = await shared.Site.DocumentAsync(address);
            if (page.GetElementById("gevonden") is { } found)
            {
                results++;
                Assert.NotEmpty(found.Closest("section")!.QuerySelectorAll(".d4-boek"));
                Assert.Empty(page.QuerySelectorAll(".d4-wijzer__stap--nu"));
            }
            else
            {
                var step = page.QuerySelector(".d4-wijzer__stap--nu")!;
                Assert.NotEmpty(step.QuerySelectorAll("a.d4-keuze"));
                Assert.All(step.QuerySelectorAll("a.d4-keuze .d4-facet__aantal"), count => Assert.NotEqual("0", count.FirstChild!.TextContent));
            }

            foreach (var choice in page.QuerySelectorAll("a.d4-keuze, .d4-wijzer a.d4-verder").Select(link => link.GetAttribute("href")!).Where(seen.Add))
            {
                toDo.Enqueue(choice);
            }
        }

        Assert.InRange(results, 10, int.MaxValue);
    }

    [Fact]
    public async Task What_nobody_did_yet_cannot_be_chosen_and_what_is_not_known_is_not_asked()
    {
        var page = await shared.Site.DocumentAsync("/een-bedrijf-zoals-het-uwe?sector=industrie");
        Assert.Equal("3", page.QuerySelector(".d4-wijzer__stap--nu .d4-wijzer__nummer")!.TextContent);
        Assert.Contains("Deze vraag slaan wij over", page.QuerySelectorAll(".d4-wijzer__stap")[1].TextContent, StringComparison.Ordinal);
        var free = page.QuerySelectorAll(".d4-keuze--leeg").Single(value => value.TextContent.Contains("Geen kosten", StringComparison.Ordinal));
        Assert.Equal("SPAN", free.TagName);
    }

    private static IEnumerable<string> Rows(IDocument page) =>
        page.QuerySelectorAll(".d4-dekking tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())));
}
