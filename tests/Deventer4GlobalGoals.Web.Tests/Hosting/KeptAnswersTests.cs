using System.IO.Compression;
using System.Net;
using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Web.Hosting.Kept;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Hosting;

/// <summary>What is kept, for whom, and until when; with an answer that counts how often it was made.</summary>
public sealed class KeptAnswersTests : IAsyncLifetime
{
    private static readonly AnswerTag Shown = AnswerTag.Item(Guid.NewGuid());

    private readonly ContentChanges _changes = new();
    private WebApplication _server = null!;
    private RequestDelegate _make = _ => Task.CompletedTask;
    private int _made;

    private AnswerStore Store => _server.Services.GetRequiredService<AnswerStore>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(_changes);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AnswerStore>();
        _server = builder.Build();
        _server.UseMiddleware<KeptAnswers>();
        _server.Run(http => _make(http));
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_same_question_is_answered_once_until_something_that_it_shows_changes()
    {
        Assert.Equal(("1", "1"), (await GetAsync("/a"), await GetAsync("/a")));
        _changes.Touch(AnswerTag.Item(Guid.NewGuid()), AnswerTag.AnyDocument);
        Assert.Equal("1", await GetAsync("/a"));
        _changes.Touch(Shown);
        Assert.Equal(("2", "2"), (await GetAsync("/a"), await GetAsync("/a")));
        _changes.TouchEverything();
        Assert.Equal("3", await GetAsync("/a"));
    }

    [Fact]
    public async Task What_changes_while_an_answer_is_made_makes_that_answer_old()
    {
        await GetAsync("/a", make: http =>
        {
            _changes.Touch(Shown);
            return MakeAsync(http);
        });
        Assert.Equal("2", await GetAsync("/a"));
    }

    [Fact]
    public async Task A_list_that_tells_what_changed_when_it_is_asked_is_asked_first()
    {
        Assert.Equal("1", await GetAsync("/a"));
        var isMarked = true;
        _changes.Ask(() =>
        {
            if (isMarked)
            {
                isMarked = false;
                _changes.Touch(Shown);
            }
        });
        _changes.Touch();
        Assert.Equal("2", await GetAsync("/a"));
    }

    [Fact]
    public async Task A_question_that_an_answer_asks_again_decides()
    {
        var (figure, asked) = (1, 0);
        Task Make(HttpContext http)
        {
            var seen = figure;
            AnswerUse.AskAgain(() =>
            {
                asked++;
                return figure == seen;
            });
            return MakeAsync(http);
        }

        Assert.Equal(("1", "1", 0), (await GetAsync("/a", make: Make), await GetAsync("/a", make: Make), asked));
        _changes.Touch();
        Assert.Equal(("1", "1", 1), (await GetAsync("/a", make: Make), await GetAsync("/a", make: Make), asked));
        figure = 2;
        _changes.Touch();
        Assert.Equal(("2", 2), (await GetAsync("/a", make: Make), asked));
    }

    [Fact]
    public async Task What_was_converted_for_an_earlier_answer_is_noted_for_the_next_as_well()
    {
        IReadOnlyCollection<AnswerTag>? shown = null;
        Task Make(HttpContext http)
        {
            if (shown is null)
            {
                AnswerUse.Collect(
                    () =>
                    {
                        AnswerUse.Shows(Shown);
                        return 0;
                    },
                    out shown);
            }
            else
            {
                AnswerUse.Shows(shown);
            }

            return WriteAsync(http);
        }

        Assert.Equal(("1", "2"), (await GetAsync("/a", make: Make), await GetAsync("/b", make: Make)));
        _changes.Touch(Shown);
        Assert.Equal(("3", "4"), (await GetAsync("/a", make: Make), await GetAsync("/b", make: Make)));
    }

    public static TheoryData<string, string> Personal => new()
    {
        { "Cookie", "a=b" }, { "Authorization", "Bearer x" }, { "Api-Key", "sleutel" }, { "Preview", "true" }, { "Range", "bytes=0-1" },
    };

    [Theory]
    [MemberData(nameof(Personal))]
    public async Task Who_says_who_they_are_gets_an_own_answer_that_nobody_else_gets(string header, string value)
    {
        Assert.Equal("1", await GetAsync("/a", [(header, value)]));
        Assert.Equal("2", await GetAsync("/a"));
        Assert.Equal("3", await GetAsync("/a", [(header, value)]));
        Assert.Equal("2", await GetAsync("/a"));
    }

    public static TheoryData<string, string, int> Unkept => new()
    {
        { "Set-Cookie", "a=b", 200 }, { "Cache-Control", "no-store", 200 }, { "Cache-Control", "private, no-cache", 200 }, { "Vary", "*", 200 },
        { "X-Any", "a", 404 }, { "X-Any", "a", 301 },
    };

    [Theory]
    [MemberData(nameof(Unkept))]
    public async Task An_answer_that_is_not_for_everybody_is_not_kept(string header, string value, int status)
    {
        Task Make(HttpContext http)
        {
            http.Response.StatusCode = status;
            http.Response.Headers[header] = value;
            return MakeAsync(http);
        }

        Assert.Equal(("1", "2"), (await GetAsync("/a", make: Make), await GetAsync("/a", make: Make)));
    }

    [Theory]
    [InlineData("/umbraco")]
    [InlineData("/umbraco/inhoud")]
    [InlineData("/jury")]
    [InlineData("/health/ready")]
    [InlineData("/media/a.svg")]
    [InlineData("/api/v1/search")]
    [InlineData("/umbraco/delivery/api/v2/content")]
    public async Task A_place_where_answers_differ_keeps_only_what_says_so(string path) =>
        Assert.Equal(("1", "2"), (await GetAsync(path), await GetAsync(path)));

    [Fact]
    public async Task What_says_so_is_kept_there()
    {
        static void MayBeKept() => AnswerUse.MayBeKept(TimeSpan.FromMinutes(1));
        Task Make(HttpContext http)
        {
            MayBeKept();
            return MakeAsync(http);
        }

        Assert.Equal(("1", "1"), (await GetAsync("/api/v1/goals", make: Make), await GetAsync("/api/v1/goals", make: Make)));
    }

    [Fact]
    public async Task An_answer_that_varies_is_kept_for_each_value_of_the_header()
    {
        Task Make(HttpContext http)
        {
            http.Response.Headers.Vary = "Accept-Language, Start-Item";
            return MakeAsync(http);
        }

        Task<string> In(string language) => GetAsync("/a", [("Accept-Language", language)], Make);
        Assert.Equal(("1", "2", "1", "2"), (await In("nl"), await In("en"), await In("nl"), await In("en")));
        Assert.Equal(("3", "4"), (await GetAsync("/b"), await GetAsync("/b", [("Host", "elders.example")])));
    }

    [Fact]
    public async Task It_is_sent_compressed_as_the_client_takes_it_with_a_tag_for_each_form()
    {
        var text = string.Concat(Enumerable.Repeat("Deventer koekt door. ", 500));
        Task Make(HttpContext http)
        {
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync(text);
        }

        var tags = new HashSet<string>();
        foreach (var (accepted, coding) in new[] { ("identity", ""), ("gzip, deflate", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip;q=0.5", "gzip") })
        {
            using var answer = await SendAsync("/a", [("Accept-Encoding", accepted)], Make);
            Assert.Equal(coding, string.Concat(answer.Content.Headers.ContentEncoding));
            Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
            Assert.Equal(text, await DecodedAsync(answer));
            tags.Add(answer.Headers.ETag!.Tag);
            using var again = await SendAsync("/a", [("If-None-Match", answer.Headers.ETag.Tag)], Make);
            await AssertUnchangedAsync(again);
        }

        Assert.Equal(3, tags.Count);
    }

    [Fact]
    public async Task Who_has_it_already_gets_no_body_also_when_it_must_be_made_or_is_too_large_to_keep()
    {
        var page = new byte[3 * 1024 * 1024];
        Task Make(HttpContext http)
        {
            http.Response.Headers.ETag = "\"vast\"";
            return MakeAsync(http);
        }

        async Task Large(HttpContext http)
        {
            http.Response.Headers.ETag = "\"groot\"";
            for (var part = 0; part < 4; part++)
            {
                await http.Response.Body.WriteAsync(page);
            }
        }

        using var made = await SendAsync("/a", [("If-None-Match", "\"vast\"")], Make);
        await AssertUnchangedAsync(made);
        using var large = await SendAsync("/b", make: Large);
        Assert.Equal((HttpStatusCode.OK, 4 * page.Length), (large.StatusCode, (await large.Content.ReadAsByteArrayAsync()).Length));
        Assert.InRange(Store.Bytes, 0, 4096);
        using var known = await SendAsync("/b", [("If-None-Match", "\"groot\"")], Large);
        await AssertUnchangedAsync(known);
    }

    [Fact]
    public async Task All_together_stay_within_their_limit_and_what_was_used_last_stays()
    {
        var page = new byte[1024 * 1024];
        Task Large(HttpContext http) => http.Response.Body.WriteAsync(page).AsTask();
        for (var number = 0; number < 120; number++)
        {
            await SendAsync($"/{number}", make: Large);
            await SendAsync("/0", make: Large);
        }

        Assert.InRange(Store.Bytes, page.Length, AnswerStore.MostBytes);
        Assert.NotNull(Find("/0"));
        Assert.NotNull(Find("/119"));
        Assert.Null(Find("/1"));
    }

    [Fact]
    public async Task An_answer_that_failed_halfway_starts_again_from_nothing()
    {
        static async Task Make(HttpContext http)
        {
            await http.Response.WriteAsync("half");
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync("mis");
        }

        Assert.Equal("mis", await GetAsync("/a", make: Make));
    }

    private KeptAnswer? Find(string path) => Store.Find(new AnswerAddress("http", "localhost", string.Empty, path, string.Empty), new HeaderDictionary());

    private async Task<string> GetAsync(string path, (string Name, string Value)[]? headers = null, RequestDelegate? make = null)
    {
        using var answer = await SendAsync(path, headers, make);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string path, (string Name, string Value)[]? headers = null, RequestDelegate? make = null)
    {
        _make = make ?? MakeAsync;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers ?? [])
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var client = _server.GetTestClient();
        return await client.SendAsync(request);
    }

    private static async Task AssertUnchangedAsync(HttpResponseMessage answer) =>
        Assert.Equal((HttpStatusCode.NotModified, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));

    private Task MakeAsync(HttpContext http)
    {
        AnswerUse.Shows(Shown);
        return WriteAsync(http);
    }

    private Task WriteAsync(HttpContext http)
    {
        http.Response.ContentType ??= "text/html; charset=utf-8";
        return http.Response.WriteAsync(Interlocked.Increment(ref _made).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> DecodedAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = string.Concat(answer.Content.Headers.ContentEncoding) switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
