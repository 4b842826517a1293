using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Webhooks;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Webhooks;

/// <summary>Publishing tells other servers, which are real ones on this machine.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const int Retries = 2;

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await StartAsync("127.0.0.0/8");

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Publishing_withdrawing_and_deleting_are_told_and_signed()
    {
        await using var receiver = await Receiver.StartAsync();
        var (key, secret) = await AddAsync("--url", receiver.Origin + "/haak", "--type", "practice", "--header", "X-Buren: ja");
        var other = At("/privacy");
        Publish(other);
        var practice = Plant();
        Assert.False(receiver.HasMore);

        Publish(practice);
        Assert.True(Contents.Unpublish(Contents.GetById(practice.Key)!).Success);
        Assert.True(Contents.Delete(Contents.GetById(practice.Key)!).Success);
        var ids = new HashSet<string>();
        var events = new List<string>();
        for (var message = 0; message < 3; message++)
        {
            var received = await receiver.NextAsync();
            Assert.Equal(("/haak", "ja", "0", "application/json; charset=utf-8"), (received.Path, received.Headers["X-Buren"], received.Headers["Umb-Webhook-RetryCount"], received.Headers["Content-Type"]));
            Assert.Equal(practice.Key, (Guid)JsonNode.Parse(received.Body)!["Id"]!);
            Assert.Equal(Expected(secret, received), received.Headers["webhook-signature"]);
            Assert.True(ids.Add(received.Headers["webhook-id"]));
            events.Add(received.Headers["Umb-Webhook-Event"]);
        }

        Assert.Equal(
            [Constants.WebhookEvents.Aliases.ContentPublish, Constants.WebhookEvents.Aliases.ContentUnpublish, Constants.WebhookEvents.Aliases.ContentDelete],
            events);
        await AssertCountsAsync(key, waiting: 0, dead: 0);
    }

    [Fact]
    public async Task What_fails_is_sent_again_as_the_same_message()
    {
        await using var receiver = await Receiver.StartAsync((number, _) => Task.FromResult(number < 3 ? 503 : 200));
        var (key, secret) = await AddAsync("--url", receiver.Origin);
        Publish(At("/privacy"));
        var (first, second, third) = (await receiver.NextAsync(), await receiver.NextAsync(), await receiver.NextAsync());
        Assert.Equal(["0", "1", "2"], new[] { first, second, third }.Select(received => received.Headers["Umb-Webhook-RetryCount"]));
        Assert.Equal((first.Headers["webhook-id"], first.Body), (third.Headers["webhook-id"], third.Body));
        Assert.Equal(Expected(secret, third), third.Headers["webhook-signature"]);
        await AssertCountsAsync(key, waiting: 0, dead: 0);
        var logs = await _site.Get<IWebhookLogService>().Get(key, 0, 10);
        Assert.Equal([true, false, false], logs.Items.Select(log => log.IsSuccessStatusCode));
    }

    [Fact]
    public async Task What_keeps_failing_is_given_up_and_can_be_sent_again_by_hand()
    {
        var isDead = true;
        await using var receiver = await Receiver.StartAsync((_, _) => Task.FromResult(Volatile.Read(ref isDead) ? 500 : 200));
        var (key, _) = await AddAsync("--url", receiver.Origin);
        Publish(At("/privacy"));
        for (var attempt = 0; attempt <= Retries; attempt++)
        {
            await receiver.NextAsync();
        }

        await AssertCountsAsync(key, waiting: 0, dead: 1);
        Volatile.Write(ref isDead, false);
        Assert.Equal((0, "1 to be tried again"), await RunAsync("retry", key.ToString()));
        Assert.Equal("0", (await receiver.NextAsync()).Headers["Umb-Webhook-RetryCount"]);
        await AssertCountsAsync(key, waiting: 0, dead: 0);
        var (_, log) = await RunAsync("log", key.ToString());
        Assert.Equal(Retries + 2, log.Split('\n').Length);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_holds_up_neither_publishing_nor_others()
    {
        var end = new TaskCompletionSource();
        await using var dead = await Receiver.StartAsync(async (_, http) =>
        {
            await end.Task.WaitAsync(http.RequestAborted);
            return 200;
        });
        await using var alive = await Receiver.StartAsync();
        await AddAsync("--url", dead.Origin);
        await AddAsync("--url", alive.Origin);
        var page = At("/privacy");
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < 5; time++)
        {
            Publish(page);
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(8), "Publishing waited for a receiver.");
        for (var time = 0; time < 5; time++)
        {
            await alive.NextAsync();
        }

        Assert.Equal("0", (await dead.NextAsync()).Headers["Umb-Webhook-RetryCount"]);
        end.SetResult();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var inside = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync((_, http) =>
        {
            http.Response.Headers.Location = inside.Origin;
            return Task.FromResult(StatusCodes.Status307TemporaryRedirect);
        });
        var (key, _) = await AddAsync("--url", receiver.Origin);
        Publish(At("/privacy"));
        for (var attempt = 0; attempt <= Retries; attempt++)
        {
            await receiver.NextAsync();
        }

        await AssertCountsAsync(key, waiting: 0, dead: 1);
        Assert.False(inside.HasMore);
    }

    [Fact]
    public async Task A_private_address_is_refused_by_number_and_by_name_unless_its_network_is_allowed()
    {
        await _site.DisposeAsync();
        _site = await StartAsync("10.0.0.0/8");
        await using var receiver = await Receiver.StartAsync();
        var port = new Uri(receiver.Origin).Port;
        foreach (var url in new[] { receiver.Origin, $"http://localhost:{port}", $"http://[::ffff:127.0.0.1]:{port}", $"http://2130706433:{port}" })
        {
            var (key, _) = await AddAsync("--url", url);
            Publish(At("/privacy"));
            await AssertCountsAsync(key, waiting: 0, dead: 1);
            var logs = (await _site.Get<IWebhookLogService>().Get(key, 0, 10)).Items.ToArray();
            Assert.Equal(Retries + 1, logs.Length);
            Assert.All(logs, log => Assert.Contains("is a private address", log.ResponseBody, StringComparison.Ordinal));
            Assert.Equal(0, (await RunAsync("remove", key.ToString())).Code);
        }

        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task A_password_in_a_header_is_sent_and_not_kept()
    {
        await using var receiver = await Receiver.StartAsync();
        var (key, _) = await AddAsync("--url", receiver.Origin, "--header", "Authorization: Bearer geheim");
        Publish(At("/privacy"));
        Assert.Equal("Bearer geheim", (await receiver.NextAsync()).Headers["Authorization"]);
        await AssertCountsAsync(key, waiting: 0, dead: 0);
        Assert.DoesNotContain("geheim", (await _site.Get<IWebhookLogService>().Get(key, 0, 10)).Items.Single().RequestHeaders, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("", 2)]
    [InlineData("add", 2)]
    [InlineData("add --url ftp://a.example", 2)]
    [InlineData("add --url https://a.example --event bestaat-niet", 2)]
    [InlineData("add --url https://a.example --type bestaat-niet", 2)]
    [InlineData("add --url https://a.example --header zonder-dubbele-punt", 2)]
    [InlineData("add --url", 2)]
    [InlineData("remove geen-sleutel", 2)]
    [InlineData("remove 00000000-0000-0000-0000-000000000001", 1)]
    [InlineData("retry", 0)]
    [InlineData("list", 0)]
    public async Task The_command_says_by_its_exit_code_how_it_went(string arguments, int code) =>
        Assert.Equal(code, (await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Code);

    private static Task<CommunitySite> StartAsync(string network) => CommunitySite.StartAsync(services =>
    {
        services.Configure<WebhookSettings>(settings =>
        {
            settings.Period = TimeSpan.FromMilliseconds(20);
            settings.MaximumRetries = Retries;
        });
        services.Configure<WebhookOptions>(options => options.AllowedNetworks.Add(network));
    });

    /// <summary>Worked out here once more, from the specification.</summary>
    private static string Expected(string secret, Received received)
    {
        var signed = $"{received.Headers["webhook-id"]}.{received.Headers["webhook-timestamp"]}.{received.Body}";
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(signed)));
    }

    private async Task<(Guid Key, string Secret)> AddAsync(params string[] options)
    {
        var (code, output) = await RunAsync(["add", .. options]);
        Assert.True(code == 0, output);
        return (Guid.Parse(output.Split(' ')[0]), output.Split("secret: ")[1]);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await WebhookCommand.RunAsync(arguments, _site.Services, output, error);
        return (code, (output.ToString() + error).Trim());
    }

    /// <summary>The counts of the list; sending goes on meanwhile, so it is asked until they are there or half a minute is over.</summary>
    private async Task AssertCountsAsync(Guid key, int waiting, int dead)
    {
        var expected = $"waiting {waiting}, given up {dead}";
        var started = Stopwatch.GetTimestamp();
        string line;
        do
        {
            var (_, list) = await RunAsync("list");
            line = list.Split('\n').Single(one => one.StartsWith(key.ToString(), StringComparison.Ordinal));
        }
        while (!line.Contains(expected, StringComparison.Ordinal) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30));

        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    private IContent At(string path) =>
        Contents.GetById(_site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", Contents.GetRootContent().First().Id, isDraft: false)!.Value)!;

    private IContent Plant()
    {
        var practice = new Umbraco.Cms.Core.Models.Content("Kwetterbrood", At("/praktijkvoorbeelden").Id, _site.Get<IContentTypeService>().Get("practice")!, "nl");
        practice.SetCultureName("Kwetterbrood", "nl");
        practice.SetValue("summary", "Brood dat zingt.", "nl");
        Assert.True(Contents.Save(practice).Success);
        return Contents.GetById(practice.Key)!;
    }

    private void Publish(IContent content)
    {
        Assert.True(Contents.Save(content).Success);
        Assert.True(Contents.Publish(Contents.GetById(content.Key)!, ["*"]).Success);
    }
}
