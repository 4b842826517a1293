using System.Net;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Nominating without an account, from the form to what the nominee says. One site; each fact has a year of its own.</summary>
public sealed class NominationTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task It_counts_when_the_address_is_confirmed_and_not_before()
    {
        await site.OpenAsync(2041);
        using var nora = new Person(site.Own);
        Assert.Equal(HttpStatusCode.OK, (await site.NominateAsync(nora, 2041, "hand-in")).Status);
        Assert.Equal(NominationState.Unconfirmed, (await site.NominationAsync(2041)).State);

        // Looking at the link, as a mail scanner does, confirms nothing.
        var path = await site.LinkToAsync("nora2041@voorbeeld.nl");
        await nora.GetAsync(path);
        Assert.Equal(NominationState.Unconfirmed, (await site.NominationAsync(2041)).State);
        await nora.PostAsync(path, path + "/bevestigen");
        var row = await site.NominationAsync(2041);
        Assert.Equal((NominationState.HandedIn, NomineeAnswer.None), (row.State, row.Answer));
        Assert.Equal("Uw voordracht is ingediend: Voorbeeldbedrijf De Kantine", (await site.Mail.NextAsync()).Subject);

        // Twice does no harm.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nora.PostAsync(path, path + "/bevestigen")).Status);
        Assert.Equal(NominationState.HandedIn, (await site.NominationAsync(2041)).State);
    }

    [Fact]
    public async Task A_draft_goes_on_by_its_link_and_an_older_page_overwrites_nothing()
    {
        await site.OpenAsync(2042);
        using var nora = new Person(site.Own);
        Assert.Equal(HttpStatusCode.OK, (await site.NominateAsync(nora, 2042, "save", ("Name", ""), ("Why", ""), ("Goals", ""))).Status);
        var path = await site.LinkToAsync("nora2042@voorbeeld.nl");
        var old = (await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SubmitAsync(old, path, ("Why", "Eerst dit."), ("do", "save"))).Status);
        var late = await nora.SubmitAsync(old, path, ("Why", "Uit een ander tabblad."), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Uit een ander tabblad.", late.Page.QuerySelector("#Why")!.TextContent);

        var form = (await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
        Assert.Equal("Eerst dit.", form.QuerySelector("#Why")!.TextContent);
        var incomplete = await nora.SubmitAsync(form, path, ("do", "hand-in"));
        Assert.Equal(["#Goals", "#Name"], incomplete.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SubmitAsync(form, path, ("Name", "Nora"), ("Goals", "7"), ("do", "hand-in"))).Status);
        Assert.Equal(NominationState.HandedIn, (await site.NominationAsync(2042)).State);
        Assert.Equal("nora2042@voorbeeld.nl", (await site.Mail.NextAsync()).To);
        var versions = await site.Own.AskAsync(db => db.Set<NominationVersionRow>().CountAsync(row => db.Set<NominationRow>().Any(one => one.Key == row.Nomination && one.Year == 2042)));
        Assert.Equal(3, versions);
    }

    [Fact]
    public async Task Who_is_named_by_another_hears_it_sees_what_becomes_public_and_corrects_it()
    {
        await site.OpenAsync(2043);
        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, 2043, "hand-in", ("IsOwn", "false"), ("NomineeName", "Kees Kok"), ("NomineeEmail", "kees@voorbeeld.nl"));
        var nominator = await site.LinkToAsync("nora2043@voorbeeld.nl");
        await nora.PostAsync(nominator, nominator + "/bevestigen");
        var mails = new[] { await site.Mail.NextAsync(), await site.Mail.NextAsync() }.ToDictionary(mail => mail.To);
        var notice = mails["kees@voorbeeld.nl"].Text;
        foreach (var words in new[] { "omdat Nora uw mailadres", "belang", "wissen", "bezwaar", "Autoriteit Persoonsgegevens", "anoniem" })
        {
            Assert.Contains(words, notice, StringComparison.Ordinal);
        }

        var path = new Uri(notice.Split('\n').Single(line => line.Contains("/prijs/voordracht/", StringComparison.Ordinal))).AbsolutePath;
        using var kees = new Person(site.Own);
        var page = await kees.GetAsync(path);
        var shown = page.Page.QuerySelector("[aria-labelledby=openbaar]")!.TextContent;
        Assert.Contains("Een jaar lang wegen wat er terugkomt.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("nora2043@voorbeeld.nl", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kees", shown, StringComparison.Ordinal);
        var form = page.Page.QuerySelector("form.d4-inzendformulier")!;
        Assert.Equal(HttpStatusCode.Redirect, (await kees.SubmitAsync(form, path, ("Why", "Twee jaar, om precies te zijn."), ("do", "save"))).Status);
        await kees.PostAsync(path, path + "/antwoord", ("accepts", "true"));
        var row = await site.NominationAsync(2043);
        Assert.Equal((NominationState.HandedIn, NomineeAnswer.Accepted, "Kees Kok"), (row.State, row.Answer, row.NomineeName));

        // What the nominee agreed to, the nominator doesn't change any more.
        Assert.Null((await nora.GetAsync(nominator)).Page.QuerySelector("form.d4-inzendformulier"));
        Assert.Contains("Twee jaar, om precies te zijn.", (await nora.GetAsync(nominator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_declines_ends_it_also_when_it_took_part_already()
    {
        await site.OpenAsync(2044);
        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, 2044, "hand-in", ("IsOwn", "false"), ("NomineeEmail", "kees@voorbeeld.nl"));
        var nominator = await site.LinkToAsync("nora2044@voorbeeld.nl");
        await nora.PostAsync(nominator, nominator + "/bevestigen");
        var mails = new[] { await site.Mail.NextAsync(), await site.Mail.NextAsync() }.ToDictionary(mail => mail.To);
        var path = new Uri(mails["kees@voorbeeld.nl"].Text.Split('\n').Single(line => line.Contains("/prijs/voordracht/", StringComparison.Ordinal))).AbsolutePath;
        var row = await site.NominationAsync(2044);
        await site.AppendAsync(2044, new EntryAdmitted(row.Pseudonym, "bedrijven"));
        await nora.PostAsync(path, path + "/antwoord", ("accepts", "false"));
        Assert.Equal((NominationState.Declined, NomineeAnswer.Declined), ((await site.NominationAsync(2044)).State, (await site.NominationAsync(2044)).Answer));
        Assert.Empty((await site.FindAsync(2044))!.State!.Entries);
    }

    [Theory]
    [InlineData(2051, "Email", "geen adres", "#Email")]
    [InlineData(2052, "Organisation", "", "#Organisation")]
    [InlineData(2053, "Category", "bestaat-niet", "#Category")]
    [InlineData(2054, "Goals", "18", "#Goals")]
    [InlineData(2055, "Website", "http://voorbeeld.nl", null)]
    [InlineData(2056, "Drawn", "zelf gemaakt", null)]
    public async Task What_is_wrong_is_said_and_nothing_is_kept_or_mailed(int year, string field, string value, string? at)
    {
        await site.OpenAsync(year);
        using var visitor = new Person(site.Own);
        var answer = await site.NominateAsync(visitor, year, "hand-in", (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(at is null ? [] : [at], answer.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Een jaar lang wegen wat er terugkomt.", answer.Page.QuerySelector("#Why")!.TextContent);
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == year)));
    }

    [Fact]
    public async Task A_link_that_is_made_up_or_changed_leads_nowhere()
    {
        await site.OpenAsync(2045);
        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, 2045, "save");
        var path = await site.LinkToAsync("nora2045@voorbeeld.nl");
        var flipped = path[..^1] + (path[^1] == 'A' ? 'B' : 'A');
        foreach (var wrong in new[] { "/prijs/voordracht/x", flipped[..^8], "/prijs/voordracht/" + site.Own.Get<NominationLinks>().Make(new NominationLink((await site.NominationAsync(2045)).Key, 2041, NominationSide.Nominator)) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync(wrong)).Status);
        }
    }

    [Fact]
    public async Task The_clock_of_the_server_decides_and_what_was_saved_stays()
    {
        await site.OpenAsync(2046, rules => rules with { Nominating = rules.Nominating with { Until = new(2031, 9, 16, 12, 0) } });
        using var nora = new Person(site.Own);
        var before = site.Clock.GetUtcNow();
        await site.NominateAsync(nora, 2046, "save");
        var draft = await site.LinkToAsync("nora2046@voorbeeld.nl");
        using var piet = new Person(site.Own);

        // In the last minute is in time: the form was drawn before it, and the minute of the deadline counts.
        site.Clock.MoveTo(new DateTimeOffset(2031, 9, 16, 10, 0, 40, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, (await site.NominateAsync(piet, 2046, "hand-in", ("Email", "piet@voorbeeld.nl"))).Status);
        var handedIn = await site.LinkToAsync("piet@voorbeeld.nl");
        var blank = (await nora.GetAsync("/prijs/2046/nomineren")).Page.QuerySelector("main form")!;
        var open = (await nora.GetAsync(draft)).Page.QuerySelector("form.d4-inzendformulier")!;
        site.Clock.MoveTo(new DateTimeOffset(2031, 9, 16, 10, 1, 0, TimeSpan.Zero));
        var late = await nora.SubmitAsync(open, draft, ("do", "hand-in"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Voordragen kan niet meer. Wat u bewaarde, is er nog.", late.Text, StringComparison.Ordinal);
        var closed = await nora.SubmitAsync(blank, "/prijs/2046/nomineren", ("Name", "Te Laat"), ("Email", "telaat@voorbeeld.nl"), ("Why", "Dit typte ik nog."), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.Status);
        Assert.Equal("Dit typte ik nog.", closed.Page.QuerySelector("#Why")!.TextContent);
        Assert.Null((await nora.GetAsync("/prijs/2046/nomineren")).Page.QuerySelector("main form"));
        Assert.Contains("Een jaar lang wegen wat er terugkomt.", (await nora.GetAsync(draft)).Text, StringComparison.Ordinal);

        // Who handed in in time has two days to confirm.
        await piet.PostAsync(handedIn, handedIn + "/bevestigen");
        Assert.Equal(1, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == 2046 && row.State == NominationState.HandedIn)));
        await site.Mail.NextAsync();
        await site.MoveToAsync(before);
    }

    [Fact]
    public async Task It_is_taken_back_until_the_decision_and_not_after()
    {
        await site.OpenAsync(2048);
        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, 2048, "save");
        var path = await site.LinkToAsync("nora2048@voorbeeld.nl");
        await nora.PostAsync(path, path + "/intrekken");
        Assert.Equal(NominationState.Withdrawn, (await site.NominationAsync(2048)).State);
        var page = await nora.GetAsync(path);
        Assert.Null(page.Page.QuerySelector($"form[action='{path}/intrekken']"));
        Assert.Contains("Ingetrokken", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2047, true)]
    [InlineData(2050, false)]
    public async Task By_the_link_of_somebody_who_was_erased_nothing_is_written(int year, bool onTheirRequest)
    {
        var before = site.Clock.GetUtcNow();
        await site.OpenAsync(year);
        using var nora = new Person(site.Own);
        await site.NominateAsync(nora, year, "hand-in", ("IsOwn", "false"), ("NomineeName", "Kees Kok"), ("NomineeEmail", $"kees{year}@voorbeeld.nl"));
        var nominator = await site.LinkToAsync($"nora{year}@voorbeeld.nl");
        await nora.PostAsync(nominator, nominator + "/bevestigen");
        var mails = new[] { await site.Mail.NextAsync(), await site.Mail.NextAsync() }.ToDictionary(mail => mail.To);
        var nominee = new Uri(mails[$"kees{year}@voorbeeld.nl"].Text.Split('\n').Single(line => line.Contains("/prijs/voordracht/", StringComparison.Ordinal))).AbsolutePath;
        using var kees = new Person(site.Own);
        var forms = new List<(Person Person, string Path, AngleSharp.Dom.IElement Form)>();
        foreach (var (person, path) in new[] { (nora, nominator), (kees, nominee) })
        {
            forms.Add((person, path, (await person.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!));
        }

        if (onTheirRequest)
        {
            // While everybody else may still do everything.
            await site.WithAsync<Web.Prize.Records.PersonFile>(file => file.EraseAsync($"kees{year}@voorbeeld.nl", CancellationToken.None));
            await site.WithAsync<Web.Prize.Records.PersonFile>(file => file.EraseAsync($"nora{year}@voorbeeld.nl", CancellationToken.None));
        }
        else
        {
            site.Clock.MoveTo(new DateTimeOffset(2032, 6, 1, 10, 0, 0, TimeSpan.Zero));
            await site.WithAsync<Web.Prize.Result.Anonymising>(anonymising => anonymising.EraseAsync(year, "p-test", close: false, CancellationToken.None));
        }

        var erased = await KeptAsync(year);
        Assert.DoesNotContain("Kees", erased, StringComparison.Ordinal);
        foreach (var (person, path, form) in forms)
        {
            foreach (var what in new[] { "save", "hand-in" })
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SubmitAsync(form, path, ("Why", "Toch weer Kees Kok."), ("Name", "Kees Kok"), ("do", what))).Status);
            }

            foreach (var (address, accepts) in new[] { ("/antwoord", "true"), ("/antwoord", "false"), ("/bevestigen", ""), ("/intrekken", "") })
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.SubmitAsync(form, path + address, ("accepts", accepts))).Status);
            }

            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.UploadAsync("/praktijkvoorbeeld-delen", path + "/bijlagen", "file", "kees.pdf", "%PDF-1.4 Kees"u8.ToArray(), ("description", "Kees"))).Status);
            var page = await person.GetAsync(path);
            Assert.Empty(page.Page.QuerySelectorAll($"form[action^='{path}']"));
            Assert.DoesNotContain("Kees", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(erased, await KeptAsync(year));
        await site.MoveToAsync(before);
    }

    /// <summary>All that is kept of the nomination of a year, and what was mailed of it.</summary>
    private Task<string> KeptAsync(int year) => site.Own.AskAsync(async db =>
    {
        var row = await db.Set<NominationRow>().AsNoTracking().SingleAsync(one => one.Year == year);
        var versions = await db.Set<NominationVersionRow>().AsNoTracking().Where(version => version.Nomination == row.Key).OrderBy(version => version.Version).ToListAsync();
        var steps = await db.Set<NominationStepRow>().AsNoTracking().Where(step => step.Nomination == row.Key).OrderBy(step => step.Id).ToListAsync();
        var files = await db.Set<Web.Prize.Files.PrizeAttachmentRow>().AsNoTracking().Where(file => file.Nomination == row.Key).ToListAsync();
        var start = $"nomination/{row.Key:N}/";
        var mails = await db.Set<Web.Mail.MailRow>().CountAsync(mail => mail.Key.StartsWith(start));
        return System.Text.Json.JsonSerializer.Serialize(new { row, versions, steps, files, mails });
    });

    [Fact]
    public async Task Names_with_other_letters_stay_and_marks_that_turn_what_follows_do_not()
    {
        await site.OpenAsync(2057);
        using var noa = new Person(site.Own);
        const string Typed = "  מאפיית השמש \u202e🌱👩‍🌾\u2066 \u200fBrood & Zo\u0007 ";
        const string Kept = "מאפיית השמש 🌱👩‍🌾 \u200fBrood & Zo";
        Assert.Equal(HttpStatusCode.OK, (await site.NominateAsync(noa, 2057, "hand-in", ("Organisation", Typed), ("Name", "نور \u202eaviL"), ("Why", "Brood van gisteren 🥖\r\nwordt \u202eontbijt."))).Status);
        var mail = await site.Mail.NextAsync();
        Assert.Contains(Kept, mail.Subject + mail.Text, StringComparison.Ordinal);
        Assert.Contains("نور aviL", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', mail.Subject + mail.Text);
        var path = new Uri(mail.Text.Split('\n').Single(line => line.Contains("/prijs/voordracht/", StringComparison.Ordinal))).AbsolutePath;
        await noa.PostAsync(path, path + "/bevestigen");
        await site.Mail.NextAsync();
        var page = (await noa.GetAsync(path)).Page;
        Assert.Equal(Kept, page.QuerySelector("#Organisation")!.GetAttribute("value"));
        Assert.Equal("Brood van gisteren 🥖\nwordt \u202eontbijt.", page.QuerySelector("#Why")!.TextContent);
        var nomination = await site.NominationAsync(2057);
        Assert.Contains(Kept, (await site.Secretary.GetAsync($"/umbraco/prize/2057/nominations/{nomination.Key}")).Text, StringComparison.Ordinal);
        Assert.Contains(Kept, (await site.Secretary.GetAsync("/umbraco/prize/2057/nominations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_kilobytes_is_refused_with_a_message_and_stays_in_the_form()
    {
        await site.OpenAsync(2059);
        using var visitor = new Person(site.Own);
        var far = string.Concat(Enumerable.Repeat("Te lang verhaal. ", 6_000));
        var answer = await site.NominateAsync(visitor, 2059, "save", ("Why", far));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["#Why"], answer.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")));
        Assert.Equal(far.Trim(), answer.Page.QuerySelector("#Why")!.TextContent.Trim());
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == 2059)));
    }

    [Fact]
    public async Task There_is_no_form_before_opening()
    {
        await site.WithAsync<Web.Prize.Records.Editions>(editions => editions.AddAsync(PrizeSite.Rules(2049), CancellationToken.None));
        using var nora = new Person(site.Own);
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync("/prijs/2049/nomineren")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nora.GetAsync("/prijs/2090/nomineren")).Status);
    }

    [Theory]
    [InlineData("/en/prijs/2058/nomineren", "Hand in")]
    [InlineData("/de/prijs/2058/nomineren", "Einreichen")]
    public async Task The_form_speaks_three_languages(string path, string button)
    {
        if (await site.FindAsync(2058) is null)
        {
            await site.OpenAsync(2058);
        }

        using var visitor = new Person(site.Own);
        var page = (await visitor.GetAsync(path)).Page;
        Assert.Equal(button, page.QuerySelector("button[value=hand-in]")!.TextContent);
        Assert.Equal(path, page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(path[1..3], page.DocumentElement.GetAttribute("lang"));
    }
}
