using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Webhooks;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>The command line of webhooks. It works beside a running site, which notices within ten seconds.</summary>
public static class WebhookCommand
{
    private const int MostListed = 1000;
    private const int LoggedLines = 20;

    /// <summary>How it is used.</summary>
    public const string Help = """
        Usage: webhook <verb>

          add --url U [options]   tell an address about what is published
          list                    which webhooks there are, with what waits and what was given up
          log KEY                 the last attempts of one
          remove KEY              end one; what waits for it is dropped
          retry [KEY]             try again what was given up, for one or for all

          --url U         where messages go: https:// or http://
          --event E       published, unpublished, deleted or another alias of Umbraco's;
                          more than one may be given; the first three when none is
          --type ALIAS    only content of this type, such as practice; more than one may be given
          --header "N: V" sent along with each message; more than one may be given
          --name N        what to call it
          --help          this text

        add prints the secret that messages are signed with, once.
        Exit code: 0 when it went well, 1 when it could not be done, 2 when the command itself is wrong.
        """;

    private static readonly Dictionary<string, string> ShortEvents = new(StringComparer.Ordinal)
    {
        ["published"] = Constants.WebhookEvents.Aliases.ContentPublish,
        ["unpublished"] = Constants.WebhookEvents.Aliases.ContentUnpublish,
        ["deleted"] = Constants.WebhookEvents.Aliases.ContentDelete,
    };

    /// <summary>Runs what follows <c>webhook</c> on the command line.</summary>
    /// <returns>0 when it went well, 1 when it could not be done, 2 when the command is wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        try
        {
            return args.ToArray() switch
            {
                ["add", .. var options] => await AddAsync(options, services, output, error),
                ["list"] => await ListAsync(services, output),
                ["log", var key] => await LogAsync(Key(key), services, output),
                ["remove", var key] => await RemoveAsync(Key(key), services, output, error),
                ["retry"] => await RetryAsync(null, services, output),
                ["retry", var key] => await RetryAsync(Key(key), services, output),
                _ => throw new ArgumentException("Say add, list, log KEY, remove KEY or retry [KEY]."),
            };
        }
        catch (ArgumentException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            await error.WriteLineAsync(Help);
            return 2;
        }
    }

    private static Guid Key(string text) =>
        Guid.TryParse(text, CultureInfo.InvariantCulture, out var key) ? key : throw new ArgumentException($"'{text}' is no key; 'webhook list' shows them.");

    private static async Task<int> AddAsync(string[] options, IServiceProvider services, TextWriter output, TextWriter error)
    {
        var webhook = Read(options, services);
        if (WebhookTargets.Problem(webhook) is { } problem)
        {
            throw new ArgumentException(problem);
        }

        var result = await services.GetRequiredService<IWebhookService>().CreateAsync(webhook);
        if (!result.Success)
        {
            await error.WriteLineAsync($"It could not be added: {result.Status}.");
            return 1;
        }

        using var scope = services.GetRequiredService<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        await output.WriteLineAsync($"{result.Result.Key}  {result.Result.Url}");
        await output.WriteLineAsync($"secret: {services.GetRequiredService<WebhookRepository>().Secret(result.Result.Key)}");
        return 0;
    }

    private static Webhook Read(string[] options, IServiceProvider services)
    {
        string? url = null;
        string? name = null;
        var events = new List<string>();
        var types = new List<Guid>();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < options.Length; at += 2)
        {
            var value = at + 1 < options.Length ? options[at + 1] : throw new ArgumentException($"{options[at]} wants something behind it.");
            switch (options[at])
            {
                case "--url":
                    url = value;
                    break;
                case "--name":
                    name = value;
                    break;
                case "--event":
                    events.Add(Event(value, services));
                    break;
                case "--type":
                    types.Add(services.GetRequiredService<IContentTypeService>().Get(value)?.Key ?? throw new ArgumentException($"There is no type '{value}'."));
                    break;
                case "--header" when value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon:
                    headers[value[..colon].Trim()] = value[(colon + 1)..].Trim();
                    break;
                default:
                    throw new ArgumentException($"Not understood: {options[at]} {value}");
            }
        }

        return new Webhook(
            url ?? throw new ArgumentException("Say where to: --url U."),
            enabled: true,
            [.. types],
            events.Count > 0 ? [.. events.Distinct()] : [.. ShortEvents.Values],
            headers)
        {
            Name = name,
        };
    }

    private static string Event(string name, IServiceProvider services)
    {
        var alias = ShortEvents.GetValueOrDefault(name, name);
        var known = services.GetRequiredService<WebhookEventCollection>().Select(one => one.Alias).Distinct().ToArray();
        return known.Contains(alias, StringComparer.Ordinal)
            ? alias
            : throw new ArgumentException($"There is no event '{name}'. There are {string.Join(", ", ShortEvents.Keys.Concat(known))}.");
    }

    private static async Task<int> ListAsync(IServiceProvider services, TextWriter output)
    {
        var webhooks = await services.GetRequiredService<IWebhookService>().GetAllAsync(0, MostListed);
        using var scope = services.GetRequiredService<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var counts = await services.GetRequiredService<WebhookRequestRepository>().CountAsync();
        foreach (var webhook in webhooks.Items)
        {
            var (waiting, dead) = counts.GetValueOrDefault(webhook.Key);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{webhook.Key}  {webhook.Url}  {string.Join(',', webhook.Events)}  waiting {waiting}, given up {dead}  {webhook.Name}").TrimEnd());
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{webhooks.Total} in all"));
        return 0;
    }

    private static async Task<int> LogAsync(Guid key, IServiceProvider services, TextWriter output)
    {
        foreach (var log in (await services.GetRequiredService<IWebhookLogService>().Get(key, 0, LoggedLines)).Items)
        {
            var came = log.StatusCode.Length > 0 ? log.StatusCode : log.ResponseBody;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{log.Date:yyyy-MM-dd HH:mm:ss}  {log.EventAlias}  attempt {log.RetryCount + 1}  {came}"));
        }

        return 0;
    }

    private static async Task<int> RemoveAsync(Guid key, IServiceProvider services, TextWriter output, TextWriter error)
    {
        var result = await services.GetRequiredService<IWebhookService>().DeleteAsync(key);
        await (result.Success ? output.WriteLineAsync($"{key} is gone.") : error.WriteLineAsync($"{key}: {result.Status}."));
        return result.Success ? 0 : 1;
    }

    private static async Task<int> RetryAsync(Guid? key, IServiceProvider services, TextWriter output)
    {
        using var scope = services.GetRequiredService<ICoreScopeProvider>().CreateCoreScope();
        scope.WriteLock(Constants.Locks.WebhookRequest);
        var count = await services.GetRequiredService<WebhookRequestRepository>().ReviveAsync(key);
        scope.Complete();
        services.GetRequiredService<WebhookSignal>().Raise();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} to be tried again"));
        return 0;
    }
}
