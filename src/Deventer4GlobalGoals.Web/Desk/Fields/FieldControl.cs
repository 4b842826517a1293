using System.Text.Json.Nodes;

namespace Deventer4GlobalGoals.Web.Desk.Fields;

/// <summary>
/// A property as the desk sees it. Label and help are the schema's own words; Config is the data type's configuration, as its editor has it.
/// </summary>
public sealed record FieldSpec(string Alias, string Label, string? Help, bool IsMandatory, bool Varies, string EditorAlias, object? Config);

/// <summary>A field about to be drawn. The names of its inputs begin with Name; Data is what stands in them, Errors what is wrong.</summary>
public sealed record FieldView(FieldSpec Spec, string Name, FieldData Data, IReadOnlyList<string> Errors, FieldControl Control)
{
    public string Id => Name.Replace('.', '-');

    public string Text(string? part = null) => Data.Text(part is null ? Name : $"{Name}.{part}");

    /// <summary>For aria-describedby; null when there is nothing to point at.</summary>
    public string? DescribedBy => (Spec.Help, Errors.Count) switch
    {
        (null or "", 0) => null,
        (null or "", _) => $"{Id}-f",
        (_, 0) => $"{Id}-u",
        _ => $"{Id}-f {Id}-u",
    };
}

/// <summary>Typed text that can't be the value that the field is for.</summary>
public sealed class FieldException(string dutch, string english) : Exception(dutch)
{
    public string English { get; } = english;
}

/// <summary>
/// How the values of some property editors are edited in a form. A value goes to the fields and back in the form in which Umbraco's property
/// editors exchange it with an editor, never in the form in which it is stored.
/// </summary>
public abstract class FieldControl
{
    /// <summary>The property editors that it is for.</summary>
    public abstract IReadOnlyList<string> Editors { get; }

    /// <summary>A name under <c>Desk/Views/Fields</c>.</summary>
    public abstract string ViewFor(FieldSpec spec);

    /// <summary>Whether the label is that of one input, and not of a group.</summary>
    public virtual bool IsSingle(FieldSpec spec) => true;

    /// <summary>Puts a value in the fields.</summary>
    public abstract void Read(FieldSpec spec, JsonNode? value, string name, FieldData data);

    /// <summary>Makes the value from the fields; null when they are empty.</summary>
    /// <exception cref="FieldException">What is typed can't be such a value.</exception>
    public abstract object? Write(FieldSpec spec, string name, FieldData data);

    /// <summary>What stands in the fields as one text, to compare by.</summary>
    public virtual string Describe(FieldSpec spec, string name, FieldData data) => data.Text(name);
}
