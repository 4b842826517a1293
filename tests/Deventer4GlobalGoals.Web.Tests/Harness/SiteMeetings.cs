using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>Meetings with places, and who comes to them.</summary>
public static class SiteMeetings
{
    /// <summary>When <see cref="Announce"/> puts a meeting, in the time of Deventer.</summary>
    public static readonly DateTime First = new(2099, 3, 11, 12, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Asks a service of its own scope.</summary>
    public static async Task<TAnswer> AskAsync<TService, TAnswer>(this CommunitySite site, Func<TService, Task<TAnswer>> question)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(question);
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A lunch at <see cref="First"/> for which people can register, on the site.</summary>
    public static Guid Announce(this CommunitySite site, int places)
    {
        ArgumentNullException.ThrowIfNull(site);
        var contents = site.Get<IContentService>();
        var item = contents.Create("Lunch met plekken", site.Agenda(), "meeting");
        item.SetCultureName("Lunch met plekken", "nl");
        item.Key = Guid.NewGuid();
        Publish(site, item, ("start", Moment(First)), ("placeName", "Boreel 1"), ("capacity", places), ("registrationOpen", true), ("summary", "Een lunch."));
        return item.Key;
    }

    /// <summary>The page that meetings lie under.</summary>
    public static IContent Agenda(this CommunitySite site) =>
        site.Get<IContentService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(item => item.ContentType.Alias == "meetings");

    /// <summary>Publishes a page with other values.</summary>
    public static void Change(this CommunitySite site, Guid meeting, params (string Alias, object? Value)[] changes) =>
        Publish(site, site.Get<IContentService>().GetById(meeting)!, changes);

    /// <summary>A moment in Deventer, as its property keeps it.</summary>
    public static string Moment(DateTime local) => MomentControl.AtZone(local, DeventerTime.Zone).ToJsonString();

    public static Task<RegistrationRow> RegisterAsync(this CommunitySite site, Guid meeting, string name, int seats = 1, string? needs = null, string culture = "nl") =>
        site.AskAsync<Registrations, RegistrationRow>(registrations => registrations.AddAsync(
            site.Get<MeetingReader>().Find(meeting, culture)!, new NewRegistration(name, $"{name}@voorbeeld.nl", seats, needs, culture), CancellationToken.None));

    private static void Publish(CommunitySite site, IContent item, params (string Alias, object? Value)[] changes)
    {
        foreach (var (alias, value) in changes)
        {
            item.SetValue(alias, value, item.Properties[alias]!.PropertyType.VariesByCulture() ? "nl" : null);
        }

        var contents = site.Get<IContentService>();
        Assert.True(contents.Save(item).Success);
        Assert.True(contents.Publish(item, ["nl"]).Success);
    }
}
