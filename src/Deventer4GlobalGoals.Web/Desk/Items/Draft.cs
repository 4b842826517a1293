using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>One save in the making: what was typed held against what is stored now, and against what it was drawn from.</summary>
internal sealed class Draft(IContent item, string culture, FieldData data, Viewer viewer, ItemForm form)
{
    private const int LongestName = 255;

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<string>> Problems { get; } = new(StringComparer.Ordinal);

    public List<FieldConflict> Conflicts { get; } = [];

    public List<string> Merged { get; } = [];

    public string ItemName { get; private set; } = string.Empty;

    public void Name()
    {
        var (typed, stored) = (data.Text(ItemForm.Name).Trim(), ItemForm.NameOf(item, culture));
        ItemName = typed;
        if (typed.Length is 0 or > LongestName || typed.Any(char.IsControl))
        {
            Problems[ItemForm.Name] = [Say("Geef de pagina een naam van hooguit 255 tekens.", "Give the page a name of at most 255 characters.")];
            return;
        }

        if (Settle(ItemForm.Name, Say("Naam", "Name"), typed, stored, () => (typed, stored)))
        {
            ItemName = stored;
        }
    }

    public void Field(FieldSpec field)
    {
        var input = ItemForm.InputOf(field.Alias);
        try
        {
            var value = form.Write(field, data);
            var typed = form.Typed(item.Key, field, data);
            var keep = Settle(input, field.Label, typed, form.Stored(item, field, culture), () => (form.Describe(field, data), Theirs(field)));
            if (!keep)
            {
                Values[field.Alias] = value;
            }
        }
        catch (FieldException wrong)
        {
            Problems[input] = [Say(wrong.Message, wrong.English)];
        }
    }

    /// <returns>Whether what is stored is to stay.</returns>
    private bool Settle(string input, string label, string typed, string stored, Func<(string Mine, string Theirs)> describe)
    {
        var (was, now) = (data.Text(ItemForm.MarkOf(input)), ItemForm.Mark(stored));
        if (typed == stored)
        {
            return true;
        }

        if (data.Text(ItemWriter.ChoiceOf(input)) == ItemWriter.Theirs && was == now)
        {
            return true;
        }

        if (was == now)
        {
            return false;
        }

        if (ItemForm.Mark(typed) == was)
        {
            Merged.Add(label);
            return true;
        }

        var (mine, theirs) = describe();
        Conflicts.Add(new FieldConflict(input, label, mine, theirs, now));
        return true;
    }

    private string Theirs(FieldSpec field)
    {
        var stored = new FieldData();
        form.ReadField(item, culture, field, stored);
        return form.Describe(field, stored);
    }

    private string Say(string dutch, string english) => viewer.Language == "en" ? english : dutch;
}
