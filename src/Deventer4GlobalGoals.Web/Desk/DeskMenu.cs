using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Accounts.Permissions;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>A room of the desk.</summary>
public sealed record DeskRoom(string Name, string Url)
{
    /// <summary>Whether this page is in the room: the address, and the type where the room is about one.</summary>
    public bool IsCurrent(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (path, query) = Url.Split('?') is [var before, var after] ? (before, after) : (Url, null);
        return request.Path.Equals(path, StringComparison.OrdinalIgnoreCase)
            && (query is null ? !request.Query.ContainsKey("type") : query == $"type={request.Query["type"]}");
    }
}

/// <summary>Rooms for one kind of work.</summary>
public sealed record DeskGroup(string Name, IReadOnlyList<DeskRoom> Rooms);

/// <summary>The rooms that somebody may enter, as the permission table says.</summary>
public sealed class DeskMenu
{
    private static readonly (string Dutch, string English, (string Dutch, string English, string Url)[] Rooms)[] All =
    [
        ("Nu", "Now",
        [
            ("Vandaag", "Today", "/umbraco"),
            ("Te beoor\u00addelen", "To review", "/umbraco/review"),
        ]),
        ("Schrijven", "Writing",
        [
            ("Bijeen\u00adkomsten", "Meetings", "/umbraco/items?type=meeting"),
            ("Praktijken", "Practices", "/umbraco/items?type=practice"),
            ("Nieuws", "News", "/umbraco/items?type=article"),
            ("Organisaties", "Organisations", "/umbraco/items?type=organisation"),
            ("Alle pagina's", "All pages", "/umbraco/tree"),
            ("Beeld", "Pictures", "/umbraco/media"),
        ]),
        ("De prijs", "The prize",
        [
            ("Prijs", "Prize", "/umbraco/prize"),
            ("Jury", "Jury", "/jury"),
        ]),
        ("Onderhoud", "Upkeep",
        [
            ("Controles", "Checks", "/umbraco/checks"),
            ("Prullenbak", "Recycle bin", "/umbraco/bin"),
            ("Oude adressen", "Old addresses", "/umbraco/redirects"),
            ("Soorten pagina's", "Kinds of pages", "/umbraco/schema"),
            ("Wie deed wat", "Who did what", "/umbraco/history"),
            ("Mail", "Mail", "/umbraco/mail"),
        ]),
        ("Accounts", "Accounts",
        [
            ("Mensen", "People", "/umbraco/users"),
            ("Uw account", "Your account", "/umbraco/account"),
        ]),
    ];

    /// <summary>Without the groups in which somebody may enter nothing.</summary>
    public IReadOnlyList<DeskGroup> Groups(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var isEnglish = viewer.Language == "en";
        return [.. All
            .Select(group => new DeskGroup(isEnglish ? group.English : group.Dutch, [.. group.Rooms
                .Where(room => PermissionTable.Find(HttpMethods.Get, room.Url.Split('?')[0])?.Allows(viewer.Account?.Roles ?? AccountRoles.None) == true)
                .Select(room => new DeskRoom(isEnglish ? room.English : room.Dutch, room.Url))]))
            .Where(group => group.Rooms.Count > 0)];
    }
}
