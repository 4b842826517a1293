namespace Deventer4GlobalGoals.Prize.Scoring;

public enum JurorNoteKind
{
    /// <summary>Gave the same mark to everything: that says nothing about which entry is better.</summary>
    Constant,

    /// <summary>Agrees with nobody: their marks go up and down much more than the panel's do.</summary>
    Unsteady,

    /// <summary>Gave one entry far more than their other marks and those of the others lead to expect.</summary>
    Favours,

    /// <summary>The same, far less.</summary>
    Disfavours,
}

/// <summary>Something for the chair to talk about. Nobody is left out because of it.</summary>
/// <param name="Juror">About whom.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Entry">For which entry, if it is about one.</param>
/// <param name="Size">In standard deviations, for an entry; how many times the panel's deviation, for unsteady; 0 for constant.</param>
public sealed record JurorNote(string Juror, JurorNoteKind Kind, string? Entry, double Size)
{
    /// <summary>From so many times the deviation of the panel, after pulling towards it, a juror is called unsteady.</summary>
    private const double UnsteadyFrom = 1.4;

    /// <summary>One panel in twenty gets a note about an entry by chance.</summary>
    private const double FalseNotes = 0.05;

    internal static IReadOnlyList<JurorNote> Of(MarkTable table, PanelModel model)
    {
        var notes = new List<JurorNote>();
        for (var juror = 0; juror < table.Jurors.Length; juror++)
        {
            if (model.IsConstant[juror])
            {
                notes.Add(new JurorNote(table.Jurors[juror], JurorNoteKind.Constant, null, 0));
            }
            else if (1 / Math.Sqrt(model.Precisions[juror]) is >= UnsteadyFrom and var deviation)
            {
                notes.Add(new JurorNote(table.Jurors[juror], JurorNoteKind.Unsteady, null, deviation));
            }
        }

        var surprises = model.Surprises();
        var limit = Normal.Quantile(1 - (FalseNotes / 2 / Math.Max(table.Count, 1)));
        for (var mark = 0; mark < surprises.Length; mark++)
        {
            if (Math.Abs(surprises[mark]) > limit && !model.IsConstant[table.JurorOf[mark]])
            {
                var kind = surprises[mark] > 0 ? JurorNoteKind.Favours : JurorNoteKind.Disfavours;
                notes.Add(new JurorNote(table.Jurors[table.JurorOf[mark]], kind, table.Entries[table.EntryOf[mark]], Math.Abs(surprises[mark])));
            }
        }

        return notes;
    }
}
