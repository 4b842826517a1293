using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Webhooks;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>Webhooks through Umbraco's own services: what is kept of them, of their messages and of what came of those.</summary>
public abstract class WebhookContract(CmsFixture cms)
{
    private const string Published = Constants.WebhookEvents.Aliases.ContentPublish;
    private const string Deleted = Constants.WebhookEvents.Aliases.ContentDelete;

    private IWebhookService Webhooks => cms.Get<IWebhookService>();

    private WebhookRequestRepository Requests => cms.Get<WebhookRequestRepository>();

    [ContractFact]
    public async Task A_webhook_is_kept_as_it_was_given_changed_and_removed()
    {
        var type = cms.Types.Get("page")!.Key;
        var given = new Webhook("https://a.example/hook?x=1", true, [type], [Published, Deleted], new Dictionary<string, string> { ["X-Naam"] = "Café \"één\"" })
        {
            Name = "Eén", Description = "Voor de buren",
        };
        var key = (await Webhooks.CreateAsync(given)).Result.Key;

        var found = (await Webhooks.GetAsync(key))!;
        Assert.Equal(("https://a.example/hook?x=1", true, "Eén", "Voor de buren"), (found.Url, found.Enabled, found.Name, found.Description));
        Assert.Equal([type], found.ContentTypeKeys);
        Assert.Equal([Published, Deleted], found.Events);
        Assert.Equal("Café \"één\"", found.Headers["X-Naam"]);
        Assert.True(found.HasIdentity);

        found.Url = "https://b.example/";
        found.Enabled = false;
        found.Events = [Deleted];
        found.ContentTypeKeys = [];
        found.Headers = new Dictionary<string, string>();
        Assert.Equal(WebhookOperationStatus.Success, (await Webhooks.UpdateAsync(found)).Status);
        var changed = (await Webhooks.GetAsync(key))!;
        Assert.Equal(("https://b.example/", false, 1, 0, 0), (changed.Url, changed.Enabled, changed.Events.Length, changed.ContentTypeKeys.Length, changed.Headers.Count));
        Assert.Equal(found.CreateDate, changed.CreateDate);

        Assert.True((await Webhooks.DeleteAsync(key)).Success);
        Assert.Null(await Webhooks.GetAsync(key));
        Assert.Equal(WebhookOperationStatus.NotFound, (await Webhooks.DeleteAsync(key)).Status);
        Assert.Equal(WebhookOperationStatus.NotFound, (await Webhooks.UpdateAsync(found)).Status);
    }

    [ContractFact]
    public async Task Webhooks_are_found_by_event_by_key_and_in_pages()
    {
        var one = await AddAsync("https://een.example/", Published);
        var two = await AddAsync("https://twee.example/", Deleted);
        Assert.Contains(one, (await Webhooks.GetByAliasAsync(Published)).Select(webhook => webhook.Key));
        Assert.DoesNotContain(two, (await Webhooks.GetByAliasAsync(Published)).Select(webhook => webhook.Key));
        Assert.Equal([two], (await Webhooks.GetMultipleAsync([two, Guid.NewGuid()])).Select(webhook => webhook!.Key));
        var all = await Webhooks.GetAllAsync(0, 1000);
        var page = await Webhooks.GetAllAsync(1, 1);
        Assert.Equal((all.Total, all.Items.ElementAt(1).Key), (page.Total, page.Items.Single().Key));
    }

    [ContractFact]
    public async Task Each_webhook_has_a_secret_of_its_own_that_stays()
    {
        var (one, two) = (await AddAsync("https://een.example/"), await AddAsync("https://twee.example/"));
        var secret = Secret(one);
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret!["whsec_".Length..]).Length);
        Assert.NotEqual(secret, Secret(two));

        var webhook = (await Webhooks.GetAsync(one))!;
        webhook.Name = "Anders";
        await Webhooks.UpdateAsync(webhook);
        Assert.Equal(secret, Secret(one));
        Assert.Null(Secret(Guid.NewGuid()));
    }

    [ContractFact]
    public async Task A_secret_is_protected_in_the_database_and_an_older_one_still_counts()
    {
        var key = await AddAsync("https://geheim.example/");
        var secret = Secret(key)!;
        var stored = cms.Rows(db => db.Set<WebhookRow>().Single(row => row.Key == key).Secret);
        Assert.DoesNotContain(secret["whsec_".Length..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", stored, StringComparison.Ordinal);

        cms.Rows(db => db.Set<WebhookRow>().Where(row => row.Key == key).ExecuteUpdate(set => set.SetProperty(row => row.Secret, "whsec_b3Vk")));
        var webhook = (await Webhooks.GetAsync(key))!;
        await Webhooks.UpdateAsync(webhook);
        Assert.Equal("whsec_b3Vk", Secret(key));
    }

    [ContractFact]
    public async Task A_publish_that_is_undone_leaves_no_message()
    {
        var key = await AddAsync("https://ongedaan.example/", Published);
        var page = cms.Page("Ongedaan");
        using (cms.Scopes.CreateCoreScope())
        {
            Assert.True(cms.Contents.Publish(page, ["*"]).Success);
        }

        Assert.Empty(await QueuedAsync(page, key));
        using (var scope = cms.Scopes.CreateCoreScope())
        {
            page = cms.Fresh(page);
            Assert.True(cms.Contents.Publish(page, ["*"]).Success);
            scope.Complete();
        }

        Assert.Equal([(key, Published, true)], await QueuedAsync(page, key));
    }

    [ContractFact]
    public async Task What_is_no_address_on_the_web_is_refused()
    {
        foreach (var url in new[] { "ftp://a.example/", "file:///etc/hostname", "elders", "https://naam:woord@a.example/" })
        {
            Assert.Equal(WebhookOperationStatus.CancelledByNotification, (await Webhooks.CreateAsync(new Webhook(url, true, [], [Published]))).Status);
        }

        var broken = new Webhook("https://a.example/", true, [], [Published], new Dictionary<string, string> { ["X-A"] = "b\r\nX-C: d" });
        Assert.Equal(WebhookOperationStatus.CancelledByNotification, (await Webhooks.CreateAsync(broken)).Status);
        Assert.Equal(WebhookOperationStatus.NoEvents, (await Webhooks.CreateAsync(new Webhook("https://a.example/", true))).Status);
    }

    [ContractFact]
    public async Task A_publish_puts_a_message_for_each_webhook_of_its_type_into_the_queue()
    {
        var all = await AddAsync("https://alles.example/", Published);
        var articles = await AddAsync("https://artikelen.example/", [Published], cms.Types.Get("article")!.Key);
        var off = (await Webhooks.GetAsync(await AddAsync("https://uit.example/", Published)))!;
        off.Enabled = false;
        await Webhooks.UpdateAsync(off);

        var page = cms.PublishedPage("Verteld");
        Assert.Equal([(all, Published, true)], await QueuedAsync(page, all, articles, off.Key));
        var article = cms.Article("Ook verteld", "nl");
        cms.Publish(article);
        Assert.Equal([(all, Published, true), (articles, Published, true)], (await QueuedAsync(article, all, articles, off.Key)).OrderBy(message => message.Key == articles));
    }

    [ContractFact]
    public async Task Each_of_Umbracos_payloads_is_made_outside_of_a_request()
    {
        var type = cms.Types.Get("page")!.Key;
        var webhook = await AddAsync("https://inhoud.example/", [Published], type);
        try
        {
            foreach (var (payload, member) in new[] { ("Minimal", "Cultures"), ("Extended", "ContentType"), ("Legacy", "Route") })
            {
                await using var other = await CmsHost.StartAsync(cms.Database, cms.Folder, builder => builder.Configuration["Umbraco:CMS:Webhook:PayloadType"] = payload);
                var contents = other.Get<IContentService>();
                var page = contents.Create(payload, Constants.System.Root, "page");
                Assert.True(contents.Save(page).Success);
                Assert.True(contents.Publish(page, ["*"]).Success);
                var message = (await other.Get<IWebhookRequestService>().GetAllAsync()).Single(one => one.WebhookKey == webhook);
                var body = JsonNode.Parse(message.RequestObject!)!.AsObject();
                Assert.Equal((payload, page.Key, true), (payload, (Guid)body["Id"]!, body.ContainsKey(member)));
                await other.Get<IWebhookRequestService>().DeleteAsync(message);
            }
        }
        finally
        {
            StaticServiceProvider.Instance = cms.Host.Services;
        }
    }

    [ContractFact]
    public async Task A_message_is_taken_by_one_and_comes_back_when_that_one_ends()
    {
        var id = await QueueAsync(await AddAsync("https://wacht.example/"));
        Assert.True(await DoAsync(() => Requests.ClaimAsync(id, TimeSpan.FromHours(1))));
        Assert.False(await DoAsync(() => Requests.ClaimAsync(id, TimeSpan.FromHours(1))));
        Assert.DoesNotContain(id, await DueAsync());

        // As if the hour had passed.
        await DoAsync(async () =>
        {
            await Requests.PostponeAsync(id, 0, TimeSpan.Zero);
            return true;
        });
        Assert.Contains(id, await DueAsync());
        await cms.InAnotherProcessAsync(async other =>
        {
            using var scope = other.Get<Cms.Scoping.EfScopeProvider>().CreateCoreScope(autoComplete: true);
            Assert.Contains(id, (await other.Get<WebhookRequestRepository>().DueAsync(1000)).Select(message => message.Id));
        });
    }

    [ContractFact]
    public async Task What_is_given_up_stays_until_it_is_tried_again_or_forgotten()
    {
        var webhook = await AddAsync("https://dood.example/");
        var (one, two) = (await QueueAsync(webhook), await QueueAsync(webhook));
        await DoAsync(() => BuryAsync(one));
        Assert.DoesNotContain(one, await DueAsync());
        Assert.DoesNotContain(one, (await cms.Get<IWebhookRequestService>().GetAllAsync()).Select(message => message.Id));
        Assert.Equal((1, 1), (await DoAsync(() => Requests.CountAsync()))[webhook]);
        Assert.False(await DoAsync(() => Requests.ClaimAsync(one, TimeSpan.FromHours(1))));

        Assert.Equal(0, await DoAsync(() => Requests.ReviveAsync(Guid.NewGuid())));
        Assert.Equal(1, await DoAsync(() => Requests.ReviveAsync(webhook)));
        Assert.Contains(one, await DueAsync());

        await DoAsync(() => BuryAsync(two));
        Assert.Equal(0, await DoAsync(() => Requests.ForgetAsync(DateTime.UnixEpoch)));
        Assert.Equal(1, await DoAsync(() => Requests.ForgetAsync(DateTime.MaxValue.ToUniversalTime().AddDays(-2))));
        await Webhooks.DeleteAsync(webhook);
        Assert.DoesNotContain(one, await DueAsync());
    }

    [ContractFact]
    public async Task Attempts_are_listed_newest_first_per_webhook_and_forgotten_in_time()
    {
        var (webhook, other) = (Guid.NewGuid(), Guid.NewGuid());
        var logs = cms.Get<IWebhookLogService>();
        var day = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var (key, number) in new[] { (webhook, 1), (other, 2), (webhook, 3) })
        {
            await logs.CreateAsync(new WebhookLog { Key = Guid.NewGuid(), WebhookKey = key, Date = day.AddDays(number), EventAlias = $"Nr.{number}", RequestBody = null });
        }

        var found = await logs.Get(webhook, 0, 10);
        Assert.Equal((2L, "Nr.3 Nr.1"), (found.Total, string.Join(' ', found.Items.Select(log => log.EventAlias))));
        Assert.Equal("Nr.1", (await logs.Get(webhook, 1, 1)).Items.Single().EventAlias);
        var repository = cms.Get<WebhookLogRepository>();
        var old = (await DoAsync(() => repository.GetOlderThanDate(day.AddDays(3)))).ToArray();
        Assert.Equal(["Nr.1", "Nr.2"], old.Select(log => log.EventAlias));
        await DoAsync(async () =>
        {
            await repository.DeleteByIds([old[0].Id]);
            return true;
        });
        Assert.Equal(1, await DoAsync(() => repository.ForgetAsync(day.AddDays(3))));
        Assert.Equal("Nr.3", (await logs.Get(webhook, 0, 10)).Items.Single().EventAlias);
    }

    private async Task<bool> BuryAsync(int id)
    {
        await Requests.BuryAsync(id);
        return true;
    }

    private Task<Guid> AddAsync(string url, string @event = Deleted) => AddAsync(url, [@event]);

    private async Task<Guid> AddAsync(string url, string[] events, params Guid[] types) =>
        (await Webhooks.CreateAsync(new Webhook(url, true, types, events))).Result.Key;

    private async Task<int> QueueAsync(Guid webhook) => (await cms.Get<IWebhookRequestService>().CreateAsync(webhook, Deleted, new { Id = Guid.Empty })).Id;

    private string? Secret(Guid key)
    {
        using var scope = cms.Scopes.CreateCoreScope(autoComplete: true);
        return cms.Get<WebhookRepository>().Secret(key);
    }

    private async Task<IEnumerable<int>> DueAsync() => (await DoAsync(() => Requests.DueAsync(1000))).Select(message => message.Id);

    private async Task<(Guid Key, string Event, bool IsAbout)[]> QueuedAsync(IContent about, params Guid[] webhooks) =>
        [.. (await cms.Get<IWebhookRequestService>().GetAllAsync())
            .Where(message => webhooks.Contains(message.WebhookKey) && message.RequestObject!.Contains(about.Key.ToString("D"), StringComparison.Ordinal))
            .Select(message => (message.WebhookKey, message.EventAlias, true))];

    private async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        using var scope = cms.Scopes.CreateCoreScope();
        var result = await work();
        scope.Complete();
        return result;
    }
}

[Collection(HostedCollection.Name)]
public sealed class WebhooksOnSqlite(SqliteCms cms) : WebhookContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class WebhooksOnPostgres(PostgresCms cms) : WebhookContract(cms), IClassFixture<PostgresCms>;
