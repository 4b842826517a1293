using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Deventer4GlobalGoals.Web.Tests.Prize;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>
/// The two procedures that prizes in the region know, from an empty list to the archive, through pages and the mail that people get. Only the clock is
/// moved: a whole edition takes place on one day, so that nobody has to sign in twice.
/// </summary>
public sealed class ProcedureTests(OpenBrowser browser, PrizeSite site) : IClassFixture<OpenBrowser>, IClassFixture<PrizeSite>
{
    /// <summary>In milliseconds.</summary>
    private const float Patience = 90_000;

    private static readonly DateTimeOffset Noon = new CityTime(2031, 9, 15, 12, 0).First();
    private static readonly DateTimeOffset NominatingIsOver = new CityTime(2031, 9, 15, 13, 5).First();
    private static readonly DateTimeOffset Ceremony = new CityTime(2031, 9, 15, 18, 0).First();

    /// <summary>Anyone pitches somebody else's company in half a page; who was nominated completes it; finalists are chosen and visited; the committee decides.</summary>
    [BrowserFact]
    public async Task A_committee_chooses_finalists_from_what_anyone_proposes_visits_them_and_decides()
    {
        const int Year = 2031;
        await using var secretary = await BeginAsync(Year, "committee");
        await InviteAsync(secretary, Year, "Anna", "Bram");
        await StepAsync(secretary, Year, "Open het voordragen");

        // Somebody who read about it names a company; the company hears of it, says yes and writes the formal entry.
        await using var neighbour = await VisitAsync(360);
        await NominateAsync(neighbour, Year, "buurvrouw", "Bakkerij Broodnodig", "Zij bakken 's nachts op de warmte van gisteren.", nominee: "bakker");
        Assert.DoesNotContain(site.Mail.Sent, mail => mail.To == Address("bakker", Year));
        await ConfirmAsync(neighbour, Year, "buurvrouw");
        await using var baker = await VisitAsync(360);
        var notice = await MailAsync("bakker", Year, "is voorgedragen");
        Assert.Contains("buurvrouw draagt Bakkerij Broodnodig voor", notice.Text, StringComparison.Ordinal);
        Assert.Contains("U mag uw gegevens inzien, laten verbeteren of laten wissen, en bezwaar maken", notice.Text, StringComparison.Ordinal);
        await baker.Page.GotoAsync(notice.Link());
        await baker.Page.GetByText("Zij bakken 's nachts op de warmte van gisteren.").First.WaitForAsync();
        await Press(baker, "Ja, wij doen mee").ClickAsync();
        await baker.Page.GetByText("U doet mee.").WaitForAsync();
        await baker.Page.GetByText("Verander de voordracht").ClickAsync();
        await baker.Page.FillAsync("#Why", "Wij bakken op de warmte van de vorige nacht, en meten elke week hoeveel gas dat scheelt.");
        await Press(baker, "Bewaar").ClickAsync();
        await baker.Page.GetByRole(AriaRole.Definition).Filter(new LocatorFilterOptions { HasText = "hoeveel gas dat scheelt" }).WaitForAsync();

        await using var founder = await VisitAsync(1280);
        await NominateAsync(founder, Year, "oprichter", "Fietsmakerij Om", "Oude fietsen worden bakfietsen voor de buurt.");
        await ConfirmAsync(founder, Year, "oprichter");

        // A person screens, and the work is divided.
        site.Clock.MoveTo(NominatingIsOver);
        await StepAsync(secretary, Year, "Begin de controle");
        await AdmitAsync(secretary, Year, "Bakkerij Broodnodig");
        await AdmitAsync(secretary, Year, "Fietsmakerij Om");
        await DivideAsync(secretary, Year);
        await StepAsync(secretary, Year, "Laat de jury beoordelen");

        await using var anna = await JoinAsync(Year, "Anna", 360);
        await using var bram = await JoinAsync(Year, "Bram", 1280);
        await ScoreAsync(anna, ("Bakkerij Broodnodig", 8), ("Fietsmakerij Om", 7));
        await ScoreAsync(bram, ("Bakkerij Broodnodig", 7), ("Fietsmakerij Om", 6));
        await StepAsync(secretary, Year, "Begin het overleg");

        // Finalists are visited; the chair writes down what the jury decides.
        await anna.Page.GotoAsync($"/umbraco/prize/{Year}/deliberation");
        await anna.Page.Locator(".d4-agenda summary", new PageLocatorOptions { HasText = "Bakkerij Broodnodig" }).ClickAsync();
        var visit = anna.Page.Locator(".d4-agenda details", new PageLocatorOptions { HasText = "Bakkerij Broodnodig" });
        await visit.Locator("input[type=date]").FillAsync("2031-09-15");
        await visit.Locator("textarea").FillAsync("De oven gaf om zeven uur nog warmte aan de buren.");
        await visit.GetByRole(AriaRole.Button).ClickAsync();
        await visit.Locator("input[name=version][value='1']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.Equal("De oven gaf om zeven uur nog warmte aan de buren.", await visit.Locator("textarea").InputValueAsync());
        await anna.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Bakkerij Broodnodig" }).CheckAsync();
        await anna.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Fietsmakerij Om" }).CheckAsync();
        await Press(anna, "Leg de finalisten vast").ClickAsync();
        await anna.Page.GetByText("De finalisten zijn gekozen.").WaitForAsync();
        await DecideAsync(anna, "Bakkerij Broodnodig (finalist)", "Elke bakker kan dit morgen nadoen.");
        await StepAsync(secretary, Year, "Leg het besluit vast");

        // Until the ceremony it is nowhere, from then on it is everybody's.
        await using var visitor = await VisitAsync(360);
        foreach (var path in new[] { $"/prijs/{Year}", $"/prijs/{Year}/juryrapport" })
        {
            Assert.Equal(404, (await visitor.Page.GotoAsync(path))!.Status);
        }

        await CelebrateAsync();
        await SeeResultAsync(visitor, Year, "Bakkerij Broodnodig", "Elke bakker kan dit morgen nadoen.");
        await visitor.Page.GotoAsync($"/prijs/{Year}");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Finalist: Fietsmakerij Om" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Fietsmakerij Om", Level = 1 }).WaitForAsync();

        // Some months later the edition is in the archive, and what is known of who lost is gone.
        site.Clock.MoveTo(Ceremony + Anonymising.Term);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(Phase.Archived, (await site.FindAsync(Year))!.Phase);
        await visitor.Page.GotoAsync($"/prijs/{Year}/juryrapport");
        await visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Bakkerij Broodnodig wint" }).WaitForAsync();
        Assert.Equal(0, await visitor.Page.GetByText("Fietsmakerij Om").CountAsync());
        Quiet(secretary, neighbour, baker, founder, anna, bram, visitor);
    }

    /// <summary>Completeness is checked first; at most eight nominees; five criteria of 40, 25, 20, 10 and 5; a pitch on the night decides.</summary>
    [BrowserFact]
    public async Task Nominees_are_checked_and_scored_on_five_weights_and_a_pitch_on_the_night_decides()
    {
        const int Year = 2032;
        await using var secretary = await BeginAsync(Year, "pitch");
        await InviteAsync(secretary, Year, "Carla", "Dirk");
        await secretary.Page.GotoAsync($"/umbraco/prize/{Year}/rules");
        foreach (var (weight, index) in new[] { "40", "25", "20", "10", "5" }.Select((weight, index) => (weight, index)))
        {
            Assert.Equal(weight, await secretary.Page.InputValueAsync($"#Criteria-{index}-Weight"));
        }

        Assert.Equal("8", await secretary.Page.InputValueAsync("#MostNominees"));
        await StepAsync(secretary, Year, "Open het voordragen");
        await using var farmer = await VisitAsync(360);
        await NominateAsync(farmer, Year, "boerin", "Stadsboerderij Noord", "Groente.");
        await ConfirmAsync(farmer, Year, "boerin");
        await using var printer = await VisitAsync(1280);
        await NominateAsync(printer, Year, "drukker", "Drukkerij Inktvrij", "Wij drukken zonder water en zonder oplosmiddel.");
        await ConfirmAsync(printer, Year, "drukker");

        // What isn't complete is asked for by mail, and completed by the link in it.
        site.Clock.MoveTo(NominatingIsOver);
        await StepAsync(secretary, Year, "Begin de controle");
        await OpenNominationAsync(secretary, Year, "Stadsboerderij Noord");
        await secretary.Page.FillAsync("#note", "Zeg ook voor wie de groente is.");
        await Press(secretary, "Vraag om aanvulling").ClickAsync();
        await secretary.Page.GetByText("De vraag is gemaild.").WaitForAsync();
        var question = await MailAsync("boerin", Year, "Graag nog een aanvulling");
        Assert.Contains("Zeg ook voor wie de groente is.", question.Text, StringComparison.Ordinal);
        await farmer.Page.GotoAsync(question.Link());
        await farmer.Page.GetByText("Verander de voordracht").ClickAsync();
        await farmer.Page.FillAsync("#Why", "Groente voor de voedselbank, van grond die anders braak lag.");
        await Press(farmer, "Bewaar").ClickAsync();
        await farmer.Page.GetByRole(AriaRole.Definition).Filter(new LocatorFilterOptions { HasText = "voor de voedselbank" }).WaitForAsync();
        await AdmitAsync(secretary, Year, "Stadsboerderij Noord");
        await AdmitAsync(secretary, Year, "Drukkerij Inktvrij");
        await DivideAsync(secretary, Year);
        await StepAsync(secretary, Year, "Laat de jury beoordelen");

        await using var carla = await JoinAsync(Year, "Carla", 360);
        await using var dirk = await JoinAsync(Year, "Dirk", 1280);
        await ScoreAsync(carla, ("Stadsboerderij Noord", 8), ("Drukkerij Inktvrij", 7));
        await ScoreAsync(dirk, ("Stadsboerderij Noord", 7), ("Drukkerij Inktvrij", 7));
        await StepAsync(secretary, Year, "Begin het overleg");

        // On the night itself, after the pitches: not who was first on points.
        site.Clock.MoveTo(Ceremony);
        await carla.Page.GotoAsync($"/umbraco/prize/{Year}/scoreboard");
        await carla.Page.Locator("main table tbody tr", new PageLocatorOptions { HasText = "Stadsboerderij Noord" }).First.WaitForAsync();
        await carla.Page.GotoAsync($"/umbraco/prize/{Year}/deliberation");
        await DecideAsync(carla, "Drukkerij Inktvrij", "De pitch gaf de doorslag.");
        await StepAsync(secretary, Year, "Leg het besluit vast");
        await CelebrateAsync();
        await using var visitor = await VisitAsync(1280);
        await SeeResultAsync(visitor, Year, "Drukkerij Inktvrij", "De pitch gaf de doorslag.");
        await visitor.Page.GetByText("De jury koos Drukkerij Inktvrij. Op punten stond").WaitForAsync();
        await visitor.Page.GetByText("Een pitch op de avond zelf").WaitForAsync();
        Assert.Equal(0, await visitor.Page.GetByText("Stadsboerderij Noord").CountAsync());
        Quiet(secretary, farmer, printer, carla, dirk, visitor);
    }

    /// <summary>A secretary makes an edition by the template of a procedure, of which all moments are on one day.</summary>
    private async Task<Visit> BeginAsync(int year, string template)
    {
        site.Clock.MoveTo(Noon);
        await site.Own.AddAsync($"sanne{year}", AccountRoles.PrizeSecretary);
        var secretary = await VisitAsync(1280);
        await SignInAsync(secretary, $"sanne{year}@voorbeeld.nl");
        var page = secretary.Page;
        await page.GotoAsync("/umbraco/prize");
        await page.FillAsync("#year", $"{year}");
        await page.CheckAsync("#" + template);
        await Press(secretary, "Begin").ClickAsync();
        await page.WaitForURLAsync($"**/umbraco/prize/{year}/rules");
        foreach (var (field, time) in new[] { ("NominatingFrom", "09:00"), ("NominatingUntil", "12:59"), ("ScoringFrom", "13:00"), ("ScoringUntil", "16:59"), ("Ceremony", "18:00") })
        {
            await page.FillAsync("#" + field, $"2031-09-15T{time}");
        }

        await page.FillAsync("#Quorum", "2");
        await Press(secretary, "Bewaar het reglement").ClickAsync();
        await page.GetByText("Het reglement is bewaard.").WaitForAsync();
        return secretary;
    }

    /// <summary>The first becomes the chair.</summary>
    private static async Task InviteAsync(Visit secretary, int year, params string[] jurors)
    {
        var page = secretary.Page;
        foreach (var juror in jurors)
        {
            await page.GotoAsync($"/umbraco/prize/{year}/jury");
            await page.FillAsync("#name", juror);
            await page.FillAsync("#email", Address(juror, year));
            await Press(secretary, "Zet in de jury").ClickAsync();
            await page.GetByText($"{juror} zit in de jury.").WaitForAsync();
        }

        await Press(secretary, $"Maak voorzitter {jurors[0]}").ClickAsync();
        await page.GetByText("De jury heeft een voorzitter.").WaitForAsync();
    }

    private static async Task StepAsync(Visit secretary, int year, string step)
    {
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}");
        await Press(secretary, step).ClickAsync();
        await secretary.Page.GetByText("De editie staat nu op:").WaitForAsync();
    }

    private async Task NominateAsync(Visit visitor, int year, string name, string organisation, string why, string? nominee = null)
    {
        var page = visitor.Page;
        await page.GotoAsync($"/prijs/{year}/nomineren");
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Email", Address(name, year));
        await page.CheckAsync(nominee is null ? "#own" : "#other");
        await page.FillAsync("#Organisation", organisation);
        if (nominee is not null)
        {
            await page.FillAsync("#NomineeEmail", Address(nominee, year));
        }

        await page.CheckAsync("#cat-bedrijven");
        await page.FillAsync("#Why", why);
        await page.CheckAsync("#doel-12");
        site.Clock.MoveTo(site.Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        await Press(visitor, "Dien in").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Kijk in uw mail" }).WaitForAsync();
    }

    private async Task ConfirmAsync(Visit visitor, int year, string name)
    {
        await visitor.Page.GotoAsync((await MailAsync(name, year, "Bevestig uw voordracht")).Link());
        await Press(visitor, "Ja, dit klopt").ClickAsync();
        await visitor.Page.GetByText("Ingediend", new PageGetByTextOptions { Exact = true }).WaitForAsync();
    }

    private static async Task OpenNominationAsync(Visit secretary, int year, string organisation)
    {
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}/nominations");
        await secretary.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = organisation }).ClickAsync();
    }

    private static async Task AdmitAsync(Visit secretary, int year, string organisation)
    {
        await OpenNominationAsync(secretary, year, organisation);
        await Press(secretary, "Doet mee").ClickAsync();
        await secretary.Page.GetByText("Deze voordracht doet mee.").WaitForAsync();
    }

    private static async Task DivideAsync(Visit secretary, int year)
    {
        await secretary.Page.GotoAsync($"/umbraco/prize/{year}/assignment");
        await Press(secretary, "Zoek banden").ClickAsync();
        await secretary.Page.GetByText("Er zijn geen nieuwe banden gevonden.").WaitForAsync();
        await Press(secretary, "Stel een verdeling voor").ClickAsync();
        await secretary.Page.GetByText("Dit is een voorstel.").WaitForAsync();
        await Press(secretary, "Bewaar de verdeling").ClickAsync();
        await secretary.Page.GetByText("De verdeling is bewaard.").WaitForAsync();
    }

    /// <summary>A juror comes in by the link in their mail.</summary>
    private async Task<Visit> JoinAsync(int year, string name, int width)
    {
        var juror = await VisitAsync(width);
        await juror.Page.GotoAsync((await MailAsync(name, year, "Uw account")).Link());
        await juror.Page.FillAsync("#password", DeskSite.Password);
        await Press(juror, "Bewaar").ClickAsync();
        await juror.Page.WaitForURLAsync("**/umbraco/sign-in");
        await SignInAsync(juror, Address(name, year));
        return juror;
    }

    /// <summary>Every criterion gets the same; the ballot saves itself.</summary>
    private static async Task ScoreAsync(Visit juror, params (string Organisation, int Score)[] scores)
    {
        var page = juror.Page;
        foreach (var (organisation, score) in scores)
        {
            await page.GotoAsync("/jury");
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = organisation }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = organisation, Level = 1 }).WaitForAsync();
            foreach (var choice in await page.Locator($"fieldset[data-required] input[value='{score}']").AllAsync())
            {
                await choice.CheckAsync();
            }

            await page.Locator("header [data-status]", new PageLocatorOptions { HasText = "Bewaard om" }).WaitForAsync();
        }
    }

    private static async Task DecideAsync(Visit chair, string winner, string why)
    {
        await chair.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = winner, Exact = true }).CheckAsync();
        await chair.Page.GetByLabel("Waarom? Dit leest iedereen na de uitreiking.").FillAsync(why);
        await Press(chair, "Leg het besluit vast").ClickAsync();
        await chair.Page.GetByText("Het besluit is vastgelegd.").WaitForAsync();
    }

    /// <summary>The moment comes, and the site does the rest by itself.</summary>
    private async Task CelebrateAsync()
    {
        site.Clock.MoveTo(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
    }

    /// <summary>From the room of the prize to the page of the edition and the report.</summary>
    private static async Task SeeResultAsync(Visit visitor, int year, string winner, string why)
    {
        var page = visitor.Page;
        await page.GotoAsync("/prijs");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"{year}", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/prijs/{year}");
        await page.GetByText($"{winner} wint de prijs van {year}").First.WaitForAsync();
        await page.GetByText(why).First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Lees het juryrapport" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = $"{winner} wint" }).WaitForAsync();
    }

    private async Task<Visit> VisitAsync(int width)
    {
        var visit = await browser.VisitAsync(site.Own, width);
        visit.Page.SetDefaultTimeout(Patience);
        return visit;
    }

    private static async Task SignInAsync(Visit visit, string email)
    {
        await visit.Page.GotoAsync("/umbraco/sign-in");
        await visit.Page.FillAsync("#email", email);
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>The mail to somebody with this in its subject, whatever came before it.</summary>
    private Task<MailRow> MailAsync(string name, int year, string subject) => site.Mail.FindAsync(Address(name, year), subject);

    private static string Address(string name, int year) => $"{name}{year}@voorbeeld.nl".ToLowerInvariant();

    private static ILocator Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true });

    /// <summary>Nothing went wrong in any browser but what was meant to: a page that isn't there yet.</summary>
    private static void Quiet(params Visit[] visits) =>
        Assert.DoesNotContain(visits.SelectMany(visit => visit.Complaints), complaint => !complaint.Contains("404", StringComparison.Ordinal));
}
