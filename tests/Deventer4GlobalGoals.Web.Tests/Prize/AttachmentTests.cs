using System.Net;
using System.Text;
using Deventer4GlobalGoals.Cms.Tests.Media.Pictures;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Files with a nomination, from the form to the jury and until they are erased. One site; a year per fact.</summary>
public sealed class AttachmentTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    /// <summary>Kestrel's own limit is 30,000,000 bytes.</summary>
    private const int TooMuch = 30_100_000;

    private const string Secret = "52.2552N 6.1639E";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj << >> endobj\n%%EOF\n");

    [Fact]
    public async Task A_file_is_added_read_and_removed_by_the_link_and_a_photo_loses_where_it_was_made()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (nora, path) = await DraftAsync(2041);
        var plain = TestPicture.Quarters(40, 20).ToPng();
        byte[] tagged = [.. plain[..33], .. TestPicture.Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret)), .. plain[33..]];
        Assert.Equal(path, (await AddAsync(nora, path, "C:\\foto's\\dak.jpg", tagged, "Ons dak")).Location?.Split('#')[0]);
        Assert.Equal(path, (await AddAsync(nora, path, "cijfers.pdf", Pdf, "De cijfers")).Location?.Split('#')[0]);

        var page = await nora.GetAsync(path);
        var links = page.Page.QuerySelectorAll(".d4-bijlagen a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);
        Assert.Contains("dak.png", page.Text, StringComparison.Ordinal);
        Assert.Equal(plain, await nora.BytesAsync(links["Ons dak"]));
        Assert.Equal(Pdf, await nora.BytesAsync(links["De cijfers"]));
        using var answer = await site.Own.Http.GetAsync(new Uri(links["De cijfers"], UriKind.Relative));
        Assert.Equal(
            ("attachment", "cijfers.pdf", "application/pdf", "nosniff", "default-src 'none'; sandbox", "no-store"),
            (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName, answer.Content.Headers.ContentType!.MediaType,
                answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Content-Security-Policy").Single(), answer.Headers.CacheControl!.ToString()));

        await nora.PostAsync(path, links["De cijfers"] + "/weg");
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync(links["De cijfers"])).Status);
        Assert.Equal(["Ons dak"], (await FilesAsync(2041)).Select(file => file.Description));

        // The link of another nomination doesn't open it.
        var (piet, other) = await DraftAsync(2042);
        Assert.Equal(HttpStatusCode.NotFound, (await piet.GetAsync($"{other}/bijlagen/{(await FilesAsync(2041)).Single().Key}")).Status);
    }

    [Theory]
    [InlineData("rapport.pdf", "<html><script>alert(1)</script>", "Rapport", "#File", "geen PDF-bestand")]
    [InlineData("tekening.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "Tekening", "#File", "Dit soort bestand kan hier niet")]
    [InlineData("pagina.html", "<p>Hallo</p>", "Pagina", "#File", "Dit soort bestand kan hier niet")]
    [InlineData("foto.png", "\u0089PNG maar dan kapot", "Foto", "#File", "geen PNG-bestand")]
    [InlineData("", "", "Niets", "#File", "Kies eerst een bestand.")]
    [InlineData("goed.pdf", "%PDF-1.4", "", "#Description", "Zeg in een paar woorden wat dit is.")]
    public async Task What_is_refused_is_said_at_its_field_and_nothing_is_kept(string name, string content, string description, string field, string words)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        if (await site.FindAsync(2043) is null)
        {
            await site.OpenAsync(2043);
        }

        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, 2043, "save", ("Email", $"{Guid.NewGuid():N}@voorbeeld.nl"));
        var mail = await site.Mail.NextAsync();
        var path = new Uri(mail.Text.Split('\n').Single(line => line.Contains("/prijs/voordracht/", StringComparison.Ordinal))).AbsolutePath;
        var answer = await AddAsync(nora, path, name, Encoding.Latin1.GetBytes(content), description);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([field], answer.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")));
        Assert.Contains(words, answer.Page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(description, answer.Page.QuerySelector("#Description")!.GetAttribute("value") ?? string.Empty);
        Assert.Empty(await FilesAsync(2043));
    }

    [Fact]
    public async Task There_are_so_many_so_large_and_only_while_the_nomination_can_be_changed()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (nora, path) = await DraftAsync(2044);
        byte[] large = [.. Pdf, .. new byte[4_900_000]];
        Assert.Contains("Het mag 5 MB zijn", (await AddAsync(nora, path, "te-groot.pdf", [.. large, .. large], "Te groot")).Text, StringComparison.Ordinal);
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(nora, path, $"deel{i}.pdf", large, $"Deel {i}")).Status);
        }

        Assert.Contains("samen groter dan 15 MB", (await AddAsync(nora, path, "deel4.pdf", large, "Deel 4")).Text, StringComparison.Ordinal);
        var token = (await nora.GetAsync(path)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var small in new[] { "vier", "vijf" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(nora, path, small + ".pdf", Pdf, small)).Status);
        }

        Assert.Null((await nora.GetAsync(path)).Page.QuerySelector("input[type=file]"));
        Assert.Contains("Er zijn al 5 bijlagen", (await AddAsync(nora, path, "zes.pdf", Pdf, "zes")).Text, StringComparison.Ordinal);

        // After the deadline they stay as they are.
        var before = site.Clock.GetUtcNow();
        site.Clock.MoveTo(new DateTimeOffset(2031, 10, 3, 10, 0, 0, TimeSpan.Zero));
        var file = (await FilesAsync(2044))[0].Key;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nora.SendAsync($"{path}/bijlagen/{file}/weg", [("__RequestVerificationToken", token)])).Status);
        Assert.Equal(HttpStatusCode.OK, (await nora.GetAsync($"{path}/bijlagen/{file}")).Status);
        Assert.Equal(5, (await FilesAsync(2044)).Count);
        site.Clock.MoveTo(before);
    }

    [Theory]
    [InlineData("", "Het mag 5 MB zijn", 2051)]
    [InlineData("/en", "It may be 5 MB", 2052)]
    public async Task A_request_that_is_larger_than_the_site_takes_comes_back_in_the_form(string language, string words, int year)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (nora, own) = await DraftAsync(year);
        var path = language + own;
        await AddAsync(nora, path, "klein.pdf", Pdf, "Klein");
        var refused = await AddAsync(nora, path, "film.pdf", new byte[TooMuch], "De <b>film</b> van 2030");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains(words, refused.Page.QuerySelector("#fouten a[href='#File']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De <b>film</b> van 2030", refused.Page.QuerySelector("#Description")!.GetAttribute("value"));
        Assert.Equal("Voorbeeldbedrijf De Kantine", refused.Page.QuerySelector("#Organisation")!.GetAttribute("value"));
        Assert.Equal(["Klein"], (await FilesAsync(year)).Select(file => file.Description));

        // Without the token it is refused as ever, and says so.
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[TooMuch]), "File", "film.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path + "/bijlagen", UriKind.Relative)) { Content = content };
        using var without = await nora.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("Dit formulier konden wij niet lezen", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // What is far too large isn't read at all.
        using var far = new ByteArrayContent([]) { Headers = { { "Content-Type", "multipart/form-data; boundary=x" }, { "Content-Length", "400000000" } } };
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri(path + "/bijlagen", UriKind.Relative)) { Content = far };
        asked.Headers.ExpectContinue = true;
        using var farAnswer = await nora.SendAsync(asked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, farAnswer.StatusCode);
        Assert.Contains("Dit is te groot", await farAnswer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        nora.Dispose();
    }

    [Fact]
    public async Task A_jury_that_reads_blind_gets_what_the_secretary_said_is_nameless_and_not_what_it_is_called()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(2045, rules => rules with { Blind = true, Quorum = 1 });
        await site.MoveToAsync(PrizeSite.Winter);
        using var jo = await site.Own.SignInAsync("bijlagejo", Web.Accounts.AccountRoles.Juror);
        await site.Secretary.PostAsync("/umbraco/prize/2045/jury", "/umbraco/prize/2045/jury/invite", ("name", "bijlagejo"), ("email", "bijlagejo@voorbeeld.nl"));
        foreach (var entry in new[] { "n-1", "n-2" })
        {
            await site.EnterAsync(2045, entry, "De Kantine");
            await site.AppendAsync(2045, new Deventer4GlobalGoals.Prize.Log.JurorAssigned(entry, (await site.FindAsync(2045))!.State!.Jurors[0]));
            var key = await NominationAsync(2045, entry);
            await site.Secretary.PostAsync("/umbraco/prize", $"/umbraco/prize/2045/nominations/{key}/copy", ("version", "1"), ("why", "Een jaar lang wegen."));
            await KeepAsync(key, "jaarverslag-De-Kantine.pdf", "Jaarverslag van De Kantine");
        }

        var (first, second) = (await NominationAsync(2045, "n-1"), await NominationAsync(2045, "n-2"));
        var file = (await FilesAsync(2045)).Single(one => one.Nomination == first);
        await site.Secretary.PostAsync("/umbraco/prize", $"/umbraco/prize/2045/nominations/{first}/files/{file.Key}/blind", ("may", "true"));
        await site.StepAsync(2045, Phase.Screening);
        await site.StepAsync(2045, Phase.Scoring);

        var page = await jo.GetAsync("/jury/2045/n-1");
        var link = Assert.Single(page.Page.QuerySelectorAll(".d4-bijlagen a"));
        Assert.Equal("Bijlage 1", link.TextContent);
        Assert.DoesNotContain("Kantine", page.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await jo.GetAsync(link.GetAttribute("href")!)).Status);
        var hidden = (await FilesAsync(2045)).Single(one => one.Nomination == second).Key;
        Assert.Null((await jo.GetAsync("/jury/2045/n-2")).Page.QuerySelector(".d4-bijlagen"));
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync($"/jury/2045/n-2/files/{hidden}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync($"/jury/2045/n-1/files/{hidden}")).Status);

        // Once scoring began, it stays as it was prepared.
        Assert.Equal(HttpStatusCode.NotFound, (await site.Secretary.PostAsync("/umbraco/prize", $"/umbraco/prize/2045/nominations/{second}/files/{hidden}/blind", ("may", "true"))).Status);

        // Whoever is recused has none of it.
        await jo.PostAsync("/jury/2045/n-1", "/jury/2045/n-1/recuse", ("degree", "Own"), ("reason", "Ik werk er."));
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync(link.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task The_secretary_reads_and_removes_and_files_go_with_who_is_erased_and_after_the_term()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.DecideAsync(2046);
        var (winner, other) = (await NominationAsync(2046, "n-1"), await NominationAsync(2046, "n-2"));
        await KeepAsync(winner, "winnaar.pdf", "Van de winnaar");
        await KeepAsync(other, "ander.pdf", "Van een ander");
        var shown = await site.Secretary.GetAsync($"/umbraco/prize/2046/nominations/{other}");
        var link = shown.Page.QuerySelector(".d4-bijlagen a")!;
        Assert.Equal("Van een ander", link.TextContent);
        Assert.Equal(Pdf, await site.Secretary.BytesAsync(link.GetAttribute("href")!));
        Assert.Contains("ander.pdf: Van een ander", (await site.Secretary.PostAsync("/umbraco/prize/person", "/umbraco/prize/person", ("email", "nora@voorbeeld.nl"))).Text, StringComparison.Ordinal);

        await site.MoveToAsync(PrizeSite.Rules(2046).Ceremony.First());
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        await site.WithAsync<Anonymising>(anonymising => anonymising.EraseAsync(2046, "p-test", close: false, CancellationToken.None));
        Assert.Empty(await FilesAsync(2046));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeAttachmentBytesRow>().CountAsync(row => !db.Set<PrizeAttachmentRow>().Any(file => file.Key == row.Attachment))));

        await site.MoveToAsync(PrizeSite.Autumn);
        var (nora, path) = await DraftAsync(2047);
        await AddAsync(nora, path, "een.pdf", Pdf, "Een");
        await AddAsync(nora, path, "twee.pdf", Pdf, "Twee");
        var row = await site.NominationAsync(2047);
        await site.Secretary.PostAsync("/umbraco/prize", $"/umbraco/prize/2047/nominations/{row.Key}/files/{(await FilesAsync(2047))[0].Key}/remove");
        Assert.Equal(["Twee"], (await FilesAsync(2047)).Select(file => file.Description));
        await site.Secretary.PostAsync("/umbraco/prize/person", "/umbraco/prize/person/erase", ("email", row.NominatorEmail));
        Assert.Empty(await FilesAsync(2047));
    }

    private static Task<Answer> AddAsync(Person person, string path, string name, byte[] bytes, string description) =>
        person.UploadAsync(path, path + "/bijlagen", "File", name.Length == 0 ? "leeg" : name, bytes, ("Description", description));

    private async Task<(Person Nora, string Path)> DraftAsync(int year)
    {
        await site.OpenAsync(year);
        var nora = new Person(site.Own);
        await site.NominateAsync(nora, year, "save");
        return (nora, await site.LinkToAsync($"nora{year}@voorbeeld.nl"));
    }

    private async Task KeepAsync(Guid nomination, string name, string description) => await site.Own.AskAsync(db =>
    {
        var file = new PrizeAttachmentRow { Key = Guid.NewGuid(), Nomination = nomination, Name = name, Description = description, Size = Pdf.Length, At = site.Clock.GetUtcNow() };
        db.Add(file);
        db.Add(new PrizeAttachmentBytesRow { Attachment = file.Key, Bytes = Pdf });
        return db.SaveChangesAsync();
    });

    private Task<Guid> NominationAsync(int year, string entry) => site.Own.AskAsync(db => db.Set<NominationRow>().Where(row => row.Year == year && row.Pseudonym == entry).Select(row => row.Key).SingleAsync());

    private Task<List<PrizeAttachmentRow>> FilesAsync(int year) => site.Own.AskAsync(db => (
        from file in db.Set<PrizeAttachmentRow>().AsNoTracking()
        join row in db.Set<NominationRow>() on file.Nomination equals row.Key
        where row.Year == year
        orderby file.At, file.Description
        select file).ToListAsync());
}
