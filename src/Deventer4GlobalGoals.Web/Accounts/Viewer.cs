using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Content;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Who is signed in, for this request; filled when the cookie has been checked.</summary>
public sealed class Viewer(IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Keeps the language of somebody who isn't signed in.</summary>
    public const string LanguageCookie = "d4gg-taal";

    private SessionRow? _session;

    /// <summary>Null when nobody is signed in.</summary>
    public Account? Account { get; private set; }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the permission table let an address through that needs an account.</exception>
    public Account Required => Account ?? throw new InvalidOperationException("Nobody is signed in.");

    public SessionRow Session => _session ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>"nl" or "en": the account's, else what was chosen on the page where one signs in.</summary>
    public string Language => Account?.Language ?? (http.HttpContext?.Request.Cookies[LanguageCookie] == "en" ? "en" : "nl");

    /// <summary>Whether who sits there proved a short while ago who they are.</summary>
    public bool HasProved => _session is { } session && time.GetUtcNow() - session.ProvedAt < SessionTimes.Proof;

    /// <summary>The time of the city.</summary>
    public DateTimeOffset Now => DeventerTime.Now(time);

    public bool Is(AccountRoles roles) => Account is { } account && (account.Roles & roles) != AccountRoles.None;

    internal void Set(SessionRow session, Account account)
    {
        _session = session;
        Account = account;
    }
}
