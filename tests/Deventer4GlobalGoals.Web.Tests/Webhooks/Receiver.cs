using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Deventer4GlobalGoals.Web.Tests.Webhooks;

/// <summary>A message as it came in.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A real server on a free port of this machine that is told about what is published, and answers as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication _server;

    private Receiver(WebApplication server) => _server = server;

    /// <summary>"http://127.0.0.1:41231".</summary>
    public string Origin => _server.Urls.Single();

    /// <param name="answer">Answers the message with that number, from 1; gives the status, or takes its time.</param>
    public static async Task<Receiver> StartAsync(Func<int, HttpContext, Task<int>>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        var number = 0;
        receiver._server.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var current = Interlocked.Increment(ref number);
            await receiver._received.Writer.WriteAsync(new Received(http.Request.Path, headers, body));
            http.Response.StatusCode = answer is null ? StatusCodes.Status204NoContent : await answer(current, http);
        });
        await receiver._server.StartAsync();
        return receiver;
    }

    /// <summary>The next message; fails when there is none for half a minute.</summary>
    public async Task<Received> NextAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public bool HasMore => _received.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
