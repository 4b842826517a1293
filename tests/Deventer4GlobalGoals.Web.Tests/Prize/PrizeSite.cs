using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Jury;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>A site in the autumn of 2031 with a secretary, and short ways to an edition that is somewhere. Facts that share it take a year each.</summary>
public sealed class PrizeSite : IAsyncLifetime
{
    /// <summary>Editions of this year and later are open: the clock stands in their first autumn.</summary>
    public static readonly DateTimeOffset Autumn = new(2031, 9, 15, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Scoring is open then.</summary>
    public static readonly DateTimeOffset Winter = new(2031, 10, 20, 10, 0, 0, TimeSpan.Zero);

    private int _secretaries;

    public MovedClock Clock { get; } = new();

    public MailSink Mail { get; } = new();

    /// <summary>What is done for a request; on SQLite.</summary>
    public SqlWatch Watch { get; } = new();

    /// <summary>An empty database on PostgreSQL; null for SQLite.</summary>
    public string? Postgres { get; init; }

    public CommunitySite Own { get; private set; } = null!;

    public Person Secretary { get; private set; } = null!;

    public string SecretaryEmail => _secretaries == 0 ? "sien@voorbeeld.nl" : $"sien{_secretaries}@voorbeeld.nl";

    public async Task InitializeAsync()
    {
        Clock.MoveTo(Autumn);
        Own = await DeskSite.StartAsync(
            Mail,
            services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                Watch.Add(services);
            },
            Postgres);
        Secretary = await Own.SignInAsync("sien", AccountRoles.PrizeSecretary);
    }

    /// <summary>It is another moment from now on, with another secretary: sessions end, and an account wants a second step after some days.</summary>
    public async Task MoveToAsync(DateTimeOffset moment)
    {
        Clock.MoveTo(moment);
        Secretary.Dispose();
        Secretary = await Own.SignInAsync($"sien{++_secretaries}", AccountRoles.PrizeSecretary);
    }

    public async Task DisposeAsync()
    {
        Secretary.Dispose();
        await Own.DisposeAsync();
    }

    /// <summary>Whatever the year is called, nominating is open in the autumn of 2031, scoring in the winter after it.</summary>
    public static Rulebook Rules(int year) => RulebookTemplates.Make(RulebookTemplates.Committee, year)! with
    {
        Nominating = new Window(new CityTime(2031, 9, 1, 9, 0), new CityTime(2031, 10, 1, 23, 59)),
        Scoring = new Window(new CityTime(2031, 10, 15, 9, 0), new CityTime(2031, 11, 15, 23, 59)),
        Ceremony = new CityTime(2032, 2, 11, 17, 0),
    };

    public async Task OpenAsync(int year, Func<Rulebook, Rulebook>? change = null)
    {
        var rules = Rules(year);
        await WithAsync<Editions>(editions => editions.AddAsync(change?.Invoke(rules) ?? rules, CancellationToken.None));
        await StepAsync(year, Phase.Nominations);
    }

    public async Task StepAsync(int year, Phase to)
    {
        var answer = await SendStepAsync(year, to);
        Assert.True(answer.Location == $"/umbraco/prize/{year}", answer.Page.QuerySelector("[role=alert]")?.TextContent);
    }

    public async Task<Answer> SendStepAsync(int year, Phase to, params (string Name, string Value)[] more)
    {
        var edition = (await FindAsync(year))!;
        return await Secretary.PostAsync(
            "/umbraco/prize", $"/umbraco/prize/{year}/step", [("to", $"{to}"), ("version", $"{edition.DraftVersion}"), ("head", edition.Log.Head), .. more]);
    }

    public async Task<EditionNow?> FindAsync(int year)
    {
        await using var scope = Own.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Editions>().FindAsync(year, CancellationToken.None);
    }

    public Task AppendAsync(int year, params PrizeEvent[] events) =>
        WithAsync<Editions>(editions => editions.AppendAsync(year, "p-test", _ => Task.FromResult<IReadOnlyList<PrizeEvent>>(events)));

    public async Task<TAnswer> WithAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = Own.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> act)
        where TService : notnull => WithAsync<TService, bool>(async service =>
        {
            await act(service);
            return true;
        });

    /// <summary>Three jurors who are signed in and three entries, "Bedrijf 1" to 3, with everybody assigned to everything, while scoring is open.</summary>
    public async Task<(Person[] Jurors, string[] Entries)> ScoreAsync(int year, Func<Rulebook, Rulebook>? change = null)
    {
        await OpenAsync(year, change);
        await MoveToAsync(Winter);
        var (people, entries) = (new List<Person>(), new List<string>());
        for (var i = 1; i <= 3; i++)
        {
            var name = $"jurylid{year}{i}";
            people.Add(await Own.SignInAsync(name, AccountRoles.Juror));
            await Secretary.PostAsync($"/umbraco/prize/{year}/jury", $"/umbraco/prize/{year}/jury/invite", ("name", name), ("email", $"{name}@voorbeeld.nl"));
            entries.Add($"n-{i}");
            await EnterAsync(year, $"n-{i}", $"Bedrijf {i}");
        }

        await Own.AskAsync(async db =>
        {
            foreach (var account in await db.Users.Where(account => account.Name.StartsWith($"jurylid{year}")).ToListAsync())
            {
                account.Name = $"Jurylid {account.Name[^1]}";
            }

            return await db.SaveChangesAsync();
        });
        var jurors = (await FindAsync(year))!.State!.Jurors;
        await AppendAsync(year, [.. entries.SelectMany(entry => jurors.Select(juror => new JurorAssigned(entry, juror)))]);
        await StepAsync(year, Phase.Screening);
        await StepAsync(year, Phase.Scoring);
        return ([.. people], [.. entries]);
    }

    /// <summary>Every ballot that is to come: entries get 8, 7, 6, and the first juror gives two points less.</summary>
    public async Task CastAsync(int year)
    {
        var state = (await FindAsync(year))!.State!;
        foreach (var (entry, juror) in state.ToCome().OrderBy(pair => pair.Juror, StringComparer.Ordinal).ThenBy(pair => pair.Entry, StringComparer.Ordinal).ToList())
        {
            var score = 9 - (entry[^1] - '0') - (juror == state.Jurors[0] ? 2 : 0);
            var ballot = new Ballot(entry, juror, 1, [.. state.Rulebook.Criteria.Select(criterion => new Score(criterion.Key, score)).OrderBy(one => one.Criterion, StringComparer.Ordinal)]);
            await WithAsync<Editions>(editions => editions.AppendAsync(year, juror, _ => Task.FromResult<IReadOnlyList<PrizeEvent>>([new BallotCast(ballot)])));
        }
    }

    /// <summary>Makes the first juror the chair, and lets them sign in.</summary>
    public async Task<Person> ChairAsync(int year)
    {
        var key = (await Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == $"jurylid{year}1@voorbeeld.nl"))).Key;
        await Secretary.PostAsync($"/umbraco/prize/{year}/jury", $"/umbraco/prize/{year}/jury/chair", ("juror", $"{key}"));
        return await SignInAgainAsync($"jurylid{year}1");
    }

    /// <summary>Three entries scored, discussed and decided: "Bedrijf 1" wins. The result is sealed.</summary>
    public async Task DecideAsync(int year, Func<Rulebook, Rulebook>? change = null)
    {
        foreach (var juror in (await ScoreAsync(year, change)).Jurors)
        {
            juror.Dispose();
        }

        await CastAsync(year);
        await StepAsync(year, Phase.Deliberation);
        await AppendAsync(year, new FinalistsChosen("bedrijven", ["n-1", "n-2"]), new WinnerDecided("bedrijven", $"Het duidelijkst voor de stad in {year}.", "n-1"));
        await StepAsync(year, Phase.Decided);
    }

    /// <summary>Another browser of somebody who has an account.</summary>
    public async Task<Person> SignInAgainAsync(string name)
    {
        var person = new Person(Own);
        await person.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", $"{name}@voorbeeld.nl"), ("password", DeskSite.Password));
        return person;
    }

    /// <summary>An entry that takes part, with its nomination.</summary>
    public async Task EnterAsync(int year, string entry, string organisation, Guid? organisationKey = null, string category = "bedrijven")
    {
        var (key, at) = (Guid.NewGuid(), Clock.GetUtcNow());
        await Own.AskAsync(async db =>
        {
            db.Add(new NominationRow { Key = key, Year = year, Pseudonym = entry, State = NominationState.Admitted, NominatorName = "Nora", NominatorEmail = "nora@voorbeeld.nl", Version = 1, Culture = "nl", CreatedAt = at });
            db.Add(new NominationVersionRow
            {
                Nomination = key,
                Version = 1,
                At = at,
                Text = CanonicalJson.Write(new NominationText { IsOwn = true, Organisation = organisation, OrganisationKey = organisationKey, Town = "Deventer", Category = category, Why = "Een jaar lang wegen wat er terugkomt.", Goals = [12, 2] }),
            });
            return await db.SaveChangesAsync();
        });
        await AppendAsync(year, new EntryAdmitted(entry, category));
    }

    /// <summary>Fills in the form as a person would, some seconds after getting it.</summary>
    public async Task<Answer> NominateAsync(Person visitor, int year, string what, params (string Name, string Value)[] changes)
    {
        var path = $"/prijs/{year}/nomineren";
        var page = await visitor.GetAsync(path);
        Clock.MoveTo(Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));
        (string Name, string Value)[] fields =
        [
            ("Name", "Nora"), ("Email", $"nora{year}@voorbeeld.nl"), ("IsOwn", "true"), ("Organisation", "Voorbeeldbedrijf De Kantine"), ("Category", "bedrijven"),
            ("Why", "Een jaar lang wegen wat er terugkomt."), ("Goals", "12"),
        ];
        return await visitor.SubmitAsync(
            page.Page.QuerySelector("main form")!, path, [.. fields.Where(field => changes.All(change => change.Name != field.Name)), .. changes, ("do", what)]);
    }

    /// <summary>The path in the next mail to this person.</summary>
    public async Task<string> LinkToAsync(string email)
    {
        var mail = await Mail.NextAsync();
        Assert.Equal(email, mail.To);
        return new Uri(mail.Text.Split('\n').Single(line => line.Contains("/prijs/voordracht/", StringComparison.Ordinal))).AbsolutePath;
    }

    public Task<NominationRow> NominationAsync(int year) => Own.AskAsync(db => db.Set<NominationRow>().AsNoTracking().SingleAsync(row => row.Year == year));
}
