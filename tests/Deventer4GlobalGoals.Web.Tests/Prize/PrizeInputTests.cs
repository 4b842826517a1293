using System.Net;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>What can't be in the rules or in time, over HTTP. One site; a year per fact.</summary>
public sealed class PrizeInputTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task Weights_that_sum_to_zero_are_no_rules_and_what_was_typed_stays()
    {
        await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", "2081"), ("template", RulebookTemplates.Pitch));
        var form = (await site.Secretary.GetAsync("/umbraco/prize/2081/rules")).Page.QuerySelector("main form")!;
        var weights = form.QuerySelectorAll("input[name$='.Weight']").Select(field => (field.GetAttribute("name")!, "0")).ToArray();
        var answer = await site.Secretary.SubmitAsync(form, "/umbraco/prize/2081/rules", [.. weights, ("TitleNl", "Wat ik typte")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Geen onderdeel telt mee.", answer.Page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wat ik typte", answer.Page.QuerySelector("#TitleNl")!.GetAttribute("value"));
        Assert.All(answer.Page.QuerySelectorAll("input[name$='.Weight']").SkipLast(1), field => Assert.Equal("0", field.GetAttribute("value")));
        Assert.Equal(RulebookTemplates.Make(RulebookTemplates.Pitch, 2081)!.Hash(), (await site.FindAsync(2081))!.Hash);
    }

    [Fact]
    public async Task A_criterion_that_has_ballots_is_not_taken_away()
    {
        foreach (var juror in (await site.ScoreAsync(2082)).Jurors)
        {
            juror.Dispose();
        }

        await site.CastAsync(2082);
        using var chair = await site.ChairAsync(2082);
        var before = (await site.FindAsync(2082))!;
        var form = (await chair.GetAsync("/umbraco/prize/2082/rules")).Page.QuerySelector("main form")!;
        var answer = await chair.SubmitAsync(form, "/umbraco/prize/2082/rules", ("Criteria[1].Name", ""), ("Reason", "Te veel werk."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("#fouten li"));
        Assert.Contains("Te veel werk.", answer.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        var after = (await site.FindAsync(2082))!;
        Assert.Equal((before.Hash, before.Log.Head), (after.Hash, after.Log.Head));
        await site.MoveToAsync(PrizeSite.Autumn);
    }

    [Fact]
    public async Task A_deadline_in_the_hour_that_comes_twice_lasts_until_the_second_time()
    {
        await site.OpenAsync(2083, rules => rules with
        {
            Nominating = new Window(new CityTime(2031, 9, 1, 9, 0), new CityTime(2031, 10, 26, 2, 30)),
            Scoring = new Window(new CityTime(2031, 11, 1, 9, 0), new CityTime(2031, 11, 30, 23, 59)),
        });
        using var nora = new Person(site.Own);

        // The clock of the city goes from 3 to 2 at 1 o'clock of UTC.
        foreach (var (moment, who, status) in new[]
        {
            ("2031-10-26T00:30:30Z", "eerste", HttpStatusCode.OK), ("2031-10-26T00:45:00Z", "ertussen", HttpStatusCode.OK),
            ("2031-10-26T01:30:20Z", "tweede", HttpStatusCode.OK), ("2031-10-26T01:30:58Z", "telaat", HttpStatusCode.UnprocessableEntity),
        })
        {
            site.Clock.MoveTo(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
            var answer = await site.NominateAsync(nora, 2083, "save", ("Email", $"{who}@voorbeeld.nl"), ("Why", $"Wat {who} typte."));
            Assert.Equal((who, status), (who, answer.Status));
            if (status != HttpStatusCode.OK)
            {
                Assert.Contains("Voordragen kan niet meer.", answer.Text, StringComparison.Ordinal);
                Assert.Equal("Wat telaat typte.", answer.Page.QuerySelector("#Why")!.TextContent);
            }
        }

        Assert.Equal(3, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == 2083)));
        await site.MoveToAsync(PrizeSite.Autumn);
    }
}
