namespace Deventer4GlobalGoals.Web.Accounts.Permissions;

/// <summary>Who may ask for one address.</summary>
/// <param name="Method">GET also stands for HEAD; * for all.</param>
/// <param name="Route">As the endpoint has it, without a slash in front. /** at the end: everything below.</param>
/// <param name="Roles">Null for anybody, also without an account.</param>
/// <param name="WantsProof">Whether who asks must have proved a short while ago who they are.</param>
public sealed record PermissionRow(string Method, string Route, AccountRoles? Roles, bool WantsProof = false)
{
    /// <summary>Whether somebody with these roles may; none means: without an account.</summary>
    public bool Allows(AccountRoles roles) => Roles is not { } wanted || (wanted & roles) != AccountRoles.None;
}

/// <summary>
/// The one table of who may do what: every address under /umbraco and /jury has a row, and one without is refused to everybody. What a row lets
/// through may still depend on the item, as an author's own: see <c>Desk/Items/ItemAccess</c>.
/// </summary>
public static class PermissionTable
{
    private const AccountRoles Everyone = AccountRoles.Everyone;
    private const AccountRoles Writers = AccountRoles.Writers;
    private const AccountRoles Publishers = AccountRoles.Publishers;
    private const AccountRoles Administrators = AccountRoles.Administrator;
    private const AccountRoles Secretaries = AccountRoles.Administrator | AccountRoles.PrizeSecretary;
    private const AccountRoles SecretaryOrJuror = Secretaries | AccountRoles.Juror;

    /// <summary>The first segments of the addresses that the table is about.</summary>
    public static IReadOnlyList<string> Roots { get; } = ["umbraco", "jury"];

    public static IReadOnlyList<PermissionRow> Rows { get; } =
    [
        // Machines: they have keys of their own.
        new("*", "umbraco/delivery/**", null),
        new("*", "umbraco/openapi/**", null),

        // Signing in
        new("GET", "umbraco/sign-in", null),
        new("POST", "umbraco/sign-in", null),
        new("GET", "umbraco/sign-in/code", null),
        new("POST", "umbraco/sign-in/code", null),
        new("POST", "umbraco/sign-in/passkey/options", null),
        new("POST", "umbraco/sign-in/passkey", null),
        new("GET", "umbraco/sign-in/again", Everyone),
        new("POST", "umbraco/sign-in/again", Everyone),
        new("POST", "umbraco/sign-out", Everyone),
        new("POST", "umbraco/language", null),
        new("GET", "umbraco/password/forgotten", null),
        new("POST", "umbraco/password/forgotten", null),
        new("GET", "umbraco/password/new", null),
        new("POST", "umbraco/password/new", null),
        new("GET", "umbraco/begin/{token}", null),
        new("POST", "umbraco/begin/{token}", null),

        // One's own account
        new("GET", "umbraco/account", Everyone),
        new("POST", "umbraco/account/profile", Everyone),
        new("POST", "umbraco/account/mail", Publishers),
        new("POST", "umbraco/account/password", Everyone),
        new("GET", "umbraco/account/code", Everyone),
        new("POST", "umbraco/account/code", Everyone),
        new("POST", "umbraco/account/code/off", Everyone, WantsProof: true),
        new("POST", "umbraco/account/recovery-codes", Everyone, WantsProof: true),
        new("POST", "umbraco/account/passkeys/options", Everyone, WantsProof: true),
        new("POST", "umbraco/account/passkeys", Everyone, WantsProof: true),
        new("POST", "umbraco/account/passkeys/remove", Everyone, WantsProof: true),
        new("POST", "umbraco/account/sessions/end", Everyone),

        // Accounts of others
        new("GET", "umbraco/users", Administrators),
        new("GET", "umbraco/users/{key:guid}", Administrators),
        new("POST", "umbraco/users/invite", Administrators, WantsProof: true),
        new("POST", "umbraco/users/{key:guid}/invite", Administrators, WantsProof: true),
        new("POST", "umbraco/users/{key:guid}/roles", Administrators, WantsProof: true),
        new("POST", "umbraco/users/{key:guid}/organisation", Administrators, WantsProof: true),
        new("POST", "umbraco/users/{key:guid}/access", Administrators, WantsProof: true),

        // The desk
        new("GET", "umbraco", Everyone),
        new("GET", "umbraco/items", Writers),
        new("GET", "umbraco/tree", Writers),
        new("POST", "umbraco/tree/sort", Publishers),
        new("POST", "umbraco/items/new", Writers),
        new("GET", "umbraco/items/{key:guid}", Writers),
        new("POST", "umbraco/items/{key:guid}", Writers),
        new("GET", "umbraco/items/{key:guid}/preview", Writers),
        new("GET", "umbraco/items/{key:guid}/preview/screen", Writers),
        new("POST", "umbraco/items/{key:guid}/preview/share", Writers),
        new("GET", "umbraco/items/{key:guid}/history", Writers),
        new("POST", "umbraco/items/{key:guid}/branch", Publishers),
        new("POST", "umbraco/items/bulk", Publishers),
        new("GET", "umbraco/items/{key:guid}/versions", Writers),
        new("POST", "umbraco/items/{key:guid}/versions/restore", Writers),
        new("POST", "umbraco/items/{key:guid}/unpublish", Publishers),
        new("POST", "umbraco/items/{key:guid}/schedule", Publishers),
        new("GET", "umbraco/items/{key:guid}/place", Publishers),
        new("POST", "umbraco/items/{key:guid}/move", Publishers),
        new("POST", "umbraco/items/{key:guid}/copy", Publishers),
        new("POST", "umbraco/items/{key:guid}/bin", Writers),
        new("GET", "umbraco/review", Publishers),
        new("GET", "umbraco/review/{key:guid}", Publishers),
        new("POST", "umbraco/review/{key:guid}/accept", Publishers),
        new("POST", "umbraco/review/{key:guid}/change", Publishers),
        new("POST", "umbraco/review/{key:guid}/return", Publishers),
        new("POST", "umbraco/review/{key:guid}/reject", Publishers),
        new("GET", "umbraco/history", Administrators),
        new("GET", "umbraco/redirects", Publishers),
        new("POST", "umbraco/redirects/remove", Publishers),
        new("GET", "umbraco/schema", Writers),
        new("POST", "umbraco/markdown", Writers),
        new("GET", "umbraco/names", Writers),
        new("GET", "umbraco/media", Writers),
        new("POST", "umbraco/media/upload", Writers),
        new("POST", "umbraco/media/folders", Publishers),
        new("GET", "umbraco/media/{key:guid}", Writers),
        new("POST", "umbraco/media/{key:guid}", Writers),
        new("POST", "umbraco/media/{key:guid}/file", Writers),
        new("POST", "umbraco/media/{key:guid}/move", Publishers),
        new("POST", "umbraco/media/{key:guid}/bin", Publishers),
        new("POST", "umbraco/media/{key:guid}/restore", Publishers),
        new("GET", "umbraco/checks", Publishers),
        new("GET", "umbraco/checks/csv", Publishers),
        new("GET", "umbraco/bin", Publishers),
        new("POST", "umbraco/bin/restore", Publishers),
        new("POST", "umbraco/bin/delete", Publishers, WantsProof: true),
        new("GET", "umbraco/meetings/new", Publishers),
        new("POST", "umbraco/meetings/new", Publishers),
        new("GET", "umbraco/meetings/{key:guid}/registrations", Publishers),
        new("GET", "umbraco/meetings/{key:guid}/registrations/csv", Publishers),
        new("POST", "umbraco/meetings/{key:guid}/registrations/attended", Publishers),
        new("POST", "umbraco/meetings/{key:guid}/registrations/attendance", Publishers),
        new("POST", "umbraco/meetings/{key:guid}/registrations/cancel", Publishers),
        new("POST", "umbraco/meetings/{key:guid}/registrations/practice", Publishers),
        new("GET", "umbraco/meetings/{key:guid}/registrations/message", Publishers),
        new("POST", "umbraco/meetings/{key:guid}/registrations/message", Publishers),
        new("GET", "umbraco/meetings/{key:guid}/registrations/badges", Publishers),

        // The prize; who is the chair of an edition is known to that edition only
        new("GET", "umbraco/prize", Secretaries),
        new("POST", "umbraco/prize/new", Secretaries),
        new("GET", "umbraco/prize/person", Secretaries),
        new("POST", "umbraco/prize/person", Secretaries, WantsProof: true),
        new("POST", "umbraco/prize/person/erase", Secretaries, WantsProof: true),
        new("GET", "umbraco/prize/{year:int}", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/step", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/rules", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/rules", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/jury", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/jury/invite", Secretaries),
        new("POST", "umbraco/prize/{year:int}/jury/join", Secretaries),
        new("POST", "umbraco/prize/{year:int}/jury/chair", Secretaries),
        new("GET", "umbraco/prize/{year:int}/jury/{juror:guid}/stop", Secretaries),
        new("POST", "umbraco/prize/{year:int}/jury/{juror:guid}/stop", Secretaries),
        new("GET", "umbraco/prize/{year:int}/assignment", Secretaries),
        new("POST", "umbraco/prize/{year:int}/assignment", Secretaries),
        new("GET", "umbraco/prize/{year:int}/nominations", Secretaries),
        new("GET", "umbraco/prize/{year:int}/nominations/{key:guid}", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}/copy", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}/practice", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}/merge", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}/unmerge", Secretaries),
        new("GET", "umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}/blind", Secretaries),
        new("POST", "umbraco/prize/{year:int}/nominations/{key:guid}/files/{file:guid}/remove", Secretaries),

        new("POST", "umbraco/prize/{year:int}/conflicts", Secretaries),
        new("GET", "umbraco/prize/{year:int}/progress", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/progress/remind", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/scoreboard", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/deliberation", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/deliberation/notes", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/deliberation/finalists", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/deliberation/decision", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/report", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/report.pdf", SecretaryOrJuror),
        new("GET", "umbraco/prize/{year:int}/export", SecretaryOrJuror),
        new("POST", "umbraco/prize/{year:int}/anonymise", Secretaries),
        new("GET", "umbraco/prize/{year:int}/audience", Secretaries),

        // The jury; of which edition and which entries is asked of the room
        new("GET", "jury", AccountRoles.Juror),
        new("GET", "jury/{year:int}/ballots", AccountRoles.Juror),
        new("GET", "jury/{year:int}/scoreboard", AccountRoles.Juror),
        new("GET", "jury/{year:int}/{entry}", AccountRoles.Juror),
        new("POST", "jury/{year:int}/{entry}", AccountRoles.Juror),
        new("POST", "jury/{year:int}/{entry}/abstain", AccountRoles.Juror),
        new("POST", "jury/{year:int}/{entry}/recuse", AccountRoles.Juror),
        new("POST", "jury/{year:int}/{entry}/notes", AccountRoles.Juror),
        new("GET", "jury/{year:int}/{entry}/files/{file:guid}", AccountRoles.Juror),
        new("GET", "jury/{year:int}/conflicts", AccountRoles.Juror),
        new("POST", "jury/{year:int}/conflicts/organisations", AccountRoles.Juror),
        new("POST", "jury/{year:int}/conflicts/{id:int}", AccountRoles.Juror),
    ];

    /// <summary>The row for an endpoint; null when it has none.</summary>
    public static PermissionRow? Find(string method, string route)
    {
        ArgumentNullException.ThrowIfNull(route);
        var path = route.Trim('/');
        var asked = HttpMethods.IsHead(method) ? HttpMethods.Get : method;
        return Rows.FirstOrDefault(row => (row.Method == "*" || HttpMethods.Equals(row.Method, asked)) && Covers(row.Route, path));
    }

    private static bool Covers(string route, string path) => route.EndsWith("/**", StringComparison.Ordinal)
        ? path.StartsWith(route[..^2], StringComparison.OrdinalIgnoreCase)
        : route.Equals(path, StringComparison.OrdinalIgnoreCase);
}
