using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>What the secretary decides of nominations, and who hears it. One site; each fact has a year of its own.</summary>
public sealed class ScreeningTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task Who_is_admitted_is_in_the_log_by_pseudonym_and_hears_it()
    {
        var (nora, path) = await HandedInAsync(2071);
        var row = await site.NominationAsync(2071);
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(2071, row.Key, ("decision", "Admit"))).Status);
        var mail = await site.Mail.NextAsync();
        Assert.Equal(("nora2071@voorbeeld.nl", "Voorbeeldbedrijf De Kantine doet mee"), (mail.To, mail.Subject));
        var log = (await site.FindAsync(2071))!.Log;
        Assert.Equal("bedrijven", log.State!.Entries[row.Pseudonym]);
        Assert.DoesNotContain(log.Entries, line => line.Event.Contains("Kantine", StringComparison.Ordinal) || line.Event.Contains("Nora", StringComparison.Ordinal));

        // Twice is refused, and what takes part doesn't change its text any more.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(2071, row.Key, ("decision", "Admit"))).Status);
        Assert.Null((await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier"));

        // Taking it back takes it out of the log.
        await nora.PostAsync(path, path + "/intrekken");
        Assert.Empty((await site.FindAsync(2071))!.State!.Entries);
        nora.Dispose();
    }

    [Fact]
    public async Task A_refusal_has_a_reason_from_the_list_and_can_be_undone()
    {
        var (nora, _) = await HandedInAsync(2072);
        nora.Dispose();
        var key = (await site.NominationAsync(2072)).Key;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(2072, key, ("decision", "Reject"), ("reason", "zomaar"))).Status);
        Assert.Equal(NominationState.HandedIn, (await site.NominationAsync(2072)).State);
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(2072, key, ("decision", "Reject"), ("reason", "place"), ("note", "Zutphen is prachtig."))).Status);
        var mail = await site.Mail.NextAsync();
        Assert.Contains("De reden: niet uit Deventer.\n\nZutphen is prachtig.", mail.Text, StringComparison.Ordinal);
        await DecideAsync(2072, key, ("decision", "Admit"));
        Assert.Equal("Voorbeeldbedrijf De Kantine doet mee", (await site.Mail.NextAsync()).Subject);
        Assert.Equal(NominationState.Admitted, (await site.NominationAsync(2072)).State);
        var page = await site.Secretary.GetAsync($"/umbraco/prize/2072/nominations/{key}");
        Assert.Equal(
            ["ingediend", "adres bevestigd", "doet niet mee: niet uit Deventer Zutphen is prachtig.", "doet mee"],
            page.Page.QuerySelectorAll(".d4-verloop li").Select(line => line.TextContent.Split(": ", 2)[1].Trim()));
    }

    [Fact]
    public async Task Who_is_asked_to_complete_an_own_nomination_may_do_so_once_after_the_deadline()
    {
        var (nora, path) = await HandedInAsync(2073);
        var before = site.Clock.GetUtcNow();
        await site.MoveToAsync(new DateTimeOffset(2031, 10, 5, 10, 0, 0, TimeSpan.Zero));
        await site.StepAsync(2073, Phase.Screening);
        Assert.Null((await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier"));
        await DecideAsync(2073, (await site.NominationAsync(2073)).Key, ("decision", "AskCompletion"), ("note", "Welke cijfers hebt u?"));
        Assert.Contains("Welke cijfers hebt u?", (await site.Mail.NextAsync()).Text, StringComparison.Ordinal);
        var form = (await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SubmitAsync(form, path, ("Contribution", "38 procent minder."), ("do", "save"))).Status);
        Assert.Null((await nora.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier"));
        nora.Dispose();
        await site.MoveToAsync(before);
    }

    [Fact]
    public async Task An_organisation_that_said_nothing_yet_does_not_take_part_and_a_second_nomination_of_it_is_noticed()
    {
        await site.OpenAsync(2074);
        using var nora = new Person(site.Own);
        foreach (var name in new[] { "Voorbeeldbedrijf De Kantine", "voorbeeldbedrijf  de KANTINE" })
        {
            await site.NominateAsync(nora, 2074, "hand-in", ("Organisation", name), ("IsOwn", "false"), ("NomineeEmail", "kees@voorbeeld.nl"));
            var path = await site.LinkToAsync("nora2074@voorbeeld.nl");
            await nora.PostAsync(path, path + "/bevestigen");
            await site.Mail.NextAsync();
            await site.Mail.NextAsync();
        }

        var list = await site.Secretary.GetAsync("/umbraco/prize/2074/nominations");
        Assert.Equal(2, list.Page.QuerySelectorAll("li .d4-staat").Count(state => state.TextContent == "Misschien dubbel"));
        var key = (await site.Own.AskAsync(db => db.Set<NominationRow>().FirstAsync(row => row.Year == 2074))).Key;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(2074, key, ("decision", "Admit"))).Status);
        Assert.Empty((await site.FindAsync(2074))!.State!.Entries);
        Assert.Equal(2, (await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == 2074 && row.State == NominationState.HandedIn))));
    }

    [Fact]
    public async Task The_chair_and_the_jury_do_not_see_the_secretary_s_lists()
    {
        await site.OpenAsync(2075);
        using var carla = await site.Own.SignInAsync("carla2075", AccountRoles.Juror);
        await site.Secretary.PostAsync("/umbraco/prize/2075/jury", "/umbraco/prize/2075/jury/invite", ("name", "carla"), ("email", "carla2075@voorbeeld.nl"));
        await site.Secretary.PostAsync("/umbraco/prize/2075/jury", "/umbraco/prize/2075/jury/chair", ("juror", $"{(await site.Own.AccountAsync("carla2075")).Key}"));
        Assert.Equal(HttpStatusCode.OK, (await carla.GetAsync("/umbraco/prize/2075")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await carla.GetAsync("/umbraco/prize/2075/nominations")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await carla.GetAsync($"/umbraco/prize/2075/nominations/{Guid.Empty}")).Status);
    }

    private async Task<(Person Nora, string Path)> HandedInAsync(int year)
    {
        await site.OpenAsync(year);
        var nora = new Person(site.Own);
        await site.NominateAsync(nora, year, "hand-in");
        var path = await site.LinkToAsync($"nora{year}@voorbeeld.nl");
        await nora.PostAsync(path, path + "/bevestigen");
        await site.Mail.NextAsync();
        return (nora, path);
    }

    private Task<Answer> DecideAsync(int year, Guid key, params (string Name, string Value)[] fields) =>
        site.Secretary.PostAsync("/umbraco/prize", $"/umbraco/prize/{year}/nominations/{key}", fields);
}
