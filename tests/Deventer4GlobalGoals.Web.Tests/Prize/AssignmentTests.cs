using System.Net;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>Dividing entries among jurors, and the step that waits for it. One site; each fact has a year of its own.</summary>
public sealed class AssignmentTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task A_proposal_is_balanced_changes_nothing_until_it_is_saved_and_lets_scoring_begin()
    {
        await PrepareAsync(2081, quorum: 2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.SendStepAsync(2081, Phase.Scoring)).Status);
        var proposal = await site.Secretary.GetAsync("/umbraco/prize/2081/assignment?perEntry=2");
        Assert.Empty((await site.FindAsync(2081))!.State!.Assigned);
        var form = proposal.Page.QuerySelector("main form[method=post][action$=assignment]")!;
        Assert.Equal(HttpStatusCode.Redirect, (await site.Secretary.SubmitAsync(form, "/umbraco/prize/2081/assignment")).Status);
        var state = (await site.FindAsync(2081))!.State!;
        Assert.Equal([2, 2, 2], state.Entries.Keys.Select(entry => state.Assigned.Count(pair => pair.Entry == entry)));
        Assert.Equal([2, 2, 2], state.Jurors.Select(juror => state.Assigned.Count(pair => pair.Juror == juror)));

        // The same page once more is too old: the log has grown.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Secretary.SubmitAsync(form, "/umbraco/prize/2081/assignment")).Status);
        await site.StepAsync(2081, Phase.Scoring);
        Assert.Equal(Phase.Scoring, (await site.FindAsync(2081))!.Phase);
    }

    [Fact]
    public async Task What_can_t_be_divided_says_why_and_who_is_recused_can_t_be_chosen()
    {
        await PrepareAsync(2082, quorum: 3);
        var state = (await site.FindAsync(2082))!.State!;
        await site.AppendAsync(2082, new JurorRecused(state.Entries.Keys.First(), state.Jurors[0], ConflictDegree.Own, "zijn eigen bedrijf"));
        var proposal = await site.Secretary.GetAsync("/umbraco/prize/2082/assignment?perEntry=3");
        Assert.Contains("Het past niet helemaal", proposal.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(proposal.Page.QuerySelectorAll("input[type=checkbox][disabled]"));
        var form = proposal.Page.QuerySelector("main form[method=post][action$=assignment]")!;
        var forced = await site.Secretary.SubmitAsync(form, "/umbraco/prize/2082/assignment", ("pairs", $"{state.Entries.Keys.First()} {state.Jurors[0]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Empty((await site.FindAsync(2082))!.State!.Assigned);
    }

    /// <summary>Three jurors, three entries, in screening.</summary>
    private async Task PrepareAsync(int year, int quorum)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(year, rules => rules with { Quorum = quorum });
        for (var i = 1; i <= 3; i++)
        {
            await site.Own.AddAsync($"jurylid{year}{i}", AccountRoles.Juror);
            await site.Secretary.PostAsync($"/umbraco/prize/{year}/jury", $"/umbraco/prize/{year}/jury/invite", ("name", $"Jurylid {i}"), ("email", $"jurylid{year}{i}@voorbeeld.nl"));
            await site.AppendAsync(year, new EntryAdmitted($"n-{i}", "bedrijven"));
        }

        await site.MoveToAsync(PrizeSite.Winter);
        await site.StepAsync(year, Phase.Screening);
    }
}
