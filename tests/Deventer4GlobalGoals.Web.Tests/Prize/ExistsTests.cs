using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>
/// Whether something is there can't be told from the answer, nor from how long it takes: the bytes are the same, and so is what is done for them. A clock would say
/// the same less surely. One site.
/// </summary>
public sealed class ExistsTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    [Fact]
    public async Task Signing_in_whatever_is_wrong()
    {
        await PeopleAsync("aanmelden");
        var seen = new List<(string, string)>();
        foreach (var (name, password) in new[]
        {
            ("niemand", "fout"), ("bekend", "fout"), ("dicht", "fout"), ("dicht", DeskSite.Password), ("slot", "fout"), ("slot", DeskSite.Password), ("nieuw", "fout"), ("beheer", "fout"),
        })
        {
            seen.Add(await PostAsync("/umbraco/sign-in", $"{name}.aanmelden@voorbeeld.nl", ("email", $"{name}.aanmelden@voorbeeld.nl"), ("password", password)));
        }

        AssertSame(seen);
        Assert.Single(seen[0].Item2.Split('\n'), line => line == "password");
    }

    [Fact]
    public async Task Asking_for_a_new_password()
    {
        await PeopleAsync("vergeten");
        var seen = new List<(string, string)>();
        foreach (var name in new[] { "niemand", "dicht", "slot", "nieuw", "bekend" })
        {
            seen.Add(await PostAsync("/umbraco/password/forgotten", $"{name}.vergeten@voorbeeld.nl", ("email", $"{name}.vergeten@voorbeeld.nl")));
        }

        AssertSame(seen);

        // Asked in this order, so when the last has its mail the others had their turn.
        await site.Mail.FindAsync("bekend.vergeten@voorbeeld.nl", "wachtwoord");
        Assert.Equal(["bekend.vergeten@voorbeeld.nl", "slot.vergeten@voorbeeld.nl"], site.Mail.Sent.Select(mail => mail.To).Where(to => to.Contains(".vergeten@", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_invitation_a_nomination_and_a_registration_by_their_links()
    {
        await PeopleAsync("links");
        using var nobody = new Person(site.Own);
        var (known, unknown) = ((await site.Own.AccountAsync("nieuw.links")).Key, Guid.NewGuid());
        await AssertSameAsync(nobody, ("/umbraco/password/new?key={0}&token=x", $"{known:N}"), ("/umbraco/password/new?key={0}&token=x", $"{unknown:N}"));
        AssertSame([
            await PostAsync("/umbraco/password/new", $"{known}", ("Key", $"{known}"), ("Token", "x"), ("Password", "een lange zin met paarden")),
            await PostAsync("/umbraco/password/new", $"{unknown}", ("Key", $"{unknown}"), ("Token", "x"), ("Password", "een lange zin met paarden")),
        ]);

        // A link of one side is no link of the other, and one that was changed is as good as one that was made up.
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(2071);
        await site.NominateAsync(nobody, 2071, "save", ("Email", "eigen.links@voorbeeld.nl"));
        var row = await site.NominationAsync(2071);
        foreach (var side in Enum.GetValues<NominationSide>())
        {
            var link = site.Own.Get<NominationLinks>().Make(new NominationLink(row.Key, 2071, side));
            var changed = link[..^6] + new string([.. link[^6..].Reverse()]);
            var madeUp = new string('x', changed.Length);
            foreach (var address in new[] { "/prijs/voordracht/{0}", "/en/prijs/voordracht/{0}", "/prijs/voordracht/{0}/bijlagen/" + Guid.Empty })
            {
                await AssertSameAsync(nobody, (address, changed), (address, madeUp));
            }
        }

        // Who has one link learns nothing of files with another nomination.
        var (own, strange) = (site.Own.Get<NominationLinks>().Make(new NominationLink(row.Key, 2071, NominationSide.Nominator)), Guid.NewGuid());
        await AttachAsync(Guid.NewGuid(), strange, 2071);
        await AssertSameAsync(nobody, ($"/prijs/voordracht/{own}/bijlagen/{{0}}", $"{strange}"), ($"/prijs/voordracht/{own}/bijlagen/{{0}}", $"{Guid.NewGuid()}"));

        // A registration for a meeting that is off the site.
        var registration = Guid.NewGuid();
        await site.Own.AskAsync(async db =>
        {
            db.Add(new RegistrationRow { Key = registration, MeetingKey = Guid.NewGuid(), Name = "Rie", Email = "rie@voorbeeld.nl", Seats = 1, Culture = "nl", At = site.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await AssertSameAsync(nobody, ("/aanmelding/{0}", $"{registration}"), ("/aanmelding/{0}", $"{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task Registering_for_a_meeting_once_more()
    {
        using var editor = await site.Own.SignInAsync("bijeenkomst", AccountRoles.Editor);
        var made = await editor.PostAsync(
            "/umbraco/meetings/new", "/umbraco/meetings/new",
            ("Name", "Lunch met een plek"), ("Summary", "Een lunch."), ("Date", "2099-03-11"), ("From", "12:00"), ("Until", "13:30"), ("PlaceName", "Boreel 1"), ("Capacity", "1"), ("Goals", "12"), ("do", "publish"));
        var path = $"/aanmelden/{made.Location!.Split('/')[^1]}";
        Task<(string Answer, string Done)> RegisterAsync(string name) =>
            PostAsync(path, name, ("Name", name), ("Email", $"{name}@aanmelden.nl"), ("Seats", "1"), ("Needs", string.Empty));
        await RegisterAsync("geplaatst");

        // Who has a place and who is new, and then, with a waiting list, who waits and who is new.
        (string Answer, string Done)[] full = [await RegisterAsync("geplaatst"), await RegisterAsync("wachtend")];
        (string Answer, string Done)[] line = [await RegisterAsync("wachtend"), await RegisterAsync("nieuwkomer")];
        foreach (var seen in new[] { full, line })
        {
            Assert.StartsWith("200", seen[0].Answer, StringComparison.Ordinal);
            Assert.Contains(seen[0].Done.Split('\n'), command => command.StartsWith("INSERT INTO \"Mail\"", StringComparison.Ordinal));
            Assert.Equal(seen[0].Answer, seen[1].Answer);
            Assert.Equal(Written(seen[0].Done), Written(seen[1].Done));
        }

        foreach (var (name, subject) in new[] { ("geplaatst", "U komt"), ("geplaatst", "U was al aangemeld"), ("wachtend", "Op de wachtlijst"), ("wachtend", "U was al aangemeld"), ("nieuwkomer", "Op de wachtlijst") })
        {
            await site.Mail.FindAsync($"{name}@aanmelden.nl", subject);
        }

        Assert.Equal(3, await site.Own.AskAsync(db => db.Set<RegistrationRow>().CountAsync(row => row.Email.EndsWith("@aanmelden.nl"))));
    }

    /// <summary>The commands in the order of the alphabet. One line of the list of who comes is written in either case: a new one, or what that guest was told.</summary>
    private static IEnumerable<string> Written(string done) => Regex.Split(done, "^(?=SELECT|INSERT|UPDATE|DELETE)", RegexOptions.Multiline)
        .Select(command => command.StartsWith("INSERT INTO \"Registration\"", StringComparison.Ordinal) || command.StartsWith("UPDATE \"Registration\"", StringComparison.Ordinal) ? "a line" : command.Trim())
        .Order(StringComparer.Ordinal);

    [Fact]
    public async Task An_edition_that_is_a_draft_or_sealed_and_what_is_in_it()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.WithAsync<Editions>(editions => editions.AddAsync(PrizeSite.Rules(2075), CancellationToken.None));
        await site.DecideAsync(2076);
        using var nobody = new Person(site.Own);
        string[] addresses =
        [
            "/prijs/{0}", "/en/prize/{0}", "/prijs/{0}/juryrapport", "/de/prijs/{0}/juryrapport", "/prijs/{0}/oorkonde/n-1", "/prijs/{0}/oorkonde/n-3", "/prijs/{0}/embleem/n-1.svg", "/en/prijs/{0}/embleem/n-9.svg",
        ];
        foreach (var address in addresses)
        {
            await AssertSameAsync(nobody, (address, "2079"), (address, "2075"), (address, "2076"));
        }

        // That nominating was open isn't secret; that there is a draft is.
        await AssertSameAsync(nobody, ("/prijs/{0}/nomineren", "2079"), ("/prijs/{0}/nomineren", "2075"));

        // Nor does somebody who is a juror elsewhere learn of it.
        using var stranger = await site.Own.SignInAsync("bestaatvreemde", AccountRoles.Juror);
        foreach (var route in PrizeRoutes.Of(site.Own, "GET").Where(route => route.Contains("{year:int}", StringComparison.Ordinal) && !route.Contains("prijs/", StringComparison.Ordinal)))
        {
            var address = PrizeRoutes.Filled(route.Replace("{year:int}", "[0]", StringComparison.Ordinal), 0, "n-1", Guid.Empty, Guid.Empty, Guid.Empty).Replace("[0]", "{0}", StringComparison.Ordinal);
            await AssertSameAsync(stranger, (address, "2079"), (address, "2075"), (address, "2076"));
        }
    }

    [Fact]
    public async Task An_entry_that_a_juror_is_recused_from()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        var (jurors, _) = await site.ScoreAsync(2077, rules => rules with { Quorum = 2 });
        using var juror = jurors[0];
        jurors[1].Dispose();
        jurors[2].Dispose();
        await juror.PostAsync("/jury/2077/n-3", "/jury/2077/n-3/recuse", ("degree", "Close"), ("reason", "Mijn zwager."));
        await juror.GetAsync("/jury");
        var file = Guid.NewGuid();
        await AttachAsync((await site.Own.AskAsync(db => db.Set<NominationRow>().SingleAsync(row => row.Year == 2077 && row.Pseudonym == "n-3"))).Key, file, 2077);
        foreach (var address in new[] { "/jury/2077/{0}", $"/jury/2077/{{0}}/files/{file}" })
        {
            await AssertSameAsync(juror, (address, "n-3"), (address, "n-9"));
        }
    }

    /// <summary>Somebody with an account, and whoever else can't sign in: closed, locked, invited; and the one administrator.</summary>
    private async Task PeopleAsync(string domain)
    {
        foreach (var name in new[] { "bekend", "dicht", "slot", "nieuw" })
        {
            await site.Own.AddAsync($"{name}.{domain}", AccountRoles.Editor);
        }

        await site.Own.AddAsync($"beheer.{domain}", AccountRoles.Administrator);
        var until = site.Clock.GetUtcNow() + TimeSpan.FromMinutes(15);
        await site.Own.AskAsync(async db =>
            await db.Users.Where(account => account.Name == "dicht." + domain).ExecuteUpdateAsync(set => set.SetProperty(account => account.IsDisabled, true))
            + await db.Users.Where(account => account.Name == "slot." + domain).ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, until))
            + await db.Users.Where(account => account.Name == "nieuw." + domain).ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, (string?)null)));
    }

    private Task<int> AttachAsync(Guid nomination, Guid file, int year) => site.Own.AskAsync(async db =>
    {
        if (!await db.Set<NominationRow>().AnyAsync(row => row.Key == nomination))
        {
            db.Add(new NominationRow { Key = nomination, Year = year, Pseudonym = "n-" + nomination.ToString("N")[..8], NominatorName = "Nora", NominatorEmail = "nora@voorbeeld.nl", Culture = "nl", CreatedAt = site.Clock.GetUtcNow() });
        }

        db.Add(new PrizeAttachmentRow { Key = file, Nomination = nomination, Name = "bijlage.pdf", Description = "Bijlage", Size = 8, At = site.Clock.GetUtcNow() });
        db.Add(new PrizeAttachmentBytesRow { Attachment = file, Bytes = "%PDF-1.4"u8.ToArray() });
        return await db.SaveChangesAsync();
    });

    /// <summary>Sends a form that stands on the page at the same address, or on that of signing in.</summary>
    /// <param name="path">Of both.</param>
    /// <param name="own">What was typed, and may stand in the answer.</param>
    /// <param name="fields">Beside the token.</param>
    private async Task<(string Answer, string Done)> PostAsync(string path, string own, params (string Name, string Value)[] fields)
    {
        using var person = new Person(site.Own);
        var token = (await person.GetAsync("/umbraco/sign-in")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        var (answer, done) = await site.Watch.SeeAsync(person, new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
        return (answer.Replace(own, "…", StringComparison.Ordinal), done);
    }

    private async Task AssertSameAsync(Person person, params (string Address, string Own)[] questions)
    {
        // Once before it counts: what is kept for the next minute is there then for all.
        foreach (var isCounted in new[] { false, true })
        {
            var seen = new List<(string Answer, string Done)>();
            foreach (var (address, own) in questions)
            {
                var path = address.Replace("{0}", own, StringComparison.Ordinal);
                var (answer, done) = await site.Watch.SeeAsync(person, new HttpRequestMessage(HttpMethod.Get, path));
                Assert.DoesNotContain("500", answer[..3], StringComparison.Ordinal);
                seen.Add((answer.Replace(own, "…", StringComparison.Ordinal), done));
            }

            if (isCounted)
            {
                AssertSame(seen);
            }
        }
    }

    private static void AssertSame(IReadOnlyList<(string Answer, string Done)> seen) => Assert.All(seen.Skip(1), one =>
    {
        Assert.Equal(seen[0].Answer, one.Answer);
        Assert.Equal(seen[0].Done, one.Done);
    });
}
