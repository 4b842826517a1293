using System.Collections.Frozen;
using Deventer4GlobalGoals.Cms.USync.Stock;

namespace Deventer4GlobalGoals.Cms.USync.DataTypes;

/// <summary>
/// The interface that Umbraco gives an editor of its own, for data types whose file names none: those of sites before
/// version 14, and those that were written by hand.
/// </summary>
internal static class EditorInterfaces
{
    private const string Prefix = "Umb.PropertyEditorUi.";

    private static readonly FrozenDictionary<string, string> NotInstalled = new Dictionary<string, string>
    {
        ["Umbraco.BlockGrid"] = Prefix + "BlockGrid",
        ["Umbraco.BlockList"] = Prefix + "BlockList",
        ["Umbraco.Decimal"] = Prefix + "Decimal",
        ["Umbraco.EmailAddress"] = Prefix + "EmailAddress",
        ["Umbraco.ListView"] = Prefix + "Collection",
        ["Umbraco.MarkdownEditor"] = Prefix + "MarkdownEditor",
        ["Umbraco.MultiNodeTreePicker"] = Prefix + "ContentPicker",
        ["Umbraco.MultipleTextstring"] = Prefix + "MultipleTextString",
        ["Umbraco.Slider"] = Prefix + "Slider",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The editor's own alias where Umbraco has no interface for it.</returns>
    public static string For(string editor) =>
        StockDataTypes.All.FirstOrDefault(type => type.EditorAlias == editor)?.EditorUiAlias
        ?? NotInstalled.GetValueOrDefault(editor, editor);
}
