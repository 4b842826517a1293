using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Deventer4GlobalGoals.Benchmarks;

/// <summary>A client that does as little as it can, so that what is measured is the server: one request at a time per open connection.</summary>
internal sealed class LoadClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[512 * 1024];

    private LoadClient()
    {
    }

    public static LoadClient Connect(int port)
    {
        var client = new LoadClient();
        client._socket.Connect(IPAddress.Loopback, port);
        return client;
    }

    /// <summary>Requests per second that a server answers over several connections, each driven by a thread of its own.</summary>
    public static double Rate(int port, string path, int connections, TimeSpan duration)
    {
        var request = Request(path);
        var answered = new long[connections];
        var started = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, connections).Select(number => new Thread(() =>
        {
            using var client = Connect(port);
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                client.Send(request, path);
                answered[number]++;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return answered.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public static byte[] Request(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n");

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>The body, until the next request.</returns>
    /// <exception cref="BenchmarkException">The answer isn't 200.</exception>
    public ReadOnlySpan<byte> Send(byte[] request, string path)
    {
        _socket.Send(request);
        var received = 0;
        int head;
        do
        {
            received += Receive(received, path);
            head = _buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8);
        }
        while (head < 0);

        var headers = _buffer.AsSpan(0, head);
        if (!headers.StartsWith("HTTP/1.1 200"u8))
        {
            throw new BenchmarkException($"{path} answered {Encoding.ASCII.GetString(headers[..Math.Min(headers.Length, 40)])}");
        }

        var start = head + 4;
        var length = Length(headers);
        while (length is { } known ? received < start + known : !_buffer.AsSpan(start, received - start).EndsWith("0\r\n\r\n"u8))
        {
            received += Receive(received, path);
        }

        return _buffer.AsSpan(start, received - start);
    }

    public void Dispose() => _socket.Dispose();

    private int Receive(int offset, string path)
    {
        if (offset == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = _socket.Receive(_buffer.AsSpan(offset));
        return count > 0 ? count : throw new BenchmarkException($"{path}: the server closed the connection.");
    }

    /// <summary>Null for an answer in chunks.</summary>
    private static int? Length(ReadOnlySpan<byte> headers)
    {
        var name = "\r\nContent-Length: "u8;
        var at = headers.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(headers[(at + name.Length)..], out int length, out _) ? length : null;
    }
}
