using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>What was asked for, but for headers.</summary>
internal readonly record struct AnswerAddress(string Scheme, string Host, string Base, string Path, string Query)
{
    public static AnswerAddress Of(HttpRequest request) => new(
        request.Scheme,
        request.Host.Value ?? string.Empty,
        request.PathBase.Value ?? string.Empty,
        request.Path.Value ?? string.Empty,
        request.QueryString.Value ?? string.Empty);

    public int Size => sizeof(char) * (Scheme.Length + Host.Length + Base.Length + Path.Length + Query.Length);
}

/// <summary>A whole answer with its headers, ready to be sent again, in each coding that was asked for.</summary>
internal sealed class KeptAnswer
{
    private const string CodingHeader = "Accept-Encoding";

    private readonly byte[]?[] _bodies = new byte[]?[3];
    private readonly string[] _tags;
    private readonly Lock _encoding = new();
    private long _checkedAt;
    private long _usedAt;

    /// <param name="address">What was asked.</param>
    /// <param name="body">The bytes as they were written.</param>
    /// <param name="etag">Of these bytes, in quotes; a coding gets one of its own.</param>
    /// <param name="begunAt">The number of the latest change when it was begun.</param>
    public KeptAnswer(AnswerAddress address, byte[] body, string etag, long begunAt)
    {
        Address = address;
        _bodies[(int)ContentCoding.Identity] = body;
        var open = etag[..^1];
        _tags = [etag, $"{open}-gzip\"", $"{open}-br\""];
        _checkedAt = begunAt;
    }

    public AnswerAddress Address { get; }

    /// <summary>The request's headers that it depends on, and what they were.</summary>
    public required IReadOnlyList<KeyValuePair<string, StringValues>> Varies { get; init; }

    /// <summary>All but those about the body.</summary>
    public required KeyValuePair<string, StringValues>[] Headers { get; init; }

    public required string? ContentType { get; init; }

    /// <summary>What it shows.</summary>
    public required IReadOnlyCollection<AnswerTag> Shows { get; init; }

    /// <summary>Whether what it shows beside that is still the same.</summary>
    public required IReadOnlyList<Func<bool>> Questions { get; init; }

    /// <summary>Moment until which it may be sent, in ticks of the clock that the store goes by.</summary>
    public required long Until { get; init; }

    public bool IsEncodable { get; init; }

    public byte[] Body => _bodies[0]!;

    public long CheckedAt
    {
        get => Volatile.Read(ref _checkedAt);
        set => Volatile.Write(ref _checkedAt, value);
    }

    public long UsedAt
    {
        get => Volatile.Read(ref _usedAt);
        set => Volatile.Write(ref _usedAt, value);
    }

    /// <summary>Memory that it takes, in bytes, with room for its codings and for what it shows.</summary>
    public long Size => (IsEncodable ? Body.Length + (Body.Length / 2) : Body.Length)
        + Address.Size
        + Varies.Sum(header => sizeof(char) * header.Value.Sum(value => (long)(value?.Length ?? 0)))
        + (64L * Shows.Count)
        + 1024;

    public bool Fits(IHeaderDictionary headers)
    {
        foreach (var (name, value) in Varies)
        {
            if (headers[name] != value)
            {
                return false;
            }
        }

        return true;
    }

    public Task SendAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        var coding = IsEncodable ? ContentCodings.Accepted(request.Headers[CodingHeader]) : ContentCoding.Identity;
        var body = In(ref coding);
        response.Headers.ETag = _tags[(int)coding];
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && IsKnown(known))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (coding.Name() is { } encoded)
        {
            response.Headers.ContentEncoding = encoded;
        }

        // Not with the request's own token: making one costs more than finding the answer, and the server notices by itself who left.
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }

    /// <summary>Whether one of these tags is this answer's, in whatever coding.</summary>
    public bool IsKnown(StringValues known) => Matches(known, _tags);

    public static bool Matches(StringValues known, params ReadOnlySpan<string> tags)
    {
        if (!EntityTagHeaderValue.TryParseList(known, out var parsed))
        {
            return false;
        }

        foreach (var one in parsed)
        {
            if (one.Tag == "*")
            {
                return true;
            }

            foreach (var tag in tags)
            {
                if (one.Tag.Equals(tag, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Encoded once, when it is first asked for.</summary>
    private byte[] In(ref ContentCoding coding)
    {
        var place = (int)coding;
        if (Volatile.Read(ref _bodies[place]) is not { } body)
        {
            lock (_encoding)
            {
                body = _bodies[place] ??= Smaller(ContentCodings.Encode(coding, Body));
            }
        }

        if (ReferenceEquals(body, Body))
        {
            coding = ContentCoding.Identity;
        }

        return body;
    }

    private byte[] Smaller(byte[] encoded) => encoded.Length < Body.Length ? encoded : Body;
}
