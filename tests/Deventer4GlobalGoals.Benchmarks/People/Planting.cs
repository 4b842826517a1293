using System.Globalization;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>Makes the people and the editions that a measurement needs, inside the site's own services: that itself isn't measured.</summary>
internal static class Planting
{
    public const string Verb = "planting";

    /// <summary>This edition is being scored by <see cref="Jurors"/> jurors, who all have <see cref="Entries"/> entries.</summary>
    public const int Scored = 2098;

    /// <summary>This one takes nominations until the moment that is given.</summary>
    public const int Closing = 2099;

    /// <summary>And this one for days.</summary>
    public const int Open = 2097;

    public const int Jurors = 50;
    public const int Editors = 20;
    public const int Entries = 8;
    public const string Password = "een lange zin met paarden en meetlinten";

    private const string Actor = "p-bench";

    public static string Juror(int number) => string.Create(CultureInfo.InvariantCulture, $"jurylid{number}@voorbeeld.nl");

    public static string Editor(int number) => string.Create(CultureInfo.InvariantCulture, $"redacteur{number}@voorbeeld.nl");

    /// <param name="deadline">Of nominating for <see cref="Closing"/>.</param>
    public static Task<int> RunAsync(CityTime deadline) => HostedSite.RunAsync(async (services, _) =>
    {
        await using var scope = services.CreateAsyncScope();
        var site = scope.ServiceProvider;
        for (var number = 0; number < Editors; number++)
        {
            await AddAsync(site, Editor(number), AccountRoles.Editor);
        }

        await ScoreAsync(site);
        await OpenAsync(site, Closing, deadline);
        await OpenAsync(site, Open, new CityTime(2095, 1, 1, 9, 0));
    });

    private static async Task ScoreAsync(IServiceProvider site)
    {
        var jurors = new List<string>();
        var db = site.GetRequiredService<SiteDb>();
        for (var number = 0; number < Jurors; number++)
        {
            var account = await AddAsync(site, Juror(number), AccountRoles.Juror);
            jurors.Add(string.Create(CultureInfo.InvariantCulture, $"j-{number:00}"));
            db.Add(new PrizePersonRow { Year = Scored, AccountKey = account.Key, Pseudonym = jurors[^1], IsJuror = true });
        }

        var (entries, now) = (Enumerable.Range(1, Entries).Select(number => $"n-{number}").ToList(), DateTimeOffset.UnixEpoch);
        foreach (var entry in entries)
        {
            var key = Guid.NewGuid();
            db.Add(new NominationRow { Key = key, Year = Scored, Pseudonym = entry, State = NominationState.Admitted, NominatorName = "Nora", NominatorEmail = "nora@voorbeeld.nl", Version = 1, Culture = "nl", CreatedAt = now });
            db.Add(new NominationVersionRow { Nomination = key, Version = 1, At = now, Text = CanonicalJson.Write(new NominationText { IsOwn = true, Organisation = $"Bedrijf {entry}", Town = "Deventer", Category = "bedrijven", Why = "Een jaar lang wegen wat er terugkomt.", Goals = [12, 2] }) });
        }

        await db.SaveChangesAsync();
        await OpenAsync(site, Scored, new CityTime(2021, 1, 1, 9, 0));
        await AppendAsync(site, Scored,
        [
            .. jurors.Select(juror => new JurorJoined(juror)),
            .. entries.Select(entry => new EntryAdmitted(entry, "bedrijven")),
            .. entries.SelectMany(entry => jurors.Select(juror => new JurorAssigned(entry, juror))),
            new PhaseChanged(Phase.Nominations, Phase.Screening),
            new PhaseChanged(Phase.Screening, Phase.Scoring),
        ]);
    }

    /// <summary>Nominating is or was open until then; scoring follows at once, and is open for decades.</summary>
    private static async Task OpenAsync(IServiceProvider site, int year, CityTime until)
    {
        var rules = RulebookTemplates.Make(RulebookTemplates.Committee, year)! with
        {
            Nominating = new Window(new CityTime(2020, 1, 1, 9, 0), until),
            Scoring = new Window(until, new CityTime(2096, 1, 1, 9, 0)),
            Ceremony = new CityTime(2097, 2, 11, 17, 0),
        };
        await site.GetRequiredService<Editions>().AddAsync(rules, CancellationToken.None);
        await AppendAsync(site, year, [new RulebookLocked(rules)]);
    }

    private static Task<PrizeLog> AppendAsync(IServiceProvider site, int year, PrizeEvent[] events) =>
        site.GetRequiredService<Editions>().AppendAsync(year, Actor, _ => Task.FromResult<IReadOnlyList<PrizeEvent>>(events));

    private static async Task<Account> AddAsync(IServiceProvider site, string email, AccountRoles roles)
    {
        var account = new Account
        {
            Key = Guid.NewGuid(),
            Name = email.Split('@')[0],
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            Roles = roles,
            CreatedAt = site.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        var made = await site.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        return made.Succeeded ? account : throw new BenchmarkException($"{email} could not be made: {string.Join(' ', made.Errors.Select(error => error.Description))}");
    }
}
