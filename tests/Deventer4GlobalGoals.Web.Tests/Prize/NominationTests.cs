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
