using System.Net;
using System.Threading.Channels;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Mail;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deventer4GlobalGoals.Web.Tests.Harness;

/// <summary>Takes mail instead of sending it. Refuses while <see cref="IsDown"/>.</summary>
public sealed class MailSink : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly List<MailRow> _sent = [];
    private readonly Channel<MailRow> _arrived = Channel.CreateUnbounded<MailRow>();

    /// <summary>That <see cref="FindAsync"/> went past.</summary>
    private readonly List<MailRow> _passed = [];

    public bool IsDown { get; set; }

    public IReadOnlyList<MailRow> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>The next mail that arrives.</summary>
    public async Task<MailRow> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _arrived.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The first mail to somebody with this in its subject, whatever comes before it; each mail is found once.</summary>
    public async Task<MailRow> FindAsync(string to, string subject)
    {
        while (true)
        {
            if (_passed.Find(mail => mail.To == to && mail.Subject.Contains(subject, StringComparison.Ordinal)) is { } found)
            {
                _passed.Remove(found);
                return found;
            }

            _passed.Add(await NextAsync());
        }
    }

    public Task SendAsync(MailRow mail, CancellationToken cancellation)
    {
        lock (_sent)
        {
            if (IsDown)
            {
                throw new InvalidOperationException("The mail server is down.");
            }

            _sent.Add(mail);
            _arrived.Writer.TryWrite(mail);
        }

        return Task.CompletedTask;
    }
}

/// <summary>A site with people who have accounts, and a place where their mail lands.</summary>
public static class DeskSite
{
    public const string Password = "een lange zin met paarden";

    /// <param name="sink">Where mail lands.</param>
    /// <param name="more">Replaces more services.</param>
    /// <param name="postgres">An empty database there; null for SQLite.</param>
    public static Task<CommunitySite> StartAsync(MailSink sink, Action<IServiceCollection>? more = null, string? postgres = null)
    {
        return postgres is null ? CommunitySite.StartAsync(Replace) : CommunitySite.StartOnPostgresAsync(postgres, Replace);

        void Replace(IServiceCollection services)
        {
            services.AddSingleton<IMailTransport>(sink);
            more?.Invoke(services);
        }
    }

    /// <summary>The path of the one link in a mail.</summary>
    public static string Link(this MailRow mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return new Uri(mail.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    /// <summary>Somebody with an account and <see cref="Password"/>.</summary>
    public static async Task<Account> AddAsync(this CommunitySite site, string name, AccountRoles roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = new Account
        {
            Key = Guid.NewGuid(),
            Name = name,
            UserName = $"{name}@voorbeeld.nl",
            Email = $"{name}@voorbeeld.nl",
            EmailConfirmed = true,
            Roles = roles,
            CreatedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return account;
    }

    /// <summary>A browser of their own in which this person is signed in.</summary>
    public static async Task<Person> SignInAsync(this CommunitySite site, string name, AccountRoles roles)
    {
        await site.AddAsync(name, roles);
        var person = new Person(site);
        var answer = await person.PostAsync("/umbraco/sign-in", "/umbraco/sign-in", ("email", $"{name}@voorbeeld.nl"), ("password", Password));
        Assert.Equal((HttpStatusCode.Redirect, "/umbraco"), (answer.Status, answer.Location));
        return person;
    }

    /// <summary>Asks the database.</summary>
    public static async Task<T> AskAsync<T>(this CommunitySite site, Func<SiteDb, Task<T>> question)
    {
        await using var db = site.Get<ISiteDbFactory>().Create();
        return await question(db);
    }

    public static Task<Account> AccountAsync(this CommunitySite site, string name) => site.AskAsync(db => db.Users.SingleAsync(account => account.Name == name));
}

/// <summary>An answer, with its page read.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, IDocument Page)
{
    public string Text => Page.Body?.TextContent ?? string.Empty;
}

/// <summary>One browser, with its cookies.</summary>
public sealed class Person : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="site">That is visited.</param>
    /// <param name="hasCookies">Who has none gets kept answers.</param>
    public Person(CommunitySite site, bool hasCookies = true)
    {
        ArgumentNullException.ThrowIfNull(site);
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = hasCookies, CookieContainer = Cookies }) { BaseAddress = site.Http.BaseAddress };
    }

    public CookieContainer Cookies { get; }

    public async Task<Answer> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(answer);
    }

    /// <summary>Posts a form with the token that stands on a page.</summary>
    public async Task<Answer> PostAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(page)).Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? string.Empty;
        return await SendAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Fills in a form as it stands on the page, and sends it.</summary>
    public Task<Answer> SubmitAsync(IElement form, string path, params (string Name, string Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = new List<(string, string)>();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = field.GetAttribute("name")!;
            var isChoice = field.GetAttribute("type") is "checkbox" or "radio";
            if (changes.Any(change => change.Name == name) || (isChoice && !field.HasAttribute("checked")))
            {
                continue;
            }

            fields.Add((name, field switch
            {
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? string.Empty,
                _ => field.GetAttribute("value") ?? string.Empty,
            }));
        }

        return SendAsync(path, [.. fields, .. changes]);
    }

    public async Task<Answer> SendAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await ReadAsync(answer);
    }

    /// <summary>Sends what was made elsewhere.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>A file.</summary>
    public Task<byte[]> BytesAsync(string path) => _http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a file, with the token that stands on a page.</summary>
    public async Task<Answer> UploadAsync(string page, string path, string field, string name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(page)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), field, name } };
        foreach (var (key, value) in fields)
        {
            content.Add(new StringContent(value), key);
        }

        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await ReadAsync(answer);
    }

    public async Task<HttpStatusCode> AskAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Headers.Location?.OriginalString,
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
}
