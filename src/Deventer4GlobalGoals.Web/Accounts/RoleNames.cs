namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>The roles in plain words.</summary>
public static class RoleNames
{
    /// <param name="say">Chooses between the Dutch and the English text.</param>
    public static IReadOnlyList<(AccountRoles Role, string Name, string Text)> All(Func<string, string, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return
        [
            (AccountRoles.Administrator, say("Beheerder", "Administrator"), say("Mag alles, en nodigt mensen uit.", "May do everything, and invites people.")),
            (AccountRoles.Editor, say("Redacteur", "Editor"), say("Schrijft en zet online.", "Writes and publishes.")),
            (AccountRoles.Author, say("Auteur", "Author"), say("Schrijft voor de eigen organisatie; een redacteur zet het online.", "Writes for their own organisation; an editor publishes.")),
            (AccountRoles.PrizeSecretary, say("Secretaris van de prijs", "Prize secretary"), say("Regelt de jaarlijkse prijs.", "Runs the yearly prize.")),
            (AccountRoles.Juror, say("Jurylid", "Juror"), say("Beoordeelt voordrachten.", "Scores nominations.")),
        ];
    }

    /// <summary>"Beheerder, redacteur".</summary>
    public static string Of(AccountRoles roles, Func<string, string, string> say) =>
        string.Join(", ", All(say).Where(row => (roles & row.Role) != AccountRoles.None).Select(row => row.Name));
}
