using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Cms.Webhooks;

/// <summary>
/// Connects to receivers. Which address a name stands for is looked up and judged here, at the moment of connecting, and the connection
/// goes to that address: a name that changes in between gains nothing.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>Connections are not kept longer, so that a receiver that moves is followed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly IOptionsMonitor<WebhookOptions> _options;
    private readonly HttpClient _http;

    public WebhookClient(IOptionsMonitor<WebhookOptions> options)
    {
        _options = options;

        // Neither redirects nor a proxy: both would lead past the check.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = Lifetime,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var target = context.DnsEndPoint;
        var found = await Dns.GetHostAddressesAsync(target.Host, cancellation).ConfigureAwait(false);
        var options = _options.CurrentValue;
        var allowed = Array.FindAll(found, address => PublicAddress.Is(address) || options.Allows(address));
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                $"{target.Host} is a private address. Allow its network with {WebhookOptions.Section}:{nameof(WebhookOptions.AllowedNetworks)} when that is meant.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
