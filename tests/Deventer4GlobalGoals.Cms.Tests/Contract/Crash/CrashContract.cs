using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Webhooks;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Crash;

/// <summary>A process that is killed while it publishes loses nothing that it acknowledged, and leaves nothing half.</summary>
public abstract class CrashContract(CmsFixture cms)
{
    private const int Seed = 17;
    private const int Kills = 4;

    /// <summary>Published before anybody listened.</summary>
    private HashSet<Guid> _untold = [];

    [ContractFact]
    public async Task Every_acknowledged_publication_survives_a_kill_and_none_is_half()
    {
        var repeated = cms.PublishedPage(PublishingProcess.Repeated);
        await ListenAsync();
        var random = new Random(Seed);
        for (var run = 0; run < Kills; run++)
        {
            var acknowledged = Publish(run, killAfter: random.Next(1, PublishingProcess.Publications));
            await cms.InAnotherProcessAsync(restarted =>
            {
                CheckAcknowledged(restarted, run, repeated.Key, acknowledged);
                return Task.CompletedTask;
            });
            CheckRows();
            CheckMessages(repeated.Key, acknowledged);
        }
    }

    /// <summary>A webhook at an address that messages are never sent to here: they stay in the queue.</summary>
    private async Task ListenAsync()
    {
        var webhook = new Webhook("https://receiver.example/", true, [], [Constants.WebhookEvents.Aliases.ContentPublish]);
        Assert.True((await cms.Get<IWebhookService>().CreateAsync(webhook)).Success);
        _untold = [.. PublishedKeys()];
    }

    private List<Guid> PublishedKeys() =>
        cms.Rows(db => db.Set<ContentRow>().AsNoTracking().Include(row => row.Node).Where(row => row.Published).Select(row => row.Node.Key).ToList());

    /// <summary>Of every publication that is there a message waits, and of none that isn't.</summary>
    private void CheckMessages(Guid repeated, IReadOnlyList<(Guid Key, int Number)> acknowledged)
    {
        var told = cms.Rows(db => db.Set<WebhookRequestRow>().AsNoTracking().Select(row => row.Payload).ToList())
            .ConvertAll(payload => (Guid)JsonNode.Parse(payload!)!["Id"]!);
        Assert.Equal(PublishedKeys().Except(_untold).Order(), told.Where(key => key != repeated).Order());
        Assert.True(told.Count(key => key == repeated) >= acknowledged.Count(one => one.Key == repeated));
    }

    private static void CheckAcknowledged(CmsHost restarted, int run, Guid repeated, IReadOnlyList<(Guid Key, int Number)> acknowledged)
    {
        var contents = restarted.Get<IContentService>();
        var published = restarted.Get<IPublishedContentCache>();
        var last = -1;
        foreach (var (key, number) in acknowledged)
        {
            var page = contents.GetById(key)!;
            Assert.True(page.Published);
            Assert.NotNull(published.GetById(preview: false, key));
            if (key == repeated)
            {
                last = number;
            }
            else
            {
                Assert.Equal($"{run}-{number}", page.GetValue<string>("title", published: true));
                Assert.Equal($"{run}-{number}", published.GetById(preview: false, key)!.GetProperty("title")!.GetValue());
            }
        }

        if (last >= 0)
        {
            // The kill came after the last acknowledgement: what was being done then is there whole, or not at all.
            var title = contents.GetById(repeated)!.GetValue<string>("title", published: true)!.Split('-');
            Assert.Equal(run, int.Parse(title[0], CultureInfo.InvariantCulture));
            Assert.True(int.Parse(title[1], CultureInfo.InvariantCulture) >= last);
        }
    }

    /// <summary>Runs the publishing process and kills it at an acknowledgement. Answers all that it acknowledged.</summary>
    private List<(Guid Key, int Number)> Publish(int run, int killAfter)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [typeof(CrashContract).Assembly.Location, cms.Database.ConnectionString, cms.Database.ProviderName, cms.Folder, run.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var acknowledged = new List<(Guid Key, int Number)>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var said = line.Split(' ');
            acknowledged.Add((Guid.Parse(said[0]), int.Parse(said[1], CultureInfo.InvariantCulture)));
            if (acknowledged.Count == killAfter)
            {
                // SIGKILL: no handler, no finally, no flush. What it wrote meanwhile is still read above.
                process.Kill();
            }
        }

        process.WaitForExit();
        Assert.True(acknowledged.Count >= killAfter, $"The process ended by itself after {acknowledged.Count}.");
        return acknowledged;
    }

    private void CheckRows()
    {
        var contents = cms.Rows(db => db.Set<ContentRow>().AsNoTracking().Include(row => row.Versions).Include(row => row.Node).ToList());
        Assert.All(contents, content =>
        {
            Assert.Single(content.Versions, version => version.Current);
            Assert.Equal(content.Published ? 1 : 0, content.Versions.Count(version => version.Published));
            Assert.DoesNotContain(content.Versions, version => version.Current && version.Published);
            Assert.All(content.Versions, version => Assert.NotEmpty(VersionData.Parse(version.Data).Values));
            Assert.EndsWith($",{content.Id}", content.Node.Path, StringComparison.Ordinal);
        });
    }
}

[Collection(HostedCollection.Name)]
public sealed class CrashOnSqlite(SqliteCms cms) : CrashContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class CrashOnPostgres(PostgresCms cms) : CrashContract(cms), IClassFixture<PostgresCms>;
