using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>From an empty list to an edition that is open, by its secretary and its chair. One site; each fact has a year of its own.</summary>
public sealed class EditionDeskTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Theory]
    [InlineData(2031, RulebookTemplates.Committee)]
    [InlineData(2032, RulebookTemplates.Pitch)]
    public async Task Opening_locks_the_rules_that_were_written_and_prints_their_hash(int year, string template)
    {
        var made = await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", $"{year}"), ("template", template));
        Assert.Equal($"/umbraco/prize/{year}/rules", made.Location);
        var rules = await site.Secretary.GetAsync(made.Location!);
        var saved = await site.Secretary.SubmitAsync(rules.Page.QuerySelector("main form")!, made.Location!, ("TitleNl", "De prijs van het jaar"), ("Quorum", "2"));
        Assert.Equal((HttpStatusCode.Redirect, $"/umbraco/prize/{year}"), (saved.Status, saved.Location));

        var written = RulebookTemplates.Make(template, year)!;
        var expected = (written with { Title = written.Title with { Nl = "De prijs van het jaar" }, Quorum = 2 }).Hash();
        await site.StepAsync(year, Phase.Nominations);
        var page = await site.Secretary.GetAsync($"/umbraco/prize/{year}");
        Assert.Contains(expected, page.Page.QuerySelectorAll(".d4-hash").Select(code => code.TextContent));
        Assert.Equal("Voordragen", page.Page.QuerySelector(".d4-fasen [aria-current]")!.TextContent);
        var edition = (await site.FindAsync(year))!;
        Assert.Equal((expected, Phase.Nominations), (edition.Hash, edition.Phase));
        var token = (await site.Secretary.GetAsync("/umbraco/prize")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Secretary.SendAsync($"/umbraco/prize/{year}/rules", [("TitleNl", "Toch anders"), ("Reason", "zomaar"), ("__RequestVerificationToken", token)])).Status);
    }

    [Fact]
    public async Task A_step_waits_for_its_conditions_and_says_them_in_plain_words()
    {
        await OpenAsync(2033);
        var page = await site.Secretary.GetAsync("/umbraco/prize/2033");
        Assert.Contains("Voordragen kan nog tot en met 1 oktober 2033 om 23.59 uur.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("input[name=to][value=Screening]"));
        var refused = await site.SendStepAsync(2033, Phase.Screening);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Voordragen kan nog tot en met 1 oktober 2033 om 23.59 uur.", refused.Page.QuerySelector("[role=alert]")!.TextContent.Trim());

        // Back is possible while nobody nominated; it asks why, and stays visible.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.SendStepAsync(2033, Phase.Draft)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await site.SendStepAsync(2033, Phase.Draft, ("reason", "De datum klopt niet."))).Status);
        Assert.Contains("Voordragen → Concept De datum klopt niet.", (await site.Secretary.GetAsync("/umbraco/prize/2033")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_rules_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", "2034"), ("template", RulebookTemplates.Pitch));
        var form = (await site.Secretary.GetAsync("/umbraco/prize/2034/rules")).Page.QuerySelector("main form")!;
        var answer = await site.Secretary.SubmitAsync(
            form,
            "/umbraco/prize/2034/rules",
            ("Criteria[1].Weight", "0"), ("Criteria[2].Weight", "veel"), ("ScoringFrom", "2034-09-15T09:00"), ("Quorum", "0"), ("Seed", ""), ("TitleNl", "Wat ik typte"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            ["#Criteria-1-Weight", "#Criteria-2-Weight", "#Quorum", "#ScoringFrom", "#Seed"],
            answer.Page.QuerySelectorAll("#fouten a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.All(answer.Page.QuerySelectorAll("#fouten a"), link => Assert.NotNull(answer.Page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("Wat ik typte", answer.Page.QuerySelector("#TitleNl")!.GetAttribute("value"));
        Assert.Equal("veel", answer.Page.QuerySelector("#Criteria-2-Weight")!.GetAttribute("value"));
        Assert.Equal(RulebookTemplates.Make(RulebookTemplates.Pitch, 2034)!.Hash(), (await site.FindAsync(2034))!.Hash);
    }

    [Fact]
    public async Task Of_two_who_change_one_draft_the_second_is_told()
    {
        await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", "2035"), ("template", RulebookTemplates.Pitch));
        var form = (await site.Secretary.GetAsync("/umbraco/prize/2035/rules")).Page.QuerySelector("main form")!;
        Assert.Equal(HttpStatusCode.Redirect, (await site.Secretary.SubmitAsync(form, "/umbraco/prize/2035/rules", ("TitleNl", "De eerste"))).Status);
        var second = await site.Secretary.SubmitAsync(form, "/umbraco/prize/2035/rules", ("TitleNl", "De tweede"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("De eerste", (await site.FindAsync(2035))!.Rulebook.Title.Nl);

        // Whoever opens what they haven't seen is told as well.
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var opened = await site.Secretary.SendAsync("/umbraco/prize/2035/step", [("to", "Nominations"), ("version", "1"), ("head", LogEntry.Start), ("__RequestVerificationToken", token)]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Phase.Draft), (opened.Status, (await site.FindAsync(2035))!.Phase));
    }

    [Fact]
    public async Task Only_the_chair_amends_and_everybody_sees_why()
    {
        await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", "2036"), ("template", RulebookTemplates.Committee));
        using var carla = await site.Own.SignInAsync("carla", AccountRoles.Juror);
        using var dirk = await site.Own.SignInAsync("dirk", AccountRoles.Juror);
        Assert.Equal(HttpStatusCode.NotFound, (await carla.GetAsync("/umbraco/prize/2036")).Status);
        foreach (var name in new[] { "carla", "dirk" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await site.Secretary.PostAsync("/umbraco/prize/2036/jury", "/umbraco/prize/2036/jury/invite", ("name", name), ("email", $"{name}@voorbeeld.nl"))).Status);
        }

        var key = (await site.Own.AccountAsync("carla")).Key;
        await site.Secretary.PostAsync("/umbraco/prize/2036/jury", "/umbraco/prize/2036/jury/chair", ("juror", $"{key}"));
        await site.StepAsync(2036, Phase.Nominations);
        Assert.Equal(2, (await site.FindAsync(2036))!.State!.Jurors.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await dirk.GetAsync("/umbraco/prize/2036")).Status);

        var form = (await carla.GetAsync("/umbraco/prize/2036/rules")).Page.QuerySelector("main form")!;
        var before = (await site.FindAsync(2036))!.Hash;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await carla.SubmitAsync(form, "/umbraco/prize/2036/rules", ("Quorum", "2"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await carla.SubmitAsync(form, "/umbraco/prize/2036/rules", ("Quorum", "2"), ("Reason", "Een jurylid is ziek."))).Status);
        var after = (await site.FindAsync(2036))!;
        Assert.Equal((2, before), (after.Rulebook.Quorum, after.State!.Edition.Rules.Original.Hash()));
        var page = await site.Secretary.GetAsync("/umbraco/prize/2036");
        Assert.Contains("Een jurylid is ziek.", page.Text, StringComparison.Ordinal);
        Assert.Contains(after.Hash, page.Page.QuerySelectorAll(".d4-hash").Select(code => code.TextContent));
    }

    [Fact]
    public async Task Who_runs_the_prize_is_not_in_its_jury_and_who_is_new_gets_a_mail()
    {
        await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", "2037"), ("template", RulebookTemplates.Committee));
        var refused = await site.Secretary.PostAsync("/umbraco/prize/2037/jury", "/umbraco/prize/2037/jury/invite", ("name", "sien"), ("email", "sien@voorbeeld.nl"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await site.Secretary.PostAsync("/umbraco/prize/2037/jury", "/umbraco/prize/2037/jury/invite", ("name", "Nieuw Jurylid"), ("email", "nieuw@voorbeeld.nl"));
        var mail = await site.Mail.NextAsync();
        Assert.Equal("nieuw@voorbeeld.nl", mail.To);
        Assert.Equal(AccountRoles.Juror, (await site.Own.AccountAsync("Nieuw Jurylid")).Roles);
    }

    [Fact]
    public async Task Forty_who_write_at_once_make_one_log_without_gaps()
    {
        await OpenAsync(2038);
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellation) =>
        {
            await using var scope = site.Own.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Editions>().AppendAsync(
                2038, "p-test", _ => Task.FromResult<IReadOnlyList<PrizeEvent>>([new JurorJoined($"j-{number:00}")]), cancellation: cancellation);
        });

        var rows = await site.Own.AskAsync(db => db.Set<PrizeLogRow>().AsNoTracking().Where(row => row.Year == 2038).OrderBy(row => row.Number).ToListAsync());
        Assert.Equal(41, rows.Count);
        var log = PrizeLog.Read([.. rows.Select(row => new LogEntry(row.Number, row.At, row.Actor, row.Event, row.Previous, row.Hash))]);
        Assert.Equal(40, log.State!.Jurors.Count);
        Assert.Equal(log.Head, (await site.FindAsync(2038))!.Log.Head);
    }

    [Fact]
    public async Task A_refused_event_writes_nothing_and_a_line_that_was_changed_is_found()
    {
        await OpenAsync(2039);
        await using (var scope = site.Own.Services.CreateAsyncScope())
        {
            await Assert.ThrowsAsync<EventRefusedException>(() => scope.ServiceProvider.GetRequiredService<Editions>().AppendAsync(
                2039, "p-test", _ => Task.FromResult<IReadOnlyList<PrizeEvent>>([new JurorJoined("j-1"), new EntryWithdrawn("n-1", "bestaat niet")])));
        }

        Assert.Empty((await site.FindAsync(2039))!.State!.Jurors);
        await site.Own.AskAsync(db => db.Set<PrizeLogRow>().Where(row => row.Year == 2039).ExecuteUpdateAsync(set => set.SetProperty(row => row.Actor, "p-ander")));
        await using var fresh = site.Own.Services.CreateAsyncScope();
        var other = new Editions(fresh.ServiceProvider.GetRequiredService<Web.Storage.SiteDb>(), new EditionCache(), site.Own.Get<Web.Mail.MailSignal>(), NullLogger<Editions>.Instance, TimeProvider.System);
        Assert.Equal(1, (await Assert.ThrowsAsync<TamperedLogException>(() => other.FindAsync(2039, CancellationToken.None))).Fault.Number);

        // Nobody else comes here after this year; the list of editions would say it too.
        await site.Own.AskAsync(db => db.Set<EditionRow>().Where(row => row.Year == 2039).ExecuteDeleteAsync());
    }

    private async Task OpenAsync(int year)
    {
        await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", $"{year}"), ("template", RulebookTemplates.Committee));
        await site.StepAsync(year, Phase.Nominations);
    }

    [Fact]
    public async Task A_log_that_was_tampered_with_keeps_no_other_edition_from_being_read()
    {
        await site.OpenAsync(2061);
        await site.OpenAsync(2062);
        await using var scope = site.Own.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Web.Storage.SiteDb>();
        await db.Set<PrizeLogRow>().Where(row => row.Year == 2061).ExecuteUpdateAsync(row => row.SetProperty(line => line.Event, line => line.Event + " "));
        var editions = new Editions(db, new EditionCache(), site.Own.Get<Web.Mail.MailSignal>(), NullLogger<Editions>.Instance, TimeProvider.System);

        var years = (await editions.AllAsync(CancellationToken.None)).Select(edition => edition.Year).ToList();
        Assert.Contains(2062, years);
        Assert.DoesNotContain(2061, years);
    }
}
