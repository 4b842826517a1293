using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>What a page says in another language, as it is on the desk. Texts and inputs are called by the names of the inputs.</summary>
public sealed record Beside(string Culture, string Name, ItemState State, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Inputs that are empty, while the other language has something to take over.</summary>
    public required IReadOnlySet<string> Empty { get; init; }

    /// <summary>The input that was just asked to take over, and whether it did.</summary>
    public (string Input, bool IsDone)? Taken { get; init; }
}

/// <summary>One field of the other language, about to be drawn beside that which is written.</summary>
/// <param name="Page">The page with the form.</param>
/// <param name="Input">What the names of the field's inputs begin with.</param>
/// <param name="Id">Of the input that a script can fill in by itself; null where only the server can.</param>
/// <param name="Label">What the field is called.</param>
/// <param name="Anchor">Where the answer of the server brings one back to.</param>
public sealed record BesideField(EditPage Page, string Input, string? Id, string Label, string Anchor);

/// <summary>
/// Another language of a page beside the one that is written. Whoever translates gets the default language there unless they ask otherwise. Showing one
/// and taking over from it save nothing: the form comes back as it was typed.
/// </summary>
public sealed class BesideLanguage(ItemForm form)
{
    /// <summary>The field of the form, and of the address, with what was asked.</summary>
    public const string Field = "beside";

    /// <summary>Asks for nothing beside it.</summary>
    public const string None = "none";

    private const string Show = "beside ";
    private const string Take = "take-over ";

    /// <summary>What the button says that shows a language.</summary>
    public static string ShowButton(string culture) => Show + culture;

    /// <summary>What the button says that takes over a field.</summary>
    public static string TakeButton(string input) => Take + input;

    public static bool IsAsked(string? what) => IsShow(what) || what?.StartsWith(Take, StringComparison.Ordinal) == true;

    /// <summary>What is to stand beside: what the button says, or else what stood there.</summary>
    public static string? Asked(string? what, string? before) => IsShow(what) ? what![Show.Length..] : string.IsNullOrEmpty(before) ? null : before;

    /// <summary>Null when nothing is to stand beside.</summary>
    public Beside? Of(
        IContent item, string culture, IReadOnlyList<(string Culture, string Name, ItemState State)> cultures, IReadOnlyList<FieldGroup> groups, FieldData data, string? asked)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(data);
        var wanted = asked ?? (culture == SitePage.DefaultCulture ? None : SitePage.DefaultCulture);
        if (cultures.Where(one => one.Culture == wanted && one.Culture != culture).Select(one => ((string Culture, string Name, ItemState State)?)one).FirstOrDefault() is not { } other)
        {
            return null;
        }

        var texts = other.State == ItemState.Absent ? new Dictionary<string, string>() : Texts(item, other.Culture, groups);
        return new Beside(other.Culture, other.Name, other.State, texts)
        {
            Empty = texts.Where(text => !string.IsNullOrWhiteSpace(text.Value) && IsEmpty(text.Key, groups, data)).Select(text => text.Key).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Takes over what was asked for, when the field is empty.</summary>
    /// <param name="page">With what was typed; what is taken over is put in it.</param>
    /// <param name="what">What the button said.</param>
    public EditPage Answer(EditPage page, string what)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(what);
        if (page.Beside is not { } beside || IsShow(what))
        {
            return page;
        }

        var input = what[Take.Length..];
        var isDone = beside.Empty.Contains(input);
        if (isDone && input == ItemForm.Name)
        {
            page.Data.Set(input, beside.Texts[input]);
        }
        else if (isDone && Find(input, page.Groups) is { } field)
        {
            form.ReadField(page.Item, beside.Culture, field, page.Data);
        }

        return page with { Beside = beside with { Empty = beside.Empty.Where(one => one != input).ToHashSet(StringComparer.Ordinal), Taken = (input, isDone) } };
    }

    private static bool IsShow(string? what) => what?.StartsWith(Show, StringComparison.Ordinal) == true;

    private static FieldSpec? Find(string input, IEnumerable<FieldGroup> groups) =>
        groups.SelectMany(group => group.Fields).FirstOrDefault(field => field.Varies && ItemForm.InputOf(field.Alias) == input);

    private Dictionary<string, string> Texts(IContent item, string culture, IEnumerable<FieldGroup> groups)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { [ItemForm.Name] = ItemForm.NameOf(item, culture) };
        foreach (var field in groups.SelectMany(group => group.Fields).Where(field => field.Varies))
        {
            var data = new FieldData();
            form.ReadField(item, culture, field, data);
            texts[ItemForm.InputOf(field.Alias)] = form.Describe(field, data);
        }

        return texts;
    }

    private bool IsEmpty(string input, IEnumerable<FieldGroup> groups, FieldData data)
    {
        if (input == ItemForm.Name)
        {
            return string.IsNullOrWhiteSpace(data.Text(input));
        }

        try
        {
            return Find(input, groups) is { } field && form.Write(field, data) is null;
        }
        catch (FieldException)
        {
            return false;
        }
    }
}
