using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>The Debian browser, where it lies and how it is started.</summary>
public static class Chromium
{
    public const string Executable = "/usr/bin/chromium";

    /// <summary>Why browser tests don't run here; null when they do.</summary>
    public static string? Missing => File.Exists(Executable) ? null : $"{Executable} is not installed: apt-get install chromium.";

    internal static BrowserTypeLaunchOptions Options => new()
    {
        ExecutablePath = Executable,
        Headless = true,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    };
}

public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}

/// <summary>One browser for a class of tests; each visit has a profile of its own.</summary>
public sealed class OpenBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(Chromium.Options);
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Somebody who has an account and <see cref="DeskSite.Password"/>, signed in at a browser of their own.</summary>
    /// <param name="site">Theirs.</param>
    /// <param name="email">Of the account.</param>
    /// <param name="width">Of their screen.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="arrives">Where the password leads.</param>
    public async Task<Visit> EnterAsync(CommunitySite site, string email, int width, bool javaScript = true, string arrives = "**/umbraco")
    {
        var visit = await VisitAsync(site, width, javaScript);
        await visit.Page.GotoAsync("/umbraco");
        await visit.Page.FillAsync("#email", email);
        await visit.Page.FillAsync("#password", DeskSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(arrives);
        return visit;
    }

    /// <summary>A visitor with a screen of this width; what the console reports, blocked content too, is kept.</summary>
    public async Task<Visit> VisitAsync(CommunitySite site, int width, bool javaScript = true)
    {
        ArgumentNullException.ThrowIfNull(site);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Origin,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "nl-NL",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visit(context, await context.NewPageAsync());
    }
}

/// <summary>A visitor at a page.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    internal Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = Follow(page);
    }

    public IPage Page { get; private set; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Closes the tab, so that nothing of it goes on, and opens an empty one.</summary>
    public async Task ReopenAsync()
    {
        await Page.CloseAsync();
        Page = Follow(await _context.NewPageAsync());
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private IPage Follow(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.RequestFailed += (_, request) => Complaints.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) => Requests.Add(request.Url);
        return page;
    }
}
