using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Export;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>A result that is sealed, becomes known by itself, can be recomputed, and after its term says nothing of who lost. One site; a year per fact.</summary>
public sealed class ResultTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private static readonly DateTimeOffset Ceremony = new CityTime(2032, 2, 11, 17, 0).First();

    [Fact]
    public async Task Until_the_ceremony_it_is_nowhere_and_then_it_publishes_itself()
    {
        await DecideAsync(2051);
        string[] addresses = ["/prijs/2051/juryrapport", "/en/prijs/2051/juryrapport", "/prijs/2051", "/prijs", "/nieuws", "/feed.atom", "/sitemap.xml", "/zoeken?q=Bedrijf+1", "/api/v1/prize-editions"];
        using var nobody = new Person(site.Own);
        await site.MoveToAsync(Ceremony - TimeSpan.FromSeconds(1));
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        foreach (var address in addresses)
        {
            Assert.DoesNotContain("Het duidelijkst voor de stad in 2051", (await nobody.GetAsync(address)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/prijs/2051/juryrapport")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/prijs/2051")).Status);

        // Not as a draft either: every editor could read that.
        var contents = site.Own.Get<IContentService>();
        Assert.DoesNotContain(contents.GetRootContent().SelectMany(home => contents.GetPagedDescendants(home.Id, 0, 10_000, out _)), page => page.Name == "2051");
        Assert.Equal(HttpStatusCode.OK, (await site.Secretary.GetAsync("/umbraco/prize/2051/report")).Status);

        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(Phase.Announced, (await site.FindAsync(2051))!.Phase);
        var page = await nobody.GetAsync("/prijs/2051");
        Assert.Contains("Bedrijf 1 wint de prijs van 2051", page.Text, StringComparison.Ordinal);
        Assert.Contains("Het duidelijkst voor de stad in 2051.", page.Text, StringComparison.Ordinal);
        var path = page.Page.QuerySelector("a[href$=juryrapport]")!.GetAttribute("href")!;
        var report = await nobody.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.Contains("Bedrijf 1", report.Text, StringComparison.Ordinal);

        // Who lost and is no finalist has no name, and jurors have none.
        Assert.DoesNotContain("Bedrijf 3", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jurylid 1", report.Text, StringComparison.Ordinal);
        var edition = (await site.FindAsync(2051))!;
        Assert.Contains(edition.Hash, report.Page.QuerySelectorAll(".d4-hash").Select(code => code.TextContent));
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/de/prijs/2051/juryrapport")).Status);

        // Once: the clock ticks on and nothing more happens.
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(edition.Log.Head, (await site.FindAsync(2051))!.Log.Head);
    }

    [Fact]
    public async Task What_is_handed_out_recomputes_and_a_line_that_was_changed_is_named()
    {
        await DecideAsync(2052);
        var bytes = await site.Secretary.BytesAsync("/umbraco/prize/2052/export");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        await File.WriteAllBytesAsync(file, bytes);
        var head = (await site.FindAsync(2052))!.Log.Head;
        using (var output = new StringWriter())
        {
            Assert.Equal(0, PrizeCommand.Run(["verify", "--export", file, "--head", head], output, TextWriter.Null));
        }

        using (var zip = await ZipFile.OpenReadAsync(file))
        {
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync());
                var text = await reader.ReadToEndAsync();
                Assert.DoesNotContain("Jurylid", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Bedrijf", text, StringComparison.Ordinal);
                Assert.DoesNotContain("@voorbeeld.nl", text, StringComparison.Ordinal);
            }
        }

        File.Delete(file);
        using var sound = new StringWriter();
        Assert.Equal(0, await PrizeCommand.RunAsync(["verify", "--edition", "2052", "--head", head], site.Own.Services, sound, TextWriter.Null, CancellationToken.None));
        Assert.Contains("bedrijven,1,n-1,3,", sound.ToString(), StringComparison.Ordinal);
        Assert.Contains("decided bedrijven: n-1", sound.ToString(), StringComparison.Ordinal);

        var number = (await site.FindAsync(2052))!.Log.Entries.First(line => line.Event.Contains("ballotCast", StringComparison.Ordinal)).Number;
        await site.Own.AskAsync(db => db.Set<PrizeLogRow>().Where(row => row.Year == 2052 && row.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Event, row => row.Event.Replace("\"value\":6", "\"value\":9"))));
        using var tampered = new StringWriter();
        Assert.Equal(1, await PrizeCommand.RunAsync(["verify", "--edition", "2052"], site.Own.Services, tampered, TextWriter.Null, CancellationToken.None));
        Assert.Contains($"{ResultFiles.Log}, line {number}:", tampered.ToString(), StringComparison.Ordinal);

        // Other facts ask for all editions.
        await site.Own.AskAsync(db => db.Set<EditionRow>().Where(row => row.Year == 2052).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task After_its_term_who_lost_is_anonymous_by_itself_and_the_result_still_recomputes()
    {
        await DecideAsync(2053);
        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Contains("Bedrijf 2", (await site.Secretary.GetAsync("/umbraco/prize/2053/report")).Text, StringComparison.Ordinal);

        // What took part becomes the draft of a practice at one click, and nothing of it is online.
        var key = (await site.Own.AskAsync(db => db.Set<NominationRow>().SingleAsync(row => row.Year == 2053 && row.Pseudonym == "n-2"))).Key;
        var nomination = $"/umbraco/prize/2053/nominations/{key}";
        Assert.Equal(nomination, (await site.Secretary.PostAsync(nomination, nomination + "/practice")).Location);
        var contents = site.Own.Get<IContentService>();
        var draft = Assert.Single(contents.GetRootContent().SelectMany(home => contents.GetPagedDescendants(home.Id, 0, 10_000, out _)), page => page.Name == "Bedrijf 2, prijs 2053");
        Assert.Equal((false, "Een jaar lang wegen wat er terugkomt."), (draft.Published, draft.GetValue<string>("whatWasDone", "nl")));

        await site.MoveToAsync(Ceremony + Anonymising.Term);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        var edition = (await site.FindAsync(2053))!;
        Assert.Equal(Phase.Archived, edition.Phase);
        var rows = await site.Own.AskAsync(db => db.Set<NominationRow>().AsNoTracking().Where(row => row.Year == 2053).OrderBy(row => row.Pseudonym).ToListAsync());
        Assert.Equal(["nora@voorbeeld.nl", "", ""], rows.Select(row => row.NominatorEmail));
        var keys = rows.Skip(1).Select(row => row.Key).ToArray();
        var texts = await site.Own.AskAsync(db => db.Set<NominationVersionRow>().AsNoTracking().Where(version => keys.Contains(version.Nomination)).Select(version => version.Text).ToListAsync());
        Assert.All(texts, text => Assert.DoesNotContain("Bedrijf", text, StringComparison.Ordinal));
        using var nobody = new Person(site.Own);
        var report = await nobody.GetAsync("/prijs/2053/juryrapport");
        Assert.Contains("Bedrijf 1", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bedrijf 2", report.Text, StringComparison.Ordinal);
        Assert.Equal(0, await PrizeCommand.RunAsync(["verify", "--edition", "2053", "--head", edition.Log.Head], site.Own.Services, TextWriter.Null, TextWriter.Null, CancellationToken.None));
    }

    [Fact]
    public async Task Winner_and_finalists_have_a_certificate_and_a_badge_from_the_ceremony_on()
    {
        await DecideAsync(2056);
        using var nobody = new Person(site.Own);
        string[] addresses = ["/prijs/2056/oorkonde/n-1", "/prijs/2056/embleem/n-1.svg", "/en/prijs/2056/oorkonde/n-2", "/de/prijs/2056/embleem/n-2.svg"];
        await site.MoveToAsync(Ceremony - TimeSpan.FromMinutes(5));
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await site.Secretary.GetAsync(address)).Status);
        }

        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(address.Replace("n-1", "n-3", StringComparison.Ordinal).Replace("n-2", "n-3", StringComparison.Ordinal))).Status);
        }

        var archive = await nobody.GetAsync("/prijs/2056");
        Assert.Equal(["Winnaar: Bedrijf 1", "Finalist: Bedrijf 2"], archive.Page.QuerySelectorAll("a[href*='/oorkonde/']").Select(link => link.TextContent));
        Assert.Equal(2, (await site.Secretary.GetAsync("/umbraco/prize/2056")).Page.QuerySelectorAll("a[href*='/oorkonde/']").Length);
        var edition = (await site.FindAsync(2056))!;
        var certificate = await nobody.GetAsync(addresses[0]);
        Assert.Equal("Bedrijf 1", certificate.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Het duidelijkst voor de stad in 2056.", certificate.Text, StringComparison.Ordinal);
        var decision = edition.Log.Entries.Last(line => line.Read() is PhaseChanged { To: Phase.Decided });
        Assert.Equal([edition.Hash, decision.Hash], certificate.Page.QuerySelectorAll("article code").Select(code => code.TextContent));
        Assert.DoesNotContain("Het duidelijkst", (await nobody.GetAsync("/prijs/2056/oorkonde/n-2")).Text, StringComparison.Ordinal);

        // The line to copy is a link with a picture, both at the address that everybody sees.
        var line = certificate.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains($"<img src=\"{site.Own.Origin}/prijs/2056/embleem/n-1.svg\"", line, StringComparison.Ordinal);
        using var badge = await site.Own.Http.GetAsync(new Uri("/prijs/2056/embleem/n-1.svg", UriKind.Relative));
        Assert.Equal(
            ("image/svg+xml", "default-src 'none'", "cross-origin"),
            (badge.Content.Headers.ContentType!.MediaType, badge.Headers.GetValues("Content-Security-Policy").Single(), badge.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));

        // A finalist loses their name, also where an answer was kept; what they put on their own site stays.
        Assert.Contains("Bedrijf 2", await site.Own.Http.GetStringAsync(new Uri("/prijs/2056/juryrapport", UriKind.Relative)), StringComparison.Ordinal);
        await site.MoveToAsync(Ceremony + Anonymising.Term);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.DoesNotContain("Bedrijf 2", await site.Own.Http.GetStringAsync(new Uri("/prijs/2056/juryrapport", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Secretary.GetAsync("/prijs/2056/oorkonde/n-1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Secretary.GetAsync("/prijs/2056/oorkonde/n-2")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Secretary.GetAsync("/prijs/2056/embleem/n-2.svg")).Status);
    }

    [Theory]
    [InlineData("Bedrijven")]
    [InlineData("<script>alert(1)</script> & \"co\" \u0007\u202e")]
    [InlineData("Een categorie met een naam die veel langer is dan er op een embleem past, en nog een stuk verder gaat")]
    public void A_badge_is_a_drawing_and_nothing_else(string category)
    {
        var rules = PrizeSite.Rules(2031) with { Categories = [new Category("een", new Label(category)), new Category("twee", new Label("Scholen"))] };
        var edition = new EditionNow(2031, rules, 1, PrizeLog.Empty);
        var drawing = XDocument.Parse(LaureateBadge.Draw(new Laureate(edition, "n-1", rules.Categories[0], false, new NominationText()), "nl"));
        Assert.Equal(["g", "rect", "svg", "text", "title"], drawing.Descendants().Select(element => element.Name.LocalName).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(drawing.Descendants().Attributes(), attribute => attribute.Name.LocalName is "href" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal(17, drawing.Descendants().Count(element => element.Name.LocalName == "text" && element.Attribute("text-anchor")?.Value == "middle"));
        Assert.Contains("Finalist", drawing.Root!.Value, StringComparison.Ordinal);

        // The stones stand apart, and none is outside the drawing.
        var stones = drawing.Root.Elements().Where(element => element.Name.LocalName == "rect").Skip(1).Select(element => (X: (double)element.Attribute("x")!, Y: (double)element.Attribute("y")!, Width: (double)element.Attribute("width")!)).ToList();
        Assert.Equal(18, stones.Count);
        Assert.All(stones.Zip(stones.Skip(1)).Where(pair => pair.Second.X > pair.First.X), pair => Assert.True(pair.Second.X > pair.First.X + pair.First.Width));
        Assert.All(stones, stone => Assert.InRange(stone.X + stone.Width, 0, LaureateBadge.Width - 20));
    }

    [Fact]
    public async Task An_edition_that_fails_keeps_no_other_from_being_known()
    {
        await DecideAsync(2054);
        await DecideAsync(2059);
        var broken = await site.Own.AskAsync(db => db.Set<NominationRow>().AsNoTracking().FirstAsync(row => row.Year == 2059));
        var text = (await site.Own.AskAsync(db => db.Set<NominationVersionRow>().AsNoTracking().SingleAsync(version => version.Nomination == broken.Key))).Text;
        await SetAsync("{");
        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        using var nobody = new Person(site.Own);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/prijs/2059")).Status);
        Assert.Contains("Bedrijf 1 wint de prijs van 2054", (await nobody.GetAsync("/prijs/2054")).Text, StringComparison.Ordinal);

        await SetAsync(text);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Contains("Bedrijf 1 wint de prijs van 2059", (await nobody.GetAsync("/prijs/2059")).Text, StringComparison.Ordinal);

        Task<int> SetAsync(string to) => site.Own.AskAsync(db => db.Set<NominationVersionRow>().Where(version => version.Nomination == broken.Key).ExecuteUpdateAsync(set => set.SetProperty(version => version.Text, to)));
    }

    [Fact]
    public async Task An_edition_that_never_came_to_its_ceremony_is_erased_after_the_last_that_happened_in_it()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2057);
        using var jo = jurors[0];
        jurors[1].Dispose();
        jurors[2].Dispose();
        await jo.PostAsync("/jury/2057/n-1", "/jury/2057/n-1/notes", ("kind", "Private"), ("version", "0"), ("text", "Mooi verhaal van Jansen."));
        var last = Ceremony + TimeSpan.FromDays(10);
        await site.MoveToAsync(last);
        await site.AppendAsync(2057, new EntryWithdrawn("n-3", "withdrawn"));
        await site.MoveToAsync(last + Anonymising.Term - TimeSpan.FromSeconds(30));
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(3, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == 2057 && row.NominatorEmail == "nora@voorbeeld.nl")));
        Assert.Contains("Gebeurt er niets meer, dan wist de site op 21 mei 2032", (await site.Secretary.GetAsync("/umbraco/prize/2057")).Text, StringComparison.Ordinal);

        var before = (await site.FindAsync(2057))!.Log.Head;
        await site.MoveToAsync(last + Anonymising.Term + TimeSpan.FromMinutes(1));
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == 2057 && (row.NominatorEmail != "" || row.AnonymisedAt == null))));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeNoteRow>().CountAsync(note => note.Year == 2057)));
        var keys = await site.Own.AskAsync(db => db.Set<NominationRow>().Where(row => row.Year == 2057).Select(row => row.Key).ToListAsync());
        Assert.All(
            await site.Own.AskAsync(db => db.Set<NominationVersionRow>().AsNoTracking().Where(version => keys.Contains(version.Nomination)).Select(version => version.Text).ToListAsync()),
            text => Assert.DoesNotContain("Bedrijf", text, StringComparison.Ordinal));

        // What happened stays as it was written, and the edition stays where it stopped.
        var edition = (await site.FindAsync(2057))!;
        Assert.Equal((Phase.Scoring, before), (edition.Phase, edition.Log.Head));
    }

    private async Task DecideAsync(int year)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.DecideAsync(year);
    }
}
