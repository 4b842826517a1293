using System.Net;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Hosting;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Prize;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>
/// One edition over HTTP, from an empty list until who lost is erased, by what pages and mails offer; the same on both databases. In every phase every page
/// of the prize is opened, and every mail is held against what may be in it. The one on PostgreSQL sorts texts as a Dutch dictionary does.
/// </summary>
public sealed class EditionWalkTests
{
    private const int Year = 2031;
    private const string Private = "geheimvoormijzelf";
    private const string Shared = "geheimvoordejury";
    private const string Visit = "geheimvanhetbezoek";
    private const string Motivation = "geheimemotivatie";

    private static readonly DateTimeOffset NominatingIsOver = new CityTime(Year, 9, 15, 13, 5).First();
    private static readonly DateTimeOffset Ceremony = new CityTime(Year, 9, 15, 18, 0).First();

    /// <summary>What is nominated, by whom, and who may read its name in mail.</summary>
    private static readonly (string Organisation, string Nominator, string? Nominee)[] Nominated =
    [
        ("Bakkerij Broodnodig", "buur@voorbeeld.nl", "bakker@voorbeeld.nl"), ("Fietsmakerij Om", "oprichter@voorbeeld.nl", null), ("Édith Énergie", "carla@voorbeeld.nl", null), ("Zutphens Zeep", "zeep@voorbeeld.nl", null),
    ];

    [Fact]
    public Task An_edition_is_walked_from_opening_to_erasing_on_SQLite() => WalkAsync(new PrizeSite());

    [PostgresFact]
    public Task An_edition_is_walked_from_opening_to_erasing_on_PostgreSQL() => WalkAsync(new PrizeSite { Postgres = PostgresCluster.Instance.NewDatabase(language: "nl") });

    private static async Task WalkAsync(PrizeSite site)
    {
        await site.InitializeAsync();
        var people = new List<Person>();
        try
        {
            await OpenAsync(site);
            foreach (var name in new[] { "anna", "bram", "carla" })
            {
                people.Add(await JoinAsync(site, name));
            }

            var (chair, recused) = (people[0], people[2]);
            await site.Secretary.PostAsync($"/umbraco/prize/{Year}/jury", $"/umbraco/prize/{Year}/jury/chair", ("juror", $"{(await site.Own.AccountAsync("anna")).Key}"));
            await site.StepAsync(Year, Phase.Nominations);
            await NominateAsync(site);
            await LookAsync(site, Phase.Nominations, people);

            site.Clock.MoveTo(NominatingIsOver);
            await site.StepAsync(Year, Phase.Screening);
            await ScreenAsync(site);
            await DivideAsync(site, recused);
            await LookAsync(site, Phase.Screening, people);

            await site.StepAsync(Year, Phase.Scoring);
            await ScoreAsync(site, people);
            await LookAsync(site, Phase.Scoring, people);

            await site.StepAsync(Year, Phase.Deliberation);
            await DecideAsync(site, chair);
            await LookAsync(site, Phase.Deliberation, people);

            await site.StepAsync(Year, Phase.Decided);
            await LookAsync(site, Phase.Decided, people);
            using var nobody = new Person(site.Own);
            foreach (var path in new[] { $"/prijs/{Year}", $"/prijs/{Year}/juryrapport" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(path)).Status);
            }

            await CelebrateAsync(site, nobody);
            await LookAsync(site, Phase.Announced, people);
            await VerifyAsync(site);
            await EraseAsync(site, nobody);
            await VerifyAsync(site);
        }
        finally
        {
            people.ForEach(person => person.Dispose());
            await site.DisposeAsync();
        }
    }

    /// <summary>A draft by a template, of which all moments are on one day, so that nobody has to sign in twice.</summary>
    private static async Task OpenAsync(PrizeSite site)
    {
        var made = await site.Secretary.PostAsync("/umbraco/prize", "/umbraco/prize/new", ("year", $"{Year}"), ("template", RulebookTemplates.Committee));
        var form = (await site.Secretary.GetAsync(made.Location!)).Page.QuerySelector("main form")!;
        (string Field, string Time)[] moments = [("NominatingFrom", "09:00"), ("NominatingUntil", "12:59"), ("ScoringFrom", "13:00"), ("ScoringUntil", "16:59"), ("Ceremony", "18:00")];
        var saved = await site.Secretary.SubmitAsync(
            form, made.Location!, [.. moments.Select(moment => (moment.Field, $"{Year}-09-15T{moment.Time}")), ("Quorum", "2"), ("Blind", "true"), ("Visibility", $"{VisibilityMode.AfterOwn}")]);
        Assert.Equal($"/umbraco/prize/{Year}", saved.Location);
    }

    /// <summary>A juror comes in by the link in their mail.</summary>
    private static async Task<Person> JoinAsync(PrizeSite site, string name)
    {
        var email = $"{name}@voorbeeld.nl";
        await site.Secretary.PostAsync($"/umbraco/prize/{Year}/jury", $"/umbraco/prize/{Year}/jury/invite", ("name", name), ("email", email));
        var link = (await site.Mail.FindAsync(email, "Uw account")).Link();
        var person = new Person(site.Own);
        var form = (await person.GetAsync(link)).Page.QuerySelector("form[action='/umbraco/password/new']")!;
        Assert.Equal("/umbraco/sign-in", (await person.SubmitAsync(form, "/umbraco/password/new", ("password", DeskSite.Password))).Location);
        Assert.Equal("/umbraco", (await person.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", email), ("password", DeskSite.Password))).Location);
        return person;
    }

    private static async Task NominateAsync(PrizeSite site)
    {
        using var visitor = new Person(site.Own);
        foreach (var (organisation, nominator, nominee) in Nominated)
        {
            // One is saved first, and handed in by the link.
            var isDraft = organisation == "Fietsmakerij Om";
            var sent = await site.NominateAsync(
                visitor, Year, isDraft ? "save" : "hand-in",
                ("Name", nominator.Split('@')[0]), ("Email", nominator), ("Organisation", organisation), ("IsOwn", nominee is null ? "true" : "false"), ("NomineeEmail", nominee ?? string.Empty),
                ("Why", "Van oude fietsen worden bakfietsen \U0001F6B2 gemaakt."));
            Assert.Equal(HttpStatusCode.OK, sent.Status);
            var path = (await site.Mail.FindAsync(nominator, isDraft ? "Ga verder" : "Bevestig")).Link();
            if (isDraft)
            {
                var form = (await visitor.GetAsync(path)).Page.QuerySelector("form.d4-inzendformulier")!;
                Assert.Equal("Van oude fietsen worden bakfietsen \U0001F6B2 gemaakt.", form.QuerySelector("#Why")!.TextContent);
                Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(form, path, ("do", "hand-in"))).Status);
            }
            else
            {
                Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(path, path + "/bevestigen")).Status);
            }

            if (nominee is not null)
            {
                var asked = (await site.Mail.FindAsync(nominee, "is voorgedragen")).Link();
                Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(asked, asked + "/antwoord", ("accepts", "true"))).Status);
            }
        }

        Assert.Equal(4, await site.Own.AskAsync(db => db.Set<NominationRow>().CountAsync(row => row.Year == Year && row.State == NominationState.HandedIn)));
    }

    /// <summary>One is asked to complete what it says, one is refused, and the others get the text that the jury reads.</summary>
    private static async Task ScreenAsync(PrizeSite site)
    {
        var page = $"/umbraco/prize/{Year}/nominations";
        var founder = await NominationAsync(site, "oprichter@voorbeeld.nl");
        await site.Secretary.PostAsync(page, $"{page}/{founder.Key}", ("decision", "AskCompletion"), ("note", "Hoeveel fietsen?"));
        var question = await site.Mail.FindAsync("oprichter@voorbeeld.nl", "Graag nog een aanvulling");
        Assert.Contains("Hoeveel fietsen?", question.Text, StringComparison.Ordinal);
        using (var visitor = new Person(site.Own))
        {
            var form = (await visitor.GetAsync(question.Link())).Page.QuerySelector("form.d4-inzendformulier")!;
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(form, question.Link(), ("Contribution", "Elk jaar 400 fietsen."), ("do", "save"))).Status);
        }

        foreach (var (organisation, nominator, _) in Nominated)
        {
            var row = await NominationAsync(site, nominator);
            if (organisation == "Zutphens Zeep")
            {
                await site.Secretary.PostAsync(page, $"{page}/{row.Key}", ("decision", "Reject"), ("reason", "place"));
                await site.Mail.FindAsync(nominator, "doet niet mee");
                continue;
            }

            await site.Secretary.PostAsync(page, $"{page}/{row.Key}", ("decision", "Admit"));
            await site.Mail.FindAsync(nominator, $"{organisation} doet mee");
            var copied = await site.Secretary.PostAsync(page, $"{page}/{row.Key}/copy", ("version", $"{row.Version}"), ("why", "Zij maken iets nieuws van iets ouds."), ("contribution", ""));
            Assert.Equal(HttpStatusCode.Redirect, copied.Status);
        }
    }

    /// <summary>The juror who nominated one of them says so, and gets the other two.</summary>
    private static async Task DivideAsync(PrizeSite site, Person recused)
    {
        await site.Secretary.PostAsync($"/umbraco/prize/{Year}/assignment", $"/umbraco/prize/{Year}/conflicts");
        var question = (await recused.GetAsync($"/jury/{Year}/conflicts")).Page.QuerySelector("form[action*='/conflicts/']:not([action$=organisations])")!;
        Assert.Equal(HttpStatusCode.Redirect, (await recused.SubmitAsync(question, question.GetAttribute("action")!, ("isSo", "true"))).Status);
        var path = $"/umbraco/prize/{Year}/assignment";
        var proposal = (await site.Secretary.GetAsync(path + "?perEntry=2")).Page.QuerySelector("main form[method=post][action$=assignment]")!;
        Assert.Equal(path, (await site.Secretary.SubmitAsync(proposal, path)).Location);
        var state = (await site.FindAsync(Year))!.State!;
        Assert.Equal([2, 2, 2], state.Entries.Keys.Select(entry => state.Assigned.Count(pair => pair.Entry == entry)));
        Assert.Single(state.Recused);
    }

    /// <summary>They are reminded, and score all at once, without reading a name.</summary>
    private static async Task ScoreAsync(PrizeSite site, List<Person> people)
    {
        var progress = $"/umbraco/prize/{Year}/progress";
        await site.Secretary.PostAsync(progress, progress + "/remind");
        await site.Mail.FindAsync("carla@voorbeeld.nl", "op uw oordeel");
        var points = (await site.Own.AskAsync(db => db.Set<NominationRow>().Where(row => row.Year == Year).ToListAsync()))
            .ToDictionary(row => row.Pseudonym, row => row.NominatorEmail switch { "buur@voorbeeld.nl" => "9", "oprichter@voorbeeld.nl" => "7", _ => "6" }, StringComparer.Ordinal);
        await Task.WhenAll(people.Select(async person =>
        {
            var home = await person.GetAsync("/jury");
            foreach (var path in home.Page.QuerySelectorAll($".d4-taken a[href^='/jury/{Year}/']").Select(link => link.GetAttribute("href")!).ToList())
            {
                Assert.DoesNotContain(Nominated, one => home.Text.Contains(one.Organisation, StringComparison.Ordinal));
                var page = await person.GetAsync(path);
                Assert.DoesNotContain(Nominated, one => page.Text.Contains(one.Organisation, StringComparison.Ordinal));
                var score = points[path.Split('/')[^1]];
                await person.PostAsync(path, path, ("version", "0"), ("scores[effect]", score), ("scores[na-te-doen]", score), ("scores[vernieuwend]", score));
                await person.PostAsync(path, path + "/notes", ("kind", "Private"), ("version", "0"), ("text", Private));
                await person.PostAsync(path, path + "/notes", ("kind", "Shared"), ("version", "0"), ("text", Shared));
            }
        }));
        Assert.Equal(6, (await site.FindAsync(Year))!.State!.Counting().Count());
        Assert.Equal(6, await site.Own.AskAsync(db => db.Set<PrizeNoteRow>().CountAsync(note => note.Year == Year && note.Text == Private)));
    }

    private static async Task DecideAsync(PrizeSite site, Person chair)
    {
        var path = $"/umbraco/prize/{Year}/deliberation";
        var first = (await site.Secretary.GetAsync($"/umbraco/prize/{Year}/scoreboard")).Page.QuerySelector("main table tbody tr")!;
        Assert.Contains("Bakkerij Broodnodig", first.TextContent, StringComparison.Ordinal);
        var (winner, finalist) = ((await NominationAsync(site, "buur@voorbeeld.nl")).Pseudonym, (await NominationAsync(site, "oprichter@voorbeeld.nl")).Pseudonym);
        foreach (var (what, fields) in new (string, (string, string)[])[]
        {
            ("notes", [("entry", winner), ("version", "0"), ("visitedOn", "2031-11-20"), ("text", Visit)]),
            ("finalists", [("category", "bedrijven"), ("entries", winner), ("entries", finalist)]),
            ("decision", [("category", "bedrijven"), ("entry", winner), ("motivation", Motivation)]),
        })
        {
            Assert.Equal(path, (await chair.PostAsync(path, $"{path}/{what}", fields)).Location);
        }
    }

    private static async Task CelebrateAsync(PrizeSite site, Person nobody)
    {
        site.Clock.MoveTo(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Contains($"Bakkerij Broodnodig wint de prijs van {Year}", (await nobody.GetAsync($"/prijs/{Year}")).Text, StringComparison.Ordinal);
        var report = await nobody.GetAsync($"/prijs/{Year}/juryrapport");
        Assert.Contains(Motivation, report.Text, StringComparison.Ordinal);
        Assert.Contains("Fietsmakerij Om", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Édith Énergie", report.Text, StringComparison.Ordinal);
    }

    /// <summary>What is in the database and what is handed out both follow from the log, of which the head is printed.</summary>
    private static async Task VerifyAsync(PrizeSite site)
    {
        var head = (await site.FindAsync(Year))!.Log.Head;
        using var said = new StringWriter();
        Assert.Equal(0, await PrizeCommand.RunAsync(["verify", "--edition", $"{Year}", "--head", head], site.Own.Services, said, TextWriter.Null, CancellationToken.None));
        var winner = (await NominationAsync(site, "buur@voorbeeld.nl")).Pseudonym;
        Assert.Contains($"decided bedrijven: {winner}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains($"bedrijven,1,{winner},2,", said.ToString(), StringComparison.Ordinal);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        await File.WriteAllBytesAsync(file, await site.Secretary.BytesAsync($"/umbraco/prize/{Year}/export"));
        using (var output = new StringWriter())
        {
            Assert.Equal(0, Tools.Answer(["prize", "verify", "--export", file, "--head", head], TextReader.Null, output, TextWriter.Null));
        }

        File.Delete(file);
    }

    /// <summary>After the term the edition is in the archive, and who lost is nowhere.</summary>
    private static async Task EraseAsync(PrizeSite site, Person nobody)
    {
        await site.MoveToAsync(Ceremony + Anonymising.Term);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(Phase.Archived, (await site.FindAsync(Year))!.Phase);
        var (rows, texts, mails) = await site.Own.AskAsync(async db => (
            await db.Set<NominationRow>().AsNoTracking().Where(row => row.Year == Year).ToListAsync(),
            await db.Set<NominationVersionRow>().AsNoTracking().Select(version => version.Text).ToListAsync(),
            await db.Set<MailRow>().AsNoTracking().ToListAsync()));
        Assert.Equal(["buur@voorbeeld.nl"], rows.Select(row => row.NominatorEmail).Where(email => email.Length > 0));
        Assert.Equal(0, await site.Own.AskAsync(db => db.Set<PrizeNoteRow>().CountAsync(note => note.Year == Year)));
        foreach (var (organisation, _, _) in Nominated.Skip(1))
        {
            Assert.DoesNotContain(texts, text => text.Contains(organisation, StringComparison.Ordinal));
            Assert.DoesNotContain(mails, mail => mail.Text.Contains(organisation, StringComparison.Ordinal) || mail.Subject.Contains(organisation, StringComparison.Ordinal));
            Assert.DoesNotContain(organisation, (await nobody.GetAsync($"/prijs/{Year}/juryrapport")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Bakkerij Broodnodig wint", (await nobody.GetAsync($"/prijs/{Year}/juryrapport")).Text, StringComparison.Ordinal);
    }

    /// <summary>Opens every page of the prize as everybody, and reads every mail: names only for who nominated or was nominated, and nothing of what the jury says.</summary>
    private static async Task LookAsync(PrizeSite site, Phase phase, List<Person> people)
    {
        var row = await NominationAsync(site, "buur@voorbeeld.nl");
        var juror = (await site.Own.AccountAsync("bram")).Key;
        foreach (var person in people.Append(site.Secretary))
        {
            foreach (var route in PrizeRoutes.Of(site.Own, "GET").Where(PrizeRoutes.IsPrize).Where(route => !route.Contains("{language", StringComparison.Ordinal)))
            {
                var address = PrizeRoutes.Filled(route, Year, row.Pseudonym, row.Key, juror, Guid.Empty);
                Assert.False((await person.GetAsync(address)).Status >= HttpStatusCode.InternalServerError, $"{phase} {address}");
            }
        }

        var mails = await site.Own.AskAsync(db => db.Set<MailRow>().AsNoTracking().ToListAsync());
        Assert.NotEmpty(mails);
        Assert.Empty(
            from mail in mails
            from secret in Nominated.Where(one => mail.To != one.Nominator && mail.To != one.Nominee).Select(one => one.Organisation).Concat([Private, Shared, Visit, Motivation])
            where $"{mail.Subject} {mail.Text} {mail.Calendar}".Contains(secret, StringComparison.Ordinal)
            select $"{phase}: {secret} to {mail.To}: {mail.Subject}");
    }

    private static Task<NominationRow> NominationAsync(PrizeSite site, string nominator) => site.Own.AskAsync(db => db.Set<NominationRow>().AsNoTracking().SingleAsync(row => row.Year == Year && row.NominatorEmail == nominator));
}
