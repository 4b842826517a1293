using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>The people of a jury: what ties them to entries, what happens when one stops, and what is kept of them. One site; a year per fact.</summary>
public sealed class JuryPeopleTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task What_the_site_finds_is_confirmed_or_explained_before_scoring_begins()
    {
        var (partner, own, title) = Partners();
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(2081, rules => rules with { Quorum = 1 });
        await site.MoveToAsync(PrizeSite.Winter);
        using var jo = await site.Own.SignInAsync("bandlid", AccountRoles.Juror);
        await site.Secretary.PostAsync("/umbraco/prize/2081/jury", "/umbraco/prize/2081/jury/invite", ("name", "bandlid"), ("email", "bandlid@voorbeeld.nl"));
        await site.EnterAsync(2081, "n-1", partner.In("nl").Title, partner.Key);
        await site.EnterAsync(2081, "n-2", own.In("nl").Title, own.Key);
        await site.EnterAsync(2081, "n-3", "Heel iemand anders");

        const string Path = "/jury/2081/conflicts";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await jo.PostAsync(Path, Path + "/organisations", ("organisations", "Bestaat Niet"))).Status);
        Assert.Equal(Path, (await jo.PostAsync(Path, Path + "/organisations", ("organisations", own.In("nl").Title))).Location);
        var page = await jo.GetAsync(Path);
        var legends = page.Page.QuerySelectorAll("form fieldset legend").Select(legend => legend.TextContent).ToList();
        Assert.Contains(legends, legend => legend.Contains("uw eigen organisatie", StringComparison.Ordinal));
        Assert.Contains(legends, legend => legend.Contains(title, StringComparison.Ordinal));
        Assert.DoesNotContain(legends, legend => legend.Contains("Heel iemand anders", StringComparison.Ordinal));

        // Scoring doesn't begin before they are answered, and looking again finds nothing twice.
        await site.AppendAsync(2081, [.. (await site.FindAsync(2081))!.State!.Jurors.SelectMany(juror => new[] { "n-1", "n-2", "n-3" }.Select(entry => new JurorAssigned(entry, juror)))]);
        await site.StepAsync(2081, Phase.Screening);
        await site.Secretary.PostAsync("/umbraco/prize/2081/assignment", "/umbraco/prize/2081/conflicts");
        Assert.Contains("mogelijke banden is nog niets gezegd", (await site.SendStepAsync(2081, Phase.Scoring)).Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var rows = await site.Own.AskAsync(db => db.Set<PrizeConflictRow>().AsNoTracking().Where(row => row.Year == 2081).ToListAsync());
        var (isOwn, isPartner) = (rows.Single(row => row.Kind == ConflictKind.Organisation), rows.Single(row => row.Kind == ConflictKind.Partner));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await jo.PostAsync(Path, $"{Path}/{isPartner.Id}", ("isSo", "false"), ("explanation", ""))).Status);
        Assert.Equal(Path, (await jo.PostAsync(Path, $"{Path}/{isPartner.Id}", ("isSo", "false"), ("explanation", "Dat was tien jaar geleden."))).Location);
        Assert.Equal(Path, (await jo.PostAsync(Path, $"{Path}/{isOwn.Id}", ("isSo", "true"))).Location);
        foreach (var rest in rows.Where(row => row != isOwn && row != isPartner))
        {
            await jo.PostAsync(Path, $"{Path}/{rest.Id}", ("isSo", "true"));
        }

        var edition = (await site.FindAsync(2081))!;
        Assert.Equal("n-2", Assert.Single(edition.State!.Recused).Entry);
        Assert.DoesNotContain(edition.Log.Entries, line => line.Event.Contains("tien jaar", StringComparison.Ordinal));
        await site.AppendAsync(2081, new EntryWithdrawn("n-2", "withdrawn"));
        await site.StepAsync(2081, Phase.Scoring);
        Assert.Contains("Dat was tien jaar geleden.", (await site.Secretary.GetAsync("/umbraco/prize/2081/progress")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_juror_stops_after_a_plan_that_changed_nothing_and_told_no_score()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2082, rules => rules with { Quorum = 3 });
        using var jo = jurors[0];
        using var bo = jurors[1];
        using var cees = jurors[2];
        await jo.PostAsync("/jury/2082/n-1", "/jury/2082/n-1", ("version", "0"), ("scores[effect]", "9"), ("scores[na-te-doen]", "9"), ("scores[vernieuwend]", "9"));
        var key = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == "jurylid20821@voorbeeld.nl"))).Key;
        var path = $"/umbraco/prize/2082/jury/{key}/stop";
        var head = (await site.FindAsync(2082))!.Log.Head;
        var plan = await site.Secretary.GetAsync(path + "?keep=true");
        Assert.Contains("Te weinig juryleden voor: Bedrijf 2, Bedrijf 3", plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("De volgorde", plan.Text, StringComparison.Ordinal);
        Assert.Equal(head, (await site.FindAsync(2082))!.Log.Head);
        Assert.Contains("Bedrijf 1", (await site.Secretary.GetAsync(path + "?keep=false")).Page.QuerySelector("#genoeg")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // The plan is of this moment: when something happened since, it is shown again.
        var form = plan.Page.QuerySelector("main form[method=post]")!;
        await bo.PostAsync("/jury/2082/n-1", "/jury/2082/n-1", ("version", "0"), ("scores[effect]", "8"), ("scores[na-te-doen]", "8"), ("scores[vernieuwend]", "8"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Secretary.SubmitAsync(form, path)).Status);
        var fresh = (await site.Secretary.GetAsync(path + "?keep=true")).Page.QuerySelector("main form[method=post]")!;
        Assert.Equal("/umbraco/prize/2082/jury", (await site.Secretary.SubmitAsync(fresh, path)).Location);
        var state = (await site.FindAsync(2082))!.State!;
        Assert.Equal((2, 2), (state.Jurors.Count, state.Counting().Count()));
        Assert.Equal(HttpStatusCode.NotFound, (await jo.GetAsync("/jury/2082/n-1")).Status);
    }

    [Fact]
    public async Task A_juror_who_joins_late_gets_a_share_after_a_plan_that_changed_nothing()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2084);
        using var jo = jurors[0];
        jurors[1].Dispose();
        jurors[2].Dispose();
        (string, string)[] ballot = [("version", "0"), ("scores[effect]", "9"), ("scores[na-te-doen]", "9"), ("scores[vernieuwend]", "9")];
        await jo.PostAsync("/jury/2084/n-1", "/jury/2084/n-1", ballot);
        const string Path = "/umbraco/prize/2084/jury";
        var head = (await site.FindAsync(2084))!.Log.Head;
        var plan = await site.Secretary.PostAsync(Path, Path + "/invite", ("name", "Late Lotte"), ("email", "lotte2084@voorbeeld.nl"));
        Assert.Equal(HttpStatusCode.OK, plan.Status);
        var lotte = plan.Page.QuerySelectorAll("main tbody tr").Single(row => row.Children[0].TextContent == "Late Lotte");
        Assert.Equal(["0", "2"], lotte.Children.Skip(1).Select(cell => cell.TextContent));
        Assert.Contains("Elke inzending heeft dan genoeg juryleden.", plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("9,0", plan.Text, StringComparison.Ordinal);
        Assert.Equal((head, 0), ((await site.FindAsync(2084))!.Log.Head, await site.Own.AskAsync(db => db.Users.CountAsync(account => account.Email == "lotte2084@voorbeeld.nl"))));

        // The plan is of this moment: when something happened since, it is shown again.
        var form = plan.Page.QuerySelector("main form[action$=join]")!;
        await jo.PostAsync("/jury/2084/n-2", "/jury/2084/n-2", ballot);
        var stale = await site.Secretary.SubmitAsync(form, Path + "/join");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        var shown = stale.Page.QuerySelectorAll("main li").Select(item => item.TextContent).Where(text => text.StartsWith("Late Lotte krijgt", StringComparison.Ordinal)).ToList();
        Assert.Equal(Path, (await site.Secretary.SubmitAsync(stale.Page.QuerySelector("main form[action$=join]")!, Path + "/join")).Location);
        var state = (await site.FindAsync(2084))!.State!;
        var juror = stale.Page.QuerySelector("input[name=juror]")!.GetAttribute("value")!;
        Assert.Equal(shown, state.Assigned.Where(pair => pair.Juror == juror).Select(pair => $"Late Lotte krijgt Bedrijf {pair.Entry[^1]}").Order(StringComparer.Ordinal));
        Assert.Equal((4, 2, 2), (state.Jurors.Count, state.Counting().Count(), shown.Count));
        Assert.True((await site.Own.AccountAsync("Late Lotte")).IsInvited);

        // Twice is refused, as is whoever runs the prize.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Secretary.PostAsync(Path, Path + "/invite", ("name", "Late Lotte"), ("email", "lotte2084@voorbeeld.nl"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Secretary.PostAsync(Path, Path + "/invite", ("name", "Sien"), ("email", site.SecretaryEmail))).Status);
    }

    [Fact]
    public async Task What_is_kept_of_a_person_is_shown_in_one_step_and_erased_in_one_step()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2083);
        using var jo = jurors[0];
        using var bo = jurors[1];
        using var cees = jurors[2];
        await jo.PostAsync("/jury/2083/n-1", "/jury/2083/n-1/notes", ("kind", "Private"), ("version", "0"), ("text", "Mooi verhaal van Jansen."));
        await jo.PostAsync("/jury/2083/n-2", "/jury/2083/n-2/recuse", ("degree", "Close"), ("reason", "Mijn zwager werkt er."));
        const string Path = "/umbraco/prize/person";
        var found = await site.Secretary.PostAsync(Path, Path, ("email", "JURYLID20831@voorbeeld.nl"));
        Assert.Contains("Mooi verhaal van Jansen.", found.Text, StringComparison.Ordinal);
        Assert.Contains("Mijn zwager werkt er.", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wis alles", found.Text, StringComparison.Ordinal);
        await site.Secretary.PostAsync(Path, Path + "/erase", ("email", "jurylid20831@voorbeeld.nl"));
        Assert.Equal(3, await site.Own.AskAsync(db => db.Set<PrizePersonRow>().CountAsync(row => row.Year == 2083 && row.IsJuror)));

        // After stopping it can be erased; the log goes on without knowing who it was.
        var key = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == "jurylid20831@voorbeeld.nl"))).Key;
        var stop = $"/umbraco/prize/2083/jury/{key}/stop";
        await site.Secretary.SubmitAsync((await site.Secretary.GetAsync(stop)).Page.QuerySelector("main form[method=post]")!, stop);
        Assert.Equal(Path, (await site.Secretary.PostAsync(Path, Path + "/erase", ("email", "jurylid20831@voorbeeld.nl"))).Location);
        Assert.Equal(2, await site.Own.AskAsync(db => db.Set<PrizePersonRow>().CountAsync(row => row.Year == 2083 && row.IsJuror)));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeNoteRow>().CountAsync(row => row.Year == 2083)));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeConflictRow>().CountAsync(row => row.Year == 2083)));
        Assert.Contains("Van dit adres bewaren de prijs en de redactie niets.", (await site.Secretary.PostAsync(Path, Path, ("email", "jurylid20831@voorbeeld.nl"))).Text, StringComparison.Ordinal);

        // Who nominated is in it too.
        await site.Secretary.PostAsync(Path, Path + "/erase", ("email", "nora@voorbeeld.nl"));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.NominatorEmail == "nora@voorbeeld.nl")));
        Assert.Equal(Phase.Scoring, (await site.FindAsync(2083))!.Phase);
    }

    /// <summary>Two organisations of the site that made a practice together.</summary>
    private (CommunityItem Partner, CommunityItem Own, string Title) Partners()
    {
        var community = site.Own.Get<CommunityIndex>().Current;
        var practice = community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl").First(item => item.Organisations.Select(community.Find).Count(found => found is { Kind: ItemKind.Organisation }) > 1);
        var organisations = practice.Organisations.Select(community.Find).OfType<CommunityItem>().Take(2).ToArray();
        var title = community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl").First(item => organisations.All(one => item.Organisations.Contains(one.Key))).In("nl").Title;
        return (organisations[0], organisations[1], title);
    }
}
