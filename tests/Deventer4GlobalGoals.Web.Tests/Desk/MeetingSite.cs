using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>One site for tests that each have a meeting of their own, with an editor in it and somebody without an account.</summary>
public sealed class MeetingSite : IAsyncLifetime
{
    private const string AnyForm = "/praktijkvoorbeeld-delen";

    public CommunitySite Site { get; private set; } = null!;

    public Person Bea { get; private set; } = null!;

    public Person Guest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await DeskSite.StartAsync(new MailSink(), services => services.Configure<WebRoutingSettings>(settings => settings.UmbracoApplicationUrl = "https://deventer.example"));
        Bea = await Site.SignInAsync("bea", AccountRoles.Editor);
        Guest = new Person(Site);
    }

    public async Task DisposeAsync()
    {
        Bea.Dispose();
        Guest.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Who comes, in order of arrival.</summary>
    public async Task<IEnumerable<string>> StandAsync(Guid meeting)
    {
        var rows = await Site.AskAsync(db => db.Set<RegistrationRow>().Where(row => row.MeetingKey == meeting && row.State != RegistrationState.Cancelled).OrderBy(row => row.Id).ToListAsync());
        return rows.Select(row => row.State == RegistrationState.Waiting ? $"{row.Name}:Waiting" : row.Name);
    }

    /// <summary>What was mailed about a registration: the last part of the key of each.</summary>
    public async Task<IEnumerable<string>> MailsAsync(RegistrationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var about = $"registration/{row.Key}/";
        var keys = await Site.AskAsync(db => db.Set<MailRow>().Where(mail => mail.Key.StartsWith(about)).OrderBy(mail => mail.Id).Select(mail => mail.Key).ToListAsync());
        return keys.Select(key => key[about.Length..]);
    }

    /// <summary>By the link in the mail; what is over shows no button for it.</summary>
    public Task<Answer> CancelAsync(RegistrationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Guest.PostAsync(AnyForm, $"/aanmelding/{row.Key}/afmelden");
    }

    public Task<Answer> ChangeAsync(RegistrationRow row, int seats)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Guest.PostAsync(AnyForm, $"/aanmelding/{row.Key}/wijzigen", ("Seats", $"{seats}"), ("Needs", ""));
    }

    /// <summary>Sends a form of the desk.</summary>
    public Task<Answer> SendAsync(string address, params (string Name, string Value)[] fields) => Bea.PostAsync("/umbraco", address, fields);
}
