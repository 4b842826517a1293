using System.Globalization;
using Deventer4GlobalGoals.Web.Desk;
using Microsoft.AspNetCore.Identity;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Identity's refusals in plain words, at the fields that they are about.</summary>
internal static class PasswordWords
{
    /// <param name="result">That was refused.</param>
    /// <param name="users">Knows the rules.</param>
    /// <param name="say">Chooses the language.</param>
    /// <param name="field">The id of the field with the new password.</param>
    public static Refusal Explain(IdentityResult result, UserManager<Account> users, Func<string, string, string> say, string field = "password")
    {
        var length = users.Options.Password.RequiredLength.ToString(CultureInfo.InvariantCulture);
        return new Refusal([.. result.Errors.Select(error => error.Code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) => new FormProblem(
                say(
                    $"Dit wachtwoord is te kort. Neem minstens {length} tekens; een zin is goed te onthouden.",
                    $"This password is too short. Take at least {length} characters; a sentence is easy to remember."),
                field),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new FormProblem(
                say("In dit wachtwoord staan te veel dezelfde tekens.", "This password has too many of the same characters."), field),
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new FormProblem(
                say("Met dit mailadres is er al een account.", "There is an account with this mail address already."), "email"),
            nameof(IdentityErrorDescriber.PasswordMismatch) => new FormProblem(say("Uw oude wachtwoord klopt niet.", "Your old password is not right."), "old"),
            _ => new FormProblem(error.Description),
        }).Distinct()]);
    }
}
