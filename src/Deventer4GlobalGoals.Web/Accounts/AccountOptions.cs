using System.ComponentModel.DataAnnotations;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Settings under <c>Site:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Site:Accounts";

    /// <summary>
    /// Days that a new account may do without a second step (an app with codes, or a passkey); default 7. After that only the page
    /// where one sets it up is open. 0: from the first time on.
    /// </summary>
    [Range(0, 365)]
    public int DaysWithoutSecondStep { get; set; } = 7;
}
