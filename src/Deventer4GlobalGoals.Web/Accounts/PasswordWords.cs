using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Identity's refusals in plain words.</summary>
internal static class PasswordWords
{
    public static IReadOnlyList<string> Explain(IdentityResult result, UserManager<Account> users, Func<string, string, string> say)
    {
        var length = users.Options.Password.RequiredLength.ToString(CultureInfo.InvariantCulture);
        return [.. result.Errors.Select(error => error.Code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) => say(
                $"Dit wachtwoord is te kort. Neem minstens {length} tekens; een zin is goed te onthouden.",
                $"This password is too short. Take at least {length} characters; a sentence is easy to remember."),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => say(
                "In dit wachtwoord staan te veel dezelfde tekens.", "This password has too many of the same characters."),
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => say(
                "Met dit mailadres is er al een account.", "There is an account with this mail address already."),
            nameof(IdentityErrorDescriber.PasswordMismatch) => say("Uw oude wachtwoord klopt niet.", "Your old password is not right."),
            _ => error.Description,
        }).Distinct(StringComparer.Ordinal)];
    }
}
