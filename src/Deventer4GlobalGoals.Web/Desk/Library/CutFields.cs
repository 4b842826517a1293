using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Fields;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>
/// How somebody wants a picture cut, in the fields of a form: the point that stays, and cut-outs of their own. What a page keeps of a picked picture and
/// what the library keeps of the file have the same shape.
/// </summary>
internal static class CutFields
{
    /// <summary>The field of a side of a cut-out.</summary>
    /// <param name="at">What the names of the fields begin with.</param>
    /// <param name="alias">Of the cut-out.</param>
    /// <param name="side">One of <see cref="OwnCrop.Sides"/>.</param>
    public static string Name(string at, string alias, string side) => $"{at}crop.{alias}.{side}";

    public static IReadOnlyList<string> Typed(FieldData data, string at, string alias) => [.. OwnCrop.Sides.Select(side => data.Text(Name(at, alias, side)).Trim())];

    public static void Read(JsonNode? value, IEnumerable<NamedCrop> crops, string at, FieldData data)
    {
        var focal = FocalPoint.Of((value as JsonObject)?["focalPoint"]);
        data.Set($"{at}left", FocalPoint.Typed(focal?.Left));
        data.Set($"{at}top", FocalPoint.Typed(focal?.Top));
        foreach (var crop in crops)
        {
            foreach (var (side, text) in OwnCrop.Sides.Zip(OwnCrop.Typed(OwnCrop.Of(value, crop.Alias))))
            {
                data.Set(Name(at, crop.Alias, side), text);
            }
        }
    }

    /// <summary>What is typed as it was drawn stays as it is stored: that may be more precise.</summary>
    /// <exception cref="FieldException">What is typed is no point, or no cut-out.</exception>
    public static void Write(JsonObject value, IEnumerable<NamedCrop> crops, string at, FieldData data)
    {
        Aim(value, data.Text($"{at}left").Trim(), data.Text($"{at}top").Trim());
        foreach (var crop in crops.Where(crop => data.Texts(Name(at, crop.Alias, OwnCrop.Sides[0])).Count > 0))
        {
            var typed = Typed(data, at, crop.Alias);
            if (typed.SequenceEqual(OwnCrop.Typed(OwnCrop.Of(value, crop.Alias)), StringComparer.Ordinal))
            {
                continue;
            }

            if (!OwnCrop.TryRead(typed, out var own))
            {
                throw new FieldException(
                    $"De uitsnede \"{crop.Name("nl")}\" klopt niet. Geef per kant een getal van 0 tot 100, en laat iets van de afbeelding over.",
                    $"The cut-out \"{crop.Name("en")}\" is not right. Give a number from 0 to 100 for each side, and leave something of the picture.");
            }

            OwnCrop.Put(value, crop.Alias, own);
        }
    }

    /// <summary>In numbers, to compare by: "(50/20; kop 0/10/0/10)". Empty when nothing was chosen.</summary>
    public static string Describe(IEnumerable<NamedCrop> crops, string at, FieldData data)
    {
        var parts = new List<string>();
        Add(string.Empty, [data.Text($"{at}left").Trim(), data.Text($"{at}top").Trim()]);
        foreach (var crop in crops)
        {
            Add(crop.Alias + " ", Typed(data, at, crop.Alias));
        }

        return parts.Count == 0 ? string.Empty : $" ({string.Join("; ", parts)})";

        void Add(string name, IReadOnlyList<string> typed)
        {
            if (typed.Any(text => text.Length > 0))
            {
                parts.Add(name + string.Join('/', typed));
            }
        }
    }

    private static void Aim(JsonObject value, string left, string top)
    {
        var before = FocalPoint.Of(value["focalPoint"]);
        if ((left, top) == (FocalPoint.Typed(before?.Left), FocalPoint.Typed(before?.Top)))
        {
            return;
        }

        if (!FocalPoint.TryRead(left, top, out var focal))
        {
            throw new FieldException("Het punt dat in beeld blijft is geen getal van 0 tot 100.", "The point that stays in the picture is not a number from 0 to 100.");
        }

        value["focalPoint"] = focal is { } point ? new JsonObject { ["left"] = point.Left, ["top"] = point.Top } : null;
    }
}

/// <summary>How one picture is cut, about to be drawn: on one page, or in the library for every page.</summary>
/// <param name="File">The picture.</param>
/// <param name="Crops">The cut-outs that there are.</param>
/// <param name="Data">What stands in the fields.</param>
/// <param name="At">What the names of the fields begin with.</param>
/// <param name="IsOfPage">Whether the library is what it falls back to.</param>
public sealed record CutsView(LibraryFile File, IReadOnlyList<NamedCrop> Crops, FieldData Data, string At, bool IsOfPage)
{
    public (decimal Left, decimal Top)? Focal => Typed ?? Else;

    /// <summary>The point when none is typed.</summary>
    public (decimal Left, decimal Top)? Else => IsOfPage ? File.Focal : null;

    public bool IsPointWrong => !FocalPoint.TryRead(Text("left"), Text("top"), out _);

    private (decimal Left, decimal Top)? Typed => FocalPoint.TryRead(Text("left"), Text("top"), out var point) ? point : null;

    public string Id(string part) => (At + part).Replace('.', '-');

    public string Text(string part) => Data.Text(At + part);

    public bool IsWrong(NamedCrop crop) => !OwnCrop.TryRead(Sides(crop), out _);

    /// <summary>What is typed; null when that is nothing, or no cut-out.</summary>
    public OwnCrop? Own(NamedCrop crop) => OwnCrop.TryRead(Sides(crop), out var own) ? own : null;

    /// <summary>The cut-out when none is typed.</summary>
    public OwnCrop? OfFile(NamedCrop crop)
    {
        ArgumentNullException.ThrowIfNull(crop);
        return IsOfPage ? File.Own(crop.Alias) : null;
    }

    private IReadOnlyList<string> Sides(NamedCrop crop)
    {
        ArgumentNullException.ThrowIfNull(crop);
        return CutFields.Typed(Data, At, crop.Alias);
    }
}
