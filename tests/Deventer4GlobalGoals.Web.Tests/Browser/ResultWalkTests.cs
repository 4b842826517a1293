using System.Text;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>The chair from the progress of the jury to a decision, the secretary after it, and everybody after the ceremony: on a phone and on a desk.</summary>
public sealed partial class ResultWalkTests(OpenBrowser browser, PrizeSite site) : IClassFixture<OpenBrowser>, IClassFixture<PrizeSite>
{
    [BrowserTheory]
    [InlineData(2091, 360)]
    [InlineData(2092, 1280)]
    public async Task From_ballots_to_a_decision_that_everybody_reads_after_the_ceremony(int year, int width)
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(year, rules => rules with { Quorum = 2 })).Jurors)
        {
            juror.Dispose();
        }

        (await site.ChairAsync(year)).Dispose();
        var strict = (await site.FindAsync(year))!.State!.Jurors[0];
        await site.AppendAsync(year, new JurorUnassigned("n-2", strict, "verdeeld"), new JurorRecused("n-3", strict, ConflictDegree.Close, "declared by the juror"));
        await using var secretary = await EnterAsync(site.SecretaryEmail, width);
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}/progress");
        await Look.AtAsync(secretary, width, "prijs-voortgang");
        var key = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == $"jurylid{year}2@voorbeeld.nl"))).Key;
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}/jury/{key}/stop");
        await Look.AtAsync(secretary, width, "prijs-jurylid-stopt");
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}/jury");
        await secretary.Page.FillAsync("#name", "Late Lotte");
        await secretary.Page.FillAsync("#email", $"lotte{year}@voorbeeld.nl");
        await secretary.Page.Keyboard.PressAsync("Enter");
        await secretary.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Late Lotte komt erbij" }).WaitForAsync();
        await Look.AtAsync(secretary, width, "prijs-jurylid-komt-erbij");
        await site.CastAsync(year);
        await site.StepAsync(year, Phase.Deliberation);

        await using var chair = await EnterAsync($"jurylid{year}1@voorbeeld.nl", width);
        var page = chair.Page;
        await page.GotoAsync($"/jury/{year}/conflicts");
        await Look.AtAsync(chair, width, "jury-banden");
        await page.GotoAsync($"/umbraco/prize/{year}/scoreboard");
        await Look.AtAsync(chair, width, "prijs-scorebord");
        await page.GotoAsync($"/umbraco/prize/{year}/deliberation");
        await Look.AtAsync(chair, width, "prijs-overleg");
        await site.AppendAsync(year, new FinalistsChosen("bedrijven", ["n-1", "n-2"]), new WinnerDecided("bedrijven", "Het duidelijkst voor de stad.\nEn elk bedrijf kan het morgen ook.", "n-1"));
        await site.StepAsync(year, Phase.Decided);
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}");
        await Look.AtAsync(secretary, width, "prijs-besloten");

        await site.MoveToAsync(new CityTime(2032, 2, 11, 17, 0).First());
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        await using var visitor = await browser.VisitAsync(site.Own, width);
        await visitor.Page.GotoAsync($"/prijs/{year}");
        await Look.AtAsync(visitor, width, "prijs-editie");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Lees het juryrapport" }).ClickAsync();
        await visitor.Page.WaitForURLAsync($"**/prijs/{year}/juryrapport");
        await Look.AtAsync(visitor, width, "prijs-juryrapport");
        await visitor.Page.GotoAsync($"/prijs/{year}");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Winnaar: Bedrijf 1" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Embleem voor uw eigen site" }).WaitForAsync();
        await Look.AtAsync(visitor, width, "prijs-oorkonde");
        Assert.True(await visitor.Page.Locator("img.d4-embleem").EvaluateAsync<bool>("async image => (await image.decode(), image.naturalWidth > 0)"));

        // On paper it is one sheet.
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Look.PictureAsync(visitor, width, "prijs-oorkonde-papier");
        var paper = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true, Tagged = true }));
        Assert.Single(Sheet().Matches(paper));
        Assert.Empty(visitor.Complaints);
        Assert.Empty(chair.Complaints);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();

    private async Task<Visit> EnterAsync(string email, int width)
    {
        var visit = await browser.VisitAsync(site.Own, width);
        await visit.Page.GotoAsync("/umbraco/sign-in");
        await visit.Page.FillAsync("#email", email);
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return visit;
    }
}
