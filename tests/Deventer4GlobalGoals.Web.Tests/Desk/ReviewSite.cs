using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Desk.Review;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>A site with an editor, and short ways to something in the queue. Facts that share it take a title and an address each.</summary>
public sealed class ReviewSite : IAsyncLifetime
{
    public const string Form = "/praktijkvoorbeeld-delen";

    public MovedClock Clock { get; } = new();

    public MailSink Mail { get; } = new();

    public CommunitySite Own { get; private set; } = null!;

    public Person Editor { get; private set; } = null!;

    public IContentService Contents => Own.Get<IContentService>();

    /// <summary>One that is in the directory.</summary>
    public string Organisation => Own.Get<OrganisationNames>().All.First();

    public async Task InitializeAsync()
    {
        Own = await DeskSite.StartAsync(Mail, services => services.AddSingleton<TimeProvider>(Clock));
        Editor = await Own.SignInAsync("eva", AccountRoles.Editor);
    }

    public async Task DisposeAsync()
    {
        Editor.Dispose();
        await Own.DisposeAsync();
    }

    public static string Email(string who) => $"{who}@voorbeeld.nl";

    /// <summary>Fills in the form as a person would, some seconds after getting it.</summary>
    public async Task<Answer> ShareAsync(Person visitor, string who, string title, string what, params (string Name, string Value)[] changes)
    {
        var page = await visitor.GetAsync(Form);
        Hurry();
        (string Name, string Value)[] fields =
        [
            ("Name", who), ("Email", Email(who)), ("Organisation", Organisation), ("Title", title), ("Summary", "Een jaar lang woog de kantine wat er terugkwam."),
            ("WhatWasDone", "Wij wogen elke dag de borden. Daarna kozen wij kleinere schalen."), ("Goals", "12"),
        ];
        return await visitor.SubmitAsync(page.Page.QuerySelector("main form")!, Form, [.. fields.Where(field => changes.All(change => change.Name != field.Name)), .. changes, ("do", what)]);
    }

    /// <summary>So much time has passed as a person takes.</summary>
    public void Hurry() => Clock.MoveTo(Clock.GetUtcNow() + FormStamps.Fastest + TimeSpan.FromSeconds(1));

    /// <summary>Shares and confirms. The mails are read.</summary>
    /// <returns>The path of the sender's page.</returns>
    public async Task<string> WaitAsync(Person visitor, string who, string title, params (string Name, string Value)[] changes)
    {
        await ShareAsync(visitor, who, title, "hand-in", changes);
        var path = await LinkToAsync(who);
        await visitor.PostAsync(path, path + "/bevestigen");
        await LinkToAsync(who);
        return path;
    }

    /// <summary>The same in English.</summary>
    public async Task<string> WaitInEnglishAsync(Person visitor, string who, string title)
    {
        const string English = "/en" + Form;
        var page = await visitor.GetAsync(English);
        Hurry();
        await visitor.SubmitAsync(
            page.Page.QuerySelector("main form")!,
            English,
            ("Name", who), ("Email", Email(who)), ("Organisation", Organisation), ("Title", title), ("Summary", "For a year the canteen weighed what came back."),
            ("WhatWasDone", "We weighed the plates every day."), ("Goals", "12"), ("do", "hand-in"));
        var path = await LinkToAsync(who);
        await visitor.PostAsync(path, path + "/bevestigen");
        await LinkToAsync(who);
        return path;
    }

    /// <summary>The path in the next mail to this person.</summary>
    public async Task<string> LinkToAsync(string who)
    {
        var mail = await Mail.NextAsync();
        Assert.Equal(Email(who), mail.To);
        return new Uri(mail.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    public Task<ReviewRow> RowAsync(string title) => Own.AskAsync(db => db.Set<ReviewRow>().AsNoTracking().SingleAsync(row => row.Title == title));

    public async Task<Answer> DecideAsync(string title, string what, params (string Name, string Value)[] fields)
    {
        var row = await RowAsync(title);
        return await Editor.PostAsync($"/umbraco/review/{row.Key}", $"/umbraco/review/{row.Key}/{what}", [("version", $"{row.Version}"), .. fields]);
    }

    public IContent Item(string name) => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(item => item.Name == name);

    /// <summary>An author of <see cref="Organisation"/>, signed in.</summary>
    public async Task<Person> AuthorAsync(string name)
    {
        var person = await Own.SignInAsync(name, AccountRoles.Author);
        var own = Own.Get<OrganisationNames>().Find(Organisation);
        await Own.AskAsync(db => db.Users.Where(account => account.Name == name).ExecuteUpdateAsync(set => set.SetProperty(account => account.Organisation, own)));
        return person;
    }
}
