using Deventer4GlobalGoals.Cms.USync.Folders;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.DataTypes;

/// <remarks>A data type whose editor isn't installed keeps its aliases and its configuration as they are.</remarks>
public sealed class DataTypeSerializer(
    ICoreScopeProvider scopes,
    IDataTypeService dataTypes,
    IDataTypeContainerService containers,
    PropertyEditorCollection editors,
    IDataValueEditorFactory valueEditors,
    IConfigurationEditorJsonSerializer json) : USyncSerializer<DataTypeFile>(scopes)
{
    private readonly TreeFolders<IDataType> _folders = new(containers, "datatypefolder");

    public override string Folder => "DataTypes";

    public override string Element => "DataType";

    public override async Task<bool> ExistsAsync(Guid key, string name) => await dataTypes.GetAsync(key) is not null;

    /// <summary>Exports before version 14 don't name the editor's interface; then it doesn't count.</summary>
    protected override DataTypeFile Comparable(DataTypeFile file, DataTypeFile other) => file with
    {
        EditorUiAlias = other.EditorUiAlias.Length == 0 ? string.Empty : file.EditorUiAlias,
        Folder = file.Folder?.Folded(),
    };

    protected override Task<DataTypeFile> ResolveAsync(DataTypeFile wanted, USyncRun run)
    {
        if (!editors.TryGet(wanted.EditorAlias, out _))
        {
            run.Notes.Add($"The editor {wanted.EditorAlias} is not installed; its values are kept as they are.");
        }

        return Task.FromResult(wanted);
    }

    protected override async Task<DataTypeFile?> FindAsync(DataTypeFile wanted) =>
        await dataTypes.GetAsync(wanted.Key) is { } dataType ? await ToFileAsync(dataType) : null;

    protected override async Task SaveAsync(DataTypeFile wanted)
    {
        var editor = Editor(wanted.EditorAlias);
        var dataType = await dataTypes.GetAsync(wanted.Key) ?? new DataType(editor, json) { Key = wanted.Key };
        dataType.Editor = editor;
        dataType.Name = wanted.Name;
        dataType.ParentId = await _folders.EnsureAsync(wanted.Folder);
        dataType.EditorUiAlias = wanted.EditorUiAlias.Length == 0
            ? dataType.EditorUiAlias ?? EditorInterfaces.For(wanted.EditorAlias)
            : wanted.EditorUiAlias;
        dataType.ConfigurationData = editor.GetConfigurationEditor().FromDatabase(ConfigJson.Print(wanted.Config), json);
        dataType.DatabaseType = StorageType(dataType, wanted);
        var result = dataType.HasIdentity
            ? await dataTypes.UpdateAsync(dataType, User)
            : await dataTypes.CreateAsync(dataType, User);
        Require(result.Success, result.Status, "Config");
    }

    protected override async Task<IReadOnlyList<DataTypeFile>> AllAsync()
    {
        var files = new List<DataTypeFile>();
        foreach (var dataType in await dataTypes.GetAllAsync())
        {
            files.Add(await ToFileAsync(dataType));
        }

        return files;
    }

    protected override async Task RemoveAsync(Guid key, string name)
    {
        var result = await dataTypes.DeleteAsync(key, User);
        Require(result.Success, result.Status, "Key");
    }

    private IDataEditor Editor(string alias) =>
        editors.TryGet(alias, out var editor) ? editor : new MissingPropertyEditor(alias, valueEditors);

    private ValueStorageType StorageType(IDataType dataType, DataTypeFile wanted)
    {
        if (!editors.TryGet(wanted.EditorAlias, out var editor))
        {
            return Enum.TryParse<ValueStorageType>(wanted.DatabaseType, out var type) ? type : ValueStorageType.Ntext;
        }

        var configuration = dataType.ConfigurationObject;
        return ValueTypes.ToStorageType(configuration is IConfigureValueType configured
            ? configured.ValueType
            : editor.GetValueEditor(configuration).ValueType);
    }

    private async Task<DataTypeFile> ToFileAsync(IDataType dataType)
    {
        var configuration = Editor(dataType.EditorAlias)
            .GetConfigurationEditor()
            .ToDatabase(dataType.ConfigurationData, json);
        return new DataTypeFile(
            dataType.Key,
            dataType.Name ?? string.Empty,
            dataType.EditorAlias,
            dataType.EditorUiAlias ?? string.Empty,
            string.Empty,
            await _folders.FindAsync(dataType),
            ConfigJson.Parse(configuration));
    }
}
