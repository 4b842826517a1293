using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Web.Desk;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Deventer4GlobalGoals.Web.Accounts.SignIn;

/// <summary>What stands in the form where one signs in.</summary>
public sealed class SignInForm
{
    [MaxLength(254)]
    public string Email { get; set; } = string.Empty;

    [MaxLength(1000)]
    public string Password { get; set; } = string.Empty;

    public string? ReturnUrl { get; set; }

    /// <summary>Why it didn't work.</summary>
    public string? Problem { get; set; }
}

/// <summary>The second step.</summary>
public sealed class CodeForm
{
    [MaxLength(40)]
    public string Code { get; set; } = string.Empty;

    public string? ReturnUrl { get; set; }

    public string? Problem { get; set; }
}

/// <summary>A password, to prove who one is, or a new one.</summary>
public sealed class PasswordForm
{
    [MaxLength(1000)]
    public string Password { get; set; } = string.Empty;

    /// <summary>Of the account that the link is for.</summary>
    public Guid Key { get; set; }

    public string Token { get; set; } = string.Empty;

    public string? ReturnUrl { get; set; }

    [BindNever]
    public Refusal Refusal { get; set; } = Refusal.None;
}

/// <summary>The first account.</summary>
public sealed class BeginForm
{
    [MaxLength(200)]
    public string Name { get; set; } = string.Empty;

    [MaxLength(254)]
    public string Email { get; set; } = string.Empty;

    [MaxLength(1000)]
    public string Password { get; set; } = string.Empty;

    [BindNever]
    public Refusal Refusal { get; set; } = Refusal.None;
}
