using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Cms.Delivery.Output;

/// <summary>A whole answer, ready to be sent again.</summary>
internal sealed record DeliveryBody(byte[] Json, string ETag);

/// <summary>Writes answers. Those of usual size get an ETag; larger ones leave while they are made, so that memory stays flat.</summary>
internal static class DeliveryAnswer
{
    /// <summary>Bytes from which an answer is sent in parts.</summary>
    private const int Large = 1024 * 1024;

    private const string JsonType = "application/json; charset=utf-8";
    private const string ProblemType = "application/problem+json; charset=utf-8";

    public static DeliveryBody Body<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, DeliveryJson.Options);
        return Body(json);
    }

    public static async Task SendAsync(HttpContext http, DeliveryBody body)
    {
        var response = http.Response;
        response.Headers.ETag = body.ETag;
        if (IsKnown(http.Request.Headers.IfNoneMatch, body.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = JsonType;
        response.ContentLength = body.Json.Length;
        await response.BodyWriter.WriteAsync(body.Json, http.RequestAborted);
    }

    /// <summary>Sends <c>{"total":…,"items":[…]}</c>.</summary>
    /// <returns>What was sent, when it was of usual size.</returns>
    public static async Task<DeliveryBody?> SendAsync<T>(HttpContext http, long total, IEnumerable<T> items)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>();
        var isLarge = false;
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DeliveryJson.Options.Encoder, MaxDepth = DeliveryJson.Options.MaxDepth });
        writer.WriteStartObject();
        writer.WriteNumber("total", total);
        writer.WriteStartArray("items");
        foreach (var item in items)
        {
            JsonSerializer.Serialize(writer, item, item.GetType(), DeliveryJson.Options);
            if (buffer.WrittenCount + writer.BytesPending >= Large)
            {
                isLarge = true;
                writer.Flush();
                await SendPartAsync(http, buffer);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        if (isLarge)
        {
            await SendPartAsync(http, buffer);
            return null;
        }

        var body = Body(buffer.WrittenSpan.ToArray());
        await SendAsync(http, body);
        return body;
    }

    public static async Task SendAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status ?? StatusCodes.Status400BadRequest;
        var json = JsonSerializer.SerializeToUtf8Bytes(problem, problem.GetType(), DeliveryJson.Options);
        http.Response.ContentType = ProblemType;
        http.Response.ContentLength = json.Length;
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    private static DeliveryBody Body(byte[] json) => new(json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 12))}\"");

    private static bool IsKnown(StringValues sent, string tag) =>
        EntityTagHeaderValue.TryParseList(sent, out var known)
        && known.Any(one => one.Tag == "*" || one.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));

    private static async Task SendPartAsync(HttpContext http, ArrayBufferWriter<byte> buffer)
    {
        http.Response.ContentType = JsonType;
        await http.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        buffer.ResetWrittenCount();
    }
}
