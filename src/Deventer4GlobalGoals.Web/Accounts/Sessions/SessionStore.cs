using System.Globalization;
using System.Security.Claims;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Web.Accounts.Sessions;

/// <summary>
/// Which browsers are signed in. The cookie names a session; whether that still holds, and what its account may do, is looked up at
/// every request, so that signing out elsewhere and a change of roles work at once.
/// </summary>
public sealed class SessionStore(SiteDb db, TimeProvider time)
{
    /// <summary>The claim in the cookie that names the session.</summary>
    public const string Claim = "session";

    private const int LongestBrowser = 300;

    public async Task<SessionRow> StartAsync(Account account, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(http);
        var now = time.GetUtcNow();
        var browser = http.Request.Headers.UserAgent.ToString();
        var session = new SessionRow
        {
            Id = Guid.NewGuid(),
            AccountId = account.Id,
            StartedAt = now,
            SeenAt = now,
            ProvedAt = now,
            Browser = FormText.Cut(browser, LongestBrowser),
            From = http.Connection.RemoteIpAddress?.ToString(),
        };
        db.Add(session);
        account.LastSignInAt = now;
        await db.SaveChangesAsync();
        return session;
    }

    /// <summary>The session that a cookie names, with its account; null when it has ended or the account may not sign in.</summary>
    public async Task<(SessionRow Session, Account Account)?> FindAsync(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (!Guid.TryParse(principal.FindFirstValue(Claim), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var found = await db.Set<SessionRow>().Where(session => session.Id == id)
            .Join(db.Users, session => session.AccountId, account => account.Id, (session, account) => new { session, account })
            .FirstOrDefaultAsync();
        var now = time.GetUtcNow();
        if (found is null || found.account.IsDisabled || IsOver(found.session, now))
        {
            return null;
        }

        if (now - found.session.SeenAt >= SessionTimes.SeenEvery)
        {
            await db.Set<SessionRow>().Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now));
        }

        return (found.session, found.account);
    }

    public async Task<IReadOnlyList<SessionRow>> OfAsync(int accountId)
    {
        var now = time.GetUtcNow();
        var sessions = await db.Set<SessionRow>().AsNoTracking().Where(session => session.AccountId == accountId).ToListAsync();
        return [.. sessions.Where(session => !IsOver(session, now)).OrderByDescending(session => session.SeenAt)];
    }

    public Task ProvedAsync(Guid id)
    {
        var now = time.GetUtcNow();
        return db.Set<SessionRow>().Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, now));
    }

    /// <summary>Ends one session of an account.</summary>
    public Task<int> EndAsync(int accountId, Guid id) =>
        db.Set<SessionRow>().Where(session => session.AccountId == accountId && session.Id == id).ExecuteDeleteAsync();

    /// <summary>Ends all sessions of an account, but for the one that is to stay.</summary>
    public Task<int> EndAllAsync(int accountId, Guid? except = null) =>
        db.Set<SessionRow>().Where(session => session.AccountId == accountId && session.Id != except).ExecuteDeleteAsync();

    private static bool IsOver(SessionRow session, DateTimeOffset now) =>
        now - session.SeenAt > SessionTimes.Idle || now - session.StartedAt > SessionTimes.Longest;
}

/// <summary>Looks up at every request whether the session that the cookie names still holds.</summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is { } principal && await services.GetRequiredService<SessionStore>().FindAsync(principal) is { } found)
        {
            services.GetRequiredService<Viewer>().Set(found.Session, found.Account);
            return;
        }

        context.RejectPrincipal();
        await services.GetRequiredService<SignInManager<Account>>().SignOutAsync();
    }
}
