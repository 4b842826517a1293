using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>One thing that is wrong with a form that was sent.</summary>
/// <param name="Text">Says what to do.</param>
/// <param name="Field">The id of the field that it is about; empty when it is about the whole form.</param>
public sealed record FormProblem(string Text, string Field = "");

/// <summary>Why a form was refused: shown above it by the view <c>_Refused</c>, which takes the focus, and at each field that it is about.</summary>
public sealed record Refusal(IReadOnlyList<FormProblem> Problems)
{
    /// <summary>Nothing is wrong.</summary>
    public static Refusal None { get; } = new([]);

    public bool IsNone => Problems.Count == 0;

    /// <param name="text">Null when nothing is wrong.</param>
    /// <param name="field">The id of the field that it is about; empty for the whole form.</param>
    public static Refusal Of(string? text, string field = "") => text is null ? None : new Refusal([new FormProblem(text, field)]);

    /// <summary>What marks the box around a field; null when nothing is wrong with it.</summary>
    public string? Style(string field) => Has(field) ? "utrecht-form-field--invalid" : null;

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid(string field) => Has(field) ? "true" : null;

    /// <summary>For <c>aria-describedby</c>: the message of <see cref="Message"/>, then the help text.</summary>
    /// <param name="field">The id of the field.</param>
    /// <param name="help">The id of its help text; null when it has none.</param>
    public string? Described(string field, string? help = null) => (Has(field), help) switch
    {
        (false, _) => help,
        (true, null) => MessageId(field),
        (true, _) => $"{MessageId(field)} {help}",
    };

    /// <summary>What is wrong with a field, to stand just before it.</summary>
    public IHtmlContent Message(string field)
    {
        if (!Has(field))
        {
            return HtmlString.Empty;
        }

        var message = new TagBuilder("p");
        message.AddCssClass("utrecht-form-field-error-message");
        message.Attributes["id"] = MessageId(field);
        message.InnerHtml.Append(string.Join(' ', Problems.Where(problem => problem.Field == field).Select(problem => problem.Text)));
        return message;
    }

    private static string MessageId(string field) => field + "-f";

    private bool Has(string field) => Problems.Any(problem => problem.Field == field);
}
