using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Aliases = Umbraco.Cms.Core.Constants.Conventions.MediaTypes;
using DataTypeKeys = Umbraco.Cms.Core.Constants.DataTypes.Guids;
using StockEditors = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;
using Keys = Umbraco.Cms.Core.Constants.MediaTypes.Guids;
using Names = Umbraco.Cms.Core.Constants.Conventions.Media;

namespace Deventer4GlobalGoals.Cms.USync.Stock;

/// <summary>The media types that Umbraco 17 installs. Their properties have numbers for keys there too.</summary>
internal static class StockMediaTypes
{
    private static readonly (string Key, string Alias)[] InFolders =
    [
        (Keys.Folder, Aliases.Folder),
        (Keys.Image, Aliases.Image),
        (Keys.File, Aliases.File),
        (Keys.Video, Aliases.VideoAlias),
        (Keys.Audio, Aliases.AudioAlias),
        (Keys.Article, Aliases.ArticleAlias),
        (Keys.Svg, Aliases.VectorGraphicsAlias),
    ];

    public static IReadOnlyList<TypeFile> All { get; } =
    [
        Type(Keys.Folder, Aliases.Folder, Aliases.Folder, "icon-folder", null, []) with
        {
            Structure = [.. InFolders.Select((type, index) => new AllowedType(new Guid(type.Key), type.Alias, index))],
        },
        Picture(),
        Upload(Keys.File, Aliases.File, "File", "icon-document", "50899f9c-023a-4466-b623-aba9049885fe", 24, DataTypeKeys.Upload),
        Upload(Keys.Video, Aliases.VideoAlias, "Video", "icon-video", "2f0a61b6-cf92-4ff4-b437-751ab35eb254", 40, DataTypeKeys.UploadVideo),
        Upload(Keys.Audio, Aliases.AudioAlias, "Audio", "icon-audio-lines", "335fb495-0a87-4e82-b902-30eb367b767c", 43, DataTypeKeys.UploadAudio),
        Upload(Keys.Article, Aliases.ArticleAlias, "Article", "icon-article", "9af3bd65-f687-4453-9518-5f180d1898ec", 46, DataTypeKeys.UploadArticle),
        Upload(
            Keys.Svg,
            Aliases.VectorGraphicsAlias,
            "Vector Graphics (SVG)",
            "icon-origami",
            "f199b4d7-9e84-439f-8531-f87d9af37711",
            49,
            DataTypeKeys.UploadVectorGraphics),
    ];

    private static TypeFile Picture()
    {
        var tab = Tab("79ed4d07-254a-42cf-8fa9-ebe1c116a596", "Image");
        return Type(Keys.Image, Aliases.Image, "Image", "icon-picture", tab,
        [
            Property(6, Names.File, "Image", DataTypeKeys.ImageCropper, StockEditors.ImageCropper, 0, tab),
            Property(7, Names.Width, "Width", DataTypeKeys.LabelPixels, StockEditors.Label, 1, tab),
            Property(8, Names.Height, "Height", DataTypeKeys.LabelPixels, StockEditors.Label, 2, tab),
            Property(9, Names.Bytes, "Size", DataTypeKeys.LabelBytes, StockEditors.Label, 3, tab),
            Property(10, Names.Extension, "Type", DataTypeKeys.LabelString, StockEditors.Label, 4, tab),
        ]);
    }

    private static TypeFile Upload(
        string key,
        string alias,
        string name,
        string icon,
        string tabKey,
        int number,
        string upload)
    {
        var tab = Tab(tabKey, name);
        return Type(key, alias, name, icon, tab,
        [
            Property(number, Names.File, name, upload, StockEditors.UploadField, 0, tab),
            Property(number + 1, Names.Extension, "Type", DataTypeKeys.LabelString, StockEditors.Label, 1, tab),
            Property(number + 2, Names.Bytes, "Size", DataTypeKeys.LabelBytes, StockEditors.Label, 2, tab),
        ]);
    }

    private static TypeFile Type(
        string key,
        string alias,
        string name,
        string icon,
        TabFile? tab,
        IReadOnlyList<PropertyFile> properties) => new(
        TypeFile.Media,
        new Guid(key),
        alias,
        1,
        new TypeInfo(
            name,
            icon,
            icon,
            string.Empty,
            true,
            Guid.Empty,
            ContentVariation.Nothing,
            false,
            new CleanupFile(false, null, null),
            null,
            null,
            [],
            string.Empty,
            []),
        [],
        properties,
        tab is null ? [] : [tab]);

    private static TabFile Tab(string key, string caption)
    {
        var words = USyncNames.Pascal(caption.Replace("(SVG)", string.Empty, StringComparison.Ordinal));
        return new TabFile(new Guid(key), caption, char.ToLowerInvariant(words[0]) + words[1..], PropertyGroupType.Group, 1);
    }

    private static PropertyFile Property(
        int number,
        string alias,
        string name,
        string dataType,
        string editor,
        int order,
        TabFile tab) => new(
        new Guid(number, 0, 0, new byte[8]),
        name,
        alias,
        new KeyedName(new Guid(dataType), editor),
        alias == Names.File,
        string.Empty,
        string.Empty,
        order,
        tab.Alias,
        tab.Caption,
        null,
        null,
        string.Empty,
        string.Empty,
        false);
}
